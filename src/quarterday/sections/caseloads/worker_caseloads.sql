-- One row a social worker and a stretch of time in which neither the cases held nor the settings change. A case is a
-- child with an open involvement in an allocated role, outside excluded teams; a child counts once for a worker (R24).
-- The worker's team is that of the open involvement that began last, then of the greatest id.
with choices as (
    select authority, from_date as day
    from settings
    where name in ('allocated role', 'excluded team', 'team type', 'newly qualified title', 'caseload threshold')
    union
    select authority, to_date as day
    from settings
    where name in ('allocated role', 'excluded team', 'team type', 'newly qualified title', 'caseload threshold')
        and to_date is not null
),
days as (
    select authority, professional_id, start_date as day from allocated_cases
    union
    select authority, professional_id, end_date as day from allocated_cases where end_date < date '9999-12-31'
    union
    select w.authority, w.professional_id, c.day
    from (select distinct authority, professional_id from allocated_cases) w
    join choices c on c.authority = w.authority
),
stretches as (
    select authority, professional_id, day as from_date,
        lead(day) over (partition by authority, professional_id order by day) as to_date
    from days
),
held as (
    select s.authority, s.professional_id, s.from_date, s.to_date, a.child_id, a.team_id, a.team_name,
        row_number() over (
            partition by s.authority, s.professional_id, s.from_date
            order by a.start_date desc, a.involvement_id desc
        ) as place
    from stretches s
    join allocated_cases a
        on a.authority = s.authority and a.professional_id = s.professional_id
        and a.start_date <= s.from_date and a.end_date > s.from_date
    join settings r
        on r.authority = a.authority and r.name = 'allocated role' and r.subject = a.role
        and r.from_date <= s.from_date and (r.to_date is null or r.to_date > s.from_date)
    left join settings x
        on x.authority = a.authority and x.name = 'excluded team' and x.subject in (a.team_name, a.team_id)
        and x.from_date <= s.from_date and (x.to_date is null or x.to_date > s.from_date)
    where x.name is null
),
caseloads as (
    select authority, professional_id, from_date, to_date, count(distinct child_id) as cases,
        max(case when place = 1 then team_id else null end) as team_id,
        max(case when place = 1 then team_name else null end) as team_name
    from held
    group by authority, professional_id, from_date, to_date
)
select
    c.authority,
    c.professional_id as record_id,
    c.professional_id,
    c.from_date,
    c.to_date,
    c.cases,
    w.full_time_hundredths,
    coalesce(c.team_name, 'not known') as team_name,
    coalesce(max(y.text), 'not known') as team_type,
    max(case when q.subject is not null then 'yes' else 'no' end) as newly_qualified,
    max(h.number) as threshold
from caseloads c
join professionals w on w.authority = c.authority and w.professional_id = c.professional_id
left join settings y
    on y.authority = c.authority and y.name = 'team type' and y.subject in (c.team_name, c.team_id)
    and y.from_date <= c.from_date and (y.to_date is null or y.to_date > c.from_date)
left join settings q
    on q.authority = c.authority and q.name = 'newly qualified title' and q.subject = w.job_title
    and q.from_date <= c.from_date and (q.to_date is null or q.to_date > c.from_date)
left join settings h
    on h.authority = c.authority and h.name = 'caseload threshold'
    and h.subject = case when q.subject is not null then 'newly qualified' else 'social worker' end
    and h.from_date <= c.from_date and (h.to_date is null or h.to_date > c.from_date)
group by c.authority, c.professional_id, c.from_date, c.to_date, c.cases, w.full_time_hundredths, c.team_name, c.team_id
