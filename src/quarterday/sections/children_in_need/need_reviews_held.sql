-- One row a child in need review, at its date: whether its record was written within the limit, and who chaired it.
select r.authority, r.child_id, r.child_in_need_review_id as record_id, r.review_date as event_date,
    r.record_date, l.in_time_to as record_in_time_to,
    case when m.subject is not null then 'Y' else 'N' end as manager_chaired,
    r.chair_role
from child_in_need_reviews r
left join deadlines l
    on l.authority = r.authority and l.day = r.review_date and l.name = 'record limit' and l.subject = 'child in need'
left join settings m
    on m.authority = r.authority and m.name = 'manager role' and m.subject = r.chair_role
    and m.from_date <= r.review_date and (m.to_date is null or m.to_date > r.review_date)
where r.review_date is not null
