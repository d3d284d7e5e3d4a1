"""Chapter III, potential and coverage: how many there are, registered, active, and the gap, by group and region."""

from __future__ import annotations

from semesta.basics.words import Words
from semesta.monev.value import Value
from semesta.report.content import Block, Paragraph
from semesta.report.laporan import breakdown, figures, maps, naming
from semesta.report.laporan.breakdown import Breakdown
from semesta.report.laporan.draft import Draft, number_column, sources, text_column

TITLES = {
    "population": Words("Potensi (orang)", "Population"),
    "registered": Words("Terdaftar", "Registered"),
    "registration": Words("Tingkat pendaftaran", "Registration rate"),
    "unregistered": Words("Belum terdaftar", "Unregistered"),
    "active": Words("Aktif", "Active"),
    "coverage": Words("Cakupan", "Coverage"),
    "gap": Words("Kesenjangan", "Gap"),
}
NARROW = ("population", "registered", "active", "coverage", "gap")
"""Where active members are known, the rates of registration make way: seven columns are the most."""


ALWAYS_SAID = ("population", "coverage")
"""What a reader asks for first: where they are wanting, that is said, with who holds the data."""


def rate(draft: Draft) -> str:
    """The rate that this round can speak of: coverage where active members are known anywhere, otherwise registration."""
    known = any(v.value is not None for v in draft.measured.of("coverage"))
    return "coverage" if known else "registration"


def coverage(draft: Draft) -> list[Block]:
    if not draft.rows("population") and not draft.rows("members"):
        return []
    blocks: list[Block] = [
        draft.section("Potensi dan cakupan per kelompok dan wilayah", "Population and coverage by group and region")
    ]
    blocks += [Paragraph(text) for text in _told(draft)]
    blocks += _by(draft, "group", breakdown.by_dimension(draft, "group", list(TITLES)))
    blocks += _by(draft, "region", breakdown.by_region(draft, list(TITLES)))
    blocks += maps.by_region(draft, rate(draft))
    return [*blocks, *_targets(draft)]


def _told(draft: Draft) -> list[str]:
    said = [
        _sentence(draft, "population"),
        _sentence(draft, "registration") if draft.headline("registration") else "",
        _sentence(draft, "coverage"),
        _sentence(draft, "poor_covered"),
    ]
    gap = draft.headline("gap") or draft.headline("unregistered")
    if gap is not None:
        said.append(_sentence(draft, gap.indicator))
    text = " ".join(filter(None, said))
    extra = draft.notes([draft.value(i) for i in ("population", "coverage", "gap")])
    return list(filter(None, [text, (draft.say("Catatan: ", "Notes: ") + "; ".join(extra) + ".") if extra else ""]))


def _sentence(draft: Draft, indicator: str) -> str:
    """One figure as a sentence; a rate that cannot be told says so and who holds what is wanting."""
    value = draft.value(indicator)
    if value is None or ("missing" in value.status and indicator not in ALWAYS_SAID):
        return ""
    title = naming.title(indicator).said(draft.lang)
    if value.value is None:
        why = (
            figures.missing(indicator, draft.measured, draft.lang)
            if "missing" in value.status
            else figures.reason(value, draft.lang)
        )
        return f"{title}: **{why}**."
    number = figures.full(value.value, value.unit, draft.lang, against=value.denominator)
    of = figures.against(value, draft.lang)
    since = naming.when(value.node.period, draft.lang)
    bracket = ", ".join(filter(None, [of, figures.bounds(value, draft.lang), since]))
    return f"{title}: **{number}** ({bracket})." if bracket else f"{title}: **{number}**."


def _by(draft: Draft, key: str, shown: Breakdown) -> list[Block]:
    if len(shown.lines) < 2:
        return []
    kept = NARROW if len(shown.told(list(TITLES))) > 6 else tuple(TITLES)
    heading = draft.say("Kelompok", "Group") if key == "group" else draft.say("Wilayah", "Region")
    caption = (
        draft.say("Potensi dan kepesertaan per kelompok", "Population and membership by group")
        if key == "group"
        else draft.say("Potensi dan kepesertaan per wilayah", "Population and membership by region")
    )
    if not shown.told(kept):
        return []
    return [breakdown.table(draft, key, caption, heading, shown, {i: TITLES[i] for i in kept})]


def _targets(draft: Draft) -> list[Block]:
    """Attainment against each document, side by side, never merged."""
    reached = [v for v in draft.measured.of("target_attainment", place=draft.measured.place) if v.node.document]
    if not reached:
        return []
    gaps = {v.node: v for v in draft.measured.of("target_gap", place=draft.measured.place)}
    columns = [
        text_column(draft.say("Dokumen", "Document"), 2),
        text_column(draft.say("Tahun", "Year")),
        number_column(draft.say("Capaian terhadap target", "Attainment of target"), 1.4),
        number_column(draft.say("Kurang dari target", "Short of target"), 1.4),
    ]
    rows = [
        (
            draft.name("document", v.node.document),
            v.node.period[:4],
            figures.cell(v, draft.lang),
            _gap(draft, gaps.get(v.node)),
        )
        for v in reached
    ]
    caption = draft.say("Capaian terhadap target per dokumen", "Attainment against the target of each document")
    return [
        draft.table("targets", caption, columns, rows, notes=draft.notes(reached), source=sources(reached, draft.lang))
    ]


def _gap(draft: Draft, value: Value | None) -> str:
    if value is None or value.value is None:
        return figures.cell(value, draft.lang)
    return figures.full(value.value, value.unit, draft.lang)
