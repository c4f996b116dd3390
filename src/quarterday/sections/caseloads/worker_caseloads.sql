-- One row a social worker and a stretch of time in which the number of cases does not change, with working time in
-- hundredths and the worker's team then: that of the case that began last, then the greatest id.
with changes as (
    select authority, professional_id, start_date as day, 1 as change from cases_held
    union all
    select authority, professional_id, end_date as day, -1 as change from cases_held where end_date < date '9999-12-31'
),
days as (
    select authority, professional_id, day, sum(change) as change
    from changes
    group by authority, professional_id, day
),
stretches as (
    select d.authority, d.professional_id, d.day as from_date,
        lead(d.day) over (partition by d.authority, d.professional_id order by d.day) as to_date,
        sum(d.change) over (
            partition by d.authority, d.professional_id order by d.day rows unbounded preceding
        ) as cases
    from days d
),
teamed as (
    select s.authority, s.professional_id, s.from_date, c.team_id,
        row_number() over (
            partition by s.authority, s.professional_id, s.from_date
            order by c.start_date desc, c.involvement_id desc
        ) as place
    from stretches s
    join cases_held c
        on c.authority = s.authority and c.professional_id = s.professional_id
        and c.start_date <= s.from_date and c.end_date > s.from_date
    where s.cases > 0
)
select
    s.authority,
    s.professional_id as record_id,
    s.professional_id,
    s.from_date,
    s.to_date,
    s.cases,
    w.full_time_hundredths,
    coalesce(t.name, k.team_id, 'not known') as team_name,
    y.text as team_type,
    case when q.subject is not null then 'Y' else 'N' end as newly_qualified,
    coalesce(h.number, 20) as threshold
from stretches s
join professionals w on w.authority = s.authority and w.professional_id = s.professional_id
join teamed k
    on k.authority = s.authority and k.professional_id = s.professional_id and k.from_date = s.from_date and k.place = 1
left join teams t on t.authority = s.authority and t.team_id = k.team_id
left join settings y
    on y.authority = s.authority and y.name = 'team type' and y.subject in (t.name, k.team_id)
    and y.from_date <= s.from_date and (y.to_date is null or y.to_date > s.from_date)
left join settings q
    on q.authority = s.authority and q.name = 'newly qualified title' and q.subject = w.job_title
    and q.from_date <= s.from_date and (q.to_date is null or q.to_date > s.from_date)
left join settings h
    on h.authority = s.authority and h.name = 'caseload threshold'
    and h.subject = case when q.subject is not null then 'newly qualified' else 'social worker' end
    and h.from_date <= s.from_date and (h.to_date is null or h.to_date > s.from_date)
