-- One row a case of a social worker (a child with an open involvement in an allocated role, outside excluded teams; R24)
-- and a stretch in which neither the worker's cases nor the settings change: the cases that worker_caseloads counts.
-- Of several open involvements of one worker with one child the first id stands for the case.
select
    w.authority,
    a.child_id,
    min(a.involvement_id) as record_id,
    w.from_date,
    w.to_date,
    w.professional_id,
    w.cases,
    w.full_time_hundredths,
    w.team_name,
    w.team_type,
    w.newly_qualified,
    w.threshold
from worker_caseloads w
join allocated_cases a
    on a.authority = w.authority and a.professional_id = w.professional_id
    and a.start_date <= w.from_date and a.end_date > w.from_date
join settings r
    on r.authority = a.authority and r.name = 'allocated role' and r.subject = a.role
    and r.from_date <= w.from_date and (r.to_date is null or r.to_date > w.from_date)
left join settings x
    on x.authority = a.authority and x.name = 'excluded team' and x.subject in (a.team_name, a.team_id)
    and x.from_date <= w.from_date and (x.to_date is null or x.to_date > w.from_date)
where x.name is null
group by w.authority, a.child_id, w.from_date, w.to_date, w.professional_id, w.cases, w.full_time_hundredths,
    w.team_name, w.team_type, w.newly_qualified, w.threshold
