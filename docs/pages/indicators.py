"""One page per indicator, from its card."""

from __future__ import annotations

from pages.markdown import both, code, heading, in_cell, page, table
from semesta.basics.shown import unit_title
from semesta.basics.words import Words
from semesta.monev.indicator import Indicator
from semesta.monev.registry import INDICATORS

DIRECTIONS = {
    "higher": Words("makin tinggi makin baik", "higher is better"),
    "lower": Words("makin rendah makin baik", "lower is better"),
    "neutral": Words("tidak dinilai", "not judged"),
}


def pages() -> dict[str, str]:
    return {"indicators/README.md": _contents(), **{f"indicators/{i.name}.md": _page(i) for i in INDICATORS.values()}}


def _contents() -> str:
    rows = [[f"[{code(i.name)}]({i.name}.md)", in_cell(i.title), i.formula.id, _unit(i)] for i in INDICATORS.values()]
    return page(
        "# Indikator · Indicators",
        "Yang diukur, dengan rumusnya. Tiap kartu juga menyebut untuk apa angkanya tidak boleh dipakai.",
        "*What is measured, and how. Each card also says what the figure must never be taken for.*",
        table(["indikator", "judul", "rumus", "satuan"], rows),
    )


def _page(indicator: Indicator) -> str:
    limits = indicator.thresholds
    light = (
        in_cell(Words("tidak ada; karena itu tidak diberi warna", "none; so there is no light"))
        if limits is None
        else f"hijau mulai {limits.green_from}, kuning mulai {limits.amber_from} ({limits.source})"
    )
    facts = [
        ["Rumus · Formula", in_cell(indicator.formula)],
        ["Satuan · Unit", _unit(indicator)],
        ["Arah · Direction", in_cell(DIRECTIONS[indicator.direction])],
        ["Ambang · Thresholds", light],
        ["Dasar hukum · Legal basis", indicator.law],
        ["Tabel · Tables", ", ".join(f"[{code(t)}](../tables/{t}.md)" for t in indicator.tables)],
        ["Dirinci menurut · Broken down by", "; ".join(" × ".join(map(code, names)) for names in indicator.breakdowns)],
        ["Pengelola · Owner", in_cell(indicator.owner)],
        ["Ditinjau paling lambat · Review due", indicator.review.isoformat()],
    ]
    never = Words(f"Tidak pernah {indicator.never.id}.", f"Never {indicator.never.en}.")
    return page(
        heading(indicator.title, indicator.name),
        both(indicator.why),
        "**" + never.id.rstrip(".") + ".**" + f"\n\n*{never.en.rstrip('.')}.*",
        table(["", ""], facts),
    )


def _unit(indicator: Indicator) -> str:
    return in_cell(Words(unit_title(indicator.unit, "id"), unit_title(indicator.unit, "en")))
