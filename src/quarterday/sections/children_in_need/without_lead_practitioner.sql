-- One row a stretch of an open episode of need in which nobody is allocated who may lead: an open involvement in a role of
-- allocation (settings). While the framework in force is older than Working Together 2023, the lead must be a registered
-- social worker; since then another practitioner may be.
with choices as (
    select authority, from_date as day from settings where name in ('allocated role', 'framework')
    union
    select authority, to_date as day from settings where name in ('allocated role', 'framework') and to_date is not null
),
involved as (
    select i.authority, i.child_id, i.role, i.start_date, coalesce(i.end_date, date '9999-12-31') as end_date,
        w.registration_number
    from involvements i
    left join professionals w on w.authority = i.authority and w.professional_id = i.professional_id
    where i.child_id is not null and i.start_date is not null
),
days as (
    select authority, child_id, record_id, from_date as day from open_episodes
    union
    select e.authority, e.child_id, e.record_id, c.day
    from open_episodes e
    join choices c on c.authority = e.authority
        and c.day > e.from_date and c.day < coalesce(e.to_date, date '9999-12-31')
    union
    select e.authority, e.child_id, e.record_id, i.start_date as day
    from open_episodes e
    join involved i on i.authority = e.authority and i.child_id = e.child_id
        and i.start_date > e.from_date and i.start_date < coalesce(e.to_date, date '9999-12-31')
    union
    select e.authority, e.child_id, e.record_id, i.end_date as day
    from open_episodes e
    join involved i on i.authority = e.authority and i.child_id = e.child_id
        and i.end_date > e.from_date and i.end_date < coalesce(e.to_date, date '9999-12-31')
),
pieces as (
    select d.authority, d.child_id, d.record_id, d.day as from_date,
        coalesce(lead(d.day) over (partition by d.authority, d.record_id order by d.day), e.to_date) as to_date
    from days d
    join open_episodes e on e.authority = d.authority and e.record_id = d.record_id
),
led as (
    select distinct p.authority, p.record_id, p.from_date
    from pieces p
    join involved i on i.authority = p.authority and i.child_id = p.child_id
        and i.start_date <= p.from_date and i.end_date > p.from_date
    join settings r on r.authority = p.authority and r.name = 'allocated role' and r.subject = i.role
        and r.from_date <= p.from_date and (r.to_date is null or r.to_date > p.from_date)
    left join settings f on f.authority = p.authority and f.name = 'framework'
        and f.from_date <= p.from_date and (f.to_date is null or f.to_date > p.from_date)
    where i.registration_number is not null or f.text >= 'Working Together 2023'
)
select p.authority, p.child_id, p.record_id, p.from_date, p.to_date
from pieces p
left join led l on l.authority = p.authority and l.record_id = p.record_id and l.from_date = p.from_date
where l.record_id is null
