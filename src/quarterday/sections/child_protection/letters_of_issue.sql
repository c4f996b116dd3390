-- One row a child and day of a letter of issue, by which pre-proceedings turn into care proceedings.
select p.authority, p.child_id, min(p.pre_proceedings_id) as record_id, p.letter_of_issue_date as event_date
from pre_proceedings p
where p.letter_of_issue_date is not null and p.child_id is not null
group by p.authority, p.child_id, p.letter_of_issue_date
