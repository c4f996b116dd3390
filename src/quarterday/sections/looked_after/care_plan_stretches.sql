-- One row a stretch of a period of care with a care plan in force, or without; plans that touch or overlap are one time.
with spells as (
    select authority, child_id, care_plan_id, start_date, coalesce(end_date, date '9999-12-31') as end_date
    from care_plans
    where child_id is not null and start_date is not null and (end_date is null or end_date > start_date)
),
reach as (
    select spells.*,
        row_number() over (partition by authority, child_id order by start_date, end_date, care_plan_id) as place,
        max(end_date) over (
            partition by authority, child_id order by start_date, end_date, care_plan_id
            rows between unbounded preceding and 1 preceding
        ) as reached_before
    from spells
),
runs as (
    select reach.*,
        sum(case when start_date <= reached_before then 0 else 1 end) over (
            partition by authority, child_id order by place rows unbounded preceding
        ) as run
    from reach
),
planned as (
    select authority, child_id, min(start_date) as from_date, max(end_date) as to_date
    from runs
    group by authority, child_id, run
),
cuts as (
    select authority, child_id, start_date, start_date as day from periods_of_care
    union
    select c.authority, c.child_id, c.start_date, p.from_date as day
    from periods_of_care c
    join planned p on p.authority = c.authority and p.child_id = c.child_id
        and p.from_date > c.start_date and (c.end_date is null or p.from_date < c.end_date)
    union
    select c.authority, c.child_id, c.start_date, p.to_date as day
    from periods_of_care c
    join planned p on p.authority = c.authority and p.child_id = c.child_id
        and p.to_date > c.start_date and p.to_date < coalesce(c.end_date, date '9999-12-31')
),
pieces as (
    select k.authority, k.child_id, c.record_id, k.day as from_date,
        coalesce(
            lead(k.day) over (partition by k.authority, k.child_id, k.start_date order by k.day), c.end_date
        ) as to_date
    from cuts k
    join periods_of_care c on c.authority = k.authority and c.child_id = k.child_id and c.start_date = k.start_date
)
select s.authority, s.child_id, s.record_id, s.from_date, s.to_date,
    case when p.child_id is not null then 'Y' else 'N' end as planned
from pieces s
left join planned p
    on p.authority = s.authority and p.child_id = s.child_id and p.from_date <= s.from_date and p.to_date > s.from_date
