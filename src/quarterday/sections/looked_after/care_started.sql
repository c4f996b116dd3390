-- One row a period of care, at its start; the start before it tells whether it is the child's first in a period.
select c.authority, c.child_id, c.record_id, c.start_date as event_date, c.primary_need,
    lag(c.start_date) over (partition by c.authority, c.child_id order by c.start_date) as previous_start_date,
    case when u.child_id is not null then 'Y' else 'N' end as unaccompanied
from periods_of_care c
left join unaccompanied u
    on u.authority = c.authority and u.child_id = c.child_id and u.from_date <= c.start_date and u.to_date > c.start_date
