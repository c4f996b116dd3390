-- One row a gap between visits in a placement, with the day by which the next is due (R16): a week after the placement
-- began; six weeks after a visit in its first year; after that three months where it is meant to last to 18 (U1, U4),
-- else six weeks. The closer rules of regulations 19 and 24 need a flag that no return carries.
with stays as (
    select c.authority, c.child_id, c.record_id, p.placement_id, p.placement_type,
        case when p.start_date > c.start_date then p.start_date else c.start_date end as start_date,
        case
            when c.end_date is not null and (p.end_date is null or p.end_date > c.end_date) then c.end_date
            else p.end_date
        end as end_date
    from periods_of_care c
    join placements p on p.authority = c.authority and p.child_id = c.child_id
        and (c.end_date is null or p.start_date < c.end_date)
        and (p.end_date is null or p.end_date > c.start_date)
        and (p.end_date is null or p.end_date > p.start_date)
),
marks as (
    select authority, child_id, record_id, placement_id, placement_type, start_date, end_date, start_date as day,
        0 as is_visit
    from stays
    union
    select s.authority, s.child_id, s.record_id, s.placement_id, s.placement_type, s.start_date, s.end_date,
        v.visit_date as day, 1 as is_visit
    from stays s
    join looked_after_visits v on v.authority = s.authority and v.child_id = s.child_id
        and v.visit_date >= s.start_date and (s.end_date is null or v.visit_date < s.end_date)
        and coalesce(v.child_seen, 'Y') <> 'N'
),
gaps as (
    select m.*,
        lead(m.day) over (
            partition by m.authority, m.record_id, m.placement_id order by m.day, m.is_visit
        ) as next_day
    from marks m
)
select
    g.authority,
    g.child_id,
    g.record_id,
    g.placement_id,
    g.day as from_date,
    coalesce(g.next_day, g.end_date) as to_date,
    case when g.is_visit = 1 then g.day else null end as last_visit_date,
    case
        when g.is_visit = 0 then c.plus_7_days
        when g.day >= y.plus_12_months and g.placement_type in ('U1', 'U4') then c.plus_3_months
        else c.plus_42_days
    end as due_date
from gaps g
left join calendar c on c.day = g.day
left join calendar y on y.day = g.start_date
