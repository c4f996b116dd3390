-- One row an episode of need, from the referral to its close. A referral with no further action opens none (R08); one
-- assessed as not in need is open until it is closed. Young people over 18 still receiving services count (R04). With the
-- ages of the episode (R02), and whether the child has a recorded disability.
select r.authority, r.child_id, r.referral_id as record_id, r.referral_date as from_date, r.close_date as to_date,
    r.primary_need,
    p.disability as recorded_disability,
    c.plus_3_months as reaches_3_months,
    c.plus_6_months as reaches_6_months,
    c.plus_12_months as reaches_12_months,
    c.plus_24_months as reaches_24_months
from referrals r
left join people p on p.authority = r.authority and p.child_id = r.child_id
left join calendar c on c.day = r.referral_date
where r.referral_date is not null
    and coalesce(r.no_further_action, 'N') <> 'Y'
    and (r.close_date is null or r.close_date >= r.referral_date)
