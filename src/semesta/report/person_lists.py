"""Findings about people as workbooks that an office can work through: masked unless identity is asked for.

A masked row shows the file and row it came from, the regency of the NIK, initials, year of birth, sex and village: enough for who
holds the list to find the person, too little for anybody else to rebuild the NIK.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from semesta.basics import masking, nik, shown
from semesta.basics.groups import GROUPS
from semesta.basics.lists import FUNDINGS, PROGRAMMES
from semesta.basics.words import Lang, Words, same
from semesta.people.findings.finding import REASON, Extra, Found
from semesta.people.people import People
from semesta.report.book import book
from semesta.report.sheet import Cell, Sheet
from semesta.tables.table import FILE, ROW, SHEET

MOST_ROWS = 100_000
"""Rows that one list holds; nobody works through more, and the note says how many there are."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """Why people's data are kept and until when, as UU 27/2022 asks of every list."""

    purpose: Words
    delete_on: dt.date


@dataclass(frozen=True, slots=True)
class _Shown:
    """A column of a list: from which column of the table, and how its value is written, masked or whole."""

    name: str
    title: Words
    masked: Callable[[str], str] | None = None
    masked_title: Words | None = None


def _year(day: str) -> str:
    return day[:4]


IDENTITY = (
    _Shown("nik", same("NIK"), nik.masked),
    _Shown("name", Words("Nama", "Name"), masking.masked_name, Words("Inisial", "Initials")),
    _Shown("birth_date", Words("Tanggal lahir", "Birth date"), _year, Words("Tahun lahir", "Year of birth")),
    _Shown("sex", Words("L/P", "Sex")),
)
WHERE = (
    _Shown("village", Words("Desa/kelurahan", "Village")),
    _Shown("group", Words("Kelompok", "Group")),
    _Shown("sender", Words("Pengirim daftar", "Sender")),
    _Shown("sponsor", Words("Wadah", "Account")),
)
TO_REACH = (
    _Shown("phone", Words("No. HP", "Phone")),
    _Shown("address", Words("Alamat", "Address")),
)
"""Only where identity is shown."""
CODES = {"group": GROUPS, "funding": FUNDINGS, "other_funding": FUNDINGS, "programme": PROGRAMMES}


def person_list(found: Found, people: People, lang: Lang, keep: Keeping, *, show_identity: bool = False) -> bytes:
    """The list as XLSX: how to use it, then its rows; the same list gives the same bytes.

    Raises:
        ValueError: the finding was not looked at, for want of tables.
    """
    if found.rows is None:
        raise ValueError(f"{found.finding.name} was not looked at")
    rows = found.rows.head(MOST_ROWS)
    sheets = [_how_to_use(found, lang, keep, show_identity), _rows_sheet(found, rows, people, lang, show_identity)]
    return book(sheets, found.finding.title.said(lang), people.day, lang)


def _how_to_use(found: Found, lang: Lang, keep: Keeping, show_identity: bool) -> Sheet:
    finding, count = found.finding, found.count or 0
    identity = (
        Words("ditampilkan; jangan diteruskan kepada yang tidak berwenang", "shown; not to be passed on to others")
        if show_identity
        else Words("disamarkan; pemegang daftar menemukan orangnya dari berkas dan baris", "masked; who holds the list finds the person by file and row")
    )  # fmt: skip
    more = f" ({shown.count(MOST_ROWS, lang)} +)" if count > MOST_ROWS else ""
    told = (
        (Words("Isi daftar", "What it lists"), finding.what.said(lang)),
        (Words("Jumlah baris", "Rows"), shown.count(count, lang) + more),
        (Words("Langkah berikut", "Next step"), finding.next_step.said(lang)),
        (Words("Dasar hukum", "Law"), finding.law),
        (Words("Bukan", "It is not"), finding.never.said(lang)),
        (Words("Identitas", "Identity"), identity.said(lang)),
        (Words("Tujuan penyimpanan", "Purpose"), keep.purpose.said(lang)),
        (Words("Dihapus paling lambat", "To be deleted by"), shown.day(keep.delete_on, lang)),
    )
    rows: list[list[Cell]] = [[(what.said(lang), "text"), (text, "text")] for what, text in told if text]
    name = Words("Petunjuk", "How to use").said(lang)
    return Sheet(
        name, finding.title.said(lang), (Words("Hal", "Item").said(lang), Words("Isi", "Text").said(lang)), rows
    )


def _rows_sheet(found: Found, rows: pl.DataFrame, people: People, lang: Lang, show_identity: bool) -> Sheet:
    finding = found.finding
    columns: list[tuple[str, list[Cell]]] = []
    if finding.of:
        columns += _of_people(rows, people.frames[finding.of], people, lang, show_identity)
    columns += [(extra.title.said(lang), _extra(rows, extra, people, lang)) for extra in finding.extras]
    columns.append((Words("Alasan", "Reason").said(lang), [(text, "text") for text in rows[REASON[lang]]]))
    for blank in (Words("Tindak lanjut", "Action taken"), Words("Tanggal", "Date")):
        columns.append((blank.said(lang), [("", "text")] * rows.height))
    cells = list(zip(*(column for _, column in columns), strict=True)) if rows.height else []
    titles = tuple(title for title, _ in columns)
    return Sheet(Words("Daftar", "List").said(lang), finding.title.said(lang), titles, cells)


def _of_people(
    rows: pl.DataFrame, table: pl.DataFrame, people: People, lang: Lang, show_identity: bool
) -> list[tuple[str, list[Cell]]]:
    """Where each row stands and who it is, in the order of the list."""
    whose = rows.select("id").join(table, on="id", how="left", maintain_order="left")
    made: list[tuple[str, list[Cell]]] = [
        (Words("Berkas", "File").said(lang), [(value, "text") for value in whose[FILE]]),
        (Words("Lembar", "Sheet").said(lang), [(value, "text") for value in whose[SHEET]]),
        (Words("Baris", "Row").said(lang), [(value, "count") for value in whose[ROW]]),
    ]
    for column in (*IDENTITY, *WHERE, *(TO_REACH if show_identity else ())):
        if column.name in whose.columns and whose[column.name].null_count() < whose.height:
            made.append(_person_column(whose[column.name], column, people, lang, show_identity))
    return made


def _person_column(
    values: pl.Series, column: _Shown, people: People, lang: Lang, show_identity: bool
) -> tuple[str, list[Cell]]:
    if column.masked and not show_identity:
        mask = column.masked
        texts = [None if value is None else mask(str(value)) for value in values]
        return (column.masked_title or column.title).said(lang), [(text, "text") for text in texts]
    style = "day" if values.dtype == pl.Date else "text"
    return column.title.said(lang), [(_named(column.name, value, people, lang), style) for value in values]


def _extra(rows: pl.DataFrame, extra: Extra, people: People, lang: Lang) -> list[Cell]:
    if extra.kind == "month":
        return [(None if n is None else _month(n, lang), "text") for n in rows[extra.name]]
    style = "decimal" if rows[extra.name].dtype == pl.Float64 else extra.kind
    return [(_named(extra.name, value, people, lang), style) for value in rows[extra.name]]


def _named(column: str, value: object, people: People, lang: Lang) -> object:
    """The title of a code where it has one, else the value."""
    codes = people.places if column in ("place", "village", "named") else CODES.get(column)
    entry = codes.get(value) if codes is not None and isinstance(value, str) else None
    return value if entry is None else entry.title.said(lang)


def _month(number: int, lang: Lang) -> str:
    year, month = divmod(number - 1, 12)
    return f"{shown.month(month + 1, lang)} {year}"
