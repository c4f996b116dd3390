-- One row a time between supervisions of a worker who is here, with the day by which the next is due.
with marks as (
    select e.authority, e.employment_id, e.professional_id, e.team_id, e.start_date as day, e.end_date, 0 as is_supervision
    from employments e
    where e.start_date is not null and (e.end_date is null or e.end_date >= e.start_date)
    union
    select e.authority, e.employment_id, e.professional_id, e.team_id, s.supervision_date as day, e.end_date,
        1 as is_supervision
    from employments e
    join supervisions s on s.authority = e.authority and s.professional_id = e.professional_id
        and s.supervision_date >= e.start_date and (e.end_date is null or s.supervision_date < e.end_date)
),
gaps as (
    select m.*,
        lead(m.day) over (partition by m.authority, m.employment_id order by m.day, m.is_supervision) as next_day
    from marks m
)
select g.authority, g.employment_id as record_id, g.professional_id, g.day as from_date,
    coalesce(g.next_day, g.end_date) as to_date, l.due_date, l.in_time_to,
    coalesce(t.name, t.team_id, 'not known') as team_name,
    case when g.is_supervision = 1 then g.day else null end as last_supervision_date
from gaps g
left join deadlines l on l.authority = g.authority and l.day = g.day and l.name = 'supervision interval'
left join teams t on t.authority = g.authority and t.team_id = g.team_id
