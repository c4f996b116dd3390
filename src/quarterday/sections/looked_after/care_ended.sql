-- One row a period of care, at its effective end; the 18th birthday is a reason of its own. The end after it tells
-- whether it is the child's last in a period.
select c.authority, c.child_id, c.record_id, c.end_date as event_date, c.end_reason,
    lead(c.end_date) over (partition by c.authority, c.child_id order by c.start_date) as next_end_date
from periods_of_care c
where c.end_date is not null
