-- One row a contact: same child, day and source count once (R31). Whether it became a referral: the recorded outcome;
-- where no outcome is recorded, a referral of the child on the day or within five days after it (R32). Whether it led to
-- early help: the recorded outcome, which the Safeguarding Dataset lacks; else an episode begun by five days after.
-- A child is already open where an episode of need began on an earlier day and had not closed by the end of the day.
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
),
helped as (
    select c.authority, c.contact_id, count(*) as episodes
    from counted c
    join calendar d on d.day = c.contact_date
    join early_help_episodes e
        on e.authority = c.authority
        and e.child_id = c.child_id
        and e.start_date >= c.contact_date
        and e.start_date <= d.plus_5_days
    where c.place = 1
    group by c.authority, c.contact_id
),
already_open as (
    select c.authority, c.contact_id, count(*) as episodes
    from counted c
    join referrals r
        on r.authority = c.authority
        and r.child_id = c.child_id
        and r.referral_date < c.contact_date
        and (r.close_date is null or r.close_date > c.contact_date)
        and coalesce(r.no_further_action, 'N') <> 'Y'
    where c.place = 1
    group by c.authority, c.contact_id
),
days as (
    select distinct authority, coalesce(child_id, contact_id) as of_child, contact_date from counted
),
earlier as (
    select days.*,
        lag(contact_date) over (partition by authority, of_child order by contact_date) as previous_contact_date
    from days
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
    end as became_referral,
    c.no_further_action,
    c.information_and_advice,
    case
        when coalesce(
            c.became_new_referral, c.joined_existing_referral, c.child_protection_enquiry, c.no_further_action,
            c.non_agency_adoption, c.private_fostering, c.information_and_advice, c.missing_child,
            c.other_authority_child_protection, c.other_outcome, c.stepped_to_early_help
        ) is null then 'N'
        else 'Y'
    end as outcome_recorded,
    case
        when c.stepped_to_early_help is not null then c.stepped_to_early_help
        when h.episodes is not null then 'Y'
        else 'N'
    end as led_to_early_help,
    case
        when c.joined_existing_referral = 'Y' or o.episodes is not null then 'Y'
        else 'N'
    end as already_open,
    b.previous_contact_date,
    m.minus_12_months as twelve_months_before
from counted c
left join calendar m on m.day = c.contact_date
left join earlier b
    on b.authority = c.authority and b.of_child = coalesce(c.child_id, c.contact_id) and b.contact_date = c.contact_date
left join helped h on h.authority = c.authority and h.contact_id = c.contact_id
left join already_open o on o.authority = c.authority and o.contact_id = c.contact_id
left join followed f on f.authority = c.authority and f.contact_id = c.contact_id
where c.place = 1
