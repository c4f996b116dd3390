-- One row a child and day of an application for a care or supervision order (section 31).
select a.authority, a.child_id, min(a.care_application_id) as record_id, a.application_date as event_date
from care_applications a
where a.application_date is not null and a.child_id is not null
group by a.authority, a.child_id, a.application_date
