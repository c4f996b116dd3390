-- One row a step-down in its time of support (three months), with the day until which support must last.
select s.authority, s.child_id, s.record_id, s.end_date as from_date, s.support_until as to_date,
    s.limit_date, s.support_until as due_date, s.plan_in_time
from step_downs s
where s.re_escalated = 'N'
