-- One row a child in need plan, at its start.
select n.authority, n.child_id, n.record_id, n.start_date as event_date from need_plans n
