-- One row a stretch of a period of care between two times that the child went missing or away, with the latest of each;
-- the start of the child's next stretch, of this or a later period of care, tells which is the last in a period.
with gone as (
    select c.authority, c.child_id, c.start_date, m.start_date as day,
        max(case when m.missing_type = 'M' then m.start_date else null end) as missing,
        max(case when m.missing_type = 'A' then m.start_date else null end) as away
    from periods_of_care c
    join missing_episodes m on m.authority = c.authority and m.child_id = c.child_id
        and m.start_date >= c.start_date and (c.end_date is null or m.start_date < c.end_date)
        and m.missing_type in ('M', 'A')
    group by c.authority, c.child_id, c.start_date, m.start_date
),
days as (
    select authority, child_id, start_date, start_date as day from periods_of_care
    union
    select authority, child_id, start_date, day from gone
),
stretches as (
    select d.authority, d.child_id, d.start_date, d.day as from_date,
        lead(d.day) over (partition by d.authority, d.child_id, d.start_date order by d.day) as next_day,
        lead(d.day) over (partition by d.authority, d.child_id order by d.day) as next_from_date,
        max(g.missing) over (partition by d.authority, d.child_id order by d.day rows unbounded preceding) as last_missing_date,
        max(g.away) over (partition by d.authority, d.child_id order by d.day rows unbounded preceding) as last_away_date
    from days d
    left join gone g on g.authority = d.authority and g.child_id = d.child_id and g.start_date = d.start_date
        and g.day = d.day
)
select s.authority, s.child_id, c.record_id, s.from_date, coalesce(s.next_day, c.end_date) as to_date, s.next_from_date,
    s.last_missing_date, s.last_away_date
from stretches s
join periods_of_care c on c.authority = s.authority and c.child_id = s.child_id and c.start_date = s.start_date
