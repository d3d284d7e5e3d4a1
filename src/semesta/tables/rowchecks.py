"""Checks per row that several tables share."""

from __future__ import annotations

from semesta.basics.period import Period
from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.tables.table import Check, Row


def at_most(smaller: str, larger: str, said: Words, fix: Words) -> Check:
    """The count or amount in one column is not above that in another: impossible otherwise, so the row is an error."""

    def holds(row: Row) -> bool:
        return bool(row[smaller] <= row[larger])  # type: ignore[operator]

    return Check((smaller, larger), holds, Fault(f"{smaller}_above_{larger}", said, fix))


def not_above(column: str, letters: int, fault: Fault) -> Check:
    """The text of a column has so many letters at most."""
    return Check((column,), lambda row: len(str(row[column])) <= letters, fault)


def _agrees(row: Row) -> bool:
    """A year around the period does not contradict it: officers fill in both."""
    stated = Period.parse(str(row["period"]))
    short = Period.of(int(str(row["year"])), row.get("month"))  # type: ignore[arg-type]
    begins = stated.start is None or (short.start is not None and short.start <= stated.start)
    return begins and short.start is not None and short.start <= stated.end <= short.end


PERIOD_AGREES_WITH_YEAR = Check(
    ("period", "year"),
    _agrees,
    Fault(
        "period_contradicts_year",
        Words("periode di dalam tahun dan bulan di baris itu", "a period within the row's year and month"),
        Words(
            "Isi salah satu saja: periode, atau tahun dan bulan.", "Fill in only one: the period, or year and month."
        ),
    ),
)


def _says_when(row: Row) -> bool:
    return row.get("period") is not None or row.get("year") is not None


HAS_A_PERIOD = Check(
    (),
    _says_when,
    Fault(
        "no_period",
        Words("periode, atau tahun (dan bulan)", "a period, or a year (and month)"),
        Words("Isi kolom Periode, atau kolom Tahun dan Bulan.", "Fill in the period, or year and month."),
    ),
)
