-- One row an episode of need, at its end.
select e.authority, e.child_id, e.record_id, e.to_date as event_date, e.close_reason
from episodes_of_need e
where e.to_date is not null
