-- One row an assessment and factor found at its end; is_first is 1 on one row of each assessment.
with once as (
    select f.authority, f.assessment_id, f.factor,
        row_number() over (partition by f.authority, f.assessment_id order by f.factor) as place
    from assessment_factors f
    where f.factor is not null
)
select
    a.authority,
    a.child_id,
    a.assessment_id as record_id,
    a.authorised_date as event_date,
    o.factor,
    case when o.place = 1 then 1 else 0 end as is_first
from once o
join assessments a on a.authority = o.authority and a.assessment_id = o.assessment_id
where a.authorised_date is not null
