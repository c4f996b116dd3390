-- One row a section 47 enquiry from its strategy discussion until its conference is held, or until it ends without
-- leading to one. The conference is due 15 working days after the strategy discussion.
with held as (
    select e.authority, e.section_47_enquiry_id, min(i.conference_date) as conference_date
    from section_47_enquiries e
    join initial_child_protection_conferences i
        on i.authority = e.authority
        and i.child_id = e.child_id
        and i.conference_date >= e.start_date
    group by e.authority, e.section_47_enquiry_id
)
select e.authority, e.child_id, e.section_47_enquiry_id as record_id, e.start_date as from_date,
    case
        when coalesce(e.led_to_conference, 'N') = 'Y' then h.conference_date
        when h.conference_date < e.end_date then h.conference_date
        else coalesce(e.end_date, h.conference_date)
    end as to_date,
    c.plus_15_working_days as due_date
from section_47_enquiries e
left join held h on h.authority = e.authority and h.section_47_enquiry_id = e.section_47_enquiry_id
left join calendar c on c.day = e.start_date
where e.start_date is not null
