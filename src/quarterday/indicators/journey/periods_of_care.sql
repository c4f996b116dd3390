-- One row a period of being looked after: from its start to its effective end (the earlier of the recorded end and
-- the 18th birthday, R04), never before birth (R03), and without the days on which the legal status in force is that of
-- a series of short breaks (V3, V4; R18): of several open statuses the one that started last is in force, then the
-- greatest id. Episodes chain: one that starts on the day the last one ended, or before it ended, goes on with the same
-- period. A period is known by its child and start.
with lived as (
    select e.authority, e.looked_after_episode_id, e.child_id, e.period_of_care_id, e.end_reason, e.primary_need,
        case when c.date_of_birth > e.start_date then c.date_of_birth else e.start_date end as start_date,
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
    where e.start_date is not null
        and e.child_id is not null
        and (b.birthday_18 is null or b.birthday_18 > e.start_date)
        and not (c.child_id is not null and c.date_of_birth is null and c.expected_date_of_birth is not null)
),
statuses as (
    select l.authority, l.child_id, l.legal_status_id, l.legal_status, l.start_date,
        coalesce(l.end_date, date '9999-12-31') as end_date
    from legal_statuses l
    join (select distinct authority, child_id from legal_statuses where legal_status in ('V3', 'V4')) s
        on s.authority = l.authority and s.child_id = l.child_id
    where l.start_date is not null and (l.end_date is null or l.end_date > l.start_date)
),
status_days as (
    select authority, child_id, start_date as day from statuses
    union
    select authority, child_id, end_date as day from statuses
),
status_pieces as (
    select authority, child_id, day as from_date,
        lead(day) over (partition by authority, child_id order by day) as to_date
    from status_days
),
in_force as (
    select p.authority, p.child_id, p.from_date, p.to_date, s.legal_status,
        row_number() over (
            partition by p.authority, p.child_id, p.from_date order by s.start_date desc, s.legal_status_id desc
        ) as place
    from status_pieces p
    join statuses s on s.authority = p.authority and s.child_id = p.child_id
        and s.start_date <= p.from_date and s.end_date > p.from_date
),
short_breaks as (
    select authority, child_id, from_date, to_date from in_force where place = 1 and legal_status in ('V3', 'V4')
),
cuts as (
    select authority, child_id, looked_after_episode_id, start_date as day from lived where end_date >= start_date
    union
    select e.authority, e.child_id, e.looked_after_episode_id, s.from_date as day
    from lived e
    join short_breaks s on s.authority = e.authority and s.child_id = e.child_id
        and s.from_date > e.start_date and s.from_date < e.end_date
    union
    select e.authority, e.child_id, e.looked_after_episode_id, s.to_date as day
    from lived e
    join short_breaks s on s.authority = e.authority and s.child_id = e.child_id
        and s.to_date > e.start_date and s.to_date < e.end_date
),
parts as (
    select k.authority, k.child_id, k.looked_after_episode_id, k.day as start_date,
        coalesce(
            lead(k.day) over (partition by k.authority, k.looked_after_episode_id order by k.day), e.end_date
        ) as end_date,
        e.period_of_care_id, e.end_reason, e.ended_by_birthday, e.primary_need, e.end_date as episode_end_date
    from cuts k
    join lived e on e.authority = k.authority and e.looked_after_episode_id = k.looked_after_episode_id
),
counted as (
    select p.authority, p.child_id, p.looked_after_episode_id, p.start_date, p.end_date, p.period_of_care_id,
        p.primary_need,
        case when p.end_date = p.episode_end_date then p.end_reason else null end as end_reason,
        case when p.end_date = p.episode_end_date then p.ended_by_birthday else 'N' end as ended_by_birthday
    from parts p
    left join short_breaks s on s.authority = p.authority and s.child_id = p.child_id
        and s.from_date <= p.start_date and s.to_date > p.start_date
    where s.child_id is null
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
ordered as (
    select runs.*,
        row_number() over (partition by authority, child_id, run order by place) as from_first,
        row_number() over (partition by authority, child_id, run order by end_date desc, place desc) as from_last
    from runs
)
select
    f.authority,
    f.child_id,
    f.looked_after_episode_id as record_id,
    coalesce(f.period_of_care_id, f.looked_after_episode_id) as period_of_care_id,
    f.run,
    f.start_date,
    case when l.end_date = date '9999-12-31' then null else l.end_date end as end_date,
    l.ended_by_birthday,
    case
        when l.end_date = date '9999-12-31' then null
        when l.ended_by_birthday = 'Y' then 'birthday'
        else l.end_reason
    end as end_reason,
    f.primary_need,
    lag(l.end_date) over (partition by f.authority, f.child_id order by f.run) as previous_end_date
from ordered f
join ordered l on l.authority = f.authority and l.child_id = f.child_id and l.run = f.run and l.from_last = 1
where f.from_first = 1
