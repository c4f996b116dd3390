-- One row a protection plan that ended and steps down to support as a child in need (R38): left out are children who
-- turned 18, died or were adopted by the end of the time of support, were looked after on that day, or whose episode
-- was closed as transferred (RC5) within ten working days. Support: a child in need plan open, without a gap of more
-- than five days, from the limit of the settings (ten working days) at the latest to the end of the time of support of
-- the settings (three months); a plan that was never open is none.
with ended as (
    select p.authority, p.child_id, p.record_id, p.referral_id, p.end_date,
        c.working_day_count, l.due_date as limit_date, l.in_time_to, u.due_date as support_until
    from protection_plans p
    join calendar c on c.day = p.end_date
    join deadlines l on l.authority = p.authority and l.day = p.end_date and l.name = 'step-down limit'
    join deadlines u on u.authority = p.authority and u.day = p.end_date and u.name = 'step-down support'
    where p.end_date is not null and p.ended_by_birthday = 'N'
),
closed as (
    select r.authority, r.child_id, r.close_date, r.close_reason, c.working_day_count
    from referrals r
    join calendar c on c.day = r.close_date
    where r.close_reason in ('RC1', 'RC2', 'RC5')
),
left_out as (
    select e.authority, e.record_id, count(*) as reasons
    from ended e
    left join people k on k.authority = e.authority and k.child_id = e.child_id
    left join periods_of_care l on l.authority = e.authority and l.child_id = e.child_id
        and l.start_date <= e.end_date and (l.end_date is null or l.end_date > e.end_date)
    left join closed r on r.authority = e.authority and r.child_id = e.child_id
        and r.close_date >= e.end_date
        and ((r.close_reason = 'RC5' and r.working_day_count <= e.working_day_count + 10)
            or (r.close_reason in ('RC1', 'RC2') and r.close_date <= e.support_until))
    where l.child_id is not null
        or r.child_id is not null
        or k.birthday_18 <= e.support_until
        or k.death_date <= e.support_until
    group by e.authority, e.record_id
),
again as (
    select e.authority, e.record_id, count(*) as times
    from ended e
    left join protection_plans p on p.authority = e.authority and p.child_id = e.child_id
        and p.start_date > e.end_date and p.start_date <= e.support_until
    left join periods_of_care l on l.authority = e.authority and l.child_id = e.child_id
        and l.start_date > e.end_date and l.start_date <= e.support_until
    where p.child_id is not null or l.child_id is not null
    group by e.authority, e.record_id
),
support as (
    select e.authority, e.record_id, n.start_date, coalesce(n.end_date, date '9999-12-31') as end_date
    from ended e
    join need_plans n on n.authority = e.authority and n.child_id = e.child_id
        and n.start_date <= e.support_until
        and coalesce(n.end_date, date '9999-12-31') > e.end_date
        and coalesce(n.end_date, date '9999-12-31') > n.start_date
),
bridged as (
    select s.*, c.plus_5_days as bridged_to
    from support s
    left join calendar c on c.day = s.end_date
),
chained as (
    select b.*,
        max(coalesce(bridged_to, date '9999-12-31')) over (
            partition by authority, record_id order by start_date, end_date
            rows between unbounded preceding and 1 preceding
        ) as reached
    from bridged b
),
summary as (
    select authority, record_id,
        min(start_date) as first_start,
        max(end_date) as last_end,
        max(case when start_date > reached then start_date else null end) as began_again
    from chained
    group by authority, record_id
)
select e.authority, e.child_id, e.record_id, e.end_date, e.limit_date, e.support_until,
    case when s.first_start <= e.in_time_to then 'Y' else 'N' end as plan_in_time,
    case
        when coalesce(s.began_again, s.first_start) <= e.in_time_to and s.last_end >= e.support_until then 'Y'
        else 'N'
    end as three_months_support,
    case when a.times is not null then 'Y' else 'N' end as re_escalated
from ended e
left join left_out x on x.authority = e.authority and x.record_id = e.record_id
left join again a on a.authority = e.authority and a.record_id = e.record_id
left join summary s on s.authority = e.authority and s.record_id = e.record_id
where x.reasons is null
