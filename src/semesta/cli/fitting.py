"""Whether a table can be computed: everything that is wrong with rules, columns and places, before anything is computed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from semesta.basics.words import Words, same
from semesta.cli.outputs import only_parquet
from semesta.law.faults import InputError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import narwhals as nw

    from semesta.law.law import Law

SPREADSHEETS = (".xlsx", ".xls", ".xlsm", ".ods")
SEPARATORS = (";", "\t", "|")


def check_question(law: Law, names: Sequence[str], people: Path, out: Path, *, is_spark: bool, force: bool) -> None:
    """Raises InputError for every rule that is none, and for places that cannot be read or must not be written."""
    if faults := [*_rules(law, names), *_places(people, out, is_spark=is_spark, force=force)]:
        raise InputError(faults)


def _rules(law: Law, names: Sequence[str]) -> list[Words]:
    known = [*law.book.rules, *law.book.parameters]
    unknown = [name for name in names if name not in known]
    said = Words(": aturan tidak dikenal", ": unknown rule")
    return [same(name) + said + nearest(name, known) for name in (unknown if names else [""])]


def _places(people: Path, out: Path, *, is_spark: bool, force: bool) -> list[Words]:
    """That the input is a spreadsheet or absent, or that the result would replace something or be no Parquet."""
    faults = []
    if not people.exists():
        faults.append(same(f"{people}: ") + Words("tidak ada", "there is no such file"))
    if people.suffix.lower() in SPREADSHEETS:
        said = (
            "bukan Parquet atau CSV; simpan dulu lembarnya sebagai CSV UTF-8",
            "no Parquet or CSV; save the sheet as CSV UTF-8",
        )
        faults.append(same(f"{people}: ") + Words(*said))
    if out.is_dir():
        said = "folder ini sudah ada; pilih nama lain", "this folder exists; choose another name"
        faults.append(same(f"{out}: ") + Words(*said))
    elif out.is_file() and not force:
        said = (
            "sudah ada; pilih nama lain, atau --force untuk menimpanya",
            "exists; choose another name, or --force to replace it",
        )
        faults.append(same(f"{out}: ") + Words(*said))
    elif not is_spark and (other := only_parquet(out)):
        faults.append(other)
    if not out.parent.is_dir():
        faults.append(same(f"{out.parent}: ") + Words("folder tidak ada", "there is no such folder"))
    return faults


def check_columns(law: Law, table: Any, names: Sequence[str], date: str) -> None:
    """Raises InputError for every column of another type, and every one that is missing and matters."""
    import narwhals as nw

    from semesta.law.absent import absent_columns, that_matter

    schema = nw.from_native(table).collect_schema()
    faults = _of_another_type(law, schema, names, date)
    absent = absent_columns(law.book, schema.names(), names, date=date)
    if date not in schema or faults:
        # Nothing can be tried: without a day every column that might matter is told, else those that look misspelt.
        told = {name: like for name, like in absent.items() if like or date not in schema}
        missing = [_no_column(name, like, schema, date) for name, like in told.items()]
        raise InputError([*faults, *_separated_otherwise(schema), *missing])
    plain = [name for name, like in absent.items() if not like and not law.book.inputs[name].otherwise]
    lacking = [*(name for name, like in absent.items() if like), *that_matter(law.book, table, names, plain, date=date)]
    if lacking:
        hint = Words(
            "bila memang tidak diketahui, tambahkan sebagai kolom kosong",
            "if it is not known, add it as an empty column",
        )
        raise InputError([*(_no_column(name, absent[name], schema, date) for name in lacking), hint])


def _of_another_type(law: Law, schema: Mapping[str, nw.dtypes.DType], names: Sequence[str], date: str) -> list[Words]:
    import narwhals as nw

    from semesta.law.inputs import KINDS

    faults = []
    if date in schema and schema[date] != nw.Date:
        faults.append(_type(date, schema[date], Words("tanggal (Date)", "days (Date)")))
    for name in law.book.all_needs(names):
        declared = law.book.inputs.get(name)
        if declared and name in schema and not _fits(declared.kind, schema[name]):
            faults.append(_type(name, schema[name], KINDS[declared.kind]))
    return faults


def _fits(kind: str, found: nw.dtypes.DType) -> bool:
    """Whether a column can hold what an input is; one that is all empty may have no type at all."""
    import narwhals as nw

    if found == nw.Unknown:
        return True
    if kind == "whole":
        return found.is_integer()
    return found == nw.Boolean if kind == "yes_no" else found in (nw.String, nw.Categorical, nw.Enum)


def _type(name: str, found: nw.dtypes.DType, wanted: Words) -> Words:
    kind = type(found).__name__
    return (
        same(f"{name}: ") + Words(f"kolom bertipe {kind}, seharusnya ", f"a column of type {kind}, should be ") + wanted
    )


def _separated_otherwise(schema: Mapping[str, Any]) -> list[Words]:
    """That a CSV was read as one column, since something else than commas stands between its cells."""
    names = list(schema)
    if len(names) != 1 or not any(sign in names[0] for sign in SEPARATORS):
        return []
    said = (
        "terbaca sebagai satu kolom; pisahkan kolom dengan koma",
        "was read as one column; separate columns by commas",
    )
    return [same(f"{names[0]}: ") + Words(*said)]


def _no_column(name: str, like: str | None, schema: Mapping[str, Any], date: str) -> Words:
    import narwhals as nw

    near = Words(f" (yang mirip: {like})", f" (did you mean {like}?)") if like else same("")
    days = ", ".join(column for column, kind in schema.items() if kind == nw.Date)
    if name == date and days:
        near += Words(f" (kolom tanggal yang ada: {days})", f" (columns of days: {days})")
    return Words("kolom tidak ada: ", "no column: ") + same(name) + near
