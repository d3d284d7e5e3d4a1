"""The law on columns: each row by the law of its own day, on any engine that narwhals speaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from semesta.basics.words import Words, same
from semesta.law.book import Book
from semesta.law.case import trusted
from semesta.law.faults import InputError
from semesta.law.grammar import MISSING, Term, as_column
from semesta.law.inputs import DTYPES, Input
from semesta.law.parameters import Parameter

NO_LAW, UNVERIFIED = "__no_law", "__unverified"

# Intermediate columns carry a prefix, so that no column of the caller can be taken for one of them.
ALL, VERIFIED = "law:", "law, verified:"


def with_law(book: Book, frame: Any, names: Sequence[str], *, date: str) -> Any:
    """The frame with each named rule or parameter as a column, and two yes/no columns beside it.

    `<name>` is null where an input it depends on is, or where nothing was law; `<name>__no_law` tells the second;
    `<name>__unverified` is true where the value rests on anything that was not verified.

    Args:
        frame: a Polars frame, lazy or not, a DuckDB relation, or what else narwhals knows; comes back as the same kind.
            Inputs are columns of their own name; an input without a column is not given, a cell that is not allowed
            counts as missing.
        date: the column with the event day of the row, of type Date.

    Raises:
        LawError: a name that is no rule or parameter.
        InputError: a column of the wrong type, or one that the result would overwrite.
    """
    table = nw.from_native(frame)
    schema = dict(table.collect_schema())
    sheet = _Sheet(book, schema, nw.col(date))
    wanted = [book.known(name) for name in dict.fromkeys(names)]
    _check_frame(book, schema, wanted, date)
    needs = book.all_needs(wanted)
    if leaves := [*sheet.given(needs), *sheet.dated(needs)]:
        table = table.with_columns(*leaves)
    for level in book.levels(wanted):
        table = table.with_columns(*[column for name in level for column in sheet.computed(name)])
    results = [column for name in wanted for column in sheet.results(name)]
    native: Any = (
        table.with_columns(*results).select(*schema, *[n for name in wanted for n in _shown(name)]).to_native()
    )
    return native


def _shown(name: str) -> tuple[str, str, str]:
    return name, name + NO_LAW, name + UNVERIFIED


@dataclass(frozen=True)
class _Sheet:
    """How each name reads as an expression over the columns of one frame."""

    book: Book
    schema: Mapping[str, nw.dtypes.DType]
    day: nw.Expr

    def given(self, names: Iterable[str]) -> list[nw.Expr]:
        """The inputs of the frame; a cell that is not allowed counts as missing, so that no result rests on it."""
        return [
            _allowed(self.book.inputs[n]).alias(ALL + n) for n in names if n in self.book.inputs and n in self.schema
        ]

    def dated(self, names: Iterable[str]) -> list[nw.Expr]:
        """The parameters with one value, each by the day of the row.

        As columns, not written out where they are used: DuckDB's text of one `//` repeats its operand fourteen times.
        """
        single = [
            self.book.parameters[n] for n in names if n in self.book.parameters and not self.book.parameters[n].is_table
        ]
        return [
            self._by_day(_held(p, prefix), MISSING).alias(prefix + p.name)
            for p in single
            for prefix in self._prefixes(p.name)
        ]

    def _prefixes(self, name: str) -> tuple[str, ...]:
        return (ALL, VERIFIED) if name in self.book.doubtful else (ALL,)

    def computed(self, name: str) -> list[nw.Expr]:
        """The rule as a column; as a second one from verified values alone where anything it needs is in doubt."""
        return [self._rule(name, prefix).alias(prefix + name) for prefix in self._prefixes(name)]

    def results(self, name: str) -> list[nw.Expr]:
        value = as_column(self.term(name, ALL))
        verified = as_column(self.term(name, VERIFIED)) if name in self.book.doubtful else value
        return [
            value.alias(name),
            (value.is_null() & self._no_law(name)).alias(name + NO_LAW),
            (~value.is_null() & verified.is_null()).alias(name + UNVERIFIED),
        ]

    def term(self, name: str, prefix: str) -> Term:
        if name in self.book.inputs:
            return self._input(self.book.inputs[name], prefix)
        if name in self.book.parameters and self.book.parameters[name].is_table:
            return self._table(self.book.parameters[name], prefix)
        return nw.col((prefix if name in self.book.doubtful else ALL) + name)

    def _rule(self, name: str, prefix: str) -> nw.Expr:
        versions = self.book.rules[name]
        column: Term = MISSING
        for version in versions:
            amount = as_column(version.function(*[self.term(argument, prefix) for argument in version.arguments]))
            holds = self._holds(version.since, version.until)
            column = amount if holds is None else nw.when(holds).then(amount).otherwise(as_column(column))
        return as_column(column)

    def _holds(self, since: dt.date | None, until: dt.date | None) -> nw.Expr | None:
        after = None if since is None else self.day >= as_column(since)
        before = None if until is None else self.day <= as_column(until)
        return after & before if after is not None and before is not None else after if after is not None else before

    def _input(self, declared: Input, prefix: str) -> Term:
        if declared.name in self.schema:
            return nw.col(ALL + declared.name)
        if declared.otherwise:
            return self.term(declared.otherwise, prefix)
        return nw.lit(None, dtype=DTYPES[declared.kind])

    def _table(self, parameter: Parameter, prefix: str) -> dict[Any, nw.Expr]:
        """One expression per key, by the day of each row."""
        held = _held(parameter, prefix)
        keys = dict.fromkeys(key for _, table in held for key in table)
        return {key: self._by_day([(since, table.get(key, MISSING)) for since, table in held], MISSING) for key in keys}

    def _by_day(self, held: Iterable[tuple[dt.date, Term]], before: Term) -> nw.Expr:
        column = as_column(before)
        for since, value in held:
            column = nw.when(self.day >= as_column(since)).then(as_column(value)).otherwise(column)
        return column

    def _no_law(self, name: str) -> nw.Expr:
        """Whether anything the name needs was no law on the day of the row; false where the day itself is missing."""
        lacks = [(day, self.book.lacking(name, day) is not None) for day in self.book.changes([name])]
        return ~self.day.is_null() & self._by_day(lacks, self.book.lacking(name, dt.date.min) is not None)


def _held(parameter: Parameter, prefix: str) -> list[tuple[dt.date, Term]]:
    return [(step.since, trusted(step) if prefix == VERIFIED else step.value) for step in parameter.steps]


def _allowed(declared: Input) -> nw.Expr:
    cell = nw.col(declared.name).cast(DTYPES[declared.kind])
    if declared.values:
        return nw.when(cell.is_in(list(declared.values))).then(cell)
    return nw.when(cell >= as_column(0)).then(cell) if declared.kind == "whole" else cell


def _check_frame(book: Book, schema: Mapping[str, nw.dtypes.DType], wanted: Sequence[str], date: str) -> None:
    faults = []
    if schema.get(date) != nw.Date:
        faults.append(_fault(date, "kolom tanggal bertipe Date", "a column of type Date", schema.get(date)))
    for name in (shown for want in wanted for shown in _shown(want)):
        if name in schema:
            faults.append(same(name) + Words(": kolom ini sudah ada", ": the frame already has this column"))
    for name in book.all_needs(wanted):
        if name in book.inputs and name in schema and not _fits(book.inputs[name], schema[name]):
            faults.append(
                _fault(name, f"kolom {book.inputs[name].kind}", f"a {book.inputs[name].kind} column", schema[name])
            )
    if faults:
        raise InputError(faults)


def _fits(declared: Input, found: nw.dtypes.DType) -> bool:
    # A frame whose column is all null may have no type at all; narwhals calls that Unknown.
    if found == nw.Unknown:
        return True
    if declared.kind == "text":
        return found in (nw.String, nw.Categorical, nw.Enum)
    return found.is_integer() if declared.kind == "whole" else found == nw.Boolean


def _fault(name: str, wanted_id: str, wanted_en: str, found: object) -> Words:
    return same(name) + Words(f": harus {wanted_id}, bukan {found}", f": must be {wanted_en}, not {found}")
