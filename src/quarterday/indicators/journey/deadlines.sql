-- For every limit of the settings and every day: the day by which something must follow (due_date), and the last day
-- on which it is still in time (a weekend or bank holiday after a limit in working days still is, R01).
select
    s.authority,
    s.name,
    s.subject,
    c.day,
    case s.text
        when 'working days' then w.day
        when 'months' then
            case s.number
                when 1 then c.plus_1_months
                when 2 then c.plus_2_months
                when 3 then c.plus_3_months
                when 6 then c.plus_6_months
                when 9 then c.plus_9_months
                when 12 then c.plus_12_months
                when 15 then c.plus_15_months
                when 18 then c.plus_18_months
                when 21 then c.plus_21_months
                when 24 then c.plus_24_months
                else null
            end
        else d.day
    end as due_date,
    case s.text
        when 'working days' then x.minus_1_days
        when 'months' then
            case s.number
                when 1 then c.plus_1_months
                when 2 then c.plus_2_months
                when 3 then c.plus_3_months
                when 6 then c.plus_6_months
                when 9 then c.plus_9_months
                when 12 then c.plus_12_months
                when 15 then c.plus_15_months
                when 18 then c.plus_18_months
                when 21 then c.plus_21_months
                when 24 then c.plus_24_months
                else null
            end
        else d.day
    end as in_time_to
from settings s
join calendar c on c.day >= s.from_date and (s.to_date is null or c.day < s.to_date)
left join calendar w
    on w.working_day = 1 and w.working_day_count = c.working_day_count + s.number and s.text = 'working days'
left join calendar x
    on x.working_day = 1 and x.working_day_count = c.working_day_count + s.number + 1 and s.text = 'working days'
left join calendar d
    on d.day_number = c.day_number + case s.text when 'weeks' then 7 * s.number else s.number end
    and s.text in ('days', 'weeks')
where s.name in ('visit interval', 'review interval', 'record limit', 'step-down limit', 'step-down support',
    'supervision interval', 'plan age gate')
