-- One row a time between reviews of a period of care, with the next due date, and until when the latest missed one counts
-- in a look-back of twelve months (R17). In care: within 20 working days, then three months, then every six. Placed for
-- adoption (A3 to A6): within four weeks of the placement, then three months, then every six. Authorised (D1, E1) and not
-- placed: within three months of the authority, or when the next was due if that is sooner, then every six. Meetings of
-- one review (one due date) count once, by the first of them; cancelled ones do not count.
with meetings as (
    select c.authority, c.record_id, c.start_date as entered_care_date, min(r.review_date) as review_date
    from periods_of_care c
    join looked_after_reviews r on r.authority = c.authority and r.child_id = c.child_id
        and r.review_date >= c.start_date and (c.end_date is null or r.review_date <= c.end_date)
        and coalesce(r.cancelled, 'N') <> 'Y'
    group by c.authority, c.record_id, c.start_date, coalesce(r.due_date, r.review_date)
),
adoptions as (
    select authority, child_id, placement_id as spell_id, start_date, coalesce(end_date, date '9999-12-31') as end_date
    from placements
    where placement_type in ('A3', 'A4', 'A5', 'A6') and start_date is not null
        and (end_date is null or end_date > start_date)
),
authorities as (
    select authority, child_id, legal_status_id as spell_id, start_date, coalesce(end_date, date '9999-12-31') as end_date
    from legal_statuses
    where legal_status in ('D1', 'E1') and start_date is not null and (end_date is null or end_date > start_date)
),
spells as (
    select a.*, '3 placed' as mark from adoptions a
    union all
    select a.*, '2 authority' as mark from authorities a
),
-- A spell that goes on from another of its kind begins nothing.
going_on as (
    select s.authority, s.mark, s.spell_id, count(*) as earlier
    from spells s
    join spells e on e.authority = s.authority and e.child_id = s.child_id and e.mark = s.mark
        and e.start_date < s.start_date and e.end_date >= s.start_date
    group by s.authority, s.mark, s.spell_id
),
begun as (
    select c.authority, c.record_id, c.start_date as entered_care_date, s.mark, s.child_id,
        case when s.start_date > c.start_date then s.start_date else c.start_date end as day
    from periods_of_care c
    join spells s on s.authority = c.authority and s.child_id = c.child_id
        and s.end_date > c.start_date and (c.end_date is null or s.start_date < c.end_date)
    left join going_on g on g.authority = s.authority and g.mark = s.mark and g.spell_id = s.spell_id
    where g.earlier is null
),
placed_then as (
    select b.authority, b.record_id, b.entered_care_date, b.mark, b.day, count(*) as placements
    from begun b
    join adoptions a on a.authority = b.authority and a.child_id = b.child_id
        and a.start_date <= b.day and a.end_date > b.day
    where b.mark = '2 authority'
    group by b.authority, b.record_id, b.entered_care_date, b.mark, b.day
),
marks as (
    select authority, record_id, start_date as entered_care_date, start_date as day, '1 care' as mark
    from periods_of_care
    union
    select b.authority, b.record_id, b.entered_care_date, b.day, b.mark
    from begun b
    left join placed_then p on p.authority = b.authority and p.record_id = b.record_id
        and p.entered_care_date = b.entered_care_date and p.mark = b.mark and p.day = b.day
    where p.placements is null
    union
    select authority, record_id, entered_care_date, review_date as day, '4 review' as mark
    from meetings
),
placed_in_time as (
    select m.*,
        row_number() over (partition by authority, record_id, entered_care_date order by day, mark) as place,
        sum(case when mark = '4 review' then 0 else 1 end) over (
            partition by authority, record_id, entered_care_date order by day, mark rows unbounded preceding
        ) as turn,
        max(case when mark = '4 review' then day else null end) over (
            partition by authority, record_id, entered_care_date order by day, mark rows unbounded preceding
        ) as last_review_date
    from marks m
),
numbered as (
    select p.*,
        row_number() over (partition by authority, record_id, entered_care_date, turn order by place) as nth,
        min(mark) over (partition by authority, record_id, entered_care_date, turn) as of_turn
    from placed_in_time p
),
due as (
    select n.*, lead(n.day) over (partition by n.authority, n.record_id, n.entered_care_date order by n.place) as next_day,
        case
            when n.nth = 1 and n.mark = '1 care' then w.minus_1_days
            when n.nth = 1 and n.mark = '3 placed' then c.plus_28_days
            when n.nth = 1 then c.plus_3_months
            when n.nth = 2 and n.of_turn <> '2 authority' then c.plus_3_months
            else c.plus_6_months
        end as own_due_date
    from numbered n
    left join calendar c on c.day = n.day
    left join calendar w on w.day = c.plus_21_working_days
),
agreed as (
    select d.*,
        lag(d.own_due_date) over (partition by d.authority, d.record_id, d.entered_care_date order by d.place)
            as due_before
    from due d
),
settled as (
    select a.*,
        case when a.mark = '2 authority' and a.due_before < a.own_due_date then a.due_before else a.own_due_date end
            as due_date
    from agreed a
),
missed as (
    select s.*, case when s.next_day > s.due_date then c.plus_12_months else null end as missed_counts_until
    from settled s
    left join calendar c on c.day = s.due_date
),
looked_back as (
    select m.*,
        max(m.missed_counts_until) over (
            partition by m.authority, m.record_id, m.entered_care_date order by m.place
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
    b.last_review_date,
    b.due_date,
    b.missed_before_counts_until,
    f.minus_1_days as first_due_date
from looked_back b
join periods_of_care p on p.authority = b.authority and p.record_id = b.record_id and p.start_date = b.entered_care_date
left join calendar c on c.day = p.start_date
left join calendar f on f.day = c.plus_21_working_days
