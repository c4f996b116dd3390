-- One row an audit with a grade, at its completion.
select a.authority, a.audit_id as record_id, a.completed_date as event_date, a.grade, a.moderated_grade, a.audit_type,
    a.domain, a.auditor_id, coalesce(t.name, t.team_id, 'not known') as team_name
from audits a
left join teams t on t.authority = a.authority and t.team_id = a.team_id
where a.completed_date is not null and a.grade is not null
