-- One row a stretch of an own protection plan or a period of care in which no registered social worker is involved
-- with the child. One episode can hold two periods of care, with short breaks between them: each is looked at alone.
with watched as (
    select authority, child_id, record_id, start_date, coalesce(end_date, date '9999-12-31') as end_date,
        'protection plan' as reason
    from protection_plans
    union all
    select authority, child_id, record_id, start_date, coalesce(end_date, date '9999-12-31') as end_date,
        'looked after' as reason
    from periods_of_care
),
workers as (
    select i.authority, i.child_id, i.start_date, coalesce(i.end_date, date '9999-12-31') as end_date
    from involvements i
    join professionals w
        on w.authority = i.authority and w.professional_id = i.professional_id and w.registration_number is not null
    where i.child_id is not null and i.start_date is not null
),
cuts as (
    select authority, child_id, record_id, reason, start_date as watched_from, start_date as day from watched
    union
    select w.authority, w.child_id, w.record_id, w.reason, w.start_date as watched_from, k.start_date as day
    from watched w
    join workers k on k.authority = w.authority and k.child_id = w.child_id
        and k.start_date > w.start_date and k.start_date < w.end_date
    union
    select w.authority, w.child_id, w.record_id, w.reason, w.start_date as watched_from, k.end_date as day
    from watched w
    join workers k on k.authority = w.authority and k.child_id = w.child_id
        and k.end_date > w.start_date and k.end_date < w.end_date
),
pieces as (
    select c.authority, c.child_id, c.record_id, c.day as from_date, c.reason, c.watched_from,
        coalesce(
            lead(c.day) over (partition by c.authority, c.record_id, c.reason, c.watched_from order by c.day), w.end_date
        ) as to_date
    from cuts c
    join watched w
        on w.authority = c.authority and w.record_id = c.record_id and w.reason = c.reason and w.start_date = c.watched_from
),
covered as (
    select distinct p.authority, p.child_id, p.from_date
    from pieces p
    join workers k on k.authority = p.authority and k.child_id = p.child_id
        and k.start_date <= p.from_date and k.end_date > p.from_date
)
select p.authority, p.child_id, p.record_id, p.from_date,
    case when p.to_date = date '9999-12-31' then null else p.to_date end as to_date, p.reason
from pieces p
left join covered c on c.authority = p.authority and c.child_id = p.child_id and c.from_date = p.from_date
where c.child_id is null
