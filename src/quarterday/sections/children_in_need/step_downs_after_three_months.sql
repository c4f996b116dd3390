-- One row a step-down, three months after the plan ended: only then can it be said whether support lasted (R38).
select s.authority, s.child_id, s.record_id, s.three_months_on as event_date, s.three_months_support, s.re_escalated
from step_downs s
