-- One row an episode of need, from the referral to its close. A referral with no further action opens none (R08); one
-- assessed as not in need is open until it is closed. Young people over 18 still receiving services count (R04).
select r.authority, r.child_id, r.referral_id as record_id, r.referral_date as from_date, r.close_date as to_date,
    r.primary_need
from referrals r
where r.referral_date is not null
    and coalesce(r.no_further_action, 'N') <> 'Y'
    and (r.close_date is null or r.close_date >= r.referral_date)
