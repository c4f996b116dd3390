-- One row an initial conference and child, with the working days from the start of the section 47 enquiry: the linked
-- one, else the child's latest not after the conference (R13). Conferences of families moving in are counted (R09); they
-- are held by their target where no working day lies between it and the conference: 15 working days after the other
-- authority told of the move.
with linked as (
    select i.authority, i.conference_id, i.child_id, i.conference_date, i.transfer_in, i.target_date, i.led_to_plan,
        case when e.start_date is not null then e.section_47_enquiry_id else null end as section_47_enquiry_id,
        e.start_date
    from initial_child_protection_conferences i
    left join section_47_enquiries e
        on e.authority = i.authority and e.section_47_enquiry_id = i.section_47_enquiry_id
    where i.conference_date is not null
),
latest as (
    select l.authority, l.conference_id, e.section_47_enquiry_id, e.start_date,
        row_number() over (
            partition by l.authority, l.conference_id order by e.start_date desc, e.section_47_enquiry_id desc
        ) as place
    from linked l
    join section_47_enquiries e
        on e.authority = l.authority and e.child_id = l.child_id and e.start_date <= l.conference_date
)
select
    l.authority,
    l.child_id,
    l.conference_id as record_id,
    l.conference_date as event_date,
    coalesce(l.transfer_in, 'N') as transfer_in,
    coalesce(l.start_date, n.start_date) as enquiry_start_date,
    coalesce(l.section_47_enquiry_id, n.section_47_enquiry_id) as section_47_enquiry_id,
    l.led_to_plan,
    case when c.working_day_count <= t.working_day_count then 'Y' else 'N' end as held_by_target,
    c.working_day_count - s.working_day_count as working_days
from linked l
left join latest n on n.authority = l.authority and n.conference_id = l.conference_id and n.place = 1
left join calendar c on c.day = l.conference_date
left join calendar t on t.day = l.target_date
left join calendar s on s.day = coalesce(l.start_date, n.start_date)
