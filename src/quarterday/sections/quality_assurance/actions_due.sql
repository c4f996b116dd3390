-- One row an action, on the day it was due.
select a.authority, a.action_id as record_id, a.due_date as event_date, a.completed_date, a.source, a.owner_id,
    coalesce(t.name, t.team_id, 'not known') as team_name
from actions a
left join teams t on t.authority = a.authority and t.team_id = a.team_id
where a.due_date is not null and a.raised_date is not null
