-- One row a review conference, at its date, with whether enough agencies came and how the child took part.
select r.authority, r.child_id, r.child_protection_review_id as record_id, r.review_date as event_date, r.participation,
    case when r.quorate in ('Y', 'y', 'Yes', 'YES', 'yes', 'TRUE', 'True', 'true', '1') then 'Y' else 'N' end as quorate
from child_protection_reviews r
where r.review_date is not null
