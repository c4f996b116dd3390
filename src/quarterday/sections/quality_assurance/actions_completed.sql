-- One row an action, on the day it was completed, with the days it took.
select a.authority, a.action_id as record_id, a.completed_date as event_date, a.source, a.owner_id,
    d.day_number - r.day_number as days_taken, coalesce(t.name, t.team_id, 'not known') as team_name
from actions a
left join calendar d on d.day = a.completed_date
left join calendar r on r.day = a.raised_date
left join teams t on t.authority = a.authority and t.team_id = a.team_id
where a.completed_date is not null
