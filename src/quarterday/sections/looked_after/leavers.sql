-- One row a young person entitled to leaving care support, from the child's latest row of care leavers (by contact, then
-- by id): recorded as relevant or former relevant or, where no eligibility is recorded, looked after for 13 weeks since
-- the 14th birthday and for some of it after the 16th (R22), short breaks left out (R18). The list has no dates of its
-- own, so what it says is as known at the submission.
with latest as (
    select l.*,
        row_number() over (
            partition by l.authority, l.child_id
            order by coalesce(l.latest_contact_date, date '1900-01-01') desc, l.care_leaver_id desc
        ) as place
    from care_leavers l
    where l.child_id is not null
),
care as (
    select c.authority, c.child_id, min(c.start_date) as first_start_date, max(c.end_date) as last_end_date,
        max(case when c.end_date is null then 1 else 0 end) as still_in_care,
        sum(case when c.end_date > s.day then e.day_number - s.day_number else 0 end) as days_since_14,
        max(case when c.end_date > b.birthday_16 then 1 else 0 end) as after_16
    from periods_of_care c
    left join people k on k.authority = c.authority and k.child_id = c.child_id
    left join calendar b on b.day = k.date_of_birth
    left join calendar s on s.day = case when c.start_date > b.birthday_14 then c.start_date else b.birthday_14 end
    left join calendar e on e.day = c.end_date
    group by c.authority, c.child_id
)
select
    l.authority,
    l.child_id,
    l.care_leaver_id,
    l.eligibility,
    l.in_touch,
    l.accommodation,
    l.accommodation_suitability,
    l.activity,
    l.pathway_plan_review_date,
    l.personal_adviser_id,
    k.death_date,
    b.birthday_16,
    b.birthday_17,
    b.birthday_18,
    b.birthday_19,
    b.birthday_20,
    b.birthday_21,
    b.birthday_22,
    b.birthday_25,
    c.first_start_date,
    c.last_end_date,
    coalesce(c.still_in_care, 0) as still_in_care
from latest l
left join people k on k.authority = l.authority and k.child_id = l.child_id
left join calendar b on b.day = k.date_of_birth
left join care c on c.authority = l.authority and c.child_id = l.child_id
where l.place = 1
    and (l.eligibility in ('Relevant', 'Former relevant')
        or (l.eligibility is null and c.days_since_14 >= 91 and c.after_16 = 1))
