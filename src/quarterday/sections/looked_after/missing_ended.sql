-- One row a time that a child, looked after or not, was missing, on the day it ended (one that ended before it began
-- ended as it began), with the first return interview held since.
with ended as (
    select m.authority, m.child_id, m.missing_episode_id, m.return_interview_offered, m.return_interview_accepted,
        case when m.end_date < m.start_date then m.start_date else m.end_date end as event_date
    from missing_episodes m
    where m.start_date is not null and m.end_date is not null and m.missing_type = 'M'
),
interviewed as (
    select e.authority, e.missing_episode_id, min(i.interview_date) as interview_date
    from ended e
    join return_interviews i on i.authority = e.authority and i.missing_episode_id = e.missing_episode_id
        and i.interview_date >= e.event_date
    group by e.authority, e.missing_episode_id
)
select e.authority, e.child_id, e.missing_episode_id as record_id, e.event_date,
    e.return_interview_offered, e.return_interview_accepted, i.interview_date, c.plus_3_days as interview_due_date
from ended e
left join interviewed i on i.authority = e.authority and i.missing_episode_id = e.missing_episode_id
left join calendar c on c.day = e.event_date
