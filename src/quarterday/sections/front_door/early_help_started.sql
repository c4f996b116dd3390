-- One row an early help episode, at its start.
select e.authority, e.child_id, e.early_help_episode_id as record_id, e.start_date as event_date
from early_help_episodes e
where e.start_date is not null
