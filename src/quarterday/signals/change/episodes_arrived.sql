-- Episodes of need of a family moving in from another authority, as the referral says.
select r.child_id, r.referral_date as day
from referrals r
where r.child_protection_transfer_in = 'Y'
