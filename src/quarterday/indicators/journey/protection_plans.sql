-- One row an own child protection plan, clean for counting.
-- Effective end: the earlier of the recorded end and the 18th birthday (R04, CONTRACTS §3); other authorities'
-- plans are left out (R10); a plan that ends before it starts is started and never open; overlapping plans of one
-- child, or one that starts the day another ends (R10), are one plan from the first start to the last end.
with own as (
    select p.authority, p.child_protection_plan_id, p.child_id, p.referral_id, p.start_date,
        p.initial_category, p.latest_category, p.previous_plans,
        case
            when b.birthday_18 <= p.start_date then p.start_date
            when b.birthday_18 is not null and (p.end_date is null or p.end_date > b.birthday_18) then b.birthday_18
            when p.end_date < p.start_date then p.start_date
            else coalesce(p.end_date, date '9999-12-31')
        end as end_date,
        case
            when b.birthday_18 is not null and (p.end_date is null or p.end_date > b.birthday_18) then 'Y'
            else 'N'
        end as ended_by_birthday
    from child_protection_plans p
    left join children c on c.authority = p.authority and c.child_id = p.child_id
    left join calendar b on b.day = c.date_of_birth
    where p.start_date is not null
        and p.child_id is not null
        and coalesce(p.other_authority_plan, 'N') <> 'Y'
),
reach as (
    select own.*,
        row_number() over (
            partition by authority, child_id order by start_date, end_date desc, child_protection_plan_id
        ) as place,
        max(end_date) over (
            partition by authority, child_id order by start_date, end_date desc, child_protection_plan_id
            rows between unbounded preceding and 1 preceding
        ) as reached_before
    from own
),
runs as (
    select reach.*,
        sum(case when start_date <= reached_before then 0 else 1 end) over (
            partition by authority, child_id order by place rows unbounded preceding
        ) as run
    from reach
),
spans as (
    select authority, child_id, run, min(place) as first_place, max(place) as last_place,
        max(end_date) as end_date, max(previous_plans) as previous_plans
    from runs
    group by authority, child_id, run
)
select
    s.authority,
    s.child_id,
    f.child_protection_plan_id as record_id,
    f.child_protection_plan_id,
    f.referral_id,
    f.start_date,
    case when s.end_date = date '9999-12-31' then null else s.end_date end as end_date,
    l.ended_by_birthday,
    f.initial_category,
    coalesce(l.latest_category, l.initial_category, f.initial_category) as latest_category,
    s.previous_plans,
    s.run - 1 as earlier_plans_here,
    lag(s.end_date) over (partition by s.authority, s.child_id order by s.run) as previous_end_date
from spans s
join runs f on f.authority = s.authority and f.child_id = s.child_id and f.place = s.first_place
join runs l on l.authority = s.authority and l.child_id = s.child_id and l.place = s.last_place
