-- One row a match of a looked-after child with adopters after a placement order, with the days between the two.
with matched as (
    select p.authority, p.child_id, p.permanence_id, p.matched_date, p.placement_order_date,
        row_number() over (
            partition by p.authority, p.child_id, p.matched_date order by p.permanence_id desc
        ) as place
    from permanence p
    where p.placement_order_date <= p.matched_date
)
select m.authority, m.child_id, m.permanence_id as record_id, m.matched_date as event_date,
    t.day_number - f.day_number as days
from matched m
join periods_of_care c on c.authority = m.authority and c.child_id = m.child_id
    and c.start_date <= m.matched_date and (c.end_date is null or c.end_date > m.matched_date)
left join calendar f on f.day = m.placement_order_date
left join calendar t on t.day = m.matched_date
where m.place = 1
