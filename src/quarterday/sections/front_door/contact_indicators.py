"""Contacts, the review of what was decided on them, and early help."""

from quarterday.indicators import HIGHER, LOWER, Count, Percentage, Rate
from quarterday.sections.front_door import facts
from quarterday.sections.front_door.population import POPULATION

contacts_received = Count(
    code="FD-01",
    title="Contacts received",
    of=facts.contacts,
    rules=("R05", "R12", "R31"),
    definition="Contacts dated in the period; the same child, day and source count once.",
)

contact_rate = Rate(
    code="FD-02",
    title="Contact rate per 10,000",
    of=facts.contacts,
    rules=("R05", "R28", "R30", "R31"),
    definition="Contacts dated in the period, per 10,000 children aged 0 to 17.",
    note=POPULATION,
)

contacts_that_became_referrals = Percentage(
    code="FD-03",
    title="Contacts that became a referral",
    of=facts.contacts,
    where="became_referral = 'Y'",
    rules=("R05", "R26", "R32", "R33"),
    needs=("referrals",),
    definition="Contacts whose outcome is a new referral, of contacts. Where no outcome is "
    "recorded, a referral of the child on the day of the contact or within five days after it counts.",
)

closed_at_contact = Percentage(
    code="FD-04",
    title="Contacts closed with no further action or advice",
    of=facts.contacts,
    among="outcome_recorded = 'Y'",
    where="no_further_action = 'Y' or information_and_advice = 'Y'",
    rules=("R05", "R26", "R31", "R32"),
    definition="Contacts whose outcome is no further action, or information and advice, of contacts with any outcome on "
    "record: a blank outcome is not known, and so is neither (R32).",
    note="A contact may have several outcomes, and then counts for each.",
)

contacts_to_early_help = Percentage(
    code="FD-05",
    title="Contacts stepped to early help",
    of=facts.contacts,
    where="led_to_early_help = 'Y'",
    rules=("R05", "R26", "R31", "R32"),
    needs=("early_help_episodes",),
    definition="Contacts passed on to early help, of contacts. Where the outcome does not say (the Safeguarding Dataset "
    "has no such flag), an early help episode of the child that began on the day of the contact or within five days "
    "after it counts.",
)

contacts_on_open_children = Percentage(
    code="FD-06",
    title="Contacts on children already open",
    of=facts.contacts,
    where="already_open = 'Y'",
    rules=("R06", "R08", "R12", "R26", "R31"),
    needs=("referrals",),
    definition="Contacts recorded as joining an open referral, or dated inside an episode of need of the child that began "
    "on an earlier day and was not closed by the end of the day, of contacts.",
)

repeat_contacts = Percentage(
    code="FD-07",
    title="Repeat contacts within 12 months",
    of=facts.contacts,
    # As re-referrals (R07): an earlier contact on or after the same day a year before, on another day.
    where="previous_contact_date >= twelve_months_before",
    better=LOWER,
    history_months=12,
    rules=("R07", "R26", "R31"),
    definition="Contacts about children of whom there was a contact on an earlier day within the 12 months before, of "
    "contacts.",
)

threshold_agreement = Percentage(
    code="FD-08",
    title="Threshold rightly applied (multi-agency audit)",
    of=facts.threshold_audits,
    where="threshold_agreed = 'Y'",
    better=HIGHER,
    rules=("R26", "R34"),
    definition="Audited front-door decisions on which the auditors agree that the threshold was rightly applied.",
)

decisions_agreed = Percentage(
    code="FD-09",
    title="Front-door decisions agreed on review",
    of=facts.decision_reviews,
    where="agreed = 'Y'",
    better=HIGHER,
    rules=("R26", "R34"),
    definition="Front-door decisions with which the reviewing manager agrees, of decisions reviewed.",
)

early_help_started = Count(
    code="EH-01",
    title="Early help episodes started",
    of=facts.early_help_started,
    rules=("R12",),
    definition="Early help episodes that started in the period.",
)

early_help_open = Count(
    code="EH-01o",
    title="Early help episodes open",
    of=facts.early_help_open,
    rules=("R12",),
    definition="Early help episodes open at the end of the day.",
)

CONTACT_INDICATORS = (
    contacts_received,
    contact_rate,
    contacts_that_became_referrals,
    closed_at_contact,
    contacts_to_early_help,
    contacts_on_open_children,
    repeat_contacts,
    threshold_agreement,
    decisions_agreed,
    early_help_started,
    early_help_open,
)
