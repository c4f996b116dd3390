-- One row a theme that an audit raised, with whether it was raised in the twelve months before as well, on an earlier
-- day.
with dated as (
    select t.*,
        max(t.raised_date) over (
            partition by t.authority, t.theme order by c.day_number
            range between unbounded preceding and 1 preceding
        ) as before_date
    from audit_themes t
    join calendar c on c.day = t.raised_date
    where t.theme is not null
)
select d.authority, d.audit_theme_id as record_id, d.raised_date as event_date, d.theme,
    case when b.plus_12_months >= d.raised_date then 'Y' else 'N' end as raised_before
from dated d
left join calendar b on b.day = d.before_date
