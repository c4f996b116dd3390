-- One row a post and its holder (or nobody) while that lasts, in hundredths of full time. A post without a holder is
-- vacant, and so is one that an agency worker covers.
select e.authority, e.establishment_id as record_id, e.start_date as from_date, e.end_date as to_date,
    e.full_time_hundredths,
    case
        when e.professional_id is null or e.agency_covered = 'Y' then e.full_time_hundredths
        else 0
    end as vacant_hundredths,
    case when e.agency_covered = 'Y' then e.full_time_hundredths else 0 end as covered_hundredths,
    coalesce(t.name, t.team_id, 'not known') as team_name
from establishment e
left join teams t on t.authority = e.authority and t.team_id = e.team_id
where e.start_date is not null and e.full_time_hundredths is not null
