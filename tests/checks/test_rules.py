"""Every check written by hand, by example: the rows marked `wrong` are found, and no others."""

from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa
import pytest

from quarterday.checks import ALL, run_checks
from quarterday.checks.extracts import EXTRACT_CHECKS
from quarterday.checks.rules import CHECKS
from quarterday.records.tables import BY_NAME
from support.text_tables import marked_rows, rows

EXTRACT = date(2022, 3, 31)
BY_CODE = {check.code: check for check in ALL}


@dataclass(frozen=True)
class Example:
    """Rows of the check's table, some marked wrong; and other tables that it reads."""

    code: str
    text: str
    beside: dict[str, str] = field(default_factory=dict)

    def records(self) -> tuple[dict[str, pa.Table], list[bool]]:
        """The records, and which rows of the check's table are marked."""
        table, marks = marked_rows(BY_CODE[self.code].on, self.text)
        others = {name: rows(BY_NAME[name], text) for name, text in self.beside.items()}
        return {**others, BY_CODE[self.code].on.name: table}, marks


ADA_AND_BEN = "child | date_of_birth | expected_date_of_birth\nAda | 2004-02-29 |\nBen | 2006-05-01 |\nUna | | 2022-06-01"

EXAMPLES = (
    Example(
        "QD-PE-01",
        """
        wrong | child | ethnicity
              | Ada   | WBRI
              | Ben   | NOBT       # not yet obtained is an answer
        wrong | Cal   |
        """,
    ),
    Example(
        "QD-PE-02",
        """
        wrong | child | date_of_birth | expected_date_of_birth
              | Ada   | 2004-02-29    |
              | Una   |               | 2022-06-01
        wrong | Cal   |               |
        """,
    ),
    Example(
        "QD-PE-03",
        """
        wrong | child | date_of_birth | death_date
              | Ada   | 2004-02-29    | 2004-02-29
              | Ben   | 2006-05-01    |
        wrong | Cal   | 2006-05-01    | 2006-04-30
        """,
    ),
    Example(
        "QD-PE-04",
        """
        wrong | child | date_of_birth | sex | ethnicity
        wrong | Ada   | 2010-01-01    | F   | WBRI
        wrong | Ida   | 2010-01-01    | F   | WBRI       # of the same family
              | Ben   | 2010-01-01    | M   | WBRI       # another sex
              | Zoe   | 2010-01-01    | F   | WBRI       # another family
        wrong | Cal   | 2011-01-01    |     |            # alike in what is not known, too
        wrong | Col   | 2011-01-01    |     |
              | Una   |               | F   | WBRI       # no birth date: nothing to compare
              | Ursa  |               | F   | WBRI
        """,
        {
            "family_members": """
            family_id | child
            F1        | Ada
            F1        | Ada      # the same child twice in a family is still one child
            F1        | Ida
            F1        | Ben
            F2        | Zoe
            F2        | Zoe
            F3        | Cal
            F3        | Col
            F4        | Una
            F4        | Ursa
            """
        },
    ),
    Example(
        "QD-PE-05",
        """
        wrong | child | identifier_type     | identifier_value
        wrong | Ada   | unique pupil number | A1
        wrong | Ben   | unique pupil number | A1
              | Ben   | legacy id           | A1   # another kind of identifier
              | Cal   | legacy id           | A2
              | Cal   | legacy id           | A2   # of the same child
              | Dee   | legacy id           |
        """,
    ),
    Example(
        "QD-FD-01",
        """
        wrong | contact_id | child | contact_date | source
              | 1          | Ada   | 2021-09-01   | 5A
        wrong | 2          | Ada   | 2021-09-01   | 5A
              | 3          | Ada   | 2021-09-01   | 6      # another source
              | 4          | Ada   | 2021-09-02   | 5A
              | 5          | Ben   | 2021-09-01   | 5A
              | 6          |       | 2021-09-01   | 5A     # of no child
              | 7          |       | 2021-09-01   | 5A
        """,
    ),
    Example(
        "QD-FD-02",
        """
        wrong | referral_id | child | referral_date
              | 1           | Ada   | 2021-09-01
        wrong | 2           | Ada   | 2021-09-01
              | 3           | Ada   | 2021-09-02
              | 4           | Ben   | 2021-09-01
        """,
    ),
    Example(
        "QD-FD-03",
        """
        wrong | referral_id | child | referral_date | close_date
              | 1           | Ada   | 2021-01-01    | 2021-06-01
        wrong | 2           | Ada   | 2021-05-31    | 2021-05-31  # while the first was open
              | 3           | Ada   | 2021-06-01    |             # the day the first closed
              | 4           | Ada   | 2021-06-01    |             # the same day: see QD-FD-02
        wrong | 5           | Ada   | 2021-09-01    |
              | 6           | Ben   | 2021-09-01    |
        """,
    ),
    Example(
        "QD-AS-01",
        """
        wrong | child | start_date | authorised_date
              | Ada   | 2021-09-01 | 2021-09-30
              | Ben   |            |
        wrong | Cal   |            | 2021-09-30
        """,
    ),
    Example(
        "QD-AS-02",
        """
        wrong | child | referral_id
              | Ada   | 1
        wrong | Ben   |
        """,
    ),
    Example(
        "QD-CP-01",
        """
        wrong | child_protection_plan_id | child | start_date | end_date
              | 1                        | Ada   | 2020-01-01 | 2021-01-01
              | 2                        | Ada   | 2021-01-01 |             # starts the day the other ends (R10)
        wrong | 3                        | Ada   | 2021-06-01 | 2021-07-01
              | 4                        | Ben   | 2021-06-01 |
        wrong | 5                        | Ben   | 2021-06-01 |             # the same plan twice
              | 6                        | Cal   |            |             # no record without its start
              | 7                        | Dee   | 2021-06-01 | 2021-05-01  # never open
              | 8                        | Dee   | 2021-06-01 |
        """,
    ),
    Example(
        "QD-CP-02",
        """
        wrong | child | start_date | end_date
        wrong | Ada   | 2021-01-01 |             # 18 on 1 March 2022, born on 29 February
              | Ben   | 2021-01-01 |             # still 15
              | Ada   | 2019-01-01 | 2020-01-01  # ended before
              | Una   | 2021-01-01 |             # not yet born
        """,
        {"children": ADA_AND_BEN},
    ),
    Example(
        "QD-CP-03",
        """
        wrong | child | initial_category | latest_category
              | Ada   | NEG              |
              | Ben   |                  | EMO
        wrong | Cal   |                  |
        """,
    ),
    Example(
        "QD-CP-04",
        """
        wrong | child | section_47_enquiry_id | transfer_in
              | Ada   | 1                     | N
              | Ben   |                       | Y    # a family moving in (R09)
        wrong | Cal   |                       | N
        wrong | Dee   |                       |
        """,
    ),
    Example(
        "QD-CP-05",
        """
        wrong | child | visit_date
              | Ada   | 2021-01-01   # the day it starts
              | Ada   | 2021-06-01   # the day it ends
        wrong | Ada   | 2021-06-02
        wrong | Ben   | 2021-03-01   # another child's plan
              | Ben   |
        """,
        {
            "child_protection_plans": "child | start_date | end_date\nAda | 2021-01-01 | 2021-06-01\nAda | 2021-02-01 | 2021-03-01"
        },
    ),
    Example(
        "QD-CP-06",
        """
        wrong | child | child_protection_plan_id | review_date
              | Ada   | 1                        | 2021-01-01
        wrong | Ada   | 1                        | 2020-12-31
              | Ada   | 2                        | 2020-12-31   # of a plan that is not there
              | Ada   | 1                        |
        """,
        {"child_protection_plans": "child_protection_plan_id | child | start_date\n1 | Ada | 2021-01-01"},
    ),
    Example(
        "QD-CN-01",
        """
        wrong | child_in_need_plan_id | child | start_date | end_date
              | 1                     | Ada   | 2020-01-01 | 2021-01-01
        wrong | 2                     | Ada   | 2020-12-31 |
              | 3                     | Ben   | 2020-12-31 |
        """,
    ),
    Example(
        "QD-LA-01",
        """
        wrong | looked_after_episode_id | child | start_date | end_date
              | 1                       | Ada   | 2020-01-01 | 2021-01-01
              | 2                       | Ada   | 2021-01-01 |
        wrong | 3                       | Ada   | 2021-02-01 |
        """,
    ),
    Example(
        "QD-LA-02",
        """
        wrong | child | start_date | end_date
        wrong | Ada   | 2021-01-01 |
              | Ben   | 2021-01-01 |
              | Ada   | 2021-01-01 | 2022-02-28
        """,
        {"children": ADA_AND_BEN},
    ),
    Example(
        "QD-LA-03",
        """
        wrong | child | start_date
              | Ada   | 2021-01-01
        wrong | Una   | 2022-01-01
        """,
        {"children": ADA_AND_BEN},
    ),
    Example(
        "QD-LA-04",
        """
        wrong | child | distance_miles
              | Ada   | 0
              | Ben   | 998.9
        wrong | Cal   | 999.9          # "not known" as the return writes it (R21)
        wrong | Dee   |
        """,
    ),
    Example(
        "QD-LA-05",
        """
        wrong | placement_id | child | start_date | end_date
              | 1            | Ada   | 2020-01-01 | 2021-01-01
              | 2            | Ada   | 2021-01-01 |
        wrong | 3            | Ada   | 2021-02-01 |
        """,
    ),
    Example(
        "QD-LA-06",
        """
        wrong | child | start_date
              | Ada   | 2021-01-01
        wrong | Ada   | 2021-06-01   # the day on which the placement ends
        wrong | Ben   | 2021-01-01
              | Cal   |
        """,
        {"placements": "child | start_date | end_date\nAda | 2021-01-01 | 2021-06-01"},
    ),
    Example(
        "QD-LA-07",
        """
        wrong | child | start_date
              | Ben   | 2006-05-01   # at birth
        wrong | Ben   | 2006-04-30
              | Una   | 2022-01-01   # not yet born: see QD-LA-03
        """,
        {"children": ADA_AND_BEN},
    ),
    Example(
        "QD-WF-01",
        """
        wrong | professional_id | registration_number | full_time_hundredths
              | 1               | SW1                 | 100
              | 2               | SW2                 | 1
              | 3               |                     |             # not registered: no social worker
        wrong | 4               | SW4                 |
        wrong | 5               | SW5                 | 0
        wrong | 6               | SW6                 | 101
        """,
    ),
    Example(
        "QD-WF-02",
        """
        wrong | child | professional_id
              | Ada   | 1
        wrong | Ben   |
        """,
    ),
    Example(
        "QD-EX-01",
        """
        wrong | previous_extract_date | expected_by
              | 2021-12-31            | 2022-03-31   # the last day of the time allowed
        wrong | 2021-12-31            | 2022-03-30
              |                       |              # the first extract
        """,
    ),
    Example(
        "QD-EX-02",
        """
        wrong | previous_extract_date
              | 2022-03-31               # the same extract again
        wrong | 2022-04-01
              |
        """,
    ),
    Example(
        "QD-EX-03",
        """
        wrong | loaded_date
              | 2022-03-31
        wrong | 2022-03-30
        """,
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_a_check_finds_the_rows_that_are_wrong_and_no_others(example: Example) -> None:
    check = BY_CODE[example.code]
    records, marks = example.records()
    findings = run_checks(records, extract_date=EXTRACT)
    key = check.on.key or ("authority",)
    table = records[check.on.name]
    wrong = [tuple(table[name][place].as_py() for name in key) for place, mark in enumerate(marks) if mark]
    found = [tuple(row[name] for name in key) for row in findings.rows(example.code).to_pylist()]
    assert sorted(found) == sorted(wrong)
    assert findings.wrong(example.code) == sum(marks)


@pytest.mark.parametrize("check", [*CHECKS, *EXTRACT_CHECKS[:3]], ids=lambda check: check.code)
def test_every_check_written_by_hand_has_a_wrong_and_a_right_row(check) -> None:
    marks = [mark for example in EXAMPLES if example.code == check.code for mark in example.records()[1]]
    assert True in marks
    assert False in marks


def test_codes_are_permanent_names_of_one_check_each() -> None:
    codes = [check.code for check in ALL]
    assert len(codes) == len(set(codes))
    assert len({example.code for example in EXAMPLES}) == len(EXAMPLES)


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.code)
def test_a_check_says_what_is_wrong_in_a_sentence_and_names_columns_that_exist(check) -> None:
    assert check.says.endswith((".", "?"))
    assert check.says[0].isupper()
    assert check.grade in {"blocking", "query"}
    known = {*check.on.by_name, "extract_date"} if check.on.name == "extracts" else set(check.on.by_name)
    assert set(check.columns) <= known
    assert check.columns
