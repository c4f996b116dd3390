-- One row a record table of the submission, with its rows and how many of them fail a blocking check. What a submission
-- holds does not change, so it is the same at every date.
select f.authority, f.record_table as record_id, f.record_table, date '1990-01-01' as from_date,
    case when 1 = 0 then date '1990-01-01' else null end as to_date, f.rows as row_count, f.failing_rows
from failing_rows f
