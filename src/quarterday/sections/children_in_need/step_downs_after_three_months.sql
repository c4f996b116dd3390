-- One row a step-down, at the end of its time of support (three months): only then can it be said whether support lasted (R38).
select s.authority, s.child_id, s.record_id, s.support_until as event_date, s.three_months_support, s.re_escalated
from step_downs s
