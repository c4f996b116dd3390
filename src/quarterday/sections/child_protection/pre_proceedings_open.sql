-- One row a child in pre-proceedings: from the decision to the meeting that ended them.
select p.authority, p.child_id, p.pre_proceedings_id as record_id, p.decision_date as from_date, p.end_date as to_date
from pre_proceedings p
where p.decision_date is not null
