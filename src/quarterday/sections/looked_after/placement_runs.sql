-- One row a time with one carer (R19): temporary placements (T0 to T4) and placements of less than a day are left out,
-- and a placement that began with the same carer (episode reasons T and U) goes on with the one before it.
with stays as (
    select p.authority, p.child_id, p.placement_id, p.start_date, p.placement_type,
        coalesce(p.end_date, date '9999-12-31') as end_date,
        max(case when e.start_reason in ('T', 'U') then 1 else 0 end) as same_carer
    from placements p
    left join looked_after_episodes e
        on e.authority = p.authority and e.child_id = p.child_id and e.start_date = p.start_date
    where p.start_date is not null
        and p.child_id is not null
        and (p.end_date is null or p.end_date > p.start_date)
        and coalesce(p.placement_type, '') not in ('T0', 'T1', 'T2', 'T3', 'T4')
    group by p.authority, p.child_id, p.placement_id, p.start_date, p.placement_type, p.end_date
),
numbered as (
    select s.*,
        sum(case when same_carer = 1 then 0 else 1 end) over (
            partition by authority, child_id order by start_date, placement_id rows unbounded preceding
        ) as run
    from stays s
),
runs as (
    select authority, child_id, run, min(start_date) as start_date, max(end_date) as end_date,
        max(case when placement_type in ('A3', 'A4', 'A5', 'A6') then 1 else 0 end) as for_adoption
    from numbered
    group by authority, child_id, run
),
placed as (
    select r.*,
        lead(start_date) over (partition by authority, child_id order by run) as next_start_date,
        lag(start_date) over (partition by authority, child_id order by run) as previous_start_date,
        lag(end_date) over (partition by authority, child_id order by run) as previous_end_date,
        lag(end_date, 2) over (partition by authority, child_id order by run) as third_last_end_date
    from runs r
)
select p.authority, p.child_id, p.run, p.start_date, p.next_start_date,
    case
        when p.for_adoption = 1 and p.previous_end_date = p.start_date then p.previous_start_date
        else p.start_date
    end as carer_since,
    c.plus_12_months as third_last_counts_until
from placed p
left join calendar c on c.day = p.third_last_end_date
