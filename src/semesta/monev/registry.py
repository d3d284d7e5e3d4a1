"""All indicators by name, in the order in which a report speaks of them."""

from __future__ import annotations

from typing import cast

from semesta.basics.codes import plain
from semesta.basics.discover import defined_in
from semesta.monev.indicator import Indicator

ORDER = [
    "population",
    "registered",
    "registration",
    "active",
    "coverage",
    "gap",
    "unregistered",
    "lapsed",
    "person_months",
    "poor_covered",
    "billed",
    "received",
    "collection_rate",
    "unpaid_months",
    "contributions",
    "claims_paid",
    "claim_cases",
    "average_claim",
    "claims_ratio",
    "balance",
    "gives",
    "takes",
    "pool_result",
    "pool_carried",
    "break_even_frequency",
    "need",
    "shortfall",
    "budgeted",
    "realised_share",
    "places_not_budgeted",
    "places_not_reported",
    "regulations_in_force",
    "months_in_stage",
    "inpres_actions_done",
    "commitments_done",
    "commitments_overdue",
    "handovers",
    "arrears",
    "recovery_rate",
    "target_attainment",
    "target_gap",
]
"""The names others build on; an indicator not named here follows behind by its file's name."""


def _all_indicators() -> dict[str, Indicator]:
    found = {i.name: i for i in cast(list[Indicator], defined_in("semesta.monev.indicators", "INDICATOR"))}
    first = [name for name in ORDER if name in found]
    return {name: found[name] for name in [*first, *sorted(set(found) - set(first))]}


INDICATORS: dict[str, Indicator] = _all_indicators()


def indicator_named(text: str) -> Indicator | None:
    """The indicator that a name or a title in either language means."""
    wanted = plain(text)
    for indicator in INDICATORS.values():
        if wanted in (plain(indicator.name), plain(indicator.title.id), plain(indicator.title.en)):
            return indicator
    return None
