-- One row a stretch of a period of care in which no allocated social worker of the child begins, with the day until
-- which the third-last of them so far (each worker once, by the last day) held the child: three or more in a year where
-- that lies within it. Workers from before the child was looked after count, and a return is nobody new (R40).
with held as (
    select i.authority, i.child_id, i.professional_id, i.start_date, coalesce(i.end_date, date '9999-12-31') as end_date
    from involvements i
    join professionals w on w.authority = i.authority and w.professional_id = i.professional_id
        and w.registration_number is not null
    where i.role in ('CW', 'ALLOCATED CASE WORKER')
        and i.start_date is not null
        and (i.end_date is null or i.end_date > i.start_date)
),
cuts as (
    select authority, child_id, start_date, start_date as day from periods_of_care
    union
    select c.authority, c.child_id, c.start_date, h.start_date as day
    from periods_of_care c
    join held h on h.authority = c.authority and h.child_id = c.child_id
        and h.start_date > c.start_date and (c.end_date is null or h.start_date < c.end_date)
),
pieces as (
    select k.authority, k.child_id, c.record_id, k.day as from_date,
        coalesce(
            lead(k.day) over (partition by k.authority, k.child_id, k.start_date order by k.day), c.end_date
        ) as to_date
    from cuts k
    join periods_of_care c on c.authority = k.authority and c.child_id = k.child_id and c.start_date = k.start_date
),
workers as (
    select s.authority, s.child_id, s.from_date, h.professional_id, max(h.end_date) as held_until
    from pieces s
    join held h on h.authority = s.authority and h.child_id = s.child_id and h.start_date <= s.from_date
    group by s.authority, s.child_id, s.from_date, h.professional_id
),
ranked as (
    select workers.*,
        row_number() over (
            partition by authority, child_id, from_date order by held_until desc, professional_id
        ) as place
    from workers
)
select s.authority, s.child_id, s.record_id, s.from_date, s.to_date, r.held_until as third_last_held_until
from pieces s
left join ranked r
    on r.authority = s.authority and r.child_id = s.child_id and r.from_date = s.from_date and r.place = 3
