-- One row an adoption, on the day the child ceased to be looked after, with the days from entering care to moving in:
-- to the day placed for adoption; where that family fostered the child before, to the day the child came to them.
with placed as (
    select c.authority, c.child_id, c.record_id, c.start_date, c.end_date, p.placed_for_adoption_date, p.adopted_by_carer,
        p.placed_fostering_for_adoption_date,
        row_number() over (
            partition by c.authority, c.child_id, c.start_date
            order by p.placed_for_adoption_date desc, p.permanence_id desc
        ) as place
    from periods_of_care c
    join permanence p on p.authority = c.authority and p.child_id = c.child_id
        and p.placed_for_adoption_date >= c.start_date and p.placed_for_adoption_date <= c.end_date
    where c.end_reason in ('E11', 'E12')
),
with_carer as (
    select p.authority, p.child_id, p.start_date, max(r.run_start_date) as run_start_date
    from placed p
    join placement_runs r on r.authority = p.authority and r.child_id = p.child_id
        and r.run_start_date <= p.placed_for_adoption_date
    where p.place = 1 and p.adopted_by_carer = 'Y'
    group by p.authority, p.child_id, p.start_date
),
moved_in as (
    select p.authority, p.child_id, p.record_id, p.start_date, p.end_date,
        case
            when p.placed_fostering_for_adoption_date <= p.placed_for_adoption_date
                then p.placed_fostering_for_adoption_date
            when w.run_start_date is not null then w.run_start_date
            else p.placed_for_adoption_date
        end as moved_in_date
    from placed p
    left join with_carer w on w.authority = p.authority and w.child_id = p.child_id and w.start_date = p.start_date
    where p.place = 1
)
select m.authority, m.child_id, m.record_id, m.end_date as event_date, m.moved_in_date,
    case when m.moved_in_date > m.start_date then t.day_number - f.day_number else 0 end as days
from moved_in m
left join calendar f on f.day = m.start_date
left join calendar t on t.day = m.moved_in_date
