-- One row a period of care, at its effective end; the 18th birthday is a reason of its own.
select c.authority, c.child_id, c.record_id, c.end_date as event_date, c.end_reason
from periods_of_care c
where c.end_date is not null
