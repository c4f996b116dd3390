"""Judging indicators from records: flows by XmR charts, stocks by their expected band."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from quarterday.indicators import Asked, Computation, Indicator, Mix, Result
from quarterday.records.periods import Period, snapshot
from quarterday.signals.errors import TooShortError
from quarterday.signals.flows import judge_flow
from quarterday.signals.judgement import Judgement
from quarterday.signals.manner import AS_USUAL, Manner
from quarterday.signals.occasions import events_on, rebases_on
from quarterday.signals.stock_band import Bands
from quarterday.signals.unjudged import why_never
from quarterday.submissions.settings import Settings


class Judge:
    """Judges the indicators of one authority over consecutive months, from one computation.

    `months` are those of flows; `stock_months`, usually more of them, those at whose ends stocks are taken.
    """

    def __init__(
        self,
        computation: Computation,
        months: Sequence[Period],
        settings: Settings,
        stock_months: Sequence[Period] | None = None,
    ) -> None:
        self.months = tuple(months)
        self.stock_months = tuple(stock_months or months)
        self._settings = settings
        self._authority = computation.source.authorities[0]
        self._computation = computation
        self._bands: dict[tuple[Period, ...], Bands] = {}

    def all_of(
        self, indicators: Iterable[Indicator], figures: Iterable[Result] | None = None, manner: Manner = AS_USUAL
    ) -> list[Judgement]:
        """Each indicator judged, in the order given.

        `figures` may hand over monthly results that were measured already: flows are then not measured again. Raises
        SignalError only for a manner that no series could be judged by.
        """
        wanted = list(indicators)
        flows = [each for each in wanted if each.is_flow and not why_never(each)]
        known = self._computation.measure(flows, Asked(self.months, ())) if figures is None else figures
        by_code = self._by_code(known)
        return self._with_latest([self._judged(each, by_code.get(each.code, []), manner) for each in wanted])

    def of(self, indicator: Indicator, manner: Manner = AS_USUAL) -> Judgement:
        """One indicator judged."""
        return self.all_of([indicator], None, manner)[0]

    def _with_latest(self, judgements: list[Judgement]) -> list[Judgement]:
        """What is not judged has its latest figure all the same; a mix has none that stands for it."""
        silent = [each.indicator for each in judgements if each.reason and not isinstance(each.indicator, Mix)]
        asked = Asked((self.months[-1],), (snapshot(self.stock_months[-1].end),))
        figures = self._computation.measure(silent, asked) if silent else []
        latest = {each.code: each for each in figures if each.breakdown == "all"}
        return [replace(each, latest=latest.get(each.indicator.code)) for each in judgements]

    def _by_code(self, figures: Iterable[Result]) -> Mapping[str, list[Result]]:
        shown = {(month.start, month.end) for month in self.months}
        by_code: dict[str, list[Result]] = defaultdict(list)
        for figure in sorted(figures, key=lambda each: each.period_end):
            if figure.breakdown == "all" and (figure.period_start, figure.period_end) in shown:
                by_code[figure.code].append(figure)
        return by_code

    def _judged(self, indicator: Indicator, figures: Sequence[Result], manner: Manner) -> Judgement:
        months = self.months if indicator.is_flow else self.stock_months
        never = why_never(indicator)
        try:
            if never:
                judged = Judgement(indicator, reason=never)
            else:
                judged = self._flow(indicator, figures, manner) if indicator.is_flow else self._stock(indicator, manner)
        except TooShortError as error:
            judged = Judgement(indicator, reason=self._computation.refusal(indicator, months[-1]) or str(error))
        return replace(judged, events=events_on(self._settings, indicator.code, self._authority, months))

    def _flow(self, indicator: Indicator, figures: Sequence[Result], manner: Manner) -> Judgement:
        def days() -> list[date]:
            listed = self._computation.values(indicator, "event_date", self.months)["event_date"].to_pylist()
            return [day for day in listed if day]

        return judge_flow(indicator, figures, self._settings, self._authority, manner, days)

    def _stock(self, indicator: Indicator, manner: Manner) -> Judgement:
        months, notes = self._begun(indicator, self._computable(indicator))
        band = self._band(months).of(indicator, improvement=manner.improvement, baseline=manner.baseline)
        target = self._settings.target(indicator.code, months[-1].end, self._authority)
        return Judgement(indicator, band=band, notes=notes, target=target)

    def _begun(self, indicator: Indicator, months: tuple[Period, ...]) -> tuple[tuple[Period, ...], tuple[str, ...]]:
        """The months from the last recorded re-base on: what came before is no part of its baseline."""
        recorded = rebases_on(self._settings, indicator.code, self._authority, months)
        if not recorded:
            return months, ()
        last = recorded[-1]
        begins = f"The series begins anew at {months[last.at].end:%Y-%m}"
        return months[last.at :], (f"{begins}: {last.reason} ({last.author}, {last.recorded}).",)

    def _computable(self, indicator: Indicator) -> tuple[Period, ...]:
        """The month ends from which on the stock can be computed."""
        ends = tuple(snapshot(month.end) for month in self.stock_months)
        refused = [place for place, end in enumerate(ends) if self._computation.refusal(indicator, end)]
        kept = ends[refused[-1] + 1 :] if refused else ends
        if not kept:
            raise TooShortError(f"{indicator.code} has no value at the last month end.")
        return kept

    def _band(self, months: tuple[Period, ...]) -> Bands:
        if months not in self._bands:
            self._bands[months] = Bands(self._computation, months)
        return self._bands[months]
