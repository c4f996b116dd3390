-- One row a gap that a visit ended, at that visit.
select v.authority, v.child_id, v.record_id, v.next_visit_date as event_date, v.due_date, v.in_time_to
from visit_gaps v
where v.next_visit_date is not null
