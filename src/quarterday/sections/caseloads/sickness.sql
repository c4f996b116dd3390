-- One row an employed social worker's time in post, and one row each working day that such a worker was away sick, in
-- hundredths of full time. A day counts once for a worker, however many absences name it; an absence without an end goes on
-- until the extract. Agency workers are left out, as DfE does.
with employed as (
    select e.authority, e.employment_id, e.professional_id, e.team_id, e.full_time_hundredths, e.start_date, e.end_date
    from employments e
    where e.start_date is not null
        and e.full_time_hundredths is not null
        and coalesce(e.agency_worker, 'N') <> 'Y'
),
lost as (
    select a.authority, a.professional_id, c.day, min(a.sickness_absence_id) as record_id
    from sickness_absences a
    cross join extract x
    join calendar c
        on c.working_day = 1 and c.day >= a.start_date and c.day <= coalesce(a.end_date, x.extract_date)
    where a.start_date is not null
    group by a.authority, a.professional_id, c.day
)
select e.authority, e.employment_id as record_id, e.professional_id, e.start_date as from_date, e.end_date as to_date,
    e.full_time_hundredths as in_post_hundredths,
    0 as lost_hundredths,
    coalesce(t.name, t.team_id, 'not known') as team_name
from employed e
left join teams t on t.authority = e.authority and t.team_id = e.team_id
union all
select e.authority, l.record_id, e.professional_id, l.day as from_date, l.day as to_date,
    0 as in_post_hundredths,
    e.full_time_hundredths as lost_hundredths,
    coalesce(t.name, t.team_id, 'not known') as team_name
from lost l
join employed e on e.authority = l.authority and e.professional_id = l.professional_id
    and e.start_date <= l.day and (e.end_date is null or e.end_date > l.day)
left join teams t on t.authority = e.authority and t.team_id = e.team_id
