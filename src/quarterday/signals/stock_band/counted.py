"""Who is counted at which month ends, as whole numbers: quick for a town's records over a childhood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from quarterday.signals.stock_band.durations import Wholes
from quarterday.signals.stock_band.stays import Stay


@dataclass(frozen=True)
class Counted:
    """One number for each one who is counted and month end: the place of who in `names`, times `stride`, plus the month.

    Months are numbered from the earliest asked for; the series begins `before` months later and has `months`.
    """

    keys: Wholes
    names: tuple[str, ...]
    stride: int
    before: int
    months: int

    def totals(self) -> Wholes:
        """How many are counted at each month end of the series."""
        places = self.keys % self.stride - self.before
        return np.bincount(places[places >= 0], minlength=self.months).astype(np.int64)

    def without(self, others: "Counted") -> "Counted":
        """Those counted here and not there, at the same month end."""
        return Counted(np.setdiff1d(self.keys, others.keys), self.names, self.stride, self.before, self.months)

    def stays(self, families: Mapping[str, str]) -> list[Stay]:
        """The runs of consecutive month ends that reach into the series."""
        if not len(self.keys):
            return []
        breaks = np.flatnonzero(np.diff(self.keys) != 1)
        firsts, lasts = self.keys[np.concatenate([[0], breaks + 1])], self.keys[np.concatenate([breaks, [-1]])]
        reaching = lasts % self.stride >= self.before
        return [
            self._stay(first, last, families)
            for first, last in zip(firsts[reaching].tolist(), lasts[reaching].tolist(), strict=True)
        ]

    def _stay(self, first: int, last: int, families: Mapping[str, str]) -> Stay:
        who, entered = divmod(first, self.stride)
        left = last % self.stride - self.before + 1
        name = self.names[who]
        return Stay(entered - self.before, left if left < self.months else None, families.get(name, name))


def counted_in(listings: Sequence[pa.Table], before: int, months: int) -> list[Counted]:
    """Each of some listings (columns `who` and `spine_id`) as numbers, with the same numbers for the same ones."""
    stride = before + months + 2  # two apart, so that nobody's last month is next to another's first
    whose = pa.chunked_array([chunk for listing in listings for chunk in listing["who"].chunks], pa.string())
    encoded = whose.combine_chunks().dictionary_encode()
    codes, names = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64), tuple(encoded.dictionary.to_pylist())
    found, at = [], 0
    for listing in listings:
        keys = codes[at : at + len(listing)] * stride + listing["spine_id"].to_numpy()
        found.append(Counted(np.unique(keys), names, stride, before, months))
        at += len(listing)
    return found
