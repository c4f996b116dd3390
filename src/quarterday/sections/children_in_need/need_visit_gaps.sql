-- One row a gap between visits inside a stretch of a child in need plan: [visit or start, next visit or end), with the
-- day by which the next is due (R15). Visits name no plan: they are joined by person and date (R39).
with counted as (
    select n.authority, n.child_id, n.record_id, n.from_date as stretch, n.to_date, v.visit_date
    from need_plan_stretches n
    join child_in_need_visits v
        on v.authority = n.authority
        and v.child_id = n.child_id
        and v.visit_date >= n.from_date
        and (n.to_date is null or v.visit_date < n.to_date)
    left join settings s
        on s.authority = n.authority
        and s.name = 'visit counts when'
        and s.subject = 'child in need'
        and s.from_date <= v.visit_date
        and (s.to_date is null or s.to_date > v.visit_date)
    where coalesce(s.text, 'seen') = 'any' or v.child_seen = 'Y'
),
marks as (
    select authority, child_id, record_id, from_date as stretch, from_date as day, to_date, 0 as is_visit
    from need_plan_stretches
    union all
    select authority, child_id, record_id, stretch, visit_date as day, to_date, 1 as is_visit from counted
),
days as (
    select authority, child_id, record_id, stretch, day, to_date, max(is_visit) as is_visit
    from marks
    group by authority, child_id, record_id, stretch, day, to_date
),
gaps as (
    select days.*, lead(day) over (partition by authority, record_id, stretch order by day) as next_day
    from days
)
select
    g.authority,
    g.child_id,
    g.record_id,
    g.day as from_date,
    coalesce(g.next_day, g.to_date) as to_date,
    g.next_day as next_visit_date,
    case when g.is_visit = 1 then g.day else null end as last_visit_date,
    l.due_date,
    l.in_time_to
from gaps g
left join deadlines l
    on l.authority = g.authority and l.day = g.day and l.name = 'visit interval' and l.subject = 'child in need'
