-- One row a period of care of a child who is one of a group of siblings looked after, as known at the submission: of
-- several records of permanence the one with the greatest id that says so.
with known as (
    select authority, child_id, part_of_sibling_group, siblings_placed_together, siblings_placed_apart,
        row_number() over (partition by authority, child_id order by permanence_id desc) as place
    from permanence
    where part_of_sibling_group is not null
)
select c.authority, c.child_id, c.record_id, c.start_date as from_date, c.end_date as to_date,
    k.siblings_placed_together, k.siblings_placed_apart
from periods_of_care c
join known k on k.authority = c.authority and k.child_id = c.child_id and k.place = 1
where k.part_of_sibling_group in ('1', 'Y')
