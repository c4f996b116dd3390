-- One row a plan, at its effective end, with the dates on which it would have reached each age (R02); the 18th birthday
-- is a reason of its own.
select
    p.authority,
    p.child_id,
    p.record_id,
    p.end_date as event_date,
    p.latest_category,
    p.initial_category,
    p.ended_by_birthday,
    c.plus_3_months as reaches_3_months,
    c.plus_6_months as reaches_6_months,
    c.plus_12_months as reaches_12_months,
    c.plus_729_days as reaches_two_years
from protection_plans p
left join calendar c on c.day = p.start_date
where p.end_date is not null
