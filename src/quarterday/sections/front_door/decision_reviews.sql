-- One row a front-door decision that a manager reviewed, with an answer.
select d.authority, d.child_id, d.decision_review_id as record_id, d.reviewed_date as event_date, d.agreed,
    coalesce(t.name, 'not known') as team_name
from decision_reviews d
left join teams t on t.authority = d.authority and t.team_id = d.team_id
where d.reviewed_date is not null and d.agreed is not null
