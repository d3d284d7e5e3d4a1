"""Our law on the engines it runs on: everything from a frame in memory to nine results with their flags counts, planning too."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa

from semesta.law.law import LAW

MONTH = dt.date(2026, 1, 1)  # as in population.py, which needs NumPy
CODES = ("segment", "funding", "sector", "basis_mode", "industry")
WHOLE = ("wage_per_month", "income_per_month", "risk_class", "months_paid", "workers", "contribution_month_number")
# Every this many rows, results with a day per row are compared with plain values.
COMPARED = 997
RESULTS = [
    "jkk_pu_contribution",
    "jkm_pu_contribution",
    "jht_pu_employer_contribution",
    "jht_pu_worker_contribution",
    "jp_employer_contribution",
    "jp_worker_contribution",
    "jkk_bpu_contribution",
    "jkm_bpu_contribution",
    "jkm_benefit",
]


def whole(folder: Path, name: str) -> pl.Series:
    held = (folder / f"{name}.i64").read_bytes()
    return pl.Series(name, pa.Array.from_buffers(pa.int64(), len(held) // 8, [None, pa.py_buffer(held)]))


def columns(folder: Path) -> pl.DataFrame:
    """The thirteen inputs as every engine finds them: whole numbers of 64 bits."""
    return pl.DataFrame([whole(folder, name) for name in (*CODES, *WHOLE, "in_arrears", "day")])


def people(found: pl.DataFrame, *, codes: bool, day_per_row: bool) -> pl.DataFrame:
    """The inputs in their own types; words as codes of a closed list, as the peers hold them, or as plain text."""
    words = {name: pl.Enum([str(code) for code in LAW.book.inputs[name].values]) for name in CODES}
    return found.select(
        _narrow("day", pl.Int32).cast(pl.Date) if day_per_row else pl.lit(MONTH).alias("day"),
        *[_narrow(n, pl.UInt8).cat.to(words[n]).cast(words[n] if codes else pl.String) for n in CODES],
        *WHOLE,
        pl.col("in_arrears") == 1,
    )


def _narrow(name: str, kind: pl.DataType | type[pl.DataType]) -> pl.Expr:
    return pl.col(name).cast(kind, wrap_numerical=True)  # NumPy checks no bounds either


class Polars:
    def __init__(self, folder: Path, *, day_per_row: bool = True) -> None:
        self.folder, self.day_per_row = folder, day_per_row
        self.columns = columns(folder)

    def start(self) -> pl.DataFrame:
        return people(self.columns, codes=True, day_per_row=self.day_per_row)

    def results(self, people: pl.DataFrame) -> pl.DataFrame:
        return LAW.columns(people.lazy(), RESULTS, date="day").select(*_asked()).collect(engine="streaming")

    def off(self) -> int:
        people = self.start()
        found = self.results(people)
        return off_by_day(people, found) if self.day_per_row else off_in_month(self.folder, found)


class Text(Polars):
    """Words as text, which is how most files hold them: nothing is set up."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.columns = people(self.columns, codes=False, day_per_row=True)

    def start(self) -> pl.DataFrame:
        return self.columns


class DuckDB(Text):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.database = duckdb.connect()
        self.database.register("people", self.columns.with_row_index("row").to_arrow())

    def results(self, _: pl.DataFrame) -> pa.Table:
        return self._computed().select(", ".join(_asked())).to_arrow_table()

    def off(self) -> int:
        in_order = self._computed().order("row").to_arrow_table()  # a relation has no order of its own
        return off_by_day(self.columns, pl.DataFrame(in_order))

    def _computed(self) -> duckdb.DuckDBPyRelation:
        return LAW.columns(self.database.sql("select * from people"), RESULTS, date="day")


class Values:
    """One person on plain values: nine results, and every value on the way, which is what the peers' traces keep."""

    def __init__(self, folder: Path) -> None:
        self.person = people(columns(folder).head(1), codes=False, day_per_row=False).row(0, named=True)

    def explained(self) -> list[Any]:
        return LAW.values(RESULTS, date=self.person["day"], **{k: v for k, v in self.person.items() if k != "day"})


class Reasons(Values):
    """The same, each result with the tree of what decided it: articles, days, notes, in two languages."""

    def explained(self) -> list[Any]:
        return [result.because for result in super().explained()]


def _asked() -> list[str]:
    """The results with the two flags of each: no law on the day, and resting on what was not verified."""
    return [f"{name}{flag}" for name in RESULTS for flag in ("", "__no_law", "__unverified")]


def off_in_month(folder: Path, found: pl.DataFrame) -> int:
    return sum(int((found[name] != whole(folder, f"exact-{name}")).sum()) for name in RESULTS)


def off_by_day(people: pl.DataFrame, found: pl.DataFrame) -> int:
    """Of every so many rows, those whose result differs from that on plain values; no law is no value on both."""
    from semesta.law.faults import NoLawOnDate

    def value(name: str, row: dict[str, Any]) -> object:
        try:
            return LAW.value(name, date=row["day"], **{k: v for k, v in row.items() if k != "day"}).value
        except NoLawOnDate:
            return None

    some = [frame.gather_every(COMPARED).to_dicts() for frame in (people, found)]
    return sum(result[name] != value(name, row) for row, result in zip(*some, strict=True) for name in RESULTS)


ENGINES = {
    "polars": Polars,
    "polars-month": lambda folder: Polars(folder, day_per_row=False),
    "polars-text": Text,
    "duckdb": DuckDB,
    "values": Values,
    "reasons": Reasons,
}
