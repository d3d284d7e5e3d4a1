"""The law on columns: each row by the law of its own day, on any engine that narwhals speaks."""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, reduce
from typing import Any, NamedTuple

import narwhals as nw

from semesta.basics.words import Words, same
from semesta.law.book import Book
from semesta.law.case import trusted
from semesta.law.column import Cells, Column, Dated, cells, lifted, of_axis
from semesta.law.days import ALWAYS, NEVER, Days, days_between, days_where
from semesta.law.doubt import Mark, is_sure, marked
from semesta.law.faults import InputError
from semesta.law.in_time import by_days, within
from semesta.law.inputs import DTYPES, Input, Kind
from semesta.law.missing import MISSING
from semesta.law.parameters import Parameter
from semesta.law.rows import Axis, Expr, Rows
from semesta.law.rule import Rule

NO_LAW, UNVERIFIED = "__no_law", "__unverified"

# Intermediate columns carry a prefix, so that no column of the caller can be taken for one of them.
VALUE, DOUBT, LAWFUL = "law:", "law, doubt:", "law, lawful:"


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
    wanted = tuple(book.known(name) for name in dict.fromkeys(names))
    _check_frame(book, schema, wanted, date)
    asked = tuple((name, schema[name]) for name in book.all_needs(wanted) if name in book.inputs and name in schema)
    plan = _planned(book, wanted, asked, date, table.implementation)
    made = _computed(frame, schema, plan) if table.implementation.is_polars() else _computed(table, schema, plan)
    return _of_known_segments(book, nw.from_native(made), wanted, schema).to_native()


def _of_known_segments(book: Book, table: Any, wanted: Sequence[str], schema: Mapping[str, nw.dtypes.DType]) -> Any:
    """The frame without results for the segments of which a rule tells nothing; where nobody says the segment they stay."""
    found = schema.get("segment")
    if found is None or found == nw.Unknown:
        return table
    segment = nw.col("segment") if isinstance(found, nw.Enum) else nw.col("segment").cast(nw.String)
    held = []
    for name in wanted:
        unknown = book.not_of(name)
        if unknown and not (isinstance(found, nw.Enum) and unknown not in found.categories):
            is_told = segment.is_null() | (segment != unknown)
            held += [
                nw.when(is_told).then(nw.col(name)).alias(name),
                (nw.col(name + UNVERIFIED) & is_told).alias(name + UNVERIFIED),
            ]
    return table.with_columns(*held) if held else table


def _computed(table: Any, kept: Iterable[str], plan: _Plan) -> Any:
    for columns in plan.stages:
        table = table.with_columns(*columns)
    return table.select(*kept, *plan.results)


class _Plan(NamedTuple):
    """The columns to add one list after the other, each needing the earlier ones; and the results made of them."""

    stages: list[list[Expr]]
    results: list[Expr]


@lru_cache(maxsize=64)  # a large file comes in batches, each asking the same
def _planned(
    book: Book,
    wanted: tuple[str, ...],
    asked: tuple[tuple[str, nw.dtypes.DType], ...],
    date: str,
    engine: nw.Implementation,
) -> _Plan:
    words = engine.to_native_namespace() if engine.is_polars() else nw
    turns = (dt.date.min, *book.changes(wanted)) if engine.is_polars() else ()
    plain, rows = (Rows(words.col(date), not engine.is_spark_like(), words, found) for found in ((), turns))
    first = _Sheet(book, dict(asked), plain)
    for level in book.levels(wanted):
        list(first.laid(level))
    # Laid a second time knowing on which days each matters: on all others no care is taken of what is no law.
    sheet = _Sheet(book, dict(asked), rows, first.matters(wanted))
    levels = [list(sheet.laid(level)) for level in book.levels(wanted)]
    lawless = sheet.lawless(wanted)
    lawful = [sheet.lawful(name).alias(LAWFUL + name) for name in wanted if not sheet.is_lawful(name, lawless)]
    results = [result for name in wanted for result in sheet.results(name, lawless)]
    by_row = sheet.given(lawless)
    *made, found = ([expr.alias(name) for name, expr in stage.items()] for stage in sheet.rows.made)
    return _Plan([columns for columns in (*made, [*found, *by_row], *levels, lawful) if columns], results)


def _shown(name: str) -> tuple[str, str, str]:
    return name, name + NO_LAW, name + UNVERIFIED


@dataclass
class _Sheet:
    """How each name reads as a term over the rows of one frame."""

    book: Book
    schema: Mapping[str, nw.dtypes.DType]
    rows: Rows
    needed: Mapping[str, Days] = field(default_factory=dict)
    terms: dict[str, Column] = field(default_factory=dict)
    lacks: dict[str, Days] = field(default_factory=dict)
    asked: dict[str, tuple[Expr, Expr | None]] = field(default_factory=dict)

    def given(self, lawless: Mapping[str, Days]) -> list[Expr]:
        """The inputs of the frame; null where not allowed, and where nothing that needs them has a value anyway."""
        given: list[Expr] = []
        for name, (cell, allowed) in self.asked.items():
            has_law = self.rows.column(self.rows.among(ALWAYS - lawless[name]))
            given.append(
                self.rows.when(has_law if allowed is None else allowed & has_law).then(cell).alias(VALUE + name)
            )
        return given

    def lawless(self, wanted: Sequence[str]) -> dict[str, Days]:
        """By input the days on which none of those wanted that need it has a value."""
        found = dict.fromkeys(self.asked, ALWAYS)
        for name in wanted:
            for need in found.keys() & set(self.book.all_needs([name])):
                found[need] &= cells(self.term(name)).absent
        return found

    def laid(self, names: Sequence[str]) -> Iterator[Expr]:
        """The rules as columns, and what of them is in doubt; none for those that depend on the day alone."""
        for name in names:
            versions = self.book.rules[name]
            term = by_days(self.rows, [part for version in versions for part in self._applied(version)])
            self.terms[name] = term
            if isinstance(term, Cells):
                doubt = term.doubt
                if isinstance(doubt, Mark):
                    yield doubt.expr.alias(DOUBT + name)
                    doubt = Mark(self.rows.words.col(DOUBT + name), doubt.days)
                self.terms[name] = replace(term, expr=self.rows.words.col(VALUE + name), doubt=doubt, codes=None)
                yield self.rows.column(term.expr).alias(VALUE + name)

    def is_lawful(self, name: str, lawless: Mapping[str, Days]) -> bool:
        """Whether the column of a rule has no value where there is no law, because it has no inputs there."""
        term = self.term(name)
        needs = lawless.keys() & set(self.book.all_needs([name]))
        return isinstance(term, Cells) and term.needs_input and all(lawless[need] == term.absent for need in needs)

    def lawful(self, name: str) -> Expr:
        """The value where there is law for it."""
        term = cells(self.term(name))
        if term.absent == ALWAYS:
            return self.rows.words.lit(None, dtype=self._dtype(name))
        return self.rows.when(self.rows.among(ALWAYS - term.absent)).then(self.rows.column(term.expr))

    def results(self, name: str, lawless: Mapping[str, Days]) -> tuple[Expr, Expr, Expr]:
        """The value; whether there is none for want of law; whether there is one that rests on what was not verified."""
        value = self.rows.words.col((VALUE if self.is_lawful(name, lawless) else LAWFUL) + name)
        term, lacking = cells(self.term(name)), self._lacking(name)
        no_law = self.rows.column(self.rows.among(lacking))
        no_law = no_law if lacking - term.absent == NEVER else no_law & value.is_null()
        doubt = self.rows.column(marked(self.rows, term.doubt))
        doubt = doubt if is_sure(term.doubt) else doubt & ~value.is_null()
        named = zip((value, no_law, doubt), _shown(name), strict=True)
        return tuple(column.alias(shown) for column, shown in named)

    def term(self, name: str) -> Column:
        if name not in self.terms:
            if name in self.book.inputs:
                self.terms[name] = self._input(self.book.inputs[name])
            else:
                self.terms[name] = self._parameter(self.book.parameters[name])
        return self.terms[name]

    def _applied(self, version: Rule) -> Iterator[tuple[Days, Column]]:
        """What a version of a rule comes to, apart for each time in which its tables have the same keys."""
        held = days_between(version.since, version.until) & self.needed.get(version.name, ALWAYS)
        for days in self._with_same_keys(version, held):
            arguments = [self._argument(name, days) for name in version.arguments]
            yield days, lifted(self.rows, version.function(*arguments))

    def matters(self, wanted: Sequence[str]) -> dict[str, Days]:
        """By name the days on which something that is wanted has a value and needs it."""
        found = {name: ALWAYS - cells(self.term(name)).absent for name in wanted}
        for name in (name for level in reversed(self.book.levels(wanted)) for name in level):
            for version in self.book.rules[name]:
                held = days_between(version.since, version.until) & found[name]
                found |= {need: found.get(need, NEVER) | held for need in version.arguments}
        return found

    def _with_same_keys(self, version: Rule, held: Days) -> Iterator[Days]:
        tables = [p for name in version.arguments if (p := self.book.parameters.get(name)) and p.is_table]
        changes = {dt.date.min} | {
            later.since
            for table in tables
            for earlier, later in zip((None, *table.steps), table.steps, strict=False)
            if earlier is None or _keys(earlier) != _keys(later)
        }
        days = sorted(changes)
        for since, until in zip(days, [*days[1:], None], strict=True):
            if (found := held & Days((since, until) if until else (since,))) != NEVER:
                yield found

    def _argument(self, name: str, days: Days) -> Any:
        parameter = self.book.parameters.get(name)
        if parameter and parameter.is_table:
            return self._table(parameter, days)
        return within(self.term(name), days)

    def _input(self, declared: Input) -> Column:
        """A cell that is not allowed counts as missing, so that no result rests on it."""
        name = declared.name
        if name not in self.schema:
            return self.term(declared.otherwise) if declared.otherwise else lifted(self.rows, MISSING)
        codes = _own_codes(declared, self.schema[name])
        cell = self.rows.words.col(name)
        if not codes and self.schema[name] != DTYPES[declared.kind]:
            cell = cell.cast(self._type(declared.kind))
        known = [value for value in declared.values if codes is None or value in codes]
        self.asked[name] = cell, None if codes and set(codes) == set(known) else _allowed(declared, cell, known)
        own = self.rows.words.col(VALUE + name)
        by_row = Cells(
            self.rows,
            own.cast(self._type("text")) if codes else own,
            needs_input=True,
            values=frozenset(known) if declared.values else None,
            codes=own if codes else None,
            amount=cell if self.rows.looks_up and declared.kind == "whole" and not declared.values else None,
        )
        axis = _axis(self.rows, declared, cell, codes) if self.rows.looks_up else None
        return by_row if axis is None else of_axis(self.rows, axis, by_row)

    def _parameter(self, parameter: Parameter) -> Dated:
        doubt = days_where(lambda day: bool((step := parameter.on(day)) and not step.verified), _changes(parameter))
        return Dated(
            self.rows, ((dt.date.min, MISSING), *((step.since, step.value) for step in parameter.steps)), doubt
        )

    def _table(self, parameter: Parameter, days: Days) -> dict[Any, Column]:
        """One term per key that the table has on these days."""
        steps = [step for step in parameter.steps if step.since in days or parameter.on(days.turns[0]) is step]
        keys = dict.fromkeys(key for step in steps for key in _keys(step))
        return {key: within(self._entry(parameter, key), days) for key in keys}

    def _entry(self, parameter: Parameter, key: Any) -> Dated:
        def is_doubtful(day: dt.date) -> bool:
            step = parameter.on(day)
            return step is not None and key in _keys(step) and trusted(step).get(key, MISSING) is MISSING

        held = [(step.since, _keys(step).get(key, MISSING)) for step in parameter.steps]
        return Dated(self.rows, ((dt.date.min, MISSING), *held), days_where(is_doubtful, _changes(parameter)))

    def _lacking(self, name: str) -> Days:
        """The days on which anything that the name needs is no law."""
        if name not in self.lacks:
            self.lacks[name] = self._lacking_of(name)
        return self.lacks[name]

    def _lacking_of(self, name: str) -> Days:
        if name in self.book.inputs:
            return NEVER
        if name in self.book.parameters:
            return ALWAYS - Days((self.book.parameters[name].steps[0].since,))
        lacking = ALWAYS
        for version in self.book.rules[name]:
            held = days_between(version.since, version.until)
            lacking = lacking - held
            for argument in version.arguments:
                lacking = lacking | (self._lacking(argument) & held)
        return lacking

    def _dtype(self, name: str) -> Any:
        """The type of a column without any value."""
        unit = self.book.rules[name][0].unit if name in self.book.rules else self.book.parameters[name].unit
        return self._type("yes_no" if unit == "yes_no" else "text" if unit == "code" else "whole")

    def _type(self, kind: Kind) -> Any:
        return getattr(self.rows.words, type(DTYPES[kind]).__name__)


def _keys(step: Any) -> Mapping[Any, Any]:
    return step.value if isinstance(step.value, Mapping) else {}


def _changes(parameter: Parameter) -> set[dt.date]:
    return {step.since for step in parameter.steps}


def _own_codes(declared: Input, found: nw.dtypes.DType) -> tuple[str, ...] | None:
    """The texts of a column that holds a number for each; None for a column of texts."""
    return tuple(found.categories) if isinstance(found, nw.Enum) and declared.values else None


def _axis(rows: Rows, declared: Input, cell: Expr, codes: Sequence[str] | None) -> Axis | None:
    """What the cells can be, with a number for each; None where that is too much or takes too long to find."""
    words, values = rows.words, sorted(value for value in declared.values if isinstance(value, int))
    if codes:
        number = cell.to_physical().cast(words.UInt32).fill_null(len(codes))
        known = [code if code in declared.values else MISSING for code in codes]
        return Axis(declared.name, (*known, MISSING), number)
    zero, one, two = (words.lit(number, dtype=words.UInt32) for number in range(3))
    if declared.kind == "yes_no":
        number = rows.when(cell).then(one).when(cell.is_null()).then(two).otherwise(zero)
        return Axis(declared.name, (False, True, MISSING), number)
    if not values or values != list(range(values[0], values[-1] + 1)):
        return None
    number = cell.cast(words.UInt32, wrap_numerical=True) - (values[0] - 1)
    number = rows.when((cell >= values[0]) & (cell <= values[-1])).then(number).otherwise(zero)
    return Axis(declared.name, (MISSING, *values), number)


def _allowed(declared: Input, cell: Expr, known: Sequence[Any]) -> Expr | None:
    """Whether the cell may have its value; None where it may have any."""
    if declared.kind == "text" and known:  # engines compare texts one by one faster than they look for one in a list
        tests: list[Expr] = [cell == value for value in known]
        return reduce(operator.or_, tests)
    if declared.values:
        return cell.is_in(known)
    return cell >= 0 if declared.kind == "whole" else None


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
