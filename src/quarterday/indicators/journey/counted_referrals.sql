-- One row a referral. A referral of a child with an open episode is none (R06); several of one child on one day
-- count once; a referral that led to no further action opens no episode. An episode closed on a day is closed that day, and
-- one closed before it opened was never open.
with dated as (
    select r.*,
        row_number() over (
            partition by authority, coalesce(child_id, referral_id), referral_date order by referral_id
        ) as place
    from referrals r
    where r.referral_date is not null
),
opened as (
    select d.*,
        max(
            case
                when coalesce(d.no_further_action, 'N') = 'Y' then d.referral_date
                else coalesce(d.close_date, date '9999-12-31')
            end
        ) over (
            partition by authority, coalesce(child_id, referral_id)
            order by referral_date
            rows between unbounded preceding and 1 preceding
        ) as open_to
    from dated d
    where d.place = 1
),
counted as (
    select o.*,
        lag(o.referral_date) over (
            partition by authority, coalesce(child_id, referral_id) order by referral_date
        ) as previous_referral_date
    from opened o
    where o.open_to is null or o.open_to <= o.referral_date
)
select
    c.authority,
    c.child_id,
    c.referral_id,
    c.referral_date,
    c.source,
    c.no_further_action,
    c.close_reason,
    case when c.close_date < c.referral_date then c.referral_date else c.close_date end as close_date,
    c.previous_referral_date,
    d.minus_12_months as twelve_months_before
from counted c
left join calendar d on d.day = c.referral_date
