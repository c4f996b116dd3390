-- Episodes of need that were closed as transferred to another authority (RC5).
select r.child_id, r.close_date as day
from referrals r
where r.close_reason = 'RC5'
