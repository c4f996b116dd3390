-- One row a stretch of a child in need plan outside protection plans and care (R37): the times in which the child is
-- on a protection plan or looked after are cut out. Its age is that of the plan (R02).
with busy as (
    select authority, child_id, start_date as from_date, coalesce(end_date, date '9999-12-31') as to_date
    from protection_plans
    where end_date is null or end_date > start_date
    union all
    select authority, child_id, start_date as from_date, coalesce(end_date, date '9999-12-31') as to_date
    from periods_of_care
    where end_date is null or end_date > start_date
),
cuts as (
    select n.authority, n.child_id, n.record_id, n.start_date as day from need_plans n
    union
    select n.authority, n.child_id, n.record_id, b.from_date as day
    from need_plans n
    join busy b on b.authority = n.authority and b.child_id = n.child_id
        and b.from_date > n.start_date and b.from_date < coalesce(n.end_date, date '9999-12-31')
    union
    select n.authority, n.child_id, n.record_id, b.to_date as day
    from need_plans n
    join busy b on b.authority = n.authority and b.child_id = n.child_id
        and b.to_date > n.start_date and b.to_date < coalesce(n.end_date, date '9999-12-31')
),
pieces as (
    select c.authority, c.child_id, c.record_id, c.day as from_date,
        coalesce(
            lead(c.day) over (partition by c.authority, c.record_id order by c.day), n.end_date, date '9999-12-31'
        ) as to_date,
        n.start_date, n.end_date
    from cuts c
    join need_plans n on n.authority = c.authority and n.record_id = c.record_id
),
covered as (
    select p.authority, p.record_id, p.from_date, count(*) as times
    from pieces p
    join busy b on b.authority = p.authority and b.child_id = p.child_id
        and b.from_date <= p.from_date and b.to_date > p.from_date
    group by p.authority, p.record_id, p.from_date
)
select p.authority, p.child_id, p.record_id, p.start_date as plan_start_date, p.from_date,
    case when p.to_date = date '9999-12-31' then null else p.to_date end as to_date,
    d.plus_9_months as reaches_9_months,
    d.plus_12_months as reaches_12_months
from pieces p
left join calendar d on d.day = p.start_date
left join covered c on c.authority = p.authority and c.record_id = p.record_id and c.from_date = p.from_date
where c.times is null and p.to_date > p.from_date
