-- One row a review held (child in need, protection, looked after), with whether its record is on the child's file.
select r.authority, r.child_id, r.review_record_id as record_id, r.review_date as event_date, r.review_type,
    r.record_present
from review_records r
where r.review_date is not null and r.record_present is not null
