"""Checks of contacts, referrals and assessments."""

from quarterday.checks.language import BLOCKING, QUERY, Check, RowsCheck
from quarterday.records.tables.assessments import assessments
from quarterday.records.tables.front_door import contacts, referrals

CHECKS = (
    RowsCheck(
        "QD-FD-01",
        contacts,
        "select c.* from (select a.*, row_number() over (partition by authority, child_id, contact_date, source "
        "order by contact_id) as place from contacts a where child_id is not null) c where c.place > 1",
        ("contact_date", "source"),
        "The child has another contact from the same source that day; they are counted once (R31).",
    ),
    RowsCheck(
        "QD-FD-02",
        referrals,
        "select r.* from (select a.*, row_number() over (partition by authority, child_id, referral_date "
        "order by referral_id) as place from referrals a where child_id is not null) r where r.place > 1",
        ("referral_date",),
        "The child has another referral that day; they are counted once (R06).",
    ),
    RowsCheck(
        "QD-FD-03",
        referrals,
        "select r.* from (select a.*, max(coalesce(close_date, date '9999-12-31')) over (partition by authority, "
        "child_id order by referral_date, referral_id rows between unbounded preceding and 1 preceding) as open_to, "
        "lag(referral_date) over (partition by authority, child_id order by referral_date, referral_id) as before_date "
        "from referrals a where child_id is not null) r where r.referral_date < r.open_to "
        "and r.referral_date > r.before_date",
        ("referral_date",),
        "The child has an open episode at the referral's date; it is not counted as a referral (R06).",
    ),
    Check(
        "QD-AS-01",
        assessments,
        "authorised_date is not null and start_date is null",
        ("start_date",),
        "The assessment was authorised but never started, so its duration is not known.",
        BLOCKING,
    ),
    Check(
        "QD-AS-02",
        assessments,
        "referral_id is null",
        ("referral_id",),
        "The assessment belongs to no referral.",
        QUERY,
    ),
)
