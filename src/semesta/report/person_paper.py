"""Which columns of a list of people go on paper: what tells who it is and what to do, as many as can be read across a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from semesta.basics.words import Lang, Words
from semesta.report.column_widths import fits_on_page
from semesta.report.sheet import Cell, Sheet
from semesta.tables.table import FILE, ROW, SHEET


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list by the name of what it holds; those that only one list has are called "extra.…"."""

    name: str
    title: str
    cells: list[Cell]


SAID_ONCE = (FILE, SHEET)
"""Where all rows come from one file it is said above the list, not in each row."""
OFF_PAPER = ("sender", "sponsor", "group", "nik", "birth_date", "extra.rate_low", "extra.rate_high")
"""What stays on the screen where the page is too narrow, the first first: masked, a NIK tells no more than the regency."""
OFF_PAPER_NAMED = (
    FILE,
    SHEET,
    ROW,
    "sender",
    "sponsor",
    "group",
    "sex",
    "birth_date",
    "address",
    "extra.rate_low",
    "extra.rate_high",
)
"""The same where people are named: then nobody looks for them by file and row."""


def on_paper(title: str, columns: Sequence[Column], lang: Lang, *, named: bool) -> Sheet:
    """The list with the columns for paper first; those that stay on the screen stand behind them, and a note names them."""
    once = [column for column in columns if column.name in SAID_ONCE and _is_one(column)]
    paper, screen = [c for c in columns if c not in once], list(once)
    for name in OFF_PAPER_NAMED if named else OFF_PAPER:
        if fits_on_page(_sheet(title, paper, lang)):
            break
        screen += [column for column in paper if column.name == name]
        paper = [column for column in paper if column.name != name]
    if len(screen) == len(once) and fits_on_page(_sheet(title, list(columns), lang)):
        return _sheet(title, columns, lang)
    return _sheet(title, [*paper, *screen], lang, printed=len(paper), note=_note(once, screen, lang))


def _is_one(column: Column) -> bool:
    return len(column.cells) > 1 and len(set(column.cells)) == 1 and bool(column.cells[0][0])


def _note(once: Sequence[Column], screen: Sequence[Column], lang: Lang) -> str:
    """Words such as "Berkas: daftar.xlsx. Hanya di layar: Kelompok, Wadah"."""
    said = [f"{column.title}: {column.cells[0][0]}" for column in once]
    rest = [column.title for column in screen if column not in once]
    if rest:
        said.append(Words("Hanya di layar: ", "On the screen only: ").said(lang) + ", ".join(rest))
    return ". ".join(said)


def _sheet(title: str, columns: Sequence[Column], lang: Lang, *, printed: int = 0, note: str = "") -> Sheet:
    cells = list(zip(*(column.cells for column in columns), strict=True))
    titles = tuple(column.title for column in columns)
    return Sheet(Words("Daftar", "List").said(lang), title, titles, cells, note, printed, crowded=True)
