-- One row a child in need review from its date until its record is written, with the day the record was due.
select r.authority, r.child_id, r.child_in_need_review_id as record_id, r.review_date as from_date,
    r.record_date as to_date, l.due_date
from child_in_need_reviews r
left join deadlines l
    on l.authority = r.authority and l.day = r.review_date and l.name = 'record limit' and l.subject = 'child in need'
where r.review_date is not null
