"""One question to the law, put to plain values, Polars and DuckDB: every test here runs on all three."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import duckdb
import polars as pl
import pytest

from semesta.law.faults import NoLawOnDate
from semesta.law.law import LAW, Law

KINDS = {"whole": pl.Int64, "text": pl.String, "yes_no": pl.Boolean}


class Answer(NamedTuple):
    value: object
    no_law: bool = False
    unverified: bool = False


Row = dict[str, Any]
Ask = Callable[..., list[Answer]]


def _by_value(law: Law, name: str, rows: Sequence[Row]) -> list[Answer]:
    answers = []
    for row in rows:
        try:
            result = law.value(name, **row)
        except NoLawOnDate:
            answers.append(Answer(None, no_law=True))
        else:
            answers.append(Answer(result.value, unverified=not result.verified))
    return answers


def _frame(law: Law, rows: Sequence[Row]) -> pl.DataFrame:
    """The rows as a typed frame; they must have equal keys, since a frame cannot leave out a cell."""
    types = {key: pl.Date if key == "date" else KINDS[law.book.inputs[key].kind] for key in rows[0]}
    assert all(row.keys() == types.keys() for row in rows)
    return pl.DataFrame(rows, schema=types)


def _answers(frame: pl.DataFrame, name: str) -> list[Answer]:
    return [Answer(*row) for row in frame.select(name, f"{name}__no_law", f"{name}__unverified").iter_rows()]


def _in_polars(law: Law, name: str, frame: pl.DataFrame) -> list[Answer]:
    return _answers(law.columns(frame.lazy(), [name], date="date").collect(), name)


def _in_duckdb(law: Law, name: str, frame: pl.DataFrame) -> list[Answer]:
    with duckdb.connect() as connection:
        # The order of rows in a relation is only sure with a column to sort by.
        connection.register("people", frame.with_row_index("row").to_arrow())
        computed = law.columns(connection.sql("select * from people"), [name], date="date")
        return _answers(pl.DataFrame(computed.order("row").to_arrow_table()), name)


ENGINES = {"polars": _in_polars, "duckdb": _in_duckdb}


def _answered(way: str, law: Law, name: str, rows: Sequence[Row]) -> list[Answer]:
    return _by_value(law, name, rows) if way == "values" else ENGINES[way](law, name, _frame(law, rows))


WAYS = ("values", *ENGINES)


@pytest.fixture(params=WAYS)
def ask(request: pytest.FixtureRequest) -> Ask:
    """`ask(name, row, …)`: the answers of the law, or of `law=`, one per row."""

    def asked(name: str, *rows: Row, law: Law = LAW) -> list[Answer]:
        return _answered(request.param, law, name, rows)

    return asked


@pytest.fixture(scope="session")
def ask_all_ways() -> Callable[[str, Sequence[Row]], dict[str, list[Answer]]]:
    """The answers of each way beside each other."""
    return lambda name, rows: {way: _answered(way, LAW, name, rows) for way in WAYS}


@pytest.fixture(params=ENGINES)
def engine_answers(request: pytest.FixtureRequest) -> Callable[[str, pl.DataFrame], list[Answer]]:
    """The answers for the rows of a frame, for what only columns can hold."""
    return lambda name, frame: ENGINES[request.param](LAW, name, frame)
