"""People who stand in a list twice, or in two lists: said, and left in, because only linking knows whether they are one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from semesta.basics.masking import masked_name, masked_number
from semesta.basics.problem import Fault, Problem
from semesta.basics.words import Words, capital
from semesta.files.faults import made_fault
from semesta.files.grid import column_letter
from semesta.tables.table import FILE, ROW, SHEET, Table

_SAME_NIK = Words("NIK yang sama sudah ada di ", "the same NIK stands already in ")
_SAME_PERSON = Words(
    "nama dan tanggal lahir yang sama, tanpa NIK, sudah ada di ", "the same name and birth date, without NIK, in "
)


def said_twice(
    table: Table, frame: pl.DataFrame, placed: Mapping[tuple[str, str], Mapping[str, tuple[int, str]]]
) -> Iterator[Problem]:
    """A warning for each row whose NIK, or else whose name and birth date, an earlier row has too. What is empty equals nothing.

    Args:
        placed: by file and sheet, where each column stands, and its header.
    """
    if not {"nik", "name", "birth_date"} <= set(frame.columns) or frame.height < 2:
        return
    also = [name for name in table.key if name not in ("nik", "name", "kk")]
    rows = frame.select("nik", "name", "birth_date", *also, FILE, SHEET, ROW).with_row_index("_nth")
    by_nik = rows.filter(pl.col("nik").str.len_bytes() == 16)
    yield from _repeated(by_nik, ["nik", *also], "nik", placed)
    known = rows.filter(pl.col("birth_date").is_not_null() & pl.col("name").is_not_null())
    known = known.with_columns(_name=pl.col("name").str.to_uppercase())
    yield from _repeated(known, ["_name", "birth_date", *also], "name", placed, only=pl.col("nik").is_null())


def _repeated(
    rows: pl.DataFrame,
    same: Sequence[str],
    column: str,
    placed: Mapping[tuple[str, str], Mapping[str, tuple[int, str]]],
    only: pl.Expr | None = None,
) -> Iterator[Problem]:
    again = rows.filter(~rows.select(pl.struct(same).is_first_distinct()).to_series()) if rows.height else rows
    if not again.height:
        return
    earlier = rows.select(*same, FILE, SHEET, ROW).join(again.select(same), on=same, how="semi", nulls_equal=True)
    firsts = again.join(
        earlier.unique(same, keep="first", maintain_order=True), on=same, how="left", suffix="_first", nulls_equal=True
    )
    for row in (firsts if only is None else firsts.filter(only)).iter_rows(named=True):
        index, header = placed.get((row[FILE], row[SHEET]), {}).get(column, (None, None))
        yield Problem(
            file=row[FILE],
            sheet=row[SHEET] or None,
            row=row[ROW],
            column=column_letter(index) if index is not None else None,
            header=header,
            value=masked_number(row["nik"]) if column == "nik" else masked_name(row["name"]),
            fault=_fault(row, column),
        )


def _fault(row: Mapping[str, object], column: str) -> Fault:
    """What is said of a row that repeats an earlier one, of the same list or of another."""
    in_two_lists = (row[FILE], row[SHEET]) != (row[f"{FILE}_first"], row[f"{SHEET}_first"])
    where = (
        " › ".join(str(row[f"{name}_first"]) for name in (FILE, SHEET) if row[f"{name}_first"]) if in_two_lists else ""
    )
    at = Words(
        f"baris {row[f'{ROW}_first']}{where and f' di {where}'}", f"row {row[f'{ROW}_first']}{where and f' of {where}'}"
    )
    said = (_SAME_NIK if column == "nik" else _SAME_PERSON) + at
    return made_fault(
        f"person.{'two_lists' if in_two_lists else 'twice'}.{column}",
        Words("orang yang sama di dua daftar", "the same person in two lists")
        if in_two_lists
        else Words("orang yang sama dua kali dalam satu daftar", "the same person twice in a list"),
        Words("tiap orang satu baris", "a row for each person"),
        Words(capital(said.id) + ".", capital(said.en) + "."),
        "warning",
    )
