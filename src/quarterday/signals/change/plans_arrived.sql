-- Own protection plans that began by transfer: made at a conference for a family moving in, the first of a referral that
-- says so, or begun while another authority's plan of the child was still open (its last day included).
select p.child_id, p.start_date as day
from protection_plans p
join initial_child_protection_conferences i on i.authority = p.authority and i.child_id = p.child_id
    and i.child_protection_plan_id = p.child_protection_plan_id
where i.transfer_in = 'Y'
union
select p.child_id, p.start_date as day
from protection_plans p
join child_protection_plans r on r.authority = p.authority and r.child_protection_plan_id = p.child_protection_plan_id
join initial_child_protection_conferences i on i.authority = p.authority and i.conference_id = r.conference_id
where i.transfer_in = 'Y'
union
select p.child_id, p.start_date as day
from protection_plans p
join referrals r on r.authority = p.authority and r.referral_id = p.referral_id and r.child_id = p.child_id
where r.child_protection_transfer_in = 'Y' and (p.previous_end_date is null or p.previous_end_date <= r.referral_date)
union
select p.child_id, p.start_date as day
from protection_plans p
join child_protection_plans o on o.authority = p.authority and o.child_id = p.child_id and o.other_authority_plan = 'Y'
    and o.start_date < p.start_date and (o.end_date is null or o.end_date >= p.start_date)
