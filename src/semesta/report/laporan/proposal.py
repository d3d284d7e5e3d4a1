"""Chapter V: what is recommended, what next year's cover would cost by group, and which budget stage can still take it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from semesta.basics import shown
from semesta.basics.groups import GROUPS, OWED_BY, owed_by
from semesta.basics.words import Lang, Words
from semesta.monev.indicators.need import KEPT_UNKNOWN
from semesta.monev.needs import Part
from semesta.monev.value import Value
from semesta.report.content import Block, Listed, Paragraph
from semesta.report.laporan import breakdown, calendar, cells, figures, naming
from semesta.report.laporan.breakdown import Line
from semesta.report.laporan.decisions import decisions
from semesta.report.laporan.draft import Draft, Row, number_column, text_column
from semesta.report.laporan.opening import meeting
from semesta.report.laporan.sourcing import sources

NOT_PRICED = Words("beragam", "various")
NOT_GIVEN = Words("belum dirinci", "not given")
MONTHS = 12
"""Of a year, where no budget line says how many; the need is measured so too."""


def proposal(draft: Draft) -> list[Block]:
    asked = decisions(draft)
    heading = draft.chapter("Rekomendasi dan usulan anggaran", "Recommendations and budget proposal")
    need = draft.headline("need")
    tables = [*(_budget(draft, need) if need is not None else []), *_owed(draft)]
    if not asked and not tables:
        draft.chapters -= 1
        return []
    recommended: list[Block] = [Listed(tuple(asked), numbered=True)] if asked else []
    return [heading, *recommended, *tables, *stages(draft, need)]


def _budget(draft: Draft, need: Value) -> list[Block]:
    """The proposal by group; whoever is already paid for stays in it."""
    whole = int(need.value or 0)
    rows = _rows(draft, need)
    columns = [
        text_column(draft.say("Kelompok", "Group"), 1.6),
        number_column(draft.say("Orang", "Persons"), 0.8),
        number_column(draft.say("Bulan", "Months"), 0.6),
        number_column(draft.say("Harga per orang-bulan", "Price per person-month"), 1.2),
        number_column(draft.say("Jumlah", "Amount"), 1.3),
        text_column(draft.say("Sub kegiatan dan rekening", "Sub-activity and account"), 1.8),
        text_column(draft.say("Perangkat daerah", "Office"), 1.3),
    ]
    persons = shown.count(int(need.numerator), draft.lang) if need.numerator else ""
    total: tuple[str, ...] = (draft.say("Jumlah", "Total"), persons, "", "", shown.rupiah(whole, draft.lang), "", "")
    if _has_several_places(draft, need):
        # Each government has accounts and offices of its own: those stand line by line in the table of budgets.
        columns, rows, total = columns[:5], [row[:5] for row in rows], total[:5]
    caption = draft.say(
        f"Usulan anggaran iuran tahun {need.node.period}", f"Proposed budget for contributions, {need.node.period}"
    )
    said = [*_starred(draft, rows, need), *draft.notes([need])]
    words = draft.say(
        f"Terbilang: {shown.rupiah_in_words(whole, 'id')}.", f"In words: {shown.rupiah_in_words(whole, 'en')}."
    )
    kept = draft.say("Peserta yang sudah dibayar tetap termasuk di dalamnya.", "Those already paid for are kept in it.")
    kept = "" if KEPT_UNKNOWN in need.notes else kept
    table = draft.table(
        "proposal",
        caption,
        columns,
        rows,
        total=total if len(rows) > 1 else None,
        notes=said,
        source=sources([need], draft.lang),
    )
    return [table, Paragraph(f"**{words}** {kept}".rstrip())]


def _rows(draft: Draft, need: Value) -> list[tuple[str, ...]]:
    """One row for each group, and what the data do not give to any group as a row of its own."""
    lines = [line for line in breakdown.by_dimension(draft, "group", ["need"]).top if line.number("need") is not None]
    if not lines:
        return [_row(draft, need.node.group, _all(draft, need), need)]
    rows = [_row(draft, line.code, line.name, line.values["need"]) for line in lines]
    rest = int(need.value or 0) - int(sum(line.number("need") or 0 for line in lines))
    return [*rows, _rest(draft, need, rest)] if rest > 0 else rows


def _rest(draft: Draft, need: Value, amount: int) -> tuple[str, ...]:
    """What the budget lines name no group for: persons, months and price as in those lines."""
    name = draft.say("Kelompok tidak dirinci", "Group not given")
    empty = draft.said(cells.EMPTY)
    parts = [part for group, part in _parts(draft, need) if not group]
    persons = months = price = draft.said(NOT_GIVEN)
    if sum(part.amount for part in parts) == amount:
        persons = shown.count(sum(part.persons for part in parts), draft.lang)
        months = "; ".join(shown.count(number, draft.lang) for number in sorted({part.months for part in parts}))
        price = _prices(parts, draft.lang)
    return (name, persons, months, price, shown.rupiah(amount, draft.lang), empty, empty)


def _parts(draft: Draft, need: Value | None) -> list[tuple[str, Part]]:
    """What the need of its year is made up of, each with its group; one group may lie within another."""
    year = need.node.period if need else ""
    return [
        (one.group, part) for one in draft.measured.needs if str(one.year) == year for part in one.parts if part.persons
    ]


def _prices(parts: Sequence[Part], lang: Lang) -> str:
    """The price, or the lowest and the highest; "various" where one changes within the year."""
    prices = sorted({part.price for part in parts if part.price is not None})
    if not prices or any(part.price is None for part in parts):
        return NOT_PRICED.said(lang)
    return "–".join(shown.rupiah(price, lang) for price in dict.fromkeys((prices[0], prices[-1])))


def _starred(draft: Draft, rows: Sequence[Sequence[str]], need: Value) -> list[str]:
    """What a star in the table means."""
    if not any(cell.endswith("*") for row in rows for cell in row):
        return []
    told = figures.warning(need, draft.lang) or draft.say("lihat catatan di bawah", "see the notes below")
    return [f"* {told}"]


def _has_several_places(draft: Draft, need: Value) -> bool:
    return len({row["place"] for row in _lines(draft, need)}) > 1


def _all(draft: Draft, need: Value) -> str:
    return draft.name("group", need.node.group) if need.node.group else draft.say("Semua kelompok", "All groups")


def _row(draft: Draft, group: str, name: str, need: Value | None) -> tuple[str, ...]:
    """The need of a group: persons and amount as measured, months and accounts from its budget lines."""
    lang = draft.lang
    of_group = [row for row in _lines(draft, need) if GROUPS.is_within(row.get("group") or "", group)]
    months = max((row["months"] for row in of_group if row.get("months")), default=MONTHS)
    return (
        name,
        shown.count(int(need.numerator), lang) if need and need.numerator else draft.said(cells.EMPTY),
        shown.count(months, lang),
        _price(draft, need, months),
        figures.cell(need, lang),
        _each(of_group, ("subkegiatan", "account")) or draft.said(cells.EMPTY),
        _each(of_group, ("opd",)) or draft.said(cells.EMPTY),
    )


def _lines(draft: Draft, need: Value | None) -> list[Row]:
    year = need.node.period if need else ""
    return [row for row in draft.rows("budgets") if str(row.get("year")) == year]


def _price(draft: Draft, need: Value | None, months: int) -> str:
    """Rupiah per person and month, or from the lowest to the highest where several hold within the group."""
    if need is None or not need.numerator or not need.value:
        return NOT_PRICED.said(draft.lang)
    price, rest = divmod(int(need.value), int(need.numerator) * months)
    if not rest:
        return shown.rupiah(price, draft.lang)
    within = [part for group, part in _parts(draft, need) if GROUPS.is_within(group, need.node.group)]
    whole = sum(part.amount for part in within) == need.value
    return _prices(within, draft.lang) if whole else NOT_PRICED.said(draft.lang)


def _each(rows: list[Row], columns: tuple[str, ...]) -> str:
    return "; ".join(dict.fromkeys(str(row[column]) for row in rows for column in columns if row.get(column)))


@dataclass(frozen=True, slots=True)
class Owed:
    """The gap by who usually owes the contribution: payer, groups and persons of each; a caption and its sources."""

    caption: str
    rows: tuple[tuple[str, str, str], ...]
    source: str

    @property
    def said(self) -> str:
        """All of it as a sentence."""
        return (
            f"{self.caption}: " + "; ".join(f"{who} {persons} ({groups})" for who, groups, persons in self.rows) + "."
        )


def owed(draft: Draft) -> Owed | None:
    """Not all of the gap is the budget's to pay; None where it is not known by group."""
    wanted = "gap" if draft.headline("gap") else "unregistered"
    lines = breakdown.by_dimension(draft, "group", [wanted]).lines
    leaves = [
        line for line in lines if line.number(wanted) and not any(o.code.startswith(line.code + ".") for o in lines)
    ]
    by_payer: dict[str, list[Line]] = {}
    for line in leaves:
        by_payer.setdefault(owed_by(line.code) or "", []).append(line)
    if len(leaves) < 2:
        return None
    unknown = Words("belum ditentukan", "not determined")
    rows = tuple(
        (
            draft.said(OWED_BY.get(payer, unknown)),
            ", ".join(line.name for line in group),
            _persons(draft, group, wanted),
        )
        for payer, group in by_payer.items()
    )
    title = draft.said(naming.title(wanted))
    caption = draft.say(
        f"{title}, menurut yang lazim menanggung iuran", f"{title} by who usually owes the contribution"
    )
    return Owed(caption, rows, sources([line.values[wanted] for line in leaves], draft.lang))


def _owed(draft: Draft) -> list[Block]:
    found = owed(draft)
    if found is None:
        return []
    return [Paragraph(found.said) if draft.is_brief else _owed_table(draft, found)]


def _owed_table(draft: Draft, found: Owed) -> Block:
    columns = [
        text_column(draft.say("Yang lazim menanggung iuran", "Who usually owes the contribution"), 1.4),
        text_column(draft.say("Kelompok", "Groups"), 3),
        number_column(draft.say("Orang", "Persons")),
    ]
    return draft.table("owed", found.caption, columns, found.rows, source=found.source)


def _persons(draft: Draft, group: list[Line], wanted: str) -> str:
    return shown.count(int(sum(line.number(wanted) or 0 for line in group)), draft.lang)


def stages(draft: Draft, need: Value | None) -> list[Block]:
    """Until when a request can still enter a budget, from the day of the meeting: the budget of the year it is for."""
    day = meeting(draft).get("date") or draft.measured.as_of
    still_open = calendar.open_stages(day)
    if need is not None and need.value is not None:
        still_open = [stage for stage in still_open if str(stage.budget_year) == need.node.period]
    said = [calendar.said(stage, draft.lang) for stage in still_open]
    from_day = shown.day(day, draft.lang)
    intro = draft.say(
        f"Terhitung dari {from_day}, usulan masih dapat ditampung pada tahap berikut:",
        f"From {from_day}, a request can still enter at these stages:",
    )
    return [Paragraph(intro), Listed(tuple(f"{item}." for item in said))] if said else []
