-- One row a time between reviews of a period of care, with the next due date: within 20 working days, then three
-- months, then every six (R17); and until when the latest missed one counts in a look-back of twelve months.
with held as (
    select c.authority, c.record_id, r.review_date,
        row_number() over (partition by c.authority, c.record_id order by r.review_date) as place
    from periods_of_care c
    join looked_after_reviews r on r.authority = c.authority and r.child_id = c.child_id
        and r.review_date >= c.start_date and (c.end_date is null or r.review_date <= c.end_date)
        and coalesce(r.cancelled, 'N') <> 'Y'
),
marks as (
    select authority, record_id, start_date as day, 0 as place from periods_of_care
    union all
    select authority, record_id, review_date as day, place from held
),
steps as (
    select m.*, lead(m.day) over (partition by m.authority, m.record_id order by m.place) as next_day
    from marks m
),
due as (
    select s.authority, s.record_id, s.day, s.place, s.next_day,
        case
            when s.place = 0 then w.minus_1_days
            when s.place = 1 then c.plus_3_months
            else c.plus_6_months
        end as due_date
    from steps s
    left join calendar c on c.day = s.day
    left join calendar w on w.day = c.plus_21_working_days
),
missed as (
    select d.*, case when d.next_day > d.due_date then c.plus_12_months else null end as missed_counts_until
    from due d
    left join calendar c on c.day = d.due_date
),
looked_back as (
    select m.*,
        max(m.missed_counts_until) over (
            partition by m.authority, m.record_id order by m.place
            rows between unbounded preceding and 1 preceding
        ) as missed_before_counts_until
    from missed m
)
select
    p.authority,
    p.child_id,
    p.record_id,
    b.day as from_date,
    coalesce(b.next_day, p.end_date) as to_date,
    case when b.place > 0 then b.day else null end as last_review_date,
    b.due_date,
    b.missed_before_counts_until,
    f.minus_1_days as first_due_date
from looked_back b
join periods_of_care p on p.authority = b.authority and p.record_id = b.record_id
left join calendar c on c.day = p.start_date
left join calendar f on f.day = c.plus_21_working_days
