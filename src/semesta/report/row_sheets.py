"""Sheets of the annex about rows: those set aside, the files they came from, and those that entered."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import polars as pl

from semesta.basics.codes import CodeList
from semesta.basics.problem import Problem
from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report.laporan import naming
from semesta.report.sheet import Cell, Sheet
from semesta.tables.registry import TABLES
from semesta.tables.table import FILE, ROW, SHEET, Column, Table
from semesta.tables.types import Coded, PlaceType

MOST_ROWS = 100_000
"""Of one table. A larger one is read from its own file; the sheet says so."""
MOST_CELLS_NAMED = 20
_STYLES = {"RUPIAH": "rupiah", "COUNT": "count", "DAY": "day", "SHARE": "share"}


def aside_sheet(measured: Measured, lang: Lang) -> Sheet:
    """Problems grouped by cause, the commonest first."""
    groups: dict[tuple[str, str, str | None, str | None], list[Problem]] = defaultdict(list)
    for problem in measured.dataset.problems:
        groups[problem.fault.cause, problem.file, problem.sheet, problem.header].append(problem)
    ordered = sorted(groups.values(), key=lambda group: (not group[0].is_error, -len(group)))
    heads = (
        ("Tingkat", "Severity"),
        ("Berkas", "File"),
        ("Lembar", "Sheet"),
        ("Kolom", "Column"),
        ("Banyaknya", "Number"),
    )
    more = (
        ("Baris", "Rows"),
        ("Contoh isi", "Example"),
        ("Seharusnya", "Expected"),
        ("Cara memperbaiki", "How to fix"),
    )
    columns = tuple(Words(*pair).said(lang) for pair in (*heads, *more))
    aside, read = sum(measured.dataset.set_aside.values()), sum(measured.dataset.read.values())
    note = Words(
        f"{aside} dari {read} baris disisihkan dan tidak masuk hitungan.",
        f"{aside} of {read} rows were set aside and enter no figure.",
    )
    title = Words("Baris disisihkan dan peringatan", "Rows set aside, and warnings").said(lang)
    name = Words("Baris disisihkan", "Set aside").said(lang)
    return Sheet(name, title, columns, [_group(g, lang) for g in ordered], note.said(lang))


def _group(group: list[Problem], lang: Lang) -> list[Cell]:
    first = group[0]
    severity = Words("salah", "error") if first.is_error else Words("peringatan", "warning")
    rows = [str(p.row) for p in group if p.row is not None]
    named = ", ".join(rows[:MOST_CELLS_NAMED]) + (" …" if len(rows) > MOST_CELLS_NAMED else "")
    texts = (severity.said(lang), first.file, first.sheet or "", " ".join(filter(None, [first.column, first.header])))
    told = (named, first.value or "", first.fault.expected.said(lang), first.fault.how_to_fix.said(lang))
    return [*((t, "text") for t in texts), (len(group), "count"), *((t, "text") for t in told)]


def source_sheet(measured: Measured, lang: Lang) -> Sheet:
    """Each file with its hash, and for each table how many rows were read and set aside."""
    data = measured.dataset
    pairs = (
        ("Berkas atau data", "File or data"),
        ("Baris dibaca", "Rows read"),
        ("Disisihkan", "Set aside"),
        ("SHA-256", "SHA-256"),
    )
    columns = tuple(Words(*pair).said(lang) for pair in pairs)
    rows: list[list[Cell]] = [
        [(seen.name, "text"), (sum(seen.rows.values()), "count"), (None, "count"), (seen.sha256, "text")]
        for seen in data.files
    ]
    for name in (name for name in TABLES if data.read.get(name)):
        title = TABLES[name].title.said(lang)
        rows.append(
            [(title, "text"), (data.read[name], "count"), (data.set_aside.get(name, 0), "count"), (None, "text")]
        )
    title = Words("Berkas yang dibaca", "Files read").said(lang)
    return Sheet(Words("Sumber", "Sources").said(lang), title, columns, rows)


def input_sheets(measured: Measured, lang: Lang) -> list[Sheet]:
    """The rows that entered, one sheet a table, with the place in the file that each came from."""
    frames = ((table, measured.dataset.frame(name)) for name, table in TABLES.items() if not table.of_households)
    return [_input(table, frame, measured, lang) for table, frame in frames if frame is not None]


def _input(table: Table, frame: pl.DataFrame, measured: Measured, lang: Lang) -> Sheet:
    kept = [c for c in table.columns if c.name in frame.columns and frame[c.name].null_count() < frame.height]
    where = (("Berkas", "File"), ("Lembar", "Sheet"), ("Baris", "Row"))
    columns = (*(column.title.said(lang) for column in kept), *(Words(*pair).said(lang) for pair in where))
    rows: list[list[Cell]] = []
    for row in frame.head(MOST_ROWS).iter_rows(named=True):
        cells: list[Cell] = [(_named(row[c.name], c, measured, lang), _style(c.type)) for c in kept]
        rows.append([*cells, (row.get(FILE), "text"), (row.get(SHEET), "text"), (row.get(ROW), "count")])
    cut = Words(
        f"Hanya {MOST_ROWS} baris pertama dari {frame.height}.", f"The first {MOST_ROWS} of {frame.height} rows."
    )
    name = Words(f"Data {table.title.id}", f"Data {table.title.en}").said(lang)
    note = cut.said(lang) if frame.height > MOST_ROWS else ""
    return Sheet(_sheet_name(name), table.what.said(lang), columns, rows, note)


def _named(value: object, column: Column, measured: Measured, lang: Lang) -> object:
    """A code by its name, which the reader of workbooks takes as well; anything else as it is."""
    codes: CodeList | None = None
    if isinstance(column.type, PlaceType):
        codes = measured.places
    elif isinstance(column.type, Coded):
        codes = column.type.codelist
    return naming.name(codes, str(value), lang) if codes is not None and value is not None else value


def _style(kind: Any) -> str:
    """The number format of a column by its type's name or the Polars dtype it has."""
    by_name = _STYLES.get(str(kind.name).upper())
    return by_name or {"Int64": "count", "Float64": "decimal", "Date": "day"}.get(kind.polars, "text")


def _sheet_name(name: str) -> str:
    """A name that a spreadsheet takes: 31 characters, none of []:*?/\\."""
    return "".join("-" if sign in "[]:*?/\\" else sign for sign in name)[:31]
