-- One row a post and holder while it lasts, in hundredths of full time; without a holder it is vacant.
select e.authority, e.establishment_id as record_id, e.start_date as from_date, e.end_date as to_date,
    e.full_time_hundredths,
    case when e.professional_id is null then e.full_time_hundredths else 0 end as vacant_hundredths,
    coalesce(t.name, 'not known') as team_name
from establishment e
left join teams t on t.authority = e.authority and t.team_id = e.team_id
where e.start_date is not null and e.full_time_hundredths is not null
