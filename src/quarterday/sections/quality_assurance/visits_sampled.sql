-- One row a visit whose recording a manager reviewed, with the manager's judgement (none: not judged adequate).
select v.authority, v.child_id, v.visit_review_id as record_id, v.reviewed_date as event_date, v.adequate,
    coalesce(t.name, t.team_id, 'not known') as team_name
from visit_reviews v
left join teams t on t.authority = v.authority and t.team_id = v.team_id
where v.reviewed_date is not null
