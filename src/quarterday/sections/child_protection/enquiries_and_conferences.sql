-- One row a section 47 enquiry at its start, and one row an initial conference at its date: for the ratio of the two
-- in a period, which are not the same children (R36).
select e.authority, e.child_id, e.record_id, e.event_date, 1 as enquiries, 0 as conferences from enquiries_started e
union all
select c.authority, c.child_id, c.record_id, c.event_date, 0 as enquiries, 1 as conferences from conferences_held c
