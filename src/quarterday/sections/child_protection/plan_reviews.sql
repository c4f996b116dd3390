-- One row a plan while it is open, with the first due date that was not met: the first review within 3 months of the
-- start, each next within 6 months of the one before (R14), and the next review due.
with held as (
    select p.authority, p.record_id, r.review_date,
        row_number() over (partition by p.authority, p.record_id order by r.review_date) as place
    from protection_plans p
    join child_protection_reviews r
        on r.authority = p.authority
        and r.child_id = p.child_id
        and r.review_date >= p.start_date
        and (p.end_date is null or r.review_date <= p.end_date)
),
marks as (
    select authority, record_id, start_date as day, 0 as place from protection_plans
    union all
    select authority, record_id, review_date as day, place from held
),
steps as (
    select m.*, lead(m.day) over (partition by m.authority, m.record_id order by m.place) as next_day
    from marks m
),
due as (
    select s.authority, s.record_id, s.day, s.place, s.next_day,
        case when s.place = 0 then c.plus_3_months else c.plus_6_months end as due_date
    from steps s
    left join calendar c on c.day = s.day
),
summary as (
    select authority, record_id,
        min(case when next_day is null or next_day > due_date then due_date else null end) as first_missed_due_date
    from due
    group by authority, record_id
)
select
    p.authority,
    p.child_id,
    p.record_id,
    p.start_date as from_date,
    p.end_date as to_date,
    c.plus_3_months as reaches_3_months,
    m.first_missed_due_date
from protection_plans p
left join calendar c on c.day = p.start_date
left join summary m on m.authority = p.authority and m.record_id = p.record_id
