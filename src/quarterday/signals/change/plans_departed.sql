-- Own protection plans after which the child went to another authority: the episode was closed as transferred (RC5) on
-- the plan's last day or within ten working days after it (CONTRACTS, Definitions), or another authority's plan began then.
select p.child_id, p.end_date as day
from protection_plans p
join calendar e on e.day = p.end_date
join referrals r on r.authority = p.authority and r.child_id = p.child_id and r.close_reason = 'RC5'
    and r.close_date >= p.end_date
join calendar c on c.day = r.close_date
where c.working_day_count <= e.working_day_count + 10
union
select p.child_id, p.end_date as day
from protection_plans p
join calendar e on e.day = p.end_date
join child_protection_plans o on o.authority = p.authority and o.child_id = p.child_id and o.other_authority_plan = 'Y'
    and o.start_date >= p.end_date
join calendar c on c.day = o.start_date
where c.working_day_count <= e.working_day_count + 10
