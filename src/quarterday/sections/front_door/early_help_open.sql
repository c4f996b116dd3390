-- One row an early help episode, while it is open.
select e.authority, e.child_id, e.early_help_episode_id as record_id, e.start_date as from_date, e.end_date as to_date
from early_help_episodes e
where e.start_date is not null
