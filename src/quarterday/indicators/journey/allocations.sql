-- Who holds each child, and in which team, at every date: of the allocated involvements open then, the one that
-- started last, then the greatest id (CONTRACTS, Definitions). Pieces of one child never overlap.
with allocated as (
    select i.authority, i.child_id, i.involvement_id, i.professional_id, i.team_id,
        i.start_date, i.end_date
    from involvements i
    where i.role in ('CW', 'ALLOCATED CASE WORKER')
        and i.child_id is not null
        and i.start_date is not null
        and (i.end_date is null or i.end_date > i.start_date)
),
boundaries as (
    select authority, child_id, start_date as day from allocated
    union
    select authority, child_id, end_date as day from allocated where end_date is not null
),
pieces as (
    select authority, child_id, day as from_date,
        lead(day) over (partition by authority, child_id order by day) as to_date
    from boundaries
),
held as (
    select p.authority, p.child_id, p.from_date, p.to_date, a.professional_id, a.team_id,
        row_number() over (
            partition by p.authority, p.child_id, p.from_date
            order by a.start_date desc, a.involvement_id desc
        ) as place
    from pieces p
    join allocated a
        on a.authority = p.authority
        and a.child_id = p.child_id
        and a.start_date <= p.from_date
        and (a.end_date is null or a.end_date > p.from_date)
)
select
    h.authority,
    h.child_id,
    h.from_date,
    h.to_date,
    h.professional_id,
    h.team_id,
    t.name as team_name,
    case when w.registration_number is not null then 'Y' else 'N' end as social_worker
from held h
left join teams t on t.authority = h.authority and t.team_id = h.team_id
left join professionals w on w.authority = h.authority and w.professional_id = h.professional_id
where h.place = 1
