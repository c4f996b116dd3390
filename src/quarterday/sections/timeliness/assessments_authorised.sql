-- One row an assessment, at its authorisation, with the working days it took: from its start (R35), and for the first
-- assessment of a referral from the referral. Start day = day 0; the limit is inclusive (R01).
-- A child is unborn who was not born by the authorisation (R03); of a child without dates that is not known.
with placed as (
    select a.*,
        row_number() over (
            partition by authority, referral_id order by start_date, authorised_date, assessment_id
        ) as place_in_referral
    from assessments a
)
select
    a.authority,
    a.child_id,
    a.assessment_id as record_id,
    a.authorised_date as event_date,
    a.start_date,
    e.working_day_count - s.working_day_count as working_days,
    case when a.referral_id is not null and a.place_in_referral = 1 then 'Y' else 'N' end as first_of_referral,
    e.working_day_count - r.working_day_count as working_days_from_referral,
    a.child_seen,
    a.no_further_action,
    case
        when p.date_of_birth > a.authorised_date then 'Y'
        when p.date_of_birth is null and p.expected_date_of_birth is not null then 'Y'
        else 'N'
    end as unborn,
    coalesce(t.name, 'not known') as team_name,
    coalesce(a.professional_id, 'not known') as worker_id
from placed a
left join calendar s on s.day = a.start_date
left join calendar e on e.day = a.authorised_date
left join people p on p.authority = a.authority and p.child_id = a.child_id
left join referrals f on f.authority = a.authority and f.referral_id = a.referral_id
left join calendar r on r.day = f.referral_date
left join teams t on t.authority = a.authority and t.team_id = a.team_id
where a.authorised_date is not null
