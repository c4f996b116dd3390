-- One row a review held (child in need, protection, looked after), with whether its record is on the child's file (not
-- known: not shown to be there, so not counted as present).
select r.authority, r.child_id, r.review_record_id as record_id, r.review_date as event_date,
    coalesce(r.review_type, 'not known') as review_type,
    r.record_present
from review_records r
where r.review_date is not null
