"""Scholarships still to be paid for children of known deaths and total disabilities, by the law of the day of the event."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from semesta.basics.words import Words
from semesta.law.law import LAW, Law
from semesta.law.scholarship.calendar import FIRST_MONTH, SchoolYear, school_years
from semesta.law.scholarship.children import Child, table
from semesta.law.scholarship.rules import LEVELS
from semesta.planning.faults import PlanFault, Unplannable

NEEDED = ("claim", "event_date", "level")
COLUMNS = Words(
    "perlu kolom claim, event_date dan level; year (tahun ke berapa) dan born bila diketahui",
    "needs the columns claim, event_date and level; year (which of the level) and born where known",
)


@dataclass(frozen=True, slots=True)
class Pupil:
    """A child of a claim on the day of the event."""

    claim: str
    event: dt.date
    level: str
    year: int | None = None
    born: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Outstanding:
    """School years that begin after a day, in rupiah: `least` if each child ends with its level, `most` if it goes on to the last.

    `over` counts children beyond those whom the law pays of one claim; they are left out.
    """

    children: int
    over: int
    least: int
    most: int
    by_year: tuple[tuple[int, int], ...]
    """By the year in which a school year begins what is at most paid."""
    verified: bool


def pupils_of(path: Path) -> list[Pupil]:
    """The children of a Parquet or CSV file.

    Raises:
        Unplannable: the file, a column or a level cannot be used; everything at once.
    """
    try:
        frame = pl.read_parquet(path) if path.suffix.lower() == ".parquet" else pl.read_csv(path, try_parse_dates=True)
    except (OSError, pl.exceptions.PolarsError):
        told = Words("tidak dapat dibaca sebagai Parquet atau CSV", "cannot be read as Parquet or CSV")
        raise Unplannable([PlanFault(path.name, "", told, COLUMNS)]) from None
    absent = Words("kolom tidak ada", "the column is not there")
    if missing := [name for name in NEEDED if name not in frame.columns]:
        raise Unplannable([PlanFault(name, "", absent, COLUMNS) for name in missing])
    faults: list[PlanFault] = []
    found = [_pupil(number, row, faults) for number, row in enumerate(frame.iter_rows(named=True), 2)]
    if faults:
        raise Unplannable(faults)
    return found


def _pupil(number: int, row: dict[str, object], faults: list[PlanFault]) -> Pupil:
    level, event, year, born = str(row["level"]).strip().upper(), row["event_date"], row.get("year"), row.get("born")
    if level not in LEVELS:
        allowed = ", ".join(LEVELS)
        told = Words("jenjang tidak dikenal", "unknown level")
        faults.append(PlanFault(f"level[{number}]", level, told, Words(f"pilih: {allowed}", f"one of: {allowed}")))
    for name, day in (("event_date", event), ("born", born)):
        if not isinstance(day, dt.date) and not (name == "born" and day is None):
            told = Words("bukan tanggal", "is no day")
            faults.append(PlanFault(f"{name}[{number}]", str(day), told, COLUMNS))
    if year is not None and (not isinstance(year, int) or year < 1):
        told = Words("perlu tahun ke berapa dalam jenjangnya", "needs which year of the level it is")
        faults.append(PlanFault(f"year[{number}]", str(year), told, COLUMNS))
    return Pupil(str(row["claim"]), event, level, year, born)  # type: ignore[arg-type]


def outstanding(pupils: list[Pupil], as_of: dt.date, law: Law = LAW) -> Outstanding:
    """What is still to be paid after a day; of each claim the children with the most years left, as many as the law pays.

    Raises:
        NoLawOnDate: an event before the law of scholarships by year.
    """
    families: dict[tuple[str, dt.date], list[tuple[str, list[SchoolYear]]]] = defaultdict(list)
    for pupil in pupils:
        families[pupil.claim, pupil.event].append((pupil.level, _left(pupil, as_of, law)))
    paid, over = [], 0
    for (_, event), children in families.items():
        most = int(law.value("scholarship_children", date=event).value or 0)
        ordered = sorted(children, key=lambda child: -_sum(child[1]))
        paid += ordered[:most]
        over += len(ordered[most:])
    by_year: dict[int, int] = defaultdict(int)
    for one in (year for _, years in paid for year in years):
        by_year[one.begins] += one.amount
    return Outstanding(
        len(paid),
        over,
        sum(_sum([year for year in years if year.level == level]) for level, years in paid),
        sum(by_year.values()),
        tuple(sorted(by_year.items())),
        all(year.verified for _, years in paid for year in years),
    )


def _left(pupil: Pupil, as_of: dt.date, law: Law) -> list[SchoolYear]:
    longest = table(law, "scholarship_years", pupil.event).get(pupil.level, 1)
    year = None if pupil.year is None else min(pupil.year, longest)
    child = Child(1, pupil.level, year, pupil.born)
    return [one for one in school_years(child, pupil.event, law) if dt.date(one.begins, FIRST_MONTH, 1) > as_of]


def _sum(years: list[SchoolYear]) -> int:
    return sum(one.amount for one in years)
