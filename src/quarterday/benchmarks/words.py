"""A comparison in plain words, with polarity: which direction is good is said of every difference, where there is one."""

from quarterday.benchmarks.comparison import AVERAGES, CANNOT_TELL, PRIMARY, Comparison, Verdicts
from quarterday.benchmarks.ranking import LOW
from quarterday.benchmarks.values import ENGLAND, NEIGHBOURS, REASONS, REGION
from quarterday.indicators.results import rounded

KINDS = (ENGLAND, REGION, NEIGHBOURS)
_GOOD = {"lower": "lower is better", "higher": "higher is better"}


def shown(value: float | None, decimals: int, unit: str = "") -> str:
    """A figure as printed: half away from zero, with its unit; a dash where there is none."""
    if value is None:
        return "–"
    text = f"{rounded(value, decimals):,}"
    if unit == "%":
        return f"{text} %"
    return text if unit in ("", "count") else f"{text} {unit}"


def area_name(found: Comparison, kind: str) -> str:
    """What a comparator is called: England, the South East, statistical neighbours."""
    return {ENGLAND: "England", REGION: region_words(found.region_name), NEIGHBOURS: "statistical neighbours"}[kind]


def region_words(name: str) -> str:
    """A region as one speaks of it: the South East, but Inner London."""
    return name if name.endswith("London") or name.startswith("Yorkshire") else f"the {name}"


def verdict_words(found: Comparison, kind: str, told: Verdicts | None = None) -> str:
    """One verdict: "higher, which is worse", "lower", "cannot tell"."""
    verdict = (told or found.verdicts).of(kind)
    if verdict == CANNOT_TELL or found.better not in _GOOD:
        return verdict
    return f"{verdict}, which is {'better' if verdict == found.better else 'worse'}"


def sentence(found: Comparison, told: Verdicts | None = None) -> str:
    """All verdicts as one sentence: "Higher than England and the South East, which is worse; cannot tell from …"."""
    grouped: dict[str, list[str]] = {}
    for kind in KINDS:
        grouped.setdefault((told or found.verdicts).of(kind), []).append(area_name(found, kind))
    parts = []
    for verdict, names in grouped.items():
        if verdict == CANNOT_TELL:
            parts.append(f"cannot tell from {_listed(names)}")
        else:
            good = "" if found.better not in _GOOD else f", which is {'better' if verdict == found.better else 'worse'}"
            parts.append(f"{verdict} than {_listed(names)}{good}")
    text = "; ".join(sorted(parts, key=lambda part: part.startswith(CANNOT_TELL)))
    return f"{text[0].upper()}{text[1:]}."


def lines(found: Comparison) -> list[str]:
    """A comparison for reading, a line each."""
    group = "" if found.group == "all" else f", {found.group}"
    said = [f"{found.code}  {found.title}{group}, {found.year}", _own_line(found)]
    said += [f"  {_comparator(found, kind)}" for kind in KINDS]
    if found.rank is not None:
        said.append(f"  Rank {found.rank} of {found.ranked_of}, quarter {found.band}{_direction(found)}")
    said.append(f"  {sentence(found)}")
    if found.own:
        own = found.own
        value, low, high = (shown(each, found.decimals) for each in (own.value, own.low, own.high))
        told = f" From the records: {sentence(found, own.verdicts)}"
        said.append(f"  From the authority's records: {value} (95 % interval {low} to {high}).{told}")
    said += [f"  {note}" for note in found.notes]
    population = f" Population: {found.population_release}." if found.population_release else ""
    return [*said, f"  Source: {found.source}, {found.release}.{population}"]


def _own_line(found: Comparison) -> str:
    good = f"; {_GOOD[found.better]}" if found.better in _GOOD else ""
    low, high = shown(found.low, found.decimals), shown(found.high, found.decimals)
    if found.value is None:
        span = f"; between {low} and {high}, chance included, if it is 1 to 5" if found.low is not None else ""
        return f"  {found.authority_name}: {REASONS.get(found.reason, 'no figure').split(':')[0]}{span}{good}"
    span = f" (95 % interval {low} to {high}, {found.interval})" if found.low is not None else ""
    return f"  {found.authority_name}: {shown(found.value, found.decimals, found.unit)}{span}{good}"


def _comparator(found: Comparison, kind: str) -> str:
    words = verdict_words(found, kind)
    if kind != NEIGHBOURS:
        value = found.england if kind == ENGLAND else found.region
        name = "England" if kind == ENGLAND else found.region_name
        return f"{name}: {shown(value, found.decimals)}  {words}"
    near = found.neighbours
    average = shown(near.average, found.decimals)
    counted = f"{AVERAGES[near.method]} of {near.with_value} of {near.of}, {near.model} model"
    return f"Statistical neighbours: {average} ({counted}){_spread(found)}  {words}"


def _spread(found: Comparison) -> str:
    near = found.neighbours
    if not near.suppressed or near.low is None:
        return ""
    low, high, low_any, high_any = (
        shown(each, found.decimals) for each in (near.low, near.high, near.low_any, near.high_any)
    )
    if near.assumption != PRIMARY:
        return f"; with the suppressed ones {low_any} to {high_any}"
    return f"; with the suppressed ones {low} to {high} if each is 1 to 5, {low_any} to {high_any} whatever they are"


def _direction(found: Comparison) -> str:
    """By which direction the rank is taken; where it is the national tool's and not ours, that is said."""
    best = "lowest" if found.rank_polarity == LOW else "highest"
    whose = "" if found.better in _GOOD else " as the national tool ranks it, though neither direction is better"
    return f" (1 and A are the {best}{whose})"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
