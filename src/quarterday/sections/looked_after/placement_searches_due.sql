-- One row a placement search, on the day the placement was needed.
select s.authority, s.child_id, s.placement_search_id as record_id, s.needed_date as event_date, s.offer_date,
    s.placement_type
from placement_searches s
where s.needed_date is not null
