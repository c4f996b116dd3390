-- One row a 17th to 21st birthday of a care leaver who had been looked after before it, no longer was that day and was
-- alive; and whether they left care on the 18th birthday from a foster carer.
with birthdays as (
    select l.*, l.birthday_17 as event_date, 17 as age from leavers l
    union all
    select l.*, l.birthday_18 as event_date, 18 as age from leavers l
    union all
    select l.*, l.birthday_19 as event_date, 19 as age from leavers l
    union all
    select l.*, l.birthday_20 as event_date, 20 as age from leavers l
    union all
    select l.*, l.birthday_21 as event_date, 21 as age from leavers l
),
last_placements as (
    select l.authority, l.child_id, p.placement_type,
        row_number() over (
            partition by l.authority, l.child_id order by p.start_date desc, p.placement_id desc
        ) as place
    from leavers l
    join periods_of_care c on c.authority = l.authority and c.child_id = l.child_id and c.end_date = l.birthday_18
    join placements p on p.authority = c.authority and p.child_id = c.child_id
        and p.start_date < c.end_date and (p.end_date is null or p.end_date >= c.end_date)
)
select b.authority, b.child_id, b.care_leaver_id as record_id, b.event_date, b.age, b.eligibility, b.in_touch,
    b.accommodation, b.accommodation_suitability, b.activity, b.personal_adviser_id,
    case when p.placement_type in ('U1', 'U2', 'U3', 'U4', 'U5', 'U6') then 'Y' else 'N' end as left_foster_carer_at_18
from birthdays b
left join periods_of_care c on c.authority = b.authority and c.child_id = b.child_id
    and c.start_date <= b.event_date and (c.end_date is null or c.end_date > b.event_date)
left join last_placements p on p.authority = b.authority and p.child_id = b.child_id and p.place = 1
where b.event_date is not null
    and c.child_id is null
    and (b.first_start_date is null or b.first_start_date < b.event_date)
    and (b.death_date is null or b.death_date > b.event_date)
