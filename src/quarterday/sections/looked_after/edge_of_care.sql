-- One row an intervention at the edge of care, twelve months after it began: was the child looked after since, and now?
with followed as (
    select i.authority, i.child_id, i.intervention_id, i.start_date, i.intervention, c.plus_12_months as event_date
    from interventions i
    join calendar c on c.day = i.start_date
    where i.edge_of_care = 'Y'
),
care as (
    select f.authority, f.intervention_id,
        sum(1) as since,
        sum(case
            when p.start_date <= f.event_date and (p.end_date is null or p.end_date > f.event_date) then 1 else 0
        end) as now
    from followed f
    join periods_of_care p on p.authority = f.authority and p.child_id = f.child_id
        and p.start_date <= f.event_date and (p.end_date is null or p.end_date > f.start_date)
    group by f.authority, f.intervention_id
)
select f.authority, f.child_id, f.intervention_id as record_id, f.event_date, f.intervention,
    case when c.since > 0 then 'Y' else 'N' end as looked_after_since,
    case when c.now > 0 then 'Y' else 'N' end as looked_after_now
from followed f
left join care c on c.authority = f.authority and c.intervention_id = f.intervention_id
