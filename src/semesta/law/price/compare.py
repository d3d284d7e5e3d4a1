"""PU against BPU for one person who may be registered either way, as non-ASN may: what each costs, and what each buys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from semesta.law.law import Law, Result

BUYS = ("jkk_death_grant", "jkk_total_disability_grant", "jkm_benefit")
"""Benefits in which the two ways differ: those of JKK follow the basis, JKM has a waiting time for BPU alone."""


@dataclass(frozen=True)
class Way:
    """One way to register. `basis` is the monthly amount that contributions and benefits are counted on."""

    segment: str
    price: Result
    basis: Result
    buys: Mapping[str, Result]


@dataclass(frozen=True)
class Compared:
    """Both ways for the same person and package on the same day."""

    pu: Way
    bpu: Way

    @property
    def saving(self) -> int | None:
        """By how many rupiah a month the cheaper way is cheaper; None while a price is not known."""
        if self.pu.price.value is None or self.bpu.price.value is None:
            return None
        return abs(int(self.pu.price.value) - int(self.bpu.price.value))

    @property
    def cheaper(self) -> Way | None:
        """The way that costs less; None where both cost the same or a price is not known."""
        return min(self.pu, self.bpu, key=lambda way: int(way.price.value or 0)) if self.saving else None


def cover_price_compared(law: Law, *, date: dt.date, **inputs: int | bool | str | None) -> Compared:
    """Both prices of a month's cover and what they buy, for `package`, `wage_per_month` and the rest of the case.

    As BPU the basis follows `income_per_month`, the lowest where it is not given; as PU it is the reported wage. A
    cheaper way may buy less: the grants of JKK are multiples of the basis.

    Raises:
        InputError, NoLawOnDate: as `Law.value`.
    """
    return Compared(*(_way(law, date, {**inputs, "segment": segment}) for segment in ("PU", "BPU")))


def _way(law: Law, date: dt.date, inputs: Mapping[str, int | bool | str | None]) -> Way:
    segment = str(inputs["segment"])
    return Way(
        segment,
        price=law.value("cover_price_per_month", date=date, **inputs),
        basis=law.value("cover_basis", date=date, **inputs),
        buys={name: law.value(name, date=date, **inputs) for name in BUYS},
    )
