-- One row a plan, at its effective end; the 18th birthday is a reason of its own.
select
    p.authority,
    p.child_id,
    p.record_id,
    p.end_date as event_date,
    p.latest_category,
    p.initial_category,
    p.ended_by_birthday
from protection_plans p
where p.end_date is not null
