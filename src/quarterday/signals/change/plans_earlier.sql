-- Protection plans of children with an earlier plan that is recorded as a number only (R11).
select p.child_id, p.start_date as day
from protection_plans p
where p.previous_plans > 0
