-- One row an audit, on the day it was to be completed by.
select a.authority, a.audit_id as record_id, a.due_date as event_date, a.completed_date, a.audit_type, a.domain,
    a.auditor_id, coalesce(t.name, t.team_id, 'not known') as team_name
from audits a
left join teams t on t.authority = a.authority and t.team_id = a.team_id
where a.due_date is not null
