"""What an extract uses and the settings do not map: the first hour of any analyst."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa

from quarterday.records.tables import BY_NAME
from quarterday.submissions.settings.model import Settings


@dataclass(frozen=True)
class Unmapped:
    """A value of the extract that no setting knows, and what that means."""

    what: str
    value: str
    rows: int
    consequence: str
    setting: str


def unmapped(records: Mapping[str, pa.Table], settings: Settings) -> list[Unmapped]:
    """Teams without a type, roles that allocate nobody, chairs' roles, and codes that no list knows."""
    return [
        *_teams(records, settings),
        *_values(
            records,
            "involvements",
            "role",
            settings.subjects("allocated role"),
            "role of a worker",
            "not taken as allocated",
            "allocated role",
        ),
        *_values(
            records,
            "child_in_need_reviews",
            "chair_role",
            settings.subjects("manager role"),
            "role of a chair",
            "not taken as a manager",
            "manager role",
        ),
        *_unknown_codes(records),
    ]


def unused(records: Mapping[str, pa.Table], settings: Settings, codes: Collection[str]) -> list[Unmapped]:
    """Team types of teams that the extract does not know, and targets of indicators that are not among `codes`."""
    teams = records["teams"].to_pylist() if "teams" in records else []
    known = {team[name] for team in teams for name in ("name", "team_id")}
    nobody = sorted(set(settings.subjects("team type")) - known)
    targets = sorted({target.indicator for target in settings.targets} - set(codes))
    return [
        *(
            Unmapped("team type of", each, 0, "is used by nothing: no such team", "mend its subject, or let it go")
            for each in nobody
        ),
        *(Unmapped("target of", each, 0, "is shown nowhere: no such indicator", "mend its indicator") for each in targets),
    ]


def _teams(records: Mapping[str, pa.Table], settings: Settings) -> Iterable[Unmapped]:
    known = settings.subjects("team type")
    if "teams" not in records:
        return
    used = _counted(records, "involvements", "team_id")
    for team in records["teams"].to_pylist():
        if team["name"] not in known and team["team_id"] not in known:
            yield Unmapped(
                "team",
                team["name"] or team["team_id"],
                used.get(team["team_id"], 0),
                "left out of figures by team type (WRK-13)",
                f'name = "team type", subject = "{team["name"]}", value = "..."',
            )


def _values(
    records: Mapping[str, pa.Table],
    table: str,
    column: str,
    known: Mapping[str, str],
    what: str,
    consequence: str,
    setting: str,
) -> Iterable[Unmapped]:
    for value, rows in sorted(_counted(records, table, column).items()):
        if value not in known:
            yield Unmapped(what, value, rows, consequence, f'name = "{setting}", subject = "{value}", value = "..."')


def _unknown_codes(records: Mapping[str, pa.Table]) -> Iterable[Unmapped]:
    for name in records:
        for column in BY_NAME[name].columns:
            if column.codes is None:
                continue
            for value, rows in sorted(_counted(records, name, column.name).items()):
                if value not in column.codes:
                    what = f"code in {name}.{column.name}"
                    yield Unmapped(what, value, rows, "counted as not known", "mend it in the case system")


def _counted(records: Mapping[str, pa.Table], table: str, column: str) -> dict[str, int]:
    if table not in records:
        return {}
    counts = records[table][column].drop_null().value_counts().to_pylist()
    return dict(Counter({str(entry["values"]): entry["counts"] for entry in counts}))
