-- One row a plan, at its start, with what is known of earlier plans: the greater of the recorded count and our own
-- history (R11), and whether the last one ended within the 24 months before (R02, R10).
select
    p.authority,
    p.child_id,
    p.record_id,
    p.start_date as event_date,
    p.latest_category,
    p.initial_category,
    case
        when coalesce(p.previous_plans, 0) > p.earlier_plans_here then p.previous_plans
        else p.earlier_plans_here
    end as earlier_plans,
    p.previous_end_date,
    c.plus_24_months as repeat_within_two_years_until
from protection_plans p
left join calendar c on c.day = p.previous_end_date
