-- One row an open child protection plan: [from_date, to_date), with the dates on which it reaches each age (R02).
-- "Two years or more" is more than 729 days counting the day of cessation: elapsed days >= 729 (R02).
select
    p.authority,
    p.child_id,
    p.record_id,
    p.start_date as from_date,
    p.end_date as to_date,
    p.latest_category,
    p.initial_category,
    b.date_of_birth,
    b.expected_date_of_birth,
    c.plus_3_months as reaches_3_months,
    c.plus_6_months as reaches_6_months,
    c.plus_12_months as reaches_12_months,
    c.plus_15_months as reaches_15_months,
    c.plus_18_months as reaches_18_months,
    c.plus_24_months as reaches_24_months,
    c.plus_729_days as reaches_two_years
from protection_plans p
left join people b on b.authority = p.authority and b.child_id = p.child_id
left join calendar c on c.day = p.start_date
