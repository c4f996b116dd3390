-- One row a stretch of a period of care in which placement, carer, legal and immigration status stay the same. Of
-- overlapping placements or statuses the one that started last counts, then the greatest id.
with cuts as (
    select c.authority, c.child_id, c.start_date as entered_care_date, c.start_date as day from periods_of_care c
    union
    select c.authority, c.child_id, c.start_date as entered_care_date, p.start_date as day
    from periods_of_care c
    join placements p on p.authority = c.authority and p.child_id = c.child_id
        and p.start_date > c.start_date and (c.end_date is null or p.start_date < c.end_date)
    union
    select c.authority, c.child_id, c.start_date as entered_care_date, p.end_date as day
    from periods_of_care c
    join placements p on p.authority = c.authority and p.child_id = c.child_id
        and p.end_date > c.start_date and (c.end_date is null or p.end_date < c.end_date)
    union
    select c.authority, c.child_id, c.start_date as entered_care_date, l.start_date as day
    from periods_of_care c
    join legal_statuses l on l.authority = c.authority and l.child_id = c.child_id
        and l.start_date > c.start_date and (c.end_date is null or l.start_date < c.end_date)
    union
    select c.authority, c.child_id, c.start_date as entered_care_date, l.end_date as day
    from periods_of_care c
    join legal_statuses l on l.authority = c.authority and l.child_id = c.child_id
        and l.end_date > c.start_date and (c.end_date is null or l.end_date < c.end_date)
    union
    select c.authority, c.child_id, c.start_date as entered_care_date, u.from_date as day
    from periods_of_care c
    join unaccompanied u on u.authority = c.authority and u.child_id = c.child_id
        and u.from_date > c.start_date and (c.end_date is null or u.from_date < c.end_date)
    union
    select c.authority, c.child_id, c.start_date as entered_care_date, u.to_date as day
    from periods_of_care c
    join unaccompanied u on u.authority = c.authority and u.child_id = c.child_id
        and u.to_date > c.start_date and u.to_date < coalesce(c.end_date, date '9999-12-31')
),
pieces as (
    select k.authority, k.child_id, c.record_id, k.entered_care_date, k.day as from_date,
        coalesce(
            lead(k.day) over (partition by k.authority, k.child_id, k.entered_care_date order by k.day), c.end_date
        ) as to_date
    from cuts k
    join periods_of_care c
        on c.authority = k.authority and c.child_id = k.child_id and c.start_date = k.entered_care_date
),
placed as (
    select s.authority, s.child_id, s.from_date, p.placement_id, p.placement_type, p.provider, p.distance_miles,
        p.postcode_district, p.start_date,
        row_number() over (
            partition by s.authority, s.child_id, s.from_date order by p.start_date desc, p.placement_id desc
        ) as place
    from pieces s
    join placements p on p.authority = s.authority and p.child_id = s.child_id
        and p.start_date <= s.from_date and (p.end_date is null or p.end_date > s.from_date)
),
held as (
    select s.authority, s.child_id, s.from_date, l.legal_status,
        row_number() over (
            partition by s.authority, s.child_id, s.from_date order by l.start_date desc, l.legal_status_id desc
        ) as place
    from pieces s
    join legal_statuses l on l.authority = s.authority and l.child_id = s.child_id
        and l.start_date <= s.from_date and (l.end_date is null or l.end_date > s.from_date)
),
-- The carer of the placement; in a temporary one still the carer before it.
with_carer as (
    select p.authority, p.child_id, p.from_date, r.carer_since,
        row_number() over (
            partition by p.authority, p.child_id, p.from_date order by r.start_date desc, r.placement_id desc
        ) as place
    from placed p
    join placement_runs r on r.authority = p.authority and r.child_id = p.child_id
        and (r.placement_id = p.placement_id
            or (p.placement_type in ('T0', 'T1', 'T2', 'T3', 'T4') and r.start_date <= p.from_date))
    where p.place = 1
),
runs as (
    select distinct authority, child_id, run, run_start_date, run_end_date from placement_runs
),
-- Three or more carers in twelve months: the third-last to end of those begun ended within them.
ended as (
    select s.authority, s.child_id, s.from_date, r.run_end_date,
        row_number() over (
            partition by s.authority, s.child_id, s.from_date order by r.run_end_date desc, r.run
        ) as place
    from pieces s
    join runs r on r.authority = s.authority and r.child_id = s.child_id and r.run_start_date <= s.from_date
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
    p.start_date as placement_start_date,
    case
        when p.postcode_district is null then null
        when o.district is not null then 'Y'
        else 'N'
    end as inside_authority,
    h.legal_status,
    k.birthday_16,
    case when u.child_id is not null then 'Y' else 'N' end as unaccompanied,
    e.plus_24_months as reaches_two_years,
    e.plus_30_months as reaches_thirty_months,
    w.plus_24_months as same_carer_two_years,
    -- To the day before the same day a year on (29 February: 1 March).
    case when t.child_id is not null then coalesce(y.birthday_1, date '9999-12-31') else null end as third_last_counts_until,
    t.run_end_date as third_last_run_end_date
from pieces s
left join placed p
    on p.authority = s.authority and p.child_id = s.child_id and p.from_date = s.from_date and p.place = 1
left join held h
    on h.authority = s.authority and h.child_id = s.child_id and h.from_date = s.from_date and h.place = 1
left join with_carer r
    on r.authority = s.authority and r.child_id = s.child_id and r.from_date = s.from_date and r.place = 1
left join ended t
    on t.authority = s.authority and t.child_id = s.child_id and t.from_date = s.from_date and t.place = 3
left join own_postcode_districts o on o.authority = s.authority and o.district = p.postcode_district
left join people k on k.authority = s.authority and k.child_id = s.child_id
left join unaccompanied u
    on u.authority = s.authority and u.child_id = s.child_id and u.from_date <= s.from_date and u.to_date > s.from_date
left join calendar e on e.day = s.entered_care_date
left join calendar w on w.day = r.carer_since
left join calendar y on y.day = t.run_end_date
