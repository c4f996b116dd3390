-- One row an involvement with a child of a social worker who can hold cases: with a registration number and working
-- time above zero (R24). Its role and team are judged by the settings of the day on which it is counted.
select i.authority, i.professional_id, i.child_id, i.involvement_id, i.role, i.team_id,
    coalesce(t.name, t.team_id) as team_name,
    i.start_date, coalesce(i.end_date, date '9999-12-31') as end_date
from involvements i
join professionals w
    on w.authority = i.authority and w.professional_id = i.professional_id
    and w.registration_number is not null and w.full_time_hundredths > 0
left join teams t on t.authority = i.authority and t.team_id = i.team_id
where i.child_id is not null
    and i.start_date is not null
    and (i.end_date is null or i.end_date > i.start_date)
