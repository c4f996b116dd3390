-- One row a plan, on the day it reaches 18 months, where it is still open at the end of that day (R02, R12).
select l.authority, l.child_id, l.record_id, l.reaches_18_months as event_date, l.meeting_date, l.latest_category,
    l.initial_category
from legal_planning l
where l.reaches_18_months is not null and (l.to_date is null or l.to_date > l.reaches_18_months)
