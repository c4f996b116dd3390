-- One row a social worker's time in the service, employed ('in post') or through an agency ('agency'), and one for the
-- twelve months after an employed worker left ('left'). A worker who is employed again within five days (a long
-- weekend), in another team or on other hours, goes on and has not left.
with employed as (
    select e.authority, e.employment_id, e.professional_id, e.team_id, e.full_time_hundredths, e.start_date, e.end_date
    from employments e
    where e.start_date is not null and coalesce(e.agency_worker, 'N') <> 'Y'
),
going_on as (
    select l.authority, l.employment_id, count(*) as times
    from employed l
    join calendar c on c.day = l.end_date
    join employed n
        on n.authority = l.authority and n.professional_id = l.professional_id and n.employment_id <> l.employment_id
        and n.start_date <= c.plus_5_days and (n.end_date is null or n.end_date > l.end_date)
    group by l.authority, l.employment_id
)
select e.authority, e.employment_id as record_id, e.professional_id, e.start_date as from_date, e.end_date as to_date,
    case when e.agency_worker = 'Y' then 'agency' else 'in post' end as standing,
    e.full_time_hundredths,
    case when e.agency_worker = 'Y' then e.full_time_hundredths else 0 end as agency_hundredths,
    case when e.agency_worker = 'Y' then 0 else e.full_time_hundredths end as in_post_hundredths,
    0 as left_hundredths,
    coalesce(t.name, t.team_id, 'not known') as team_name,
    coalesce(w.job_title, 'not known') as role
from employments e
left join teams t on t.authority = e.authority and t.team_id = e.team_id
left join professionals w on w.authority = e.authority and w.professional_id = e.professional_id
where e.start_date is not null and e.full_time_hundredths is not null
union all
-- Left in the twelve months to a day: the day lies before the same day a year on (29 February: 1 March).
select l.authority, l.employment_id as record_id, l.professional_id, l.end_date as from_date, c.birthday_1 as to_date,
    'left' as standing,
    l.full_time_hundredths,
    0 as agency_hundredths,
    0 as in_post_hundredths,
    l.full_time_hundredths as left_hundredths,
    coalesce(t.name, t.team_id, 'not known') as team_name,
    coalesce(w.job_title, 'not known') as role
from employed l
left join calendar c on c.day = l.end_date
left join going_on g on g.authority = l.authority and g.employment_id = l.employment_id
left join teams t on t.authority = l.authority and t.team_id = l.team_id
left join professionals w on w.authority = l.authority and w.professional_id = l.professional_id
where l.end_date >= l.start_date and l.full_time_hundredths is not null and g.times is null
