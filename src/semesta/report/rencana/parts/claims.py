"""How expected claims look in a plan: a table by programme, a chart of their ranges, sheets and JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.monev.balance import NATIONAL_POOL
from semesta.planning.claims_asked import RISKS
from semesta.planning.estimate import Estimate
from semesta.planning.in_words import millions, rupiah_range, with_range
from semesta.planning.parts.claims import PART, Claims, Row
from semesta.report import charts
from semesta.report.content import Block, Paragraph
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.rencana.names import funding, group
from semesta.report.rencana.parts import Shown
from semesta.report.rencana.rested_on import assumed_data, rested_on
from semesta.report.sheet import Cell, Sheet, said_all

ASSUMED = Words("Asumsi manfaat yang diharapkan; bukan angka resmi", "Assumptions of expected claims; not official")


def _blocks(draft: Draft, made: Claims) -> list[Block]:
    year = min(row.year for row in made.rows) if made.rows else 0
    return [
        draft.section("Manfaat yang diharapkan", "Expected claims"),
        _table(draft, made, year),
        *_chart(draft, made, year),
        rested_on(draft, "plan.claims.assumed", draft.said(ASSUMED), made.assumptions),
        Paragraph(draft.said(NATIONAL_POOL)),
    ]


def _table(draft: Draft, made: Claims, year: int) -> Block:
    lang = draft.lang
    columns = [
        text_column(draft.say("Kelompok dan program", "Group and programme"), 6),
        number_column(draft.say("Orang-tahun", "Person-years"), 0.8),
        number_column(draft.say("Kasus", "Cases"), 1),
        number_column(draft.say("Manfaat (Rp juta)", "Claims (Rp million)"), 1.4),
        number_column(draft.say("Iuran program (Rp juta)", "Contributions (Rp million)"), 0.9),
        number_column(draft.say("Manfaat dibanding iuran (%)", "Claims to contributions (%)"), 0.5),
    ]
    rows = [
        (
            _name(draft, made, row) + ("" if row.verified else "*"),
            shown.count(round(row.found.years), lang),
            with_range(row.found.cases, lambda n: shown.decimal(n, lang, 1)),
            millions(row.found.amount, lang),
            _paid_in(draft, row),
            with_range(row.ratio, lambda n: shown.decimal(100 * n, lang, 0)) if row.contributions else "–",
        )
        for programme in RISKS
        for row in made.of(year, programme)
    ]
    caption = draft.say(
        f"Manfaat yang diharapkan tahun {year}: tengah, dan selang 90 %",
        f"Claims expected in {year}: central, and 90% range",
    )
    each = dict.fromkeys(draft.said(row.found.each) for row in made.of(year, "JKM"))
    notes = [*(draft.said(note) for note in made.notes), *each]
    return draft.table("plan.claims", caption, columns, rows, notes=notes)


def _name(draft: Draft, made: Claims, row: Row) -> str:
    """The group with its programme, and who pays where several do."""
    payers = {other.funding for other in made.rows if other.group == row.group}
    by = f", {funding(row.funding, draft.lang)}" if len(payers) > 1 else ""
    return f"{group(row.group, draft.lang)}{by} · {row.found.programme}"


def _paid_in(draft: Draft, row: Row) -> str:
    if not row.contributions:
        return draft.say("tidak dirinci", "not split")
    return millions(Estimate.exactly(row.contributions), draft.lang)


def _chart(draft: Draft, made: Claims, year: int) -> list[Block]:
    lang = draft.lang
    rows: list[charts.Range] = [
        {
            "name": _name(draft, made, row),
            "low": row.found.amount.low,
            "value": row.found.amount.central,
            "high": row.found.amount.high,
            "label": rupiah_range(row.found.amount, lang),
        }
        for programme in RISKS
        for row in made.of(year, programme)
    ]
    if not rows:
        return []
    most = max(rows, key=lambda row: row["value"])
    caption = draft.say(
        f"Paling banyak diharapkan dari {most['name']}: {most['label']}",
        f"Most is expected of {most['name']}: {most['label']}",
    )
    text = "; ".join(f"{row['name']}: {row['label']}" for row in rows)

    def drawn() -> Mapping[str, object]:
        return charts.intervals(rows, value_title=draft.say("Rupiah setahun, selang 90 %", "Rupiah a year, 90% range"))

    names = "; ".join(a.title.said(lang) for a in made.assumptions)
    return [draft.chart(caption, drawn, text, draft.say(f"asumsi: {names}", f"assumed: {names}"))]


def _sheets(made: Claims, lang: Lang) -> list[Sheet]:
    heads = (
        ("Tahun", "Year"),
        ("Kelompok", "Group"),
        ("Sumber dana", "Source of money"),
        ("Program", "Programme"),
        ("Orang-tahun", "Person-years"),
        ("Kasus 5 %", "Cases 5%"),
        ("Kasus", "Cases"),
        ("Kasus 95 %", "Cases 95%"),
        ("Manfaat 5 %", "Claims 5%"),
        ("Manfaat", "Claims"),
        ("Manfaat 95 %", "Claims 95%"),
        ("Iuran program", "Contributions"),
        ("Bobot pengalaman sendiri", "Weight of own experience"),
        ("Risiko dibanding segmennya", "Risk against its segment"),
    )
    title = Words("Manfaat yang diharapkan", "Expected claims").said(lang)
    return [Sheet(title, title, said_all(lang, *heads), [_cells(row, lang) for row in made.rows])]


def _cells(row: Row, lang: Lang) -> list[Cell]:
    found = row.found
    return [
        (row.year, "row"),
        (group(row.group, lang), "text"),
        (funding(row.funding, lang), "text"),
        (found.programme, "text"),
        (found.years, "decimal"),
        *((n, "decimal") for n in found.cases),
        *((round(n), "rupiah") for n in found.amount),
        (row.contributions or None, "rupiah"),
        (found.frequency.own_weight, "share"),
        (found.frequency.relative.central, "decimal"),
    ]


def _data(made: Claims, lang: Lang) -> Any:
    return {
        "rows": [
            {
                "group": row.group,
                "funding": row.funding,
                "year": row.year,
                "programme": row.found.programme,
                "segment": row.found.segment,
                "person_years": row.found.years,
                "contributions": row.contributions or None,
                "cases": asdict(row.found.cases),
                "amount": {name: round(n) for name, n in asdict(row.found.amount).items()},
                "per_1000": asdict(row.found.frequency.estimate),
                "own_weight": row.found.frequency.own_weight,
                "relative_risk": asdict(row.found.frequency.relative),
                "verified": row.verified,
            }
            for row in made.rows
        ],
        "notes": [note.said(lang) for note in made.notes],
        "assumptions": assumed_data(made.assumptions, lang),
    }


SHOWN = Shown(PART, 60, _blocks, _sheets, _data, lambda made: made.assumptions)
