-- One row a gap between visits of a plan: [visit or start, next visit or end), with the day by which the next visit is
-- due (R15). Only visits at which the child was seen count, unless the setting 'visit counts when' says 'any'. Bands of days
-- since the last one are calendar days.
with counted as (
    select p.authority, p.child_id, p.record_id, p.start_date, p.end_date, v.visit_date
    from protection_plans p
    join child_protection_visits v
        on v.authority = p.authority
        and v.child_id = p.child_id
        and v.visit_date >= p.start_date
        and (p.end_date is null or v.visit_date < p.end_date)
    left join settings s
        on s.authority = p.authority
        and s.name = 'visit counts when'
        and s.subject = 'child protection'
        and s.from_date <= v.visit_date
        and (s.to_date is null or s.to_date > v.visit_date)
    where coalesce(s.text, 'seen') = 'any' or v.child_seen = 'Y'
),
marks as (
    select authority, child_id, record_id, start_date as day, end_date, 0 as is_visit from protection_plans
    union all
    select authority, child_id, record_id, visit_date as day, end_date, 1 as is_visit from counted
),
days as (
    select authority, child_id, record_id, day, end_date, max(is_visit) as is_visit
    from marks
    group by authority, child_id, record_id, day, end_date
),
gaps as (
    select days.*, lead(day) over (partition by authority, record_id order by day) as next_day
    from days
)
select
    g.authority,
    g.child_id,
    g.record_id,
    g.day as from_date,
    coalesce(g.next_day, g.end_date) as to_date,
    g.next_day as next_visit_date,
    case when g.is_visit = 1 then g.day else null end as last_visit_date,
    l.due_date,
    l.in_time_to,
    d10.day as ten_days_on,
    d20.day as twenty_days_on,
    c.plus_28_days as four_weeks_on,
    c.plus_42_days as six_weeks_on
from gaps g
left join calendar c on c.day = g.day
left join calendar d10 on d10.day_number = c.day_number + 10
left join calendar d20 on d20.day_number = c.day_number + 20
left join deadlines l
    on l.authority = g.authority and l.day = g.day and l.name = 'visit interval' and l.subject = 'child protection'
