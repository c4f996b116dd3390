-- One row a period of care, at its start.
select c.authority, c.child_id, c.record_id, c.start_date as event_date, c.primary_need from periods_of_care c
