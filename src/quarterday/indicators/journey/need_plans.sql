-- One row a child in need plan of a child; times on
-- a protection plan or looked after are left out where it is counted (R37). Overlapping plans of one child are one.
with plans as (
    select p.authority, p.child_in_need_plan_id, p.child_id, p.referral_id, p.start_date,
        case
            when p.end_date < p.start_date then p.start_date
            else coalesce(p.end_date, date '9999-12-31')
        end as end_date
    from child_in_need_plans p
    where p.start_date is not null and p.child_id is not null
),
reach as (
    select plans.*,
        row_number() over (
            partition by authority, child_id order by start_date, end_date desc, child_in_need_plan_id
        ) as place,
        max(end_date) over (
            partition by authority, child_id order by start_date, end_date desc, child_in_need_plan_id
            rows between unbounded preceding and 1 preceding
        ) as reached_before
    from plans
),
runs as (
    select reach.*,
        sum(case when start_date <= reached_before then 0 else 1 end) over (
            partition by authority, child_id order by place rows unbounded preceding
        ) as run
    from reach
),
spans as (
    select authority, child_id, run, min(place) as first_place, max(end_date) as end_date
    from runs
    group by authority, child_id, run
)
select
    s.authority,
    s.child_id,
    f.child_in_need_plan_id as record_id,
    f.child_in_need_plan_id,
    f.referral_id,
    f.start_date,
    case when s.end_date = date '9999-12-31' then null else s.end_date end as end_date
from spans s
join runs f on f.authority = s.authority and f.child_id = s.child_id and f.place = s.first_place
