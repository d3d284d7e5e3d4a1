"""Chapter III, contributions against benefits and what branches and segments carry for each other."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics.words import Words, capital
from semesta.monev.value import Value
from semesta.report import charts
from semesta.report.content import Block, Box, Paragraph
from semesta.report.laporan import breakdown, figures, naming, phrases
from semesta.report.laporan.breakdown import Breakdown, Line
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.sourcing import sources

TITLES = {
    "contributions": Words("Iuran diterima", "Contributions"),
    "claims_paid": Words("Manfaat dibayarkan", "Benefits paid"),
    "balance": Words("Selisih", "Difference"),
    "claims_ratio": Words("Rasio klaim", "Claims ratio"),
}
MUTUAL = {
    "balance": Words("Selisih", "Difference"),
    "gives": Words("Memberi", "Gives"),
    "takes": Words("Menerima", "Takes"),
}
HEADS = {
    "programme": Words("Program", "Programme"),
    "office": Words("Kantor cabang", "Branch office"),
    "segment": Words("Segmen", "Segment"),
    "region": Words("Wilayah", "Region"),
}


def solidarity(draft: Draft) -> list[Block]:
    """The section; empty where neither a difference nor a ratio was asked for by the data."""
    if not any(draft.headline(i) for i in ("contributions", "claims_paid")) or not _asked(draft):
        return []
    heading = draft.section(
        "Iuran dan manfaat, serta gotong royong antarcabang dan segmen",
        "Contributions and benefits, and mutual help across branches and segments",
    )
    blocks: list[Block] = [heading, *[Paragraph(text) for text in _told(draft)]]
    blocks += _table(draft, "programme", breakdown.by_dimension(draft, "programme", list(TITLES)), TITLES)
    for dimension in ("office", "segment"):
        blocks += _mutual(draft, dimension)
    blocks += _table(draft, "region", breakdown.by_region(draft, list(MUTUAL)), MUTUAL)
    return [*blocks, Box(draft.said(phrases.NOT_A_DEBT))]


def sentences(draft: Draft) -> list[str]:
    """The difference and the ratio, of all programmes or of each; stands only beside the sentence that it is no debt."""
    return [said for i in ("balance", "claims_ratio") if (said := _sentence(draft, i))]


def _asked(draft: Draft) -> bool:
    return any("missing" not in v.status for i in ("balance", "claims_ratio") for v in draft.measured.of(i))


def _told(draft: Draft) -> list[str]:
    said = sentences(draft)
    said += [
        _of_each(draft, "pool_result"),
        _of_each(draft, "pool_carried"),
        "" if draft.is_brief else _sentence(draft, "break_even_frequency"),
    ]
    text = " ".join(filter(None, said))
    pool = [] if draft.is_brief else draft.notes([draft.value("pool_result"), draft.value("break_even_frequency")])
    return list(filter(None, [text, " ".join(f"{capital(note)}." for note in pool)]))


def _of_each(draft: Draft, indicator: str) -> str:
    """The pool of each risk programme by itself: programmes are never netted."""
    values = [v for v in draft.of(indicator, segment="", funding="", office="") if v.value is not None]
    if not values:
        return ""
    draft.used.add(indicator)
    parts = [
        f"{naming.programme(v.node.programme, draft.lang)} **{figures.full(v.value or 0, v.unit, draft.lang)}**"
        for v in values
    ]
    period = naming.when(values[0].node.period, draft.lang)
    return f"{draft.said(naming.title(indicator))}: {'; '.join(dict.fromkeys(parts))} ({period})."


def _sentence(draft: Draft, indicator: str) -> str:
    """The figure of all programmes with what limits it; where that may not be made, the figure of each programme."""
    value = draft.value(indicator)
    if value is None or "missing" in value.status:
        return ""
    title = draft.said(naming.title(indicator))
    period = naming.when(value.node.period, draft.lang)
    if value.value is None:
        return f"{title}: {by_programme(draft, indicator) or _why(draft, value)}."
    warned = figures.warning(value, draft.lang)
    bracket = ", ".join(filter(None, [figures.bounds(value, draft.lang), period, warned]))
    number = figures.full(value.value, value.unit, draft.lang, against=value.denominator)
    return f"{title}: **{number}** ({bracket})." if bracket else f"{title}: **{number}**."


def by_programme(draft: Draft, indicator: str) -> str:
    """ "JKK Rp300.000.000; JKM −Rp50.000.000"; empty where no programme has a figure of its own."""
    values = [v for v in draft.parts(indicator, "programme") if v.value is not None]
    if not values:
        return ""
    draft.used.add(indicator)
    parts = [f"{v.node.programme} {figures.full(v.value or 0, v.unit, draft.lang)}" for v in values]
    return f"{'; '.join(parts)} ({naming.when(values[0].node.period, draft.lang)})"


def _why(draft: Draft, value: Value) -> str:
    why = "; ".join(note for note in draft.notes([value]))
    return f"**{figures.reason(value, draft.lang)}**" + (f" ({why})" if why else "")


def _mutual(draft: Draft, dimension: str) -> list[Block]:
    """One table for each programme that is split by office or segment: programmes are never netted."""
    blocks: list[Block] = []
    for programme in dict.fromkeys(v.node.programme for v in draft.of("balance")):
        shown = _split(draft, dimension, programme)
        titles = {**TITLES, **MUTUAL} if len(shown.known([*TITLES, *MUTUAL])) <= 6 else {**MUTUAL}
        blocks += _table(draft, dimension, shown, titles, programme)
    return blocks


def _split(draft: Draft, dimension: str, programme: str) -> Breakdown:
    wanted = list({**TITLES, **MUTUAL})
    found = {i: {getattr(v.node, dimension): v for v in draft.parts(i, dimension, programme=programme)} for i in wanted}
    codes = sorted({code for by_code in found.values() for code in by_code})
    lines = tuple(Line(c, draft.name(dimension, c), 0, {i: found[i].get(c) for i in wanted}) for c in codes)
    return Breakdown(lines, {i: next(iter(draft.parts(i, "programme", programme=programme)), None) for i in wanted})


def _table(draft: Draft, key: str, shown: Breakdown, titles: dict[str, Words], programme: str = "") -> list[Block]:
    if len(shown.lines) < 2 or not shown.known(["balance", "claims_ratio"]):
        return []
    heading = draft.said(HEADS[key])
    of = f" {naming.programme(programme, draft.lang)}" if programme else ""
    caption = draft.say(
        f"Iuran dan manfaat{of} per {heading.lower()}",
        f"Contributions and benefits{of and ' of' + of} by {heading.lower()}",
    )
    unsplit = [draft.said(phrases.NOT_A_DEBT)]
    made = breakdown.table(
        draft,
        f"balance.{key}.{programme}",
        caption,
        heading,
        shown,
        titles,
        total=False,
        more_notes=unsplit,
        across_regions=key in ("office", "segment"),
    )
    return [made, *_chart(draft, heading, shown, of)]


def _chart(draft: Draft, heading: str, shown: Breakdown, of: str) -> list[Block]:
    known = [line for line in shown.lines if line.number("balance") is not None]
    if len(known) < 3:
        return []
    more = sum((line.number("balance") or 0) > 0 for line in known)
    caption = draft.say(
        f"Iuran{of} melebihi manfaat pada {more} dari {len(known)} {heading.lower()}",
        f"Contributions{of} are above benefits in {more} of {len(known)}: {heading.lower()}",
    )
    rows: list[charts.Bar] = [
        {
            "name": line.name,
            "value": line.number("balance"),
            "label": figures.short(line.number("balance") or 0, "rupiah", draft.lang),
        }
        for line in known
    ]
    text = "; ".join(f"{row['name']}: {row['label']}" for row in rows)

    def drawn() -> Mapping[str, object]:
        return charts.diverging(rows, value_title=draft.said(TITLES["balance"]), lang=draft.lang)

    return [draft.chart(caption, drawn, text, sources([line.values.get("balance") for line in known], draft.lang))]
