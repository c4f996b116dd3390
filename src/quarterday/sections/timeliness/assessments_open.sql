-- One row an assessment, from its start until it is authorised, with the last day in time (45 working days after the
-- start) and the first day on which it is late (the 46th working day, so a weekend after the limit is still in time).
select
    a.authority,
    a.child_id,
    a.assessment_id as record_id,
    a.start_date as from_date,
    a.authorised_date as to_date,
    c.plus_45_working_days as due_date,
    c.plus_46_working_days as late_from,
    t.name as team_name,
    a.professional_id as worker_id
from assessments a
left join calendar c on c.day = a.start_date
left join teams t on t.authority = a.authority and t.team_id = a.team_id
where a.start_date is not null
