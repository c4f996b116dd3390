-- One row an episode of need as DfE counts its flows: opened by a referral that counts (R06), neither closed there with no
-- further action nor, after assessment, as not in need (R08). One closed before it opened began and ended that day.
select r.authority, r.child_id, r.referral_id as record_id, r.referral_date as from_date, r.close_date as to_date,
    r.close_reason
from counted_referrals r
where coalesce(r.no_further_action, 'N') <> 'Y' and coalesce(r.close_reason, 'open') not in ('RC8', 'RC9')
