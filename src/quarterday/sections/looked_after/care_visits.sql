-- One row a day on which a looked-after child was visited and seen, until the next such day or the end of the period of
-- care; seen alone where any visit of the day says so.
with seen as (
    select c.authority, c.child_id, c.record_id, c.start_date, c.end_date, v.visit_date,
        max(case when v.child_seen_alone = 'Y' then 'Y' else 'N' end) as seen_alone
    from periods_of_care c
    join looked_after_visits v on v.authority = c.authority and v.child_id = c.child_id
        and v.visit_date >= c.start_date and (c.end_date is null or v.visit_date < c.end_date)
        and coalesce(v.child_seen, 'Y') <> 'N'
    group by c.authority, c.child_id, c.record_id, c.start_date, c.end_date, v.visit_date
)
select
    s.authority,
    s.child_id,
    s.record_id,
    s.visit_date as from_date,
    coalesce(
        lead(s.visit_date) over (partition by s.authority, s.child_id, s.start_date order by s.visit_date), s.end_date
    ) as to_date,
    s.visit_date as last_visit_date,
    s.seen_alone
from seen s
