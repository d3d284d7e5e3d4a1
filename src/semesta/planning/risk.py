"""How much more or less often than its whole segment a group has work accidents.

No frequency by class of risk, by group, by age or by sex was ever published. What the law's own rates by class tell is an
assumption, no fact: rates hold the cost of a case too, and what classes bear for each other.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from semesta.basics import shown
from semesta.basics.words import LANGS, Words, same
from semesta.law.law import Law
from semesta.planning.cover import Route
from semesta.planning.estimate import Estimate
from semesta.planning.fields import Assumed

CLASSES = range(1, 6)
STRENGTH = "jkk_risk_strength"
"""The assumption that says how far frequencies follow the rates: 0 not at all, 1 in proportion."""


@dataclass(frozen=True, slots=True)
class Risk:
    """Cases of a group against the average of its segment, which is 1, and where that comes from."""

    relative: Estimate
    said: Words


def risk_of(route: Route, own: Assumed | None, law: Law, day: dt.date, strength: Estimate) -> Risk | None:
    """The risk of a group registered in this way; None where nothing tells it from the rest of its segment.

    What the scenario says of the group itself comes first; else, of those with a wage, the rate of their class by the law of the
    day against the mean of the rates of all classes, each as much as any other since nobody publishes how many are in which.

    Raises:
        NoLawOnDate: a day before the law.
    """
    if own is not None:
        return Risk(own.value, same(own.source))
    if route.segment != "PU" or route.risk_class is None:
        return None
    rates = [_rate(law, day, each) for each in CLASSES]
    mean = sum(rates) / len(rates)
    rate = rates[route.risk_class - 1]
    low, central, high = ((rate / mean) ** power for power in strength)
    parts = [(shown.share(rate / 1e6, lang, 2), shown.share(mean / 1e6, lang, 2)) for lang in LANGS]
    said = Words(
        f"kelompok risiko {route.risk_class}: tarif menurut hukum {parts[0][0]}, rata-rata kelima kelompok {parts[0][1]}",
        f"class of risk {route.risk_class}: rate by law {parts[1][0]}, mean of the five classes {parts[1][1]}",
    )
    return Risk(Estimate(min(low, central, high), central, max(low, central, high)), said)


def _rate(law: Law, day: dt.date, risk_class: int) -> int:
    """Millionths of the wage."""
    found = law.value("jkk_pu_rate", date=day, risk_class=risk_class).value
    if not isinstance(found, int):
        raise TypeError(f"no rate of class {risk_class}")
    return found
