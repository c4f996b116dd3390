-- One row an action from the day it was raised until it is completed.
select a.authority, a.action_id as record_id, a.raised_date as from_date, a.completed_date as to_date, a.due_date,
    a.source, a.owner_id, coalesce(t.name, t.team_id, 'not known') as team_name
from actions a
left join teams t on t.authority = a.authority and t.team_id = a.team_id
where a.raised_date is not null
