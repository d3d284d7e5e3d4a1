"""The budget proposal as an annex: what is asked for, in words too, by when, and what the office still has to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from semesta.basics import lists, shown
from semesta.basics.groups import GROUPS
from semesta.basics.words import Lang, Words, capital
from semesta.monev.measured import Measured
from semesta.monev.value import Value
from semesta.report.content import Block, Document, Heading, KeyFigures, Listed, Paragraph, Table, TableColumn
from semesta.report.fewer_pages import on_fewer_pages
from semesta.report.laporan import calendar, cells, figures, naming
from semesta.report.laporan.budget import SAID_IF_ABOVE_ZERO
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.laporan.office import field_of, letterhead, office, paper_size, placeholder_note, signature
from semesta.report.laporan.opening import meeting
from semesta.report.laporan.sourcing import LONGEST_SOURCES
from semesta.report.usulan import codes
from semesta.report.usulan.lines import Asked, asked

T = TypeVar("T")

NAME = "usulan-anggaran"
SHOWN = ("need", "budgeted", "shortfall")


def usulan_anggaran(measured: Measured, lang: Lang) -> Document:
    """The proposal of a round in which a need was measured, as a turned annex."""
    draft = Draft(measured, lang)
    lines = asked(measured)
    need = draft.headline("need")
    year = need.node.period if need else ""
    made = Document(
        lang=lang,
        title=draft.say("Usulan anggaran iuran jaminan sosial ketenagakerjaan", "Budget proposal for contributions"),
        subtitle=draft.say(f"{draft.place}, tahun anggaran {year}", f"{draft.place}, budget year {year}"),
        place=draft.place,
        date="${tanggal_naskah}",
        letterhead=letterhead(draft, NAME),
        blocks=tuple(_blocks(draft, lines, need)),
        mark="KONSEP",
        paper=paper_size(draft, NAME),
        landscape=True,
        cover=False,
        centred=True,
        facts={draft.say("Nomor", "Number"): field_of(office(draft, NAME), "number", "nomor_naskah")},
        made_on=measured.as_of,
    )
    return on_fewer_pages(made)


def _blocks(draft: Draft, lines: list[Asked], need: Value | None) -> list[Block]:
    if need is None:
        return []
    return [
        *_figures(draft),
        _table(draft, lines, need),
        *_in_words(draft, need),
        *_stages(draft, int(need.node.period)),
        *_to_fill_in(draft, lines),
        signature(draft, NAME),
        placeholder_note(draft),
    ]


def _figures(draft: Draft) -> list[Block]:
    """Need, what is allocated, and the difference, as far as they are known."""
    found = [v for name in SHOWN if (v := draft.headline(name)) is not None]
    values = [v for v in found if v.indicator not in SAID_IF_ABOVE_ZERO or (v.value or 0) > 0]
    if len(values) < 2:
        return []
    return [KeyFigures(tuple(figures.key_figure(value, draft.measured, draft.lang) for value in values))]


def _table(draft: Draft, lines: list[Asked], need: Value) -> Table:
    columns: Sequence[TableColumn] = [
        text_column(draft.say("Perangkat daerah", "Office"), 1.3),
        text_column(draft.say("Program, kegiatan, sub kegiatan", "Programme, activity, sub-activity"), 1.3),
        text_column(draft.say("Rekening dan uraian", "Account and what for"), 1.7),
        text_column(draft.say("Sumber dana", "Funding"), 0.9),
        number_column(draft.say("Volume (orang × bulan)", "Volume (persons × months)"), 0.9),
        number_column(draft.say("Harga per orang-bulan", "Price per person-month"), 0.9),
        number_column(draft.say("Pagu usulan", "Amount asked"), 1.2),
    ]
    rows: list[Sequence[str]] = [_row(draft, line) for line in lines]
    amount = shown.rupiah(sum(line.amount for line in lines), draft.lang)
    total: Sequence[str] = (draft.say("Jumlah", "Total"), *[""] * (len(columns) - 2), amount)
    if not any(line.subactivity for line in lines):
        columns, rows, total = _without(columns, 1), [_without(row, 1) for row in rows], _without(total, 1)
    return draft.table(
        "asked",
        draft.say(f"Rincian usulan anggaran {need.node.period}", f"Lines of the proposal for {need.node.period}"),
        columns,
        rows,
        total=total if len(lines) > 1 else None,
        notes=draft.notes([need]),
        source=_sources(draft, lines),
        landscape=True,
    )


def _without(row: Sequence[T], place: int) -> list[T]:
    return [*row[:place], *row[place + 1 :]]


def _sources(draft: Draft, lines: list[Asked]) -> str:
    """The sources by name; where they are long, where they are named line by line."""
    found = list(dict.fromkeys(source for line in lines for source in line.sources))
    told = "; ".join(found)
    if len(told) <= LONGEST_SOURCES:
        return told
    return draft.say(
        f"{len(found)} sumber, disebut per baris dalam usulan-anggaran.xlsx",
        f"{len(found)} sources, named line by line in usulan-anggaran.xlsx",
    )


def _row(draft: Draft, line: Asked) -> tuple[str, ...]:
    lang, empty = draft.lang, draft.said(cells.EMPTY)
    return (
        _who(draft, line),
        cells.joined(line.budget_programme, line.activity, line.subactivity) or empty,
        " ".join(filter(None, (line.account, what_for(line, lang)))),
        naming.name(lists.FUNDINGS, line.funding, lang) if line.funding else empty,
        f"{shown.count(line.persons, lang)} × {shown.count(line.months, lang)}",
        price(line, lang),
        shown.rupiah(line.amount, lang),
    )


def _who(draft: Draft, line: Asked) -> str:
    """The office, with its government where several ask."""
    name = naming.name(draft.measured.places, line.place, draft.lang)
    said = line.opd or draft.said(cells.EMPTY)
    return said if line.place == draft.measured.place or name.split()[-1] in said else f"{said}, {name}"


def what_for(line: Asked, lang: Lang) -> str:
    """ "Iuran JKK, Pekerja rentan"."""
    plain = Words("Iuran", "Contributions")
    named = Words(f"Iuran {line.programme}", f"{line.programme} contributions") if line.programme else plain
    group = naming.name(GROUPS, line.group, lang) if line.group else Words("semua kelompok", "all groups").said(lang)
    return f"{named.said(lang)}, {group}"


def price(line: Asked, lang: Lang) -> str:
    """The price, or that it is not one for all months."""
    several = Words("berubah dalam tahun itu", "changes within the year")
    return several.said(lang) if line.price is None else shown.rupiah(line.price, lang)


def _in_words(draft: Draft, need: Value) -> list[Block]:
    amount = int(need.value or 0)
    said = draft.say(
        f"Terbilang: {shown.rupiah_in_words(amount, 'id')}.", f"In words: {shown.rupiah_in_words(amount, 'en')}."
    )
    blocks: list[Block] = [Paragraph(f"**{said}**")]
    if not draft.pays_itself:
        told = draft.say(
            "Tiap pemerintah daerah mengajukan barisnya pada anggarannya sendiri; jumlah ini bukan permintaan kepada satu anggaran.",
            "Each government asks for its lines in its own budget; the total is not asked of any one budget.",
        )
        blocks.append(Paragraph(told))
    return blocks


def _stages(draft: Draft, year: int) -> list[Block]:
    """Every stage of the budget year with its last day, and which of them can still take the request."""
    day = meeting(draft).get("date") or draft.measured.as_of
    stages = calendar.stages_of(year)
    open_now = [stage for stage in stages if stage.last_day >= day]
    from_day = shown.day(day, draft.lang)
    if open_now:
        last = shown.day(open_now[0].last_day, draft.lang)
        told = draft.say(
            f"Terhitung dari {from_day}, tahap terdekat yang masih dapat menampung: **{open_now[0].title.id}, paling lambat {last}**.",
            f"From {from_day}, the next stage that can still take it: **{open_now[0].title.en}, by {last}**.",
        )
    else:
        told = draft.say(
            f"Terhitung dari {from_day}, semua tahap anggaran {year} sudah lewat; usulan hanya dapat diajukan untuk tahun berikutnya.",
            f"From {from_day}, every stage of the {year} budget is past; it can only be asked for the year after.",
        )
    columns = [
        text_column(draft.say("Tahap", "Stage"), 2.4),
        text_column(draft.say("Hari terakhir", "Last day"), 1.1),
        text_column(draft.say("Dasar", "Basis"), 1.8),
        text_column(draft.say("Keadaan", "State"), 1),
    ]
    rows = [
        (
            capital(draft.said(stage.title)),
            shown.day(stage.last_day, draft.lang),
            calendar.basis(stage, draft.lang),
            draft.say("masih dapat", "still open") if stage.last_day >= day else draft.say("sudah lewat", "past"),
        )
        for stage in stages
    ]
    heading = Heading(2, draft.say("Tahap yang dapat menampung usulan", "Stages that can take the request"))
    caption = draft.say(f"Tahap penyusunan anggaran {year}", f"Stages of the {year} budget")
    return [heading, Paragraph(told), draft.table("stages", caption, columns, rows)]


def _to_fill_in(draft: Draft, lines: list[Asked]) -> list[Block]:
    """What the office itself has to add before it can be entered, with the codes that may be meant."""
    wanted = {
        draft.say("perangkat daerah pemegang anggaran", "the office that holds the budget"): [not x.opd for x in lines],
        draft.say("sub kegiatan", "the sub-activity"): [not x.subactivity for x in lines],
        draft.say("rekening", "the account"): [not x.account for x in lines],
        draft.say("sumber dana", "the source of money"): [not x.funding for x in lines],
    }
    total = shown.count(len(lines), draft.lang)
    items = [
        draft.say(
            f"{capital(what)}: {shown.count(sum(missing), 'id')} dari {total} baris belum diisi.",
            f"{capital(what)}: not filled in on {shown.count(sum(missing), 'en')} of {total} lines.",
        )
        for what, missing in wanted.items()
        if any(missing)
    ]
    if not items:
        return []
    heading = Heading(2, draft.say("Yang masih dilengkapi perangkat daerah", "What the offices still fill in"))
    return [heading, Listed((*items, *_offered(draft, lines)))]


def _offered(draft: Draft, lines: list[Asked]) -> list[str]:
    """Codes in use elsewhere, never filled in: which of them holds is for the office to say."""
    said = []
    if any(not line.subactivity for line in lines):
        said += [f"{one.code} {draft.said(one.name)}" for one in codes.subactivities()]
    empty = (line for line in lines if not line.account)
    fitting = dict.fromkeys(found for line in empty if (found := codes.offered(line.group, line.programme)) is not None)
    said += [f"{one.code} {draft.said(one.name)}" for one in fitting]
    if not said:
        return []
    doubt = draft.said(codes.check_against())
    begun = draft.say("Kode yang lazim dipakai, belum diverifikasi", "Codes in use elsewhere, not verified")
    return [f"{begun} ({doubt}): {'; '.join(said)}."]
