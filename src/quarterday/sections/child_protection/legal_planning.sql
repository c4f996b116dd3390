-- One row a plan while it is open, with its ages, the day by which the settings want a legal planning meeting, and the
-- first such meeting held: one linked to the plan, else one of the child from the plan's start to its end.
with held as (
    select p.authority, p.record_id, m.meeting_date, m.outcome,
        row_number() over (
            partition by p.authority, p.record_id order by m.meeting_date, m.legal_planning_meeting_id
        ) as place
    from protection_plans p
    join legal_planning_meetings m
        on m.authority = p.authority
        and m.child_id = p.child_id
        and m.meeting_date is not null
        and (
            m.child_protection_plan_id = p.child_protection_plan_id
            or (m.meeting_date >= p.start_date and (p.end_date is null or m.meeting_date <= p.end_date))
        )
)
select
    p.authority,
    p.child_id,
    p.record_id,
    p.start_date as from_date,
    p.end_date as to_date,
    p.latest_category,
    p.initial_category,
    c.plus_15_months as reaches_15_months,
    c.plus_18_months as reaches_18_months,
    c.plus_24_months as reaches_24_months,
    coalesce(l.due_date, c.plus_18_months) as meeting_wanted_by,
    h.meeting_date,
    h.outcome
from protection_plans p
left join calendar c on c.day = p.start_date
left join deadlines l
    on l.authority = p.authority and l.day = p.start_date and l.name = 'plan age gate'
    and l.subject = 'legal planning meeting'
left join held h on h.authority = p.authority and h.record_id = p.record_id and h.place = 1
