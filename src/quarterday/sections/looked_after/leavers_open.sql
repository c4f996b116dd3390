-- One row a care leaver: from the day they last left care, at 16 or later (without care in the records: from 18 where
-- former relevant, else from 16), to the 25th birthday or death.
with begun as (
    select l.*,
        case
            when l.last_end_date > l.birthday_16 then l.last_end_date
            when l.last_end_date is null and l.eligibility = 'Former relevant'
                then coalesce(l.birthday_18, date '1990-01-01')
            else coalesce(l.birthday_16, l.last_end_date, date '1990-01-01')
        end as from_date
    from leavers l
    where l.still_in_care = 0
)
select b.authority, b.child_id, b.care_leaver_id as record_id, b.from_date,
    case when b.death_date is null or b.death_date > b.birthday_25 then b.birthday_25 else b.death_date end as to_date,
    b.eligibility, b.in_touch, b.personal_adviser_id, b.birthday_17, b.birthday_19, b.birthday_22,
    b.pathway_plan_review_date, c.plus_6_months as pathway_plan_due_date
from begun b
left join calendar c on c.day = b.pathway_plan_review_date
