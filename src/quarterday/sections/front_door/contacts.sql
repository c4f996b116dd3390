-- One row a contact: same child, day and source count once (R31). Whether it became a referral: the recorded outcome;
-- where no outcome is recorded, a referral of the child on the day or within five days after it (R32).
with counted as (
    select c.*,
        row_number() over (
            partition by authority, coalesce(child_id, contact_id), contact_date, source order by contact_id
        ) as place
    from contacts c
    where c.contact_date is not null
),
followed as (
    select c.authority, c.contact_id, count(*) as referrals
    from counted c
    join calendar d on d.day = c.contact_date
    join referrals r
        on r.authority = c.authority
        and r.child_id = c.child_id
        and r.referral_date >= c.contact_date
        and r.referral_date <= d.plus_5_days
    where c.place = 1
    group by c.authority, c.contact_id
)
select
    c.authority,
    c.child_id,
    c.contact_id as record_id,
    c.contact_date as event_date,
    c.source,
    case
        when c.became_new_referral is not null then c.became_new_referral
        when c.joined_existing_referral is not null or c.child_protection_enquiry is not null
            or c.no_further_action is not null or c.information_and_advice is not null
            or c.other_outcome is not null then 'N'
        when f.referrals is not null then 'Y'
        else 'N'
    end as became_referral
from counted c
left join followed f on f.authority = c.authority and f.contact_id = c.contact_id
where c.place = 1
