-- One row a plan, on the day by which a legal planning meeting is wanted (18 months unless the settings say otherwise),
-- where it is still open at the end of that day (R02, R12).
select l.authority, l.child_id, l.record_id, l.meeting_wanted_by as event_date, l.meeting_date, l.latest_category,
    l.initial_category
from legal_planning l
where l.meeting_wanted_by is not null and (l.to_date is null or l.to_date > l.meeting_wanted_by)
