-- One row a child's pre-proceedings, at the meeting that ended them, with the days from the decision.
select p.authority, p.child_id, p.pre_proceedings_id as record_id, p.end_date as event_date, p.outcome,
    e.day_number - s.day_number as days_taken
from pre_proceedings p
left join calendar s on s.day = p.decision_date
left join calendar e on e.day = p.end_date
where p.decision_date is not null and p.end_date is not null
