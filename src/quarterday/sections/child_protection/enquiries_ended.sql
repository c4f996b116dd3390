-- One row a section 47 enquiry, at its end, with the working days it took from the strategy discussion (R01).
select
    e.authority,
    e.child_id,
    e.section_47_enquiry_id as record_id,
    e.end_date as event_date,
    e.no_further_action,
    f.working_day_count - s.working_day_count as working_days
from section_47_enquiries e
left join calendar s on s.day = e.start_date
left join calendar f on f.day = e.end_date
where e.start_date is not null and e.end_date is not null
