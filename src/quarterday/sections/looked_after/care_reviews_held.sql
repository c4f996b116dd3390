-- One row a review held in a period of care, on the day of its first meeting: meetings with one due date are one review
-- (R17), cancelled ones are none. The child took part who did so at any of its meetings (PN4 attends, but says nothing).
with meetings as (
    select c.authority, c.child_id, c.start_date, r.looked_after_review_id, r.review_date, r.participation,
        coalesce(r.due_date, r.review_date) as review
    from periods_of_care c
    join looked_after_reviews r on r.authority = c.authority and r.child_id = c.child_id
        and r.review_date >= c.start_date and (c.end_date is null or r.review_date <= c.end_date)
        and coalesce(r.cancelled, 'N') <> 'Y'
)
select m.authority, m.child_id, min(m.looked_after_review_id) as record_id, min(m.review_date) as event_date,
    max(case when m.participation in ('PN1', 'PN2', 'PN3', 'PN5', 'PN6') then 'Y' else 'N' end) as took_part,
    k.birthday_4
from meetings m
left join people k on k.authority = m.authority and k.child_id = m.child_id
group by m.authority, m.child_id, m.start_date, m.review, k.birthday_4
