"""Cells of rows as they were handed in, in the words of the report; what is empty is said, never left blank."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from semesta.basics import shown
from semesta.basics.codes import CodeList
from semesta.basics.words import Lang, Words
from semesta.report.content import TableColumn
from semesta.report.laporan import naming
from semesta.report.laporan.draft import Row

EMPTY = Words("belum diisi", "not filled in")
NOT_FIXED = Words("belum ditetapkan", "not yet fixed")

Cells = tuple[str, ...]


def text(row: Row, column: str, lang: Lang, empty: Words = EMPTY) -> str:
    """What was written, whole."""
    written = row.get(column)
    return str(written).strip() if written not in (None, "") else empty.said(lang)


def count(row: Row, column: str, lang: Lang) -> str:
    number = row.get(column)
    return shown.count(number, lang) if number is not None else EMPTY.said(lang)


def rupiah(row: Row, column: str, lang: Lang) -> str:
    amount = row.get(column)
    return shown.rupiah(amount, lang) if amount is not None else EMPTY.said(lang)


def share(row: Row, column: str, lang: Lang) -> str:
    fraction = row.get(column)
    return shown.share(fraction, lang, 0) if fraction is not None else EMPTY.said(lang)


def day(row: Row, column: str, lang: Lang, empty: Words = EMPTY) -> str:
    date = row.get(column)
    return shown.day(date, lang) if isinstance(date, dt.date) else empty.said(lang)


def code(row: Row, column: str, codes: CodeList, lang: Lang, empty: Words = EMPTY) -> str:
    written = row.get(column)
    return naming.name(codes, written, lang) if written else empty.said(lang)


def without_empty(columns: Sequence[TableColumn], rows: Sequence[Cells]) -> tuple[list[TableColumn], list[Cells]]:
    """The table without columns in which no row says anything; the first column always stays."""
    unsaid = {EMPTY.id, EMPTY.en, NOT_FIXED.id, NOT_FIXED.en, ""}
    kept = [n for n in range(len(columns)) if n == 0 or any(row[n] not in unsaid for row in rows)]
    return [columns[n] for n in kept], [tuple(row[n] for n in kept) for row in rows]


def joined(*parts: str) -> str:
    """The parts that say something, separated by semicolons."""
    unsaid = {EMPTY.id, EMPTY.en, ""}
    said = [part for part in parts if part not in unsaid]
    return "; ".join(said) if said else next((part for part in parts if part), "")


def items(written: str | None) -> list[str]:
    """The entries of a cell that holds several, separated by semicolons or lines; without numbers before them."""
    pieces = (written or "").replace("\n", ";").split(";")
    return [piece.strip().lstrip("0123456789.)( ").strip() or piece.strip() for piece in pieces if piece.strip()]
