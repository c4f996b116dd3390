-- One row a case that a social worker holds: a child with an allocated involvement (roles of the settings) of a worker
-- with a registration number and working time above zero, outside excluded teams (R24). Involvements of the same worker
-- with the same child that overlap or touch are one case.
with allocated as (
    select i.authority, i.professional_id, i.child_id, i.involvement_id, i.team_id, i.start_date,
        coalesce(i.end_date, date '9999-12-31') as end_date
    from involvements i
    join settings r
        on r.authority = i.authority and r.name = 'allocated role' and r.subject = i.role
        and r.from_date <= i.start_date and (r.to_date is null or r.to_date > i.start_date)
    join professionals w
        on w.authority = i.authority and w.professional_id = i.professional_id
        and w.registration_number is not null and w.full_time_hundredths > 0
    left join teams t on t.authority = i.authority and t.team_id = i.team_id
    left join settings x
        on x.authority = i.authority and x.name = 'excluded team' and x.subject in (t.name, i.team_id)
        and x.from_date <= i.start_date and (x.to_date is null or x.to_date > i.start_date)
    where i.child_id is not null
        and i.start_date is not null
        and (i.end_date is null or i.end_date > i.start_date)
        and x.name is null
),
reach as (
    select a.*,
        row_number() over (
            partition by authority, professional_id, child_id order by start_date, end_date, involvement_id
        ) as place,
        max(end_date) over (
            partition by authority, professional_id, child_id order by start_date, end_date, involvement_id
            rows between unbounded preceding and 1 preceding
        ) as reached
    from allocated a
),
runs as (
    select r.*,
        sum(case when start_date <= reached then 0 else 1 end) over (
            partition by authority, professional_id, child_id order by place rows unbounded preceding
        ) as run
    from reach r
)
select authority, professional_id, child_id, run, min(start_date) as start_date, max(end_date) as end_date,
    max(team_id) as team_id, max(involvement_id) as involvement_id
from runs
group by authority, professional_id, child_id, run
