-- One row a judgement of an inspection while it is in force: until the next of its domain.
with dated as (
    select j.*,
        lead(j.judgement_date) over (partition by j.authority, j.domain order by j.judgement_date) as next_date
    from inspection_judgements j
    where j.judgement_date is not null
)
select d.authority, d.inspection_judgement_id as record_id, d.judgement_date as from_date,
    coalesce(d.end_date, d.next_date) as to_date, d.domain, d.judgement
from dated d
