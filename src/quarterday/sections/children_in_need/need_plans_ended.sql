-- One row a child in need plan, at its end.
select n.authority, n.child_id, n.record_id, n.end_date as event_date from need_plans n where n.end_date is not null
