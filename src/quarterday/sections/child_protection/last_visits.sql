-- One row a time on a plan after a visit: [visit, next visit or end), with whether the child was seen at that visit, and
-- alone. Visits before the birth are left out: nobody could be seen (R03). Several visits of a day are one.
with visited as (
    select p.authority, p.child_id, p.record_id, p.end_date, v.visit_date,
        max(case when v.child_seen = 'Y' then 'Y' else 'N' end) as child_seen,
        max(case when v.child_seen_alone = 'Y' then 'Y' else 'N' end) as child_seen_alone
    from protection_plans p
    join child_protection_visits v
        on v.authority = p.authority
        and v.child_id = p.child_id
        and v.visit_date >= p.start_date
        and (p.end_date is null or v.visit_date < p.end_date)
    left join people c on c.authority = p.authority and c.child_id = p.child_id
    where c.child_id is null
        or c.date_of_birth <= v.visit_date
        or (c.date_of_birth is null and c.expected_date_of_birth is null)
    group by p.authority, p.child_id, p.record_id, p.end_date, v.visit_date
)
select v.authority, v.child_id, v.record_id, v.visit_date as from_date,
    coalesce(lead(v.visit_date) over (partition by v.authority, v.record_id order by v.visit_date), v.end_date) as to_date,
    v.child_seen, v.child_seen_alone
from visited v
