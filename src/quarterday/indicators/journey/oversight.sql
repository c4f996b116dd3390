-- One row a scheduled event of oversight (a scrutiny of caseloads, a meeting, a committee). On schedule means held no
-- later than five days after its day: a weekly event may move within its week, never into the turn of the next one.
-- An event that was not held is left out while its five days have not passed at the extract: nobody can say yet.
select o.authority, o.oversight_event_id as record_id, o.scheduled_date as event_date, o.held_date, o.event_type,
    o.level, c.plus_5_days as on_schedule_to
from oversight_events o
cross join extract e
left join calendar c on c.day = o.scheduled_date
where o.scheduled_date is not null and (o.held_date is not null or c.plus_5_days <= e.extract_date)
