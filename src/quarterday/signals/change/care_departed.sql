-- Periods of care that ended because another authority took over the child (E3).
select c.child_id, c.end_date as day
from periods_of_care c
where c.end_reason = 'E3'
