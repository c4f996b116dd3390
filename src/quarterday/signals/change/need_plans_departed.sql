-- Child in need plans after which the child went to another authority: the episode was closed as transferred (RC5) on the
-- plan's last day or within ten working days after it.
select n.child_id, n.end_date as day
from need_plans n
join calendar e on e.day = n.end_date
join referrals r on r.authority = n.authority and r.child_id = n.child_id and r.close_reason = 'RC5'
    and r.close_date >= n.end_date
join calendar c on c.day = r.close_date
where c.working_day_count <= e.working_day_count + 10
