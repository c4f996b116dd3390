-- One row a stretch of a period of care in which placement, carer, legal and immigration status stay the same. Of
-- overlapping placements or statuses the one that started last counts, then the greatest id.
with cuts as (
    select c.authority, c.child_id, c.record_id, c.start_date as day from periods_of_care c
    union
    select c.authority, c.child_id, c.record_id, p.start_date as day
    from periods_of_care c
    join placements p on p.authority = c.authority and p.child_id = c.child_id
        and p.start_date > c.start_date and (c.end_date is null or p.start_date < c.end_date)
    union
    select c.authority, c.child_id, c.record_id, p.end_date as day
    from periods_of_care c
    join placements p on p.authority = c.authority and p.child_id = c.child_id
        and p.end_date > c.start_date and (c.end_date is null or p.end_date < c.end_date)
    union
    select c.authority, c.child_id, c.record_id, l.start_date as day
    from periods_of_care c
    join legal_statuses l on l.authority = c.authority and l.child_id = c.child_id
        and l.start_date > c.start_date and (c.end_date is null or l.start_date < c.end_date)
    union
    select c.authority, c.child_id, c.record_id, l.end_date as day
    from periods_of_care c
    join legal_statuses l on l.authority = c.authority and l.child_id = c.child_id
        and l.end_date > c.start_date and (c.end_date is null or l.end_date < c.end_date)
    union
    select c.authority, c.child_id, c.record_id, u.from_date as day
    from periods_of_care c
    join unaccompanied u on u.authority = c.authority and u.child_id = c.child_id
        and u.from_date > c.start_date and (c.end_date is null or u.from_date < c.end_date)
    union
    select c.authority, c.child_id, c.record_id, u.to_date as day
    from periods_of_care c
    join unaccompanied u on u.authority = c.authority and u.child_id = c.child_id
        and u.to_date > c.start_date and u.to_date < coalesce(c.end_date, date '9999-12-31')
),
pieces as (
    select k.authority, k.child_id, k.record_id, k.day as from_date,
        coalesce(lead(k.day) over (partition by k.authority, k.record_id order by k.day), c.end_date) as to_date,
        c.start_date as entered_care_date
    from cuts k
    join periods_of_care c on c.authority = k.authority and c.record_id = k.record_id
),
placed as (
    select s.authority, s.record_id, s.from_date, p.placement_id, p.placement_type, p.provider, p.distance_miles,
        row_number() over (
            partition by s.authority, s.record_id, s.from_date order by p.start_date desc, p.placement_id desc
        ) as place
    from pieces s
    join placements p on p.authority = s.authority and p.child_id = s.child_id
        and p.start_date <= s.from_date and (p.end_date is null or p.end_date > s.from_date)
),
held as (
    select s.authority, s.record_id, s.from_date, l.legal_status,
        row_number() over (
            partition by s.authority, s.record_id, s.from_date order by l.start_date desc, l.legal_status_id desc
        ) as place
    from pieces s
    join legal_statuses l on l.authority = s.authority and l.child_id = s.child_id
        and l.start_date <= s.from_date and (l.end_date is null or l.end_date > s.from_date)
)
select
    s.authority,
    s.child_id,
    s.record_id,
    s.from_date,
    s.to_date,
    s.entered_care_date,
    p.placement_id,
    p.placement_type,
    p.provider,
    p.distance_miles,
    h.legal_status,
    k.birthday_16,
    case when u.child_id is not null then 'Y' else 'N' end as unaccompanied,
    e.plus_30_months as reaches_thirty_months,
    w.plus_24_months as same_carer_two_years,
    r.third_last_counts_until
from pieces s
left join placed p
    on p.authority = s.authority and p.record_id = s.record_id and p.from_date = s.from_date and p.place = 1
left join held h
    on h.authority = s.authority and h.record_id = s.record_id and h.from_date = s.from_date and h.place = 1
left join people k on k.authority = s.authority and k.child_id = s.child_id
left join unaccompanied u
    on u.authority = s.authority and u.child_id = s.child_id and u.from_date <= s.from_date and u.to_date > s.from_date
left join calendar e on e.day = s.entered_care_date
left join placement_runs r
    on r.authority = s.authority and r.child_id = s.child_id
    and r.start_date <= s.from_date and (r.next_start_date is null or r.next_start_date > s.from_date)
left join calendar w on w.day = r.carer_since
