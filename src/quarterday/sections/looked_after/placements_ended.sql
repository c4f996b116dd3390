-- One row an end of a child's time with one carer while looked after (R19): temporary placements and changes with the
-- same carer are no ends. Type, provider and reason are those of the placement that ended then.
with last_of_run as (
    select r.authority, r.child_id, r.run_end_date, p.placement_id, p.placement_type, p.provider, p.change_reason,
        row_number() over (
            partition by r.authority, r.child_id, r.run order by p.start_date desc, p.placement_id desc
        ) as place
    from placement_runs r
    join placements p
        on p.authority = r.authority and p.placement_id = r.placement_id and p.end_date = r.run_end_date
)
select l.authority, l.child_id, l.placement_id as record_id, l.run_end_date as event_date, l.placement_type, l.provider,
    l.change_reason
from last_of_run l
join periods_of_care c on c.authority = l.authority and c.child_id = l.child_id
    and c.start_date < l.run_end_date and (c.end_date is null or c.end_date >= l.run_end_date)
where l.place = 1
