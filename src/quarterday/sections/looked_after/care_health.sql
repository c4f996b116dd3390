-- One row a stretch of a period of care between two events of the child's health or conduct (an assessment or a dental
-- check done, a questionnaire scored, a conviction or caution, substance misuse identified), with the latest of each.
with happened as (
    select authority, child_id, check_date as day, 'assessment' as kind
    from health_checks
    where check_type = 'Health Assessment' and check_status = 'Completed'
    union
    select authority, child_id, check_date as day, 'dental' as kind
    from health_checks
    where check_type = 'Dental Check' and check_status = 'Completed'
    union
    select authority, child_id, completed_date as day, 'score' as kind
    from strengths_and_difficulties_scores
    where score is not null
    union
    select authority, child_id, conviction_date as day, 'conviction' as kind from convictions
    union
    select authority, child_id, identified_date as day, 'misuse' as kind from substance_misuse
),
in_care as (
    select c.authority, c.child_id, c.start_date, h.day, h.kind,
        lag(h.day) over (partition by c.authority, c.child_id, c.start_date, h.kind order by h.day) as day_before
    from periods_of_care c
    join happened h on h.authority = c.authority and h.child_id = c.child_id
        and h.day >= c.start_date and (c.end_date is null or h.day < c.end_date)
),
days as (
    select authority, child_id, start_date, start_date as day from periods_of_care
    union
    select authority, child_id, start_date, day from in_care
),
marked as (
    select d.authority, d.child_id, d.start_date, d.day,
        max(case when i.kind = 'assessment' then i.day else null end) as assessed,
        max(case when i.kind = 'assessment' then i.day_before else null end) as assessed_before,
        max(case when i.kind = 'dental' then i.day else null end) as dental,
        max(case when i.kind = 'score' then i.day else null end) as scored,
        max(case when i.kind = 'conviction' then i.day else null end) as convicted,
        max(case when i.kind = 'misuse' then i.day else null end) as misuse
    from days d
    left join in_care i on i.authority = d.authority and i.child_id = d.child_id and i.start_date = d.start_date
        and i.day = d.day
    group by d.authority, d.child_id, d.start_date, d.day
),
so_far as (
    select m.authority, m.child_id, m.start_date, m.day as from_date,
        lead(m.day) over (partition by m.authority, m.child_id, m.start_date order by m.day) as next_day,
        max(m.assessed) over (
            partition by m.authority, m.child_id, m.start_date order by m.day rows unbounded preceding
        ) as last_assessment_date,
        max(m.assessed_before) over (
            partition by m.authority, m.child_id, m.start_date order by m.day rows unbounded preceding
        ) as assessment_before_date,
        max(m.dental) over (
            partition by m.authority, m.child_id, m.start_date order by m.day rows unbounded preceding
        ) as last_dental_date,
        max(m.scored) over (
            partition by m.authority, m.child_id, m.start_date order by m.day rows unbounded preceding
        ) as last_score_date,
        max(m.convicted) over (
            partition by m.authority, m.child_id, m.start_date order by m.day rows unbounded preceding
        ) as last_conviction_date,
        max(m.misuse) over (
            partition by m.authority, m.child_id, m.start_date order by m.day rows unbounded preceding
        ) as last_misuse_date
    from marked m
),
scores as (
    select authority, child_id, completed_date, score,
        row_number() over (partition by authority, child_id, completed_date order by score_id desc) as place
    from strengths_and_difficulties_scores
    where score is not null
)
select
    s.authority,
    s.child_id,
    c.record_id,
    s.from_date,
    coalesce(s.next_day, c.end_date) as to_date,
    e.plus_12_months as reaches_twelve_months,
    b.birthday_5,
    b.birthday_10,
    b.birthday_17,
    s.last_assessment_date,
    s.assessment_before_date,
    s.last_dental_date,
    s.last_score_date,
    z.score,
    s.last_conviction_date,
    s.last_misuse_date,
    i.up_to_date as immunised
from so_far s
join periods_of_care c on c.authority = s.authority and c.child_id = s.child_id and c.start_date = s.start_date
left join calendar e on e.day = s.start_date
left join people k on k.authority = s.authority and k.child_id = s.child_id
left join calendar b on b.day = k.date_of_birth
left join scores z on z.authority = s.authority and z.child_id = s.child_id and z.completed_date = s.last_score_date
    and z.place = 1
left join immunisations i on i.authority = s.authority and i.child_id = s.child_id
