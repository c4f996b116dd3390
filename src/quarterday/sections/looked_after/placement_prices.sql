-- One row a price of a placement while it holds.
select p.authority, p.child_id, p.placement_cost_id as record_id, p.start_date as from_date, p.end_date as to_date,
    p.weekly_price_pence, l.placement_type
from placement_costs p
left join placements l on l.authority = p.authority and l.placement_id = p.placement_id
where p.start_date is not null and p.weekly_price_pence is not null
