-- One row a placement of a day or more in care, with the run of placements with one carer that it belongs to (R19).
-- Temporary placements (T0 to T4) are left out; a placement goes on with the carer before it where the child's episode
-- says so (reasons T and U), where the carer adopts (A3, A5), and where the child returns from a temporary placement to
-- one of the same type, provider, setting and district. With adopters the carer counts from the placement before.
with in_care as (
    select p.authority, p.placement_id, count(*) as periods
    from placements p
    join periods_of_care c on c.authority = p.authority and c.child_id = p.child_id
        and (c.end_date is null or p.start_date < c.end_date) and (p.end_date is null or p.end_date > c.start_date)
    where p.end_date is null or p.end_date > p.start_date
    group by p.authority, p.placement_id
),
stays as (
    select p.authority, p.child_id, p.placement_id, p.start_date, p.placement_type, p.provider, p.urn, p.postcode_district,
        coalesce(p.end_date, date '9999-12-31') as end_date,
        max(case when e.start_reason in ('T', 'U') or p.placement_type in ('A3', 'A5') then 1 else 0 end) as same_carer
    from placements p
    join in_care i on i.authority = p.authority and i.placement_id = p.placement_id
    left join looked_after_episodes e
        on e.authority = p.authority and e.child_id = p.child_id and e.start_date = p.start_date
        and (e.placement_id = p.placement_id or e.placement_id is null)
    where coalesce(p.placement_type, '') not in ('T0', 'T1', 'T2', 'T3', 'T4')
    group by p.authority, p.child_id, p.placement_id, p.start_date, p.placement_type, p.provider, p.urn,
        p.postcode_district, p.end_date
),
paired as (
    select s.*,
        row_number() over (partition by authority, child_id order by start_date, placement_id) as place,
        lag(end_date) over (partition by authority, child_id order by start_date, placement_id) as before_end_date,
        lag(coalesce(placement_type, '')) over (partition by authority, child_id order by start_date, placement_id)
            as before_type,
        lag(coalesce(provider, '')) over (partition by authority, child_id order by start_date, placement_id)
            as before_provider,
        lag(coalesce(urn, '')) over (partition by authority, child_id order by start_date, placement_id) as before_urn,
        lag(coalesce(postcode_district, '')) over (partition by authority, child_id order by start_date, placement_id)
            as before_district
    from stays s
),
returned as (
    select s.authority, s.placement_id, count(*) as times
    from paired s
    join placements t on t.authority = s.authority and t.child_id = s.child_id
        and t.placement_type in ('T0', 'T1', 'T2', 'T3', 'T4')
        and t.start_date >= s.before_end_date and t.end_date > t.start_date and t.end_date <= s.start_date
    where s.before_type = coalesce(s.placement_type, '') and s.before_provider = coalesce(s.provider, '')
        and s.before_urn = coalesce(s.urn, '') and s.before_district = coalesce(s.postcode_district, '')
    group by s.authority, s.placement_id
),
numbered as (
    select s.*,
        sum(case when s.same_carer = 1 or r.times > 0 then 0 else 1 end) over (
            partition by s.authority, s.child_id order by s.place rows unbounded preceding
        ) as run
    from paired s
    left join returned r on r.authority = s.authority and r.placement_id = s.placement_id
),
runs as (
    select authority, child_id, run, min(place) as first_place, min(start_date) as start_date, max(end_date) as end_date
    from numbered
    group by authority, child_id, run
),
carers as (
    select r.authority, r.child_id, r.run, r.start_date, r.end_date, f.placement_type as first_type,
        lag(r.start_date) over (partition by r.authority, r.child_id order by r.run) as before_start_date,
        lag(r.end_date) over (partition by r.authority, r.child_id order by r.run) as before_end_date
    from runs r
    join numbered f on f.authority = r.authority and f.child_id = r.child_id and f.place = r.first_place
)
select n.authority, n.child_id, n.placement_id, n.start_date, n.run, c.start_date as run_start_date,
    c.end_date as run_end_date,
    case
        when c.first_type in ('A3', 'A4', 'A5', 'A6') and c.before_end_date = c.start_date then c.before_start_date
        else c.start_date
    end as carer_since
from numbered n
join carers c on c.authority = n.authority and c.child_id = n.child_id and c.run = n.run
