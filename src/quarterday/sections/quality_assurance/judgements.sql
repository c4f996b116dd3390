-- One row a judgement of an inspection while it is in force: until its recorded end or the next of its domain, whichever
-- comes first; of two of a domain on one day, the one with the greater id.
with dated as (
    select j.*,
        lead(j.judgement_date) over (
            partition by j.authority, j.domain order by j.judgement_date, j.inspection_judgement_id
        ) as next_date
    from inspection_judgements j
    where j.judgement_date is not null
)
select d.authority, d.inspection_judgement_id as record_id, d.judgement_date as from_date,
    case when d.end_date < d.next_date then d.end_date else coalesce(d.next_date, d.end_date) end as to_date,
    d.domain, d.judgement
from dated d
