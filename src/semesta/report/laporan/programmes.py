"""Chapter III, contributions billed and received, and benefits paid, by programme."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics.words import Words
from semesta.report import charts
from semesta.report.content import Block, Paragraph
from semesta.report.laporan import breakdown, figures, naming
from semesta.report.laporan.breakdown import Breakdown, Line
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.sourcing import sources

TITLES = {
    "billed": Words("Iuran tertagih", "Billed"),
    "received": Words("Iuran terbayar", "Paid of bills"),
    "contributions": Words("Iuran diterima", "Contributions received"),
    "claims_paid": Words("Manfaat dibayarkan", "Benefits paid"),
    "claim_cases": Words("Kasus", "Cases"),
    "average_claim": Words("Rata-rata per kasus", "Average per case"),
}


def programmes(draft: Draft) -> list[Block]:
    if not any(draft.headline(i) for i in TITLES):
        return []
    heading = draft.section(
        "Iuran tertagih, iuran diterima, dan manfaat dibayarkan per program",
        "Contributions billed and received, and benefits paid, by programme",
    )
    shown = _by_programme(draft)
    caption = draft.say("Iuran dan manfaat per program", "Contributions and benefits by programme")
    table = breakdown.table(
        draft,
        "programme",
        caption,
        draft.say("Program", "Programme"),
        shown,
        TITLES,
        total=len(shown.lines) > 1,
        more_notes=[_periods(draft)],
    )
    return [heading, *_told(draft), table, *_by_segment(draft), *_by_benefit(draft), *_chart(draft, shown)]


def _by_programme(draft: Draft) -> Breakdown:
    """One row for each programme; a single row for all of them where the source does not split."""
    shown = breakdown.by_dimension(draft, "programme", list(TITLES))
    if shown.known(list(TITLES)):
        return shown
    whole = {i: draft.first(i) for i in TITLES}
    only = next((v.node.programme for v in whole.values() if v and v.node.programme), "")
    return Breakdown((Line(only, naming.programme(only, draft.lang), 0, whole),), whole)


def _told(draft: Draft) -> list[Block]:
    said = sentences(draft)
    return [Paragraph(" ".join(said))] if said else []


def sentences(draft: Draft) -> list[str]:
    """Contributions, benefits and what was collected, a sentence for each figure that is known."""
    said = []
    for indicator in ("contributions", "claims_paid", "collection_rate", "unpaid_months"):
        value = draft.headline(indicator)
        if value is None or value.value is None:
            continue
        number = figures.short(value.value, value.unit, draft.lang, against=value.denominator)
        period = naming.when(value.node.period, draft.lang)
        paid_by = draft.name("funding", value.node.funding) if value.node.funding else ""
        bracket = ", ".join(filter(None, [figures.against(value, draft.lang), paid_by, period]))
        said.append(f"{draft.said(naming.title(indicator))}: **{number}**" + (f" ({bracket})." if bracket else "."))
    return said


def _periods(draft: Draft) -> str:
    """Which period each column speaks of, where they differ or not."""
    said: dict[str, list[str]] = {}
    for indicator in TITLES:
        value = draft.headline(indicator)
        if value is not None and value.node.period:
            said.setdefault(naming.when(value.node.period, draft.lang), []).append(
                draft.said(TITLES[indicator]).lower()
            )
    told = "; ".join(
        f"{period} ({', '.join(columns)})" if len(said) > 1 else period for period, columns in said.items()
    )
    return draft.say("Periode: ", "Period: ") + told + "." if told else ""


def _by_segment(draft: Draft) -> list[Block]:
    blocks: list[Block] = []
    heads = {"segment": draft.say("Segmen", "Segment"), "funding": draft.say("Sumber dana", "Funding")}
    for dimension, heading in heads.items():
        shown = breakdown.by_dimension(draft, dimension, list(TITLES))
        if len(shown.lines) > 1:
            caption = draft.say(
                f"Iuran dan manfaat per {heading.lower()}", f"Contributions and benefits by {heading.lower()}"
            )
            made = breakdown.table(
                draft, f"programme.{dimension}", caption, heading, shown, TITLES, across_regions=True
            )
            blocks.append(made)
    return blocks


def _by_benefit(draft: Draft) -> list[Block]:
    paid = {i: TITLES[i] for i in ("claim_cases", "claims_paid", "average_claim")}
    shown = breakdown.by_dimension(draft, "benefit", list(paid))
    if len(shown.lines) < 2:
        return []
    caption = draft.say("Manfaat dibayarkan per jenis manfaat", "Benefits paid by kind")
    return [breakdown.table(draft, "benefit", caption, draft.say("Manfaat", "Benefit"), shown, paid)]


def _chart(draft: Draft, shown: Breakdown) -> list[Block]:
    """Contributions against benefits of each programme that has both over one period; a brief report needs two of them."""
    both = [
        line
        for line in shown.lines
        if line.number("contributions") is not None and line.number("claims_paid") is not None
    ]
    if len(both) < (2 if draft.is_brief else 1):
        return []
    names = draft.said(TITLES["contributions"]), draft.said(TITLES["claims_paid"])
    rows: list[charts.Pair] = [
        {
            "name": line.name,
            "first": line.number("contributions"),
            "first_label": _label(draft, line, "contributions"),
            "second": line.number("claims_paid"),
            "second_label": _label(draft, line, "claims_paid"),
        }
        for line in both
    ]
    caption = _caption(draft, both)
    text = "; ".join(f"{r['name']}: {names[0]} {r['first_label']}, {names[1]} {r['second_label']}" for r in rows)

    def drawn() -> Mapping[str, object]:
        return charts.paired_bars(rows, first_title=names[0], second_title=names[1], lang=draft.lang)

    return [draft.chart(caption, drawn, text, sources([v for line in both for v in line.values.values()], draft.lang))]


def _caption(draft: Draft, both: list[Line]) -> str:
    most = max(both, key=lambda line: line.number("claims_paid") or 0)
    paid_in, paid_out = _label(draft, most, "contributions"), _label(draft, most, "claims_paid")
    if len(both) == 1:
        return draft.say(
            f"Iuran diterima {paid_in}, manfaat dibayarkan {paid_out}",
            f"Contributions received {paid_in}, benefits paid {paid_out}",
        )
    return draft.say(
        f"Manfaat terbanyak dibayarkan pada {most.name}: {paid_out}",
        f"Most benefits were paid for {most.name}: {paid_out}",
    )


def _label(draft: Draft, line: Line, indicator: str) -> str:
    number = line.number(indicator)
    return figures.short(number, "rupiah", draft.lang) if number is not None else ""
