-- One row a second or later plan that a reviewing officer has analysed, at the plan's start.
select s.authority, s.child_id, s.record_id, s.event_date, r.foreseeable, r.main_reason
from plans_started s
join repeat_plan_reviews r
    on r.authority = s.authority
    and r.child_protection_plan_id = s.record_id
    and r.completed_date is not null
where s.earlier_plans > 0 and r.foreseeable is not null
