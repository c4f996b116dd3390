"""`quarterday report`: the quarter's paper, presentation, appendix and page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quarterday.cli import options
from quarterday.cli.console import err, out, steps
from quarterday.cli.problems import RefusedProblemError, UnreadableProblemError, UsageProblemError
from quarterday.cli.settings import in_force

if TYPE_CHECKING:
    from quarterday.disclosure import Profile
    from quarterday.submissions import Store

AUDIENCES = ("public", "management")


def report(
    period: Annotated[str, typer.Argument(help="The quarter, such as 2021-22-Q2.")],
    to: Annotated[Path, typer.Option(help="Folder for the files.")],
    audience: Annotated[str, typer.Option(help="public or management.")] = "public",
    submission: Annotated[int | None, typer.Option(help="As known at this submission.")] = None,
    commentary: Annotated[Path | None, typer.Option(help="File with the service's own commentary.")] = None,
    template: Annotated[
        Path | None, typer.Option(help="The council's own Word template, made from `quarterday template`.")
    ] = None,
    evidence: Annotated[
        Path | None, typer.Option(help="Evidence register; else evidence.toml beside the commentary.")
    ] = None,
    profile: Annotated[
        str | None, typer.Option(help="How numbers of children are protected: DFE_CIN, ROUND5, OPENSAFELY or MANAGEMENT.")
    ] = None,
    earlier: Annotated[
        list[Path] | None, typer.Option(help="Folder of an earlier edition that is out; may be given again.")
    ] = None,
    store: options.StoreOption = options.DEFAULT_STORE,
    authority: options.AuthorityOption = None,
) -> None:
    """Write paper.docx, presentation.pptx, appendix.xlsx, report.html and manifest.json."""
    if audience not in AUDIENCES:
        raise UsageProblemError(f"'{audience}' is not an audience. Allowed are: {', '.join(AUDIENCES)}.")
    options.quarter(period)
    from quarterday.submissions import Store

    written = write_report(
        Store(store),
        period,
        to,
        audience,
        submission,
        commentary=commentary,
        template=template,
        evidence=evidence,
        authority=authority,
        profile=_profile(profile, audience),
        earlier=earlier or (),
    )
    for path in written:
        out.print(str(path))


def write_report(
    house: Store,
    period: str,
    to: Path,
    audience: str = "public",
    submission: int | None = None,
    *,
    commentary: Path | None = None,
    template: Path | None = None,
    evidence: Path | None = None,
    authority: str | None = None,
    profile: Profile | None = None,
    earlier: Iterable[Path] = (),
) -> list[Path]:
    """Write the quarter's report into a folder; returns the files."""
    from quarterday.benchmarks import load, shipped
    from quarterday.reports.editions import EditionError
    from quarterday.reports.quarterly import ReportError, Request, UnreadableInputError, write_quarterly_report

    quarter = options.quarter(period)
    known = options.open_submission(house, submission)
    code = options.authority_of(known, authority)
    notices: list[str] = []
    with steps(10) as progress:
        request = Request(
            store=house,
            submission=known,
            settings=in_force(house),
            authority=code,
            period=quarter,
            audience=audience,
            written_at=options.now(),
            commentary=commentary,
            template=template,
            profile=profile,
            earlier=tuple(earlier),
            benchmarks=load(house.folder) or (shipped() if known.manifest.made_up else None),
            evidence=evidence,
            on_notice=notices.append,
        )
        try:
            written = write_quarterly_report(request, to, on_progress=progress.next)
        except (EditionError, UnreadableInputError) as error:
            raise UnreadableProblemError(str(error)) from None
        except ReportError as error:
            raise RefusedProblemError(str(error)) from None
    for notice in notices:
        err.print(notice, markup=False)
    return written


def _profile(name: str | None, audience: str) -> Profile | None:
    """The profile of a name; None for the audience's usual one."""
    from quarterday.disclosure import PROFILES

    if name is None:
        return None
    known = PROFILES.get(name.upper())
    if known is None:
        raise UsageProblemError(f"'{name}' is not a profile. Allowed are: {', '.join(PROFILES)}.")
    if audience == "public" and not known.protects:
        raise UsageProblemError(
            f"The profile {known.name} is not for the public. Add --audience management, or leave it out."
        )
    return known
