-- One row an episode of need, at its start.
select e.authority, e.child_id, e.record_id, e.from_date as event_date from episodes_of_need e
