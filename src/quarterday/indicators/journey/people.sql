-- One row a child with what is known of it as at the submission, and its birthdays.
-- The family is the earliest row of family_members, else the child alone (CONTRACTS, Loading).
with family as (
    select authority, child_id, family_id,
        row_number() over (partition by authority, child_id order by family_member_id) as place
    from family_members
    where family_id is not null
),
disabled as (
    select authority, child_id,
        max(case when disability <> 'NONE' then 'yes' else 'no' end) as disability
    from disabilities
    where disability is not null
    group by authority, child_id
)
select
    c.authority,
    c.child_id,
    coalesce(f.family_id, c.child_id) as family_id,
    c.date_of_birth,
    c.expected_date_of_birth,
    c.death_date,
    b.birthday_1,
    b.birthday_4,
    b.birthday_5,
    b.birthday_10,
    b.birthday_16,
    b.birthday_18,
    case c.sex when 'M' then 'male' when 'F' then 'female' else 'not known' end as sex,
    case
        when c.ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WOTH', 'WROM') then 'White'
        when c.ethnicity in ('MWBC', 'MWBA', 'MWAS', 'MOTH') then 'Mixed'
        when c.ethnicity in ('AIND', 'APKN', 'ABAN', 'AOTH') then 'Asian or Asian British'
        when c.ethnicity in ('BCRB', 'BAFR', 'BOTH') then 'Black or Black British'
        when c.ethnicity in ('CHNE', 'OOTH') then 'Other ethnic group'
        when c.ethnicity in ('REFU', 'NOBT') then 'Not stated'
        else 'not known'
    end as ethnicity_group,
    coalesce(d.disability, 'not known') as disability
from children c
left join calendar b on b.day = c.date_of_birth
left join family f on f.authority = c.authority and f.child_id = c.child_id and f.place = 1
left join disabled d on d.authority = c.authority and d.child_id = c.child_id
