-- One row a time between reviews inside a stretch of a child in need plan, with the day the next review is due. The
-- clock starts with the plan; reviews are joined by person and date.
with held as (
    select n.authority, n.child_id, n.record_id, n.from_date as stretch, n.to_date, r.review_date
    from need_plan_stretches n
    join child_in_need_reviews r
        on r.authority = n.authority
        and r.child_id = n.child_id
        and r.review_date >= n.from_date
        and (n.to_date is null or r.review_date < n.to_date)
),
marks as (
    select authority, child_id, record_id, from_date as stretch, from_date as day, to_date, 0 as is_review
    from need_plan_stretches
    union all
    select authority, child_id, record_id, stretch, review_date as day, to_date, 1 as is_review from held
),
days as (
    select authority, child_id, record_id, stretch, day, to_date, max(is_review) as is_review
    from marks
    group by authority, child_id, record_id, stretch, day, to_date
),
gaps as (
    select days.*,
        lead(day) over (partition by authority, record_id, stretch order by day) as next_day
    from days
)
select
    g.authority,
    g.child_id,
    g.record_id,
    g.day as from_date,
    coalesce(g.next_day, g.to_date) as to_date,
    case when g.is_review = 1 then g.day else null end as last_review_date,
    first_limit.due_date as reaches_interval,
    l.due_date,
    l.in_time_to
from gaps g
left join deadlines l
    on l.authority = g.authority and l.day = g.day and l.name = 'review interval' and l.subject = 'child in need'
left join deadlines first_limit
    on first_limit.authority = g.authority and first_limit.day = g.stretch
    and first_limit.name = 'review interval' and first_limit.subject = 'child in need'
