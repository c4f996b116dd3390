-- One row an audited front-door decision on which the agencies' auditors gave an answer.
select a.authority, a.child_id, a.audit_id as record_id, a.completed_date as event_date, a.threshold_agreed,
    a.auditor_agency, a.source
from audits a
where a.completed_date is not null and a.threshold_agreed is not null
