-- One row a plan while it is open, for counting those of a period: any day in common with it.
select p.authority, p.child_id, p.record_id, p.start_date as from_date, p.end_date as to_date, p.latest_category,
    p.initial_category
from protection_plans p
