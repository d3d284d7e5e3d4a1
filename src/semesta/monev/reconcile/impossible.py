"""Values that cannot be: more members than people, more paid than there was to pay."""

from __future__ import annotations

from collections.abc import Sequence

from semesta.basics.words import Words
from semesta.monev.figures import Figures
from semesta.monev.registry import INDICATORS
from semesta.monev.said import number, what
from semesta.monev.value import Finding, Value

SHARES = {
    "registration": Words("terdaftar lebih banyak dari jumlah pekerja", "more registered than there are people"),
    "coverage": Words("peserta aktif lebih banyak dari jumlah pekerja", "more active members than there are people"),
    "poor_covered": Words("peserta miskin lebih banyak dari pekerja miskin", "more poor members than poor workers"),
    "collection_rate": Words("terbayar lebih dari tertagih", "more paid than billed"),
    "realised_share": Words("realisasi lebih dari anggaran", "more realised than allocated"),
    "recovery_rate": Words("pemulihan lebih dari tunggakan", "more recovered than owed"),
}
"""Shares that cannot exceed one, and what it means when they do."""


def impossible_findings(figures: Figures, values: Sequence[Value]) -> list[Finding]:
    """One finding per impossible value; of one place only the headline and the groups in which it shows."""
    return [_finding(figures, v) for v in values if _is_impossible(v)]


def _is_impossible(value: Value) -> bool:
    if value.value is None:
        return False
    if value.indicator == "lapsed":
        return value.value < 0
    return value.indicator in SHARES and value.value > 1


def _finding(figures: Figures, value: Value) -> Finding:
    card = INDICATORS[value.indicator]
    title = what(card.title, value.node, figures.places)
    why = SHARES.get(
        value.indicator, Words("peserta aktif lebih banyak dari yang terdaftar", "more active than registered")
    )
    unit = "rupiah" if value.indicator in ("collection_rate", "realised_share", "recovery_rate") else "persons"
    top, bottom = number(value.numerator or 0, unit), number(value.denominator or 0, unit)
    return Finding(
        kind="figures.impossible",
        severity="error",
        place=value.node.place,
        quantity=value.indicator,
        message=Words(
            f"{title.id}: {why.id} ({top.id} dan {bottom.id}).", f"{title.en}: {why.en} ({top.en} and {bottom.en})."
        ),
        stated=value.numerator,
        computed=value.denominator,
        difference=None
        if value.numerator is None or value.denominator is None
        else value.numerator - value.denominator,
        sources=value.sources,
        node=value.node,
        rows=value.rows,
    )


FINDINGS = impossible_findings
