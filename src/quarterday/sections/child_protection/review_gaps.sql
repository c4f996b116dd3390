-- One row a stretch between reviews of a plan, with the day by which the next review conference is due (R14).
with marks as (
    select authority, child_id, record_id, start_date as day, end_date, 0 as is_review from protection_plans
    union
    select p.authority, p.child_id, p.record_id, r.review_date as day, p.end_date, 1 as is_review
    from protection_plans p
    join child_protection_reviews r
        on r.authority = p.authority
        and r.child_id = p.child_id
        and r.review_date >= p.start_date
        and (p.end_date is null or r.review_date < p.end_date)
),
steps as (
    select m.*, lead(m.day) over (partition by m.authority, m.record_id order by m.day, m.is_review) as next_day
    from marks m
)
select
    s.authority,
    s.child_id,
    s.record_id,
    s.day as from_date,
    coalesce(s.next_day, s.end_date) as to_date,
    case when s.is_review = 1 then s.day else null end as last_review_date,
    case when s.is_review = 1 then c.plus_6_months else c.plus_3_months end as due_date
from steps s
left join calendar c on c.day = s.day
