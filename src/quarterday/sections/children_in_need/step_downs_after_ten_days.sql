-- One row a step-down, at its limit (ten working days after the plan ended): only then can it be said whether a plan followed.
select s.authority, s.child_id, s.record_id, s.limit_date as event_date, s.plan_in_time from step_downs s
