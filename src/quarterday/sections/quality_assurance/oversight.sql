-- One row a scheduled event of oversight; held in time up to five days after the day it was scheduled for.
select o.authority, o.oversight_event_id as record_id, o.scheduled_date as event_date, o.held_date, o.event_type,
    o.level, c.plus_5_days as in_time_to
from oversight_events o
left join calendar c on c.day = o.scheduled_date
where o.scheduled_date is not null
