-- One row a time in which a child has a status as unaccompanied asylum-seeking child (R23); times that touch or overlap
-- are one. A status without a start has been there since before the records.
with spells as (
    select authority, child_id, immigration_status_id,
        coalesce(start_date, date '1990-01-01') as start_date,
        coalesce(end_date, date '9999-12-31') as end_date
    from immigration_statuses
    where immigration_status in ('UASC', 'Unaccompanied Asylum Seeking Child')
        and child_id is not null
        and (end_date is null or start_date is null or end_date > start_date)
),
reach as (
    select spells.*,
        row_number() over (partition by authority, child_id order by start_date, end_date, immigration_status_id) as place,
        max(end_date) over (
            partition by authority, child_id order by start_date, end_date, immigration_status_id
            rows between unbounded preceding and 1 preceding
        ) as reached_before
    from spells
),
runs as (
    select reach.*,
        sum(case when start_date <= reached_before then 0 else 1 end) over (
            partition by authority, child_id order by place rows unbounded preceding
        ) as run
    from reach
)
select authority, child_id, min(start_date) as from_date, max(end_date) as to_date
from runs
group by authority, child_id, run
