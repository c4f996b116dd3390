-- One row a referral that counts (R06) and on which a decision is on record, with the working days to its first decision.
with decided as (
    select d.authority, d.referral_id, min(d.decision_date) as decision_date
    from referral_decisions d
    where d.decision_date is not null
    group by d.authority, d.referral_id
)
select
    r.authority,
    r.child_id,
    r.referral_id as record_id,
    r.referral_date as event_date,
    r.source,
    d.decision_date,
    e.working_day_count - s.working_day_count as working_days
from counted_referrals r
join decided d on d.authority = r.authority and d.referral_id = r.referral_id
left join calendar s on s.day = r.referral_date
left join calendar e on e.day = d.decision_date
