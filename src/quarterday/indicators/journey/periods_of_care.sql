-- One row a period of being looked after: from its start to its effective end (the earlier of the recorded end and
-- the 18th birthday, R04), short breaks (V3, V4) left out (R18), unborn children never (R03).
-- Episodes chain: one that starts on the day the last one ended, or before it ended, goes on with the same period.
with counted as (
    select e.authority, e.looked_after_episode_id, e.child_id, e.period_of_care_id, e.placement_id, e.start_date,
        e.start_reason, e.end_reason, e.primary_need,
        case
            when b.birthday_18 is not null and (e.end_date is null or e.end_date > b.birthday_18) then b.birthday_18
            when e.end_date < e.start_date then e.start_date
            else coalesce(e.end_date, date '9999-12-31')
        end as end_date,
        case
            when b.birthday_18 is not null and (e.end_date is null or e.end_date > b.birthday_18) then 'Y'
            else 'N'
        end as ended_by_birthday
    from looked_after_episodes e
    left join children c on c.authority = e.authority and c.child_id = e.child_id
    left join calendar b on b.day = c.date_of_birth
    left join legal_statuses l
        on l.authority = e.authority
        and l.child_id = e.child_id
        and l.legal_status in ('V3', 'V4')
        and l.start_date <= e.start_date
        and (l.end_date is null or l.end_date > e.start_date)
    where e.start_date is not null
        and e.child_id is not null
        and l.legal_status is null
        and (b.birthday_18 is null or b.birthday_18 > e.start_date)
        and not (c.child_id is not null and c.date_of_birth is null and c.expected_date_of_birth is not null)
),
reach as (
    select counted.*,
        row_number() over (
            partition by authority, child_id order by start_date, end_date, looked_after_episode_id
        ) as place,
        max(end_date) over (
            partition by authority, child_id order by start_date, end_date, looked_after_episode_id
            rows between unbounded preceding and 1 preceding
        ) as reached_before
    from counted
),
runs as (
    select reach.*,
        sum(case when start_date <= reached_before then 0 else 1 end) over (
            partition by authority, child_id order by place rows unbounded preceding
        ) as run
    from reach
),
spans as (
    select authority, child_id, run, min(place) as first_place, max(place) as last_place, max(end_date) as end_date
    from runs
    group by authority, child_id, run
)
select
    s.authority,
    s.child_id,
    f.looked_after_episode_id as record_id,
    coalesce(f.period_of_care_id, f.looked_after_episode_id) as period_of_care_id,
    s.run,
    f.start_date,
    case when s.end_date = date '9999-12-31' then null else s.end_date end as end_date,
    l.ended_by_birthday,
    case
        when s.end_date = date '9999-12-31' then null
        when l.ended_by_birthday = 'Y' then 'birthday'
        else l.end_reason
    end as end_reason,
    f.primary_need,
    lag(s.end_date) over (partition by s.authority, s.child_id order by s.run) as previous_end_date
from spans s
join runs f on f.authority = s.authority and f.child_id = s.child_id and f.place = s.first_place
join runs l on l.authority = s.authority and l.child_id = s.child_id and l.place = s.last_place
