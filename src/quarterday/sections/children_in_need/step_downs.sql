-- One row a protection plan that ended and steps down to support as a child in need (R38): left out are children who
-- turned 18 at or within three months after it, died, were adopted, were looked after on that day, or whose episode was
-- closed as transferred (RC5) within ten working days. Support: a child in need plan open, without a gap of more than
-- five days, from ten working days after the end at the latest to three months after it.
with ended as (
    select p.authority, p.child_id, p.record_id, p.referral_id, p.end_date,
        c.plus_10_working_days as limit_date, c.plus_3_months as three_months_on
    from protection_plans p
    join calendar c on c.day = p.end_date
    where p.end_date is not null and p.ended_by_birthday = 'N'
),
left_out as (
    select e.authority, e.record_id, count(*) as reasons
    from ended e
    left join people k on k.authority = e.authority and k.child_id = e.child_id
    left join periods_of_care l on l.authority = e.authority and l.child_id = e.child_id
        and l.start_date <= e.end_date and (l.end_date is null or l.end_date > e.end_date)
    left join referrals r on r.authority = e.authority and r.child_id = e.child_id
        and r.close_date >= e.end_date
        and ((r.close_reason = 'RC5' and r.close_date <= e.limit_date)
            or (r.close_reason = 'RC1' and r.close_date <= e.three_months_on))
    where l.child_id is not null
        or r.child_id is not null
        or k.birthday_18 < e.three_months_on
        or k.death_date <= e.three_months_on
    group by e.authority, e.record_id
),
again as (
    select e.authority, e.record_id, count(*) as times
    from ended e
    left join protection_plans p on p.authority = e.authority and p.child_id = e.child_id
        and p.start_date > e.end_date and p.start_date < e.three_months_on
    left join periods_of_care l on l.authority = e.authority and l.child_id = e.child_id
        and l.start_date > e.end_date and l.start_date < e.three_months_on
    where p.child_id is not null or l.child_id is not null
    group by e.authority, e.record_id
),
support as (
    select e.authority, e.record_id, n.start_date, coalesce(n.end_date, date '9999-12-31') as end_date, e.end_date as ended,
        e.limit_date, e.three_months_on
    from ended e
    join need_plans n on n.authority = e.authority and n.child_id = e.child_id
        and n.start_date <= e.three_months_on
        and coalesce(n.end_date, date '9999-12-31') > e.end_date
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
        sum(case when reached is not null and start_date > reached then 1 else 0 end) as breaks
    from chained
    group by authority, record_id
)
select e.authority, e.child_id, e.record_id, e.end_date, e.limit_date, e.three_months_on,
    case when s.first_start <= e.limit_date then 'Y' else 'N' end as plan_in_time,
    case
        when s.first_start <= e.limit_date and s.breaks = 0 and s.last_end >= e.three_months_on then 'Y'
        else 'N'
    end as three_months_support,
    case when a.times is not null then 'Y' else 'N' end as re_escalated
from ended e
left join left_out x on x.authority = e.authority and x.record_id = e.record_id
left join again a on a.authority = e.authority and a.record_id = e.record_id
left join summary s on s.authority = e.authority and s.record_id = e.record_id
where x.reasons is null
