-- One row a section 47 enquiry, at its start, with whether it led to an initial conference: one linked to it, else one
-- whose latest enquiry it was (R13, R36).
with followed as (
    select distinct c.authority, c.section_47_enquiry_id from conferences_held c where c.section_47_enquiry_id is not null
)
select e.authority, e.child_id, e.record_id, e.event_date,
    case when f.section_47_enquiry_id is not null then 'Y' else 'N' end as led_to_conference
from enquiries_started e
left join followed f on f.authority = e.authority and f.section_47_enquiry_id = e.record_id
