"""The budget proposal as a workbook whose columns are those of a budget system, to be copied from."""

from __future__ import annotations

from semesta.basics import lists, shown
from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report.book import book
from semesta.report.laporan import calendar, naming
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.office import paper_size
from semesta.report.laporan.opening import meeting
from semesta.report.sheet import Cell, Sheet, said_all
from semesta.report.usulan import codes
from semesta.report.usulan.content import NAME, what_for
from semesta.report.usulan.lines import Asked, asked

PERSON_MONTH = Words("orang-bulan", "person-months")
TITLES = (
    ("Tahun anggaran", "Budget year"),
    ("Pemerintah daerah", "Government"),
    ("Perangkat daerah", "Office"),
    ("Program", "Programme"),
    ("Kegiatan", "Activity"),
    ("Sub kegiatan", "Sub-activity"),
    ("Rekening", "Account"),
    ("Uraian", "What for"),
    ("Sumber dana", "Funding"),
    ("Orang", "Persons"),
    ("Bulan", "Months"),
    ("Volume", "Volume"),
    ("Satuan", "Unit"),
    ("Harga satuan (Rp)", "Price (Rp)"),
    ("Pagu usulan (Rp)", "Amount asked (Rp)"),
    ("Tahap sekarang", "Stage now"),
    ("Pagu sekarang (Rp)", "Allocated now (Rp)"),
    ("Tahap terdekat", "Next stage"),
    ("Paling lambat", "By"),
    ("Dasar harga", "Basis of the price"),
    ("Sumber data", "Source of the data"),
)

PRINTED = 15
"""Up to the amount asked; what comes after is for whoever works with the sheet."""


def workbook(measured: Measured, lang: Lang) -> bytes:
    """The lines, the calendar and the codes as XLSX; the same round gives the same bytes."""
    draft = Draft(measured, lang)
    title = Words("Usulan anggaran iuran", "Budget proposal for contributions").said(lang)
    lines = asked(measured)
    return book(
        [_lines(draft, title, lines), _stages(draft, lines), _codes(draft)],
        title,
        measured.as_of,
        lang,
        paper_size(draft, NAME),
    )


def _lines(draft: Draft, title: str, lines: list[Asked]) -> Sheet:
    total = shown.rupiah(sum(line.amount for line in lines), draft.lang)
    note = draft.say(
        f"Jumlah usulan {total}. Sel bergaris putus diisi perangkat daerah; susunan kolom disesuaikan dengan aplikasi penganggaran.",
        f"The proposal comes to {total}. Cells with a broken line are for the office; fit the columns to its budget system.",
    )
    rows = [_row(draft, line) for line in lines]
    name, titles = draft.say("Usulan", "Proposal"), said_all(draft.lang, *TITLES)
    return Sheet(name, title, titles, rows, note, printed=PRINTED, narrowest=12)


def _row(draft: Draft, line: Asked) -> list[Cell]:
    lang = draft.lang
    stage = _next(draft, line.year)
    return [
        (line.year, "row"),
        (naming.name(draft.measured.places, line.place, lang), "text"),
        _own(line.opd),
        _own(line.budget_programme),
        _own(line.activity),
        _own(line.subactivity),
        _own(line.account),
        (what_for(line, lang), "text"),
        _own(naming.name(lists.FUNDINGS, line.funding, lang) if line.funding else ""),
        (line.persons, "count"),
        (line.months, "count"),
        (line.volume, "count"),
        (draft.said(PERSON_MONTH), "text"),
        (line.price, "rupiah"),
        (line.amount, "rupiah"),
        (naming.name(lists.BUDGET_STATUSES, line.stage, lang) if line.stage else None, "text"),
        (line.allocated, "rupiah"),
        (draft.said(stage.title) if stage else None, "text"),
        (stage.last_day if stage else None, "day"),
        (draft.said(line.how), "text"),
        ("; ".join(line.sources), "text"),
    ]


def _own(written: str) -> Cell:
    """What the office wrote, or a cell for it to write in."""
    return (written, "text") if written else (None, "blank")


def _next(draft: Draft, year: int) -> calendar.Stage | None:
    day = meeting(draft).get("date") or draft.measured.as_of
    return next((stage for stage in calendar.stages_of(year) if stage.last_day >= day), None)


def _stages(draft: Draft, lines: list[Asked]) -> Sheet:
    rows: list[list[Cell]] = [
        [
            (stage.budget_year, "row"),
            (draft.said(stage.title), "text"),
            (stage.last_day, "day"),
            (calendar.basis(stage, draft.lang), "text"),
        ]
        for year in sorted({line.year for line in lines})
        for stage in calendar.stages_of(year)
    ]
    titles = said_all(
        draft.lang,
        ("Tahun anggaran", "Budget year"),
        ("Tahap", "Stage"),
        ("Hari terakhir", "Last day"),
        ("Dasar", "Basis"),
    )
    return Sheet(draft.say("Tahap", "Stages"), draft.say("Tahap anggaran", "Stages of the budget"), titles, rows)


def _codes(draft: Draft) -> Sheet:
    """Codes in use elsewhere: to choose from, never filled in."""
    known = [(one.code, one.name) for one in codes.subactivities()] + [(one.code, one.name) for one in codes.accounts()]
    rows: list[list[Cell]] = [[(code, "text"), (draft.said(name), "text")] for code, name in known]
    title = draft.say("Kode yang lazim dipakai", "Codes in use elsewhere")
    doubt = draft.say("Belum diverifikasi", "Not verified") + f": {draft.said(codes.check_against())}."
    titles = said_all(draft.lang, ("Kode", "Code"), ("Nama", "Name"))
    return Sheet(draft.say("Kode", "Codes"), title, titles, rows, "" if codes.is_verified() else doubt)
