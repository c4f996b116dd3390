-- One row a section 47 enquiry, at its start: the strategy discussion (R13).
select e.authority, e.child_id, e.section_47_enquiry_id as record_id, e.start_date as event_date
from section_47_enquiries e
where e.start_date is not null
