-- One row a referral that counts (R06), with the referral before it, and the first re-referral of the child on or after
-- it: an earlier referral on or after the same day of the year before makes one (R07).
select
    r.authority,
    r.child_id,
    r.referral_id as record_id,
    r.referral_date as event_date,
    r.source,
    r.no_further_action,
    r.close_reason,
    r.previous_referral_date,
    r.twelve_months_before,
    min(case when r.previous_referral_date >= r.twelve_months_before then r.referral_date else null end) over (
        partition by r.authority, coalesce(r.child_id, r.referral_id)
        order by r.referral_date
        rows between current row and unbounded following
    ) as re_referred_by
from counted_referrals r
