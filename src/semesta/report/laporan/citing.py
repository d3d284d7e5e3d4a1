"""Which table a sentence cites for an indicator."""

from __future__ import annotations

from semesta.report.laporan.draft import Draft

TABLE_OF = {
    "registration": ("group", "region"),
    "coverage": ("group", "region"),
    "unregistered": ("group", "region"),
    "gap": ("group", "region"),
    "target_attainment": ("targets",),
    "contributions": ("programme",),
    "claims_paid": ("programme",),
    "balance": ("balance.programme.", "programme"),
    "budgeted": ("budget.place", "budget.lines"),
    "shortfall": ("budget.place", "budget.lines"),
    "need": ("proposal", "budget.place", "budget.lines"),
    "places_not_budgeted": ("budget.place", "budget.lines"),
    "regulations_in_force": ("regulations",),
    "inpres_actions_done": ("inpres",),
    "handovers": ("handovers",),
    "arrears": ("compliance",),
    "recovery_rate": ("compliance",),
}
"""The tables in which an indicator stands, the one to cite first."""


def cited(draft: Draft, indicator: str) -> str:
    """The bracket with the number of the first table in which the indicator stands; the table of rows read where it has none."""
    return draft.cite(next((key for key in TABLE_OF.get(indicator, ()) if key in draft.tables), "rows"))
