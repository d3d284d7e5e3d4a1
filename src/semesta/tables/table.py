"""What a table is: columns with types and titles, a key, checks per row, and the words that explain it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import polars as pl

from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.tables.types import Type

Row = Mapping[str, object]
Moment = Literal["stock", "flow", "event", "plan"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column. Code, CSV and Parquet use its name, the workbook its Indonesian title; both are read.

    `identity` marks what tells who somebody is: problems show it masked, and only the annotated copy has the cell itself.
    `numbers_rows`: where it is empty it is filled with the number of the row in its list, from 1.
    `in_template` is False for columns that the workbook leaves out because only files from systems carry them.
    `may_lie_ahead` marks observed dates that may be planned, such as the meeting's.
    `spares_row`: a faulty cell is a problem and its row stays in without it, because the rest of the row says enough.
    `observed` marks dates on which something was seen, from which a round's default as-of date is taken.
    """

    name: str
    type: Type
    title: Words
    help: Words
    required: bool = False
    aliases: tuple[str, ...] = ()
    observed: bool = False
    may_lie_ahead: bool = False
    in_template: bool = True
    identity: bool = False
    numbers_rows: bool = False
    spares_row: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """What must hold in each row where all `columns` have a value; `holds` gets the row's values."""

    columns: tuple[str, ...]
    holds: Callable[[Row], bool]
    fault: Fault


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reading knows besides its rows: its day, the place it is about ("" when unknown), the codes of all regencies.

    regencies: four digits each, today's and former ones.
    """

    today: dt.date
    place: str = ""
    regencies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ColumnsCheck:
    """What must hold, asked of all rows at once: `breaks` is true for a row that does not hold, null where nobody can tell.

    `columns` are those that must be there; the problem stands in the first. Its row stays in when the table is of people.
    """

    columns: tuple[str, ...]
    breaks: Callable[[Asked], pl.Expr]
    fault: Fault


@dataclass(frozen=True, slots=True)
class Table:
    """One declaration: template sheet, reader, checks, Parquet schema and reference page follow from it.

    `key` are the columns that tell two rows apart; a row equal in all columns to an earlier one is a duplicate.
    `moment`: a stock is true on a day, a flow over a period, an event happened, a plan is for a year to come.
    `holder` is who has these data, `why` what the report cannot say without them.
    `of_people`: rows are people or what happened to them. A faulty cell is an error that leaves its row in, without the
        cell, because a person stays a person; only a row without a required column is set aside.
    `of_households`: rows are households, each or so many alike. Equal rows are no duplicates, and no row stands in an annex, a
        bundle or a public page.
    """

    name: str
    title: Words
    what: Words
    why: Words
    holder: Words
    moment: Moment
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    checks: tuple[Check, ...] = ()
    aliases: tuple[str, ...] = ()
    of_people: bool = False
    may_be_unnamed: bool = False
    columns_checks: tuple[ColumnsCheck, ...] = ()
    of_households: bool = False

    def column(self, name: str) -> Column:
        return next(c for c in self.columns if c.name == name)


# Where a row came from and how exactly an amount was written travel beside the declared columns of a frame.
FILE, SHEET, ROW = "_file", "_sheet", "_row"


def step_column(name: str) -> str:
    """The column that keeps the unit of the last digit written: 10_000_000 for "8,59 triliun", 1 for "480.457.660"."""
    return f"{name}__step"


def most_column(name: str) -> str:
    """The column that says how many there are at most, where of some people it is not known whether they are among them."""
    return f"{name}_most"
