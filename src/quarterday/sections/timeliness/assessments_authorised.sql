-- One row an assessment, at its authorisation, with the working days it took: from its start (R35), and for the first
-- assessment of a referral from the referral. Start day = day 0; the limit is inclusive (R01).
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
    coalesce(t.name, 'not known') as team_name,
    coalesce(a.professional_id, 'not known') as worker_id
from placed a
left join calendar s on s.day = a.start_date
left join calendar e on e.day = a.authorised_date
left join referrals f on f.authority = a.authority and f.referral_id = a.referral_id
left join calendar r on r.day = f.referral_date
left join teams t on t.authority = a.authority and t.team_id = a.team_id
where a.authorised_date is not null
