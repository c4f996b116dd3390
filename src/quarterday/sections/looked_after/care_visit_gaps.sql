-- One row a time between visits to a looked-after child, with the day by which the next is due (R16): a week after the
-- placement began; six weeks after a visit in its first year; after that three months where it is meant to last to 18
-- (U1, U4), else six weeks. Closer: with parents (P1) under an interim care order (C1), a week until the first review of
-- the period of care and then four weeks; with parents under a care order (C2), a week after the order; placed for
-- adoption (A3 to A6), a week until the first review after the placement. Without any review on record these first
-- reviews are not known, and the general rule stands. A child without a known placement is visited as in one that began
-- with the period of care.
with stretches as (
    select s.authority, s.child_id, s.record_id, s.entered_care_date, s.from_date, s.to_date, s.placement_type,
        s.legal_status, coalesce(s.placement_id, '') as placement_id,
        case when s.placement_start_date > s.entered_care_date then s.placement_start_date else s.entered_care_date end
            as began
    from looked_after_stretches s
),
reviewed as (
    select distinct authority from looked_after_reviews where review_date is not null
),
first_reviews as (
    select s.authority, s.record_id, s.entered_care_date, s.from_date, min(r.review_date) as first_review_date
    from stretches s
    join looked_after_reviews r on r.authority = s.authority and r.child_id = s.child_id
        and coalesce(r.cancelled, 'N') <> 'Y'
        and r.review_date >= case when s.placement_type in ('A3', 'A4', 'A5', 'A6') then s.began else s.entered_care_date end
    group by s.authority, s.record_id, s.entered_care_date, s.from_date
),
orders as (
    select s.authority, s.record_id, s.entered_care_date, s.from_date, max(l.start_date) as order_date
    from stretches s
    join legal_statuses l on l.authority = s.authority and l.child_id = s.child_id
        and l.legal_status = 'C2' and l.start_date <= s.from_date and (l.end_date is null or l.end_date > s.from_date)
    where s.placement_type = 'P1' and s.legal_status = 'C2'
    group by s.authority, s.record_id, s.entered_care_date, s.from_date
),
ruled as (
    select s.*, f.first_review_date, o.order_date,
        case
            when v.authority is null then 'general'
            when s.placement_type = 'P1' and s.legal_status = 'C1' then 'interim order'
            when s.placement_type in ('A3', 'A4', 'A5', 'A6') then 'adoption'
            else 'general'
        end as regime
    from stretches s
    left join reviewed v on v.authority = s.authority
    left join first_reviews f on f.authority = s.authority and f.record_id = s.record_id
        and f.entered_care_date = s.entered_care_date and f.from_date = s.from_date
    left join orders o on o.authority = s.authority and o.record_id = s.record_id
        and o.entered_care_date = s.entered_care_date and o.from_date = s.from_date
),
visits as (
    select distinct authority, child_id, visit_date from looked_after_visits
    where visit_date is not null and coalesce(child_seen, 'Y') <> 'N'
),
cuts as (
    select r.authority, r.record_id, r.entered_care_date, r.from_date, r.from_date as day from ruled r
    union
    select r.authority, r.record_id, r.entered_care_date, r.from_date, v.visit_date as day
    from ruled r
    join visits v on v.authority = r.authority and v.child_id = r.child_id
        and v.visit_date > r.from_date and (r.to_date is null or v.visit_date < r.to_date)
    union
    select r.authority, r.record_id, r.entered_care_date, r.from_date, r.first_review_date as day
    from ruled r
    where r.regime <> 'general' and r.first_review_date > r.from_date
        and (r.to_date is null or r.first_review_date < r.to_date)
),
pieces as (
    select r.authority, r.child_id, r.record_id, r.entered_care_date, r.placement_id, r.began, r.placement_type,
        r.legal_status, r.regime, r.order_date, k.day as from_date,
        coalesce(
            lead(k.day) over (partition by k.authority, k.record_id, k.entered_care_date, k.from_date order by k.day),
            r.to_date
        ) as to_date,
        case when r.regime <> 'general' and (r.first_review_date is null or r.first_review_date > k.day) then 1 else 0 end
            as weekly
    from cuts k
    join ruled r on r.authority = k.authority and r.record_id = k.record_id
        and r.entered_care_date = k.entered_care_date and r.from_date = k.from_date
),
visited as (
    select p.authority, p.record_id, p.entered_care_date, p.from_date, max(v.visit_date) as last_visit_date
    from pieces p
    join visits v on v.authority = p.authority and v.child_id = p.child_id
        and v.visit_date >= p.began and v.visit_date <= p.from_date
    group by p.authority, p.record_id, p.entered_care_date, p.from_date
),
known as (
    select p.*, v.last_visit_date, coalesce(v.last_visit_date, p.began) as since
    from pieces p
    left join visited v on v.authority = p.authority and v.record_id = p.record_id
        and v.entered_care_date = p.entered_care_date and v.from_date = p.from_date
)
select
    k.authority,
    k.child_id,
    k.record_id,
    k.placement_id,
    k.from_date,
    k.to_date,
    k.last_visit_date,
    case
        when k.last_visit_date is null or k.weekly = 1 then c.plus_7_days
        when k.last_visit_date < k.order_date then o.plus_7_days
        when k.regime = 'interim order' then c.plus_28_days
        when k.placement_type in ('U1', 'U4') and k.last_visit_date >= y.plus_12_months then c.plus_3_months
        else c.plus_42_days
    end as due_date
from known k
left join calendar c on c.day = k.since
left join calendar y on y.day = k.began
left join calendar o on o.day = k.order_date
