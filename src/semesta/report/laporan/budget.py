"""Chapter III, budgets: what is needed, allocated and paid, line by line, and who has not budgeted."""

from __future__ import annotations

from semesta.basics import lists, shown
from semesta.basics.words import Words
from semesta.report.content import Block, Listed, Paragraph
from semesta.report.laporan import breakdown, cells, figures, naming
from semesta.report.laporan.breakdown import Breakdown
from semesta.report.laporan.draft import Draft, Row, number_column, text_column
from semesta.report.laporan.sourcing import told_sources

TITLES = {
    "need": Words("Kebutuhan", "Need"),
    "budgeted": Words("Dianggarkan", "Allocated"),
    "shortfall": Words("Kekurangan", "Shortfall"),
    "realised_share": Words("Realisasi", "Paid"),
}


SAID_IF_ABOVE_ZERO = ("places_not_budgeted", "places_not_reported", "shortfall")


def budget(draft: Draft) -> list[Block]:
    rows = draft.rows("budgets")
    if not rows:
        return []
    heading = draft.section(
        "Anggaran dan pemerintah daerah yang belum menganggarkan", "Budgets, and governments that have not budgeted"
    )
    by_place = _by_place(draft)
    blocks: list[Block] = [heading, *_told(draft), *by_place, *_lines(draft, rows)]
    return [*blocks, *_not_budgeted(draft, rows)]


def _told(draft: Draft) -> list[Block]:
    text = " ".join(sentences(draft))
    return [Paragraph(text)] if text else []


def sentences(draft: Draft) -> list[str]:
    """What is allocated, paid, needed and wanting, a sentence for each figure that is known."""
    said = (
        _sentence(draft, i)
        for i in ("budgeted", "realised_share", "need", "shortfall", "places_not_budgeted", "places_not_reported")
    )
    return [sentence for sentence in said if sentence]


def _sentence(draft: Draft, indicator: str) -> str:
    value = draft.headline(indicator)
    if value is None or value.value is None:
        return ""
    if indicator in SAID_IF_ABOVE_ZERO and value.value <= 0:
        draft.used.discard(indicator)
        return ""
    number = figures.full(value.value, value.unit, draft.lang, against=value.denominator)
    bracket = ", ".join(
        filter(
            None,
            [figures.against(value, draft.lang), figures.since(value, draft.lang), figures.warning(value, draft.lang)],
        )
    )
    return f"{draft.said(naming.title(indicator))}: **{number}**" + (f" ({bracket})." if bracket else ".")


def _by_place(draft: Draft) -> list[Block]:
    shown_rows = breakdown.by_region(draft, list(TITLES))
    if len(shown_rows.lines) < 2 or not shown_rows.known(list(TITLES)):
        return []
    kept = tuple(
        line for line in shown_rows.lines if any(v is not None and v.value is not None for v in line.values.values())
    )
    caption = draft.say("Kebutuhan dan anggaran per pemerintah daerah", "Need and budget by government")
    heading = draft.say("Pemerintah daerah", "Government")
    below = any((line.number("shortfall") or 0) < 0 for line in kept)
    note = draft.say(
        "Kekurangan negatif: anggaran melebihi kebutuhan yang dihitung",
        "A negative shortfall: more is allocated than needed",
    )
    shown_rows = Breakdown(kept, shown_rows.whole)
    more = [note] if below else []
    return [breakdown.table(draft, "budget.place", caption, heading, shown_rows, TITLES, more_notes=more)]


def _lines(draft: Draft, rows: list[Row]) -> list[Block]:
    with_money = [row for row in rows if row.get("status") != "not_budgeted"]
    if not with_money:
        return []
    has_paid = any(row.get("realised") is not None for row in with_money)
    columns = [
        text_column(draft.say("Perangkat daerah", "Office"), 1.6),
        text_column(draft.say("Sub kegiatan dan rekening", "Sub-activity and account"), 1.8),
        text_column(draft.say("Kelompok dan sumber dana", "Group and funding"), 1.6),
        number_column(draft.say("Orang × bulan", "Persons × months")),
        text_column(draft.say("Tahun dan tahap", "Year and stage"), 1.2),
        number_column(draft.say("Anggaran", "Allocated"), 1.2),
        *([number_column(draft.say("Realisasi", "Paid"), 1.2)] if has_paid else []),
    ]
    made = [_line(draft, row)[: len(columns)] for row in with_money]
    columns, made = cells.without_empty(columns, made)
    caption = draft.say("Rincian anggaran iuran", "Budget lines for contributions")
    return [
        draft.table(
            "budget.lines",
            caption,
            columns,
            made,
            source=told_sources([str(r["source"]) for r in with_money if r.get("source")], draft.lang),
        )
    ]


def _line(draft: Draft, row: Row) -> tuple[str, ...]:
    lang = draft.lang
    group = cells.code(row, "group", naming.PARTS["group"][0], lang, Words("semua kelompok", "all groups"))
    funding = cells.code(row, "funding", lists.FUNDINGS, lang, Words("", ""))
    return (
        _office(draft, row),
        cells.joined(cells.text(row, "subkegiatan", lang), cells.text(row, "account", lang)),
        cells.joined(group, funding),
        _volume(draft, row),
        f"{row['year']}, {cells.code(row, 'status', lists.BUDGET_STATUSES, lang)}",
        cells.rupiah(row, "allocated", lang),
        cells.rupiah(row, "realised", lang),
    )


def _office(draft: Draft, row: Row) -> str:
    """The office, with its place where the name does not say it; the place alone where no office is named."""
    name = naming.name(draft.measured.places, row["place"], draft.lang)
    office = str(row.get("opd") or "").strip()
    if not office or row["place"] == draft.measured.place or name.split()[-1].lower() in office.lower():
        return office or name
    return f"{office}, {name}"


def _volume(draft: Draft, row: Row) -> str:
    if row.get("persons") is None:
        return draft.said(cells.EMPTY)
    persons = cells.count(row, "persons", draft.lang)
    return f"{persons} × {cells.count(row, 'months', draft.lang)}" if row.get("months") is not None else persons


def _not_budgeted(draft: Draft, rows: list[Row]) -> list[Block]:
    """Those that said they have not budgeted; who did not report at all is another list."""
    items = who_has_not(draft, rows)
    blocks: list[Block] = []
    if items:
        count = shown.count(len(items), draft.lang)
        blocks += [
            Paragraph(draft.say(f"Belum menganggarkan ({count}):", f"Not budgeted ({count}):")),
            Listed(tuple(items)),
        ]
    silent = draft.value("places_not_reported")
    if silent is not None and silent.notes:
        told = "; ".join(note.said(draft.lang) for note in silent.notes)
        blocks.append(
            Paragraph(
                draft.say(
                    f"Belum melapor, dan karena itu tidak dihitung sebagai belum menganggarkan: {told}.",
                    f"Not reported, which is not the same as not budgeted: {told}.",
                )
            )
        )
    return blocks


def who_has_not(draft: Draft, rows: list[Row]) -> list[str]:
    """Those that said they have not budgeted, each once, with the year and the group: "Kab. Serang (2026, Nelayan)"."""
    said = [row for row in rows if row.get("status") == "not_budgeted"]
    return list(dict.fromkeys(draft.name("place", row["place"]) + _which(draft, row) for row in said))


def _which(draft: Draft, row: Row) -> str:
    group = row.get("group")
    parts = [str(row["year"]), draft.name("group", group) if group else ""]
    return f" ({', '.join(filter(None, parts))})"
