-- One row a period of care from its second review on (meetings with one due date are one review, R17): whether a care
-- plan in force at the end of that day named an aim of permanence.
with reviews as (
    select c.authority, c.child_id, c.record_id, c.start_date, c.end_date, min(r.review_date) as review_date
    from periods_of_care c
    join looked_after_reviews r on r.authority = c.authority and r.child_id = c.child_id
        and r.review_date >= c.start_date and (c.end_date is null or r.review_date <= c.end_date)
        and coalesce(r.cancelled, 'N') <> 'Y'
    group by c.authority, c.child_id, c.record_id, c.start_date, c.end_date, coalesce(r.due_date, r.review_date)
),
days as (
    select distinct authority, child_id, record_id, start_date, end_date, review_date from reviews
),
numbered as (
    select d.*, row_number() over (partition by d.authority, d.child_id, d.start_date order by d.review_date) as place
    from days d
)
select n.authority, n.child_id, n.record_id, n.review_date as from_date, n.end_date as to_date,
    max(case when p.care_plan_id is not null then 'Y' else 'N' end) as permanence_planned
from numbered n
left join care_plans p on p.authority = n.authority and p.child_id = n.child_id and p.permanence_aims is not null
    and p.start_date <= n.review_date and (p.end_date is null or p.end_date > n.review_date)
where n.place = 2
group by n.authority, n.child_id, n.record_id, n.review_date, n.end_date
