-- One row a social worker's time in the service, and one for the twelve months after an employed worker left. In post:
-- employed workers; agency workers are apart.
select e.authority, e.employment_id as record_id, e.start_date as from_date, e.end_date as to_date,
    e.full_time_hundredths,
    case when e.agency_worker = 'Y' then e.full_time_hundredths else 0 end as agency_hundredths,
    case when coalesce(e.agency_worker, 'N') = 'Y' then 0 else e.full_time_hundredths end as in_post_hundredths,
    0 as left_hundredths,
    'here' as standing,
    coalesce(t.name, 'not known') as team_name
from employments e
left join teams t on t.authority = e.authority and t.team_id = e.team_id
where e.start_date is not null and e.full_time_hundredths is not null
union all
select e.authority, e.employment_id as record_id, e.end_date as from_date, c.plus_12_months as to_date,
    e.full_time_hundredths,
    0 as agency_hundredths,
    0 as in_post_hundredths,
    e.full_time_hundredths as left_hundredths,
    'left' as standing,
    coalesce(t.name, 'not known') as team_name
from employments e
join calendar c on c.day = e.end_date
left join teams t on t.authority = e.authority and t.team_id = e.team_id
where e.end_date is not null and e.full_time_hundredths is not null and coalesce(e.agency_worker, 'N') <> 'Y'
