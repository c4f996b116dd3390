"""Earlier editions of the report that are out already: what they showed, read from their manifests."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from quarterday.disclosure import Profile, StatementKey
from quarterday.records.periods import PeriodError, parse_period
from quarterday.reports.figure import Figure

MANIFEST = "manifest.json"


class EditionError(Exception):
    """An earlier edition cannot be read; the message says why."""


@dataclass(frozen=True)
class Edition:
    """A report that is out: its quarter's name and last day, authority and profile, and its figures as shown."""

    period: str
    end: date
    authority: str
    profile: str
    figures: dict[StatementKey, str]


def read_edition(folder: Path) -> Edition:
    """The edition in a folder.

    Raises EditionError where there is none, or its manifest does not say what was shown.
    """
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        return _edition(manifest)
    except OSError:
        raise EditionError(f"{folder} holds no {MANIFEST}. Name the folder that an earlier report was written to.") from None
    except (ValueError, KeyError, TypeError, AttributeError, PeriodError):
        raise EditionError(
            f"{path} does not say which figures were shown. Name the folder of a report that this version of Quarterday "
            "wrote, or write that report again."
        ) from None


def _edition(manifest: dict[str, Any]) -> Edition:
    figures = {
        (row["code"], row["period_kind"], date.fromisoformat(row["period_end"]), row["breakdown"], row["group"]): row[
            "shown"
        ]
        for row in manifest["published"]
    }
    period = parse_period(manifest["report"])
    return Edition(period.name, period.end, manifest["authority"], manifest["disclosure"]["profile"], figures)


def refusal(edition: Edition, authority: str, profile: Profile) -> str:
    """Why an edition cannot stand beside this report; empty where it can."""
    if edition.authority != authority:
        return f"The earlier report {edition.period} is of {edition.authority}, not of {authority}."
    if edition.profile != profile.name:
        return (
            f"The earlier report {edition.period} was protected by {edition.profile}; this one would be by {profile.name}. "
            f"Use --profile {edition.profile}."
        )
    return ""


def published_rows(figures: Iterable[Figure]) -> list[dict[str, str]]:
    """The figures of a report as shown, for its manifest."""
    return [
        {
            "code": figure.result.code,
            "period_kind": figure.result.period_kind,
            "period_end": figure.result.period_end.isoformat(),
            "breakdown": figure.result.breakdown,
            "group": figure.result.group,
            "shown": figure.words,
        }
        for figure in figures
        if figure.indicator.of.about_child
    ]
