"""Claims by the month of the event and the months until they were reported."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from semesta.basics.words import Words
from semesta.planning.faults import PlanFault, Unplannable

RIPE = 24
"""Months of events below which a scheme is too young for its development to be known."""
ENOUGH = 100
"""Cases below which single ones decide."""
NEEDED = ("event_date", "amount")
DAYS = ("event_date", "filed_on", "paid_on")


@dataclass(frozen=True)
class Triangle:
    """Rupiah and cases of one programme; rows are event months, columns months until the report, the event's own month first.

    What lies after `as_of` is nan in `amounts`, which adds up along a row; `left_out` counts rows of the file without event, report
    or amount, reported before the event, or after `as_of`.
    """

    programme: str
    first: dt.date
    as_of: dt.date
    amounts: NDArray[np.float64]
    cases: int
    left_out: int

    @property
    def months(self) -> int:
        return len(self.amounts)

    @property
    def latest(self) -> NDArray[np.float64]:
        """Rupiah reported until `as_of` of each event month."""
        found: NDArray[np.float64] = np.flip(self.amounts, axis=1).diagonal()
        return found

    @property
    def reported(self) -> int:
        return round(float(self.latest.sum()))

    @property
    def doubts(self) -> tuple[Words, ...]:
        """Why its development should not be relied on; empty where there is no such reason."""
        found = []
        if self.months < RIPE:
            found.append(
                Words(
                    f"belum matang: baru {self.months} bulan kejadian, perlu {RIPE}",
                    f"immature: {self.months} months of events, {RIPE} are needed",
                )
            )
        if self.cases < ENOUGH:
            found.append(
                Words(
                    f"kecil: {self.cases} kasus, di bawah {ENOUGH} satu kasus menentukan",
                    f"small: {self.cases} cases, below {ENOUGH} a single one decides",
                )
            )
        return tuple(found)


def cases_of(path: Path) -> pl.DataFrame:
    """The columns event_date, filed_on, paid_on (days), amount (rupiah) and programme of a Parquet or CSV file.

    Raises:
        Unplannable: the file or a column cannot be used.
    """
    try:
        frame = pl.read_parquet(path) if path.suffix.lower() == ".parquet" else pl.read_csv(path, try_parse_dates=True)
    except (OSError, pl.exceptions.PolarsError):
        told = Words("tidak dapat dibaca sebagai Parquet atau CSV", "cannot be read as Parquet or CSV")
        raise Unplannable([PlanFault(path.name, "", told, COLUMNS)]) from None
    missing = [name for name in NEEDED if name not in frame.columns]
    if not {"filed_on", "paid_on"} & set(frame.columns):
        missing.append("filed_on")
    if missing:
        absent = Words("kolom tidak ada", "the column is not there")
        raise Unplannable([PlanFault(name, "", absent, COLUMNS) for name in missing])
    wrong = [name for name in DAYS if name in frame.columns and not _is_day(frame.schema[name])]
    wrong += [] if frame.schema["amount"].is_numeric() else ["amount"]
    if wrong:
        kind = Words("bukan tanggal atau jumlah rupiah", "holds no days or no rupiah")
        raise Unplannable([PlanFault(name, str(frame.schema[name]), kind, COLUMNS) for name in wrong])
    days = [
        (pl.col(name).cast(pl.Date) if name in frame.columns else pl.lit(None, pl.Date)).alias(name) for name in DAYS
    ]
    programme = pl.col("programme").cast(pl.String) if "programme" in frame.columns else pl.lit("")
    return frame.select(*days, pl.col("amount").cast(pl.Float64), programme.fill_null("").alias("programme"))


COLUMNS = Words(
    "perlu kolom event_date, filed_on atau paid_on, dan amount; programme bila ada",
    "needs the columns event_date, filed_on or paid_on, and amount; programme where there are several",
)


def _is_day(kind: pl.DataType) -> bool:
    return kind in (pl.Date, pl.Null) or isinstance(kind, pl.Datetime)


def triangles(cases: pl.DataFrame, as_of: dt.date) -> tuple[Triangle, ...]:
    """One for each programme that has cases by `as_of`, a day within the last month that is counted."""
    found = (
        _triangle(str(name), frame, as_of)
        for (name,), frame in cases.sort("programme").group_by("programme", maintain_order=True)
    )
    return tuple(one for one in found if one is not None)


def _triangle(programme: str, cases: pl.DataFrame, as_of: dt.date) -> Triangle | None:
    reported = pl.coalesce("filed_on", "paid_on")
    usable = cases.filter(
        pl.col("event_date").is_not_null() & pl.col("amount").is_not_null(),
        reported >= pl.col("event_date"),
        reported <= as_of,
    )
    if usable.is_empty():
        return None
    lag = _month(reported) - _month(pl.col("event_date"))
    cells = usable.select(_month(pl.col("event_date")).alias("event"), lag.alias("lag"), "amount")
    first, last = int(cells["event"].min()), 12 * as_of.year + as_of.month - 1  # type: ignore[arg-type]
    size = last - first + 1
    added = np.zeros((size, size))
    np.add.at(added, (cells["event"].to_numpy() - first, cells["lag"].to_numpy()), cells["amount"].to_numpy())
    amounts = added.cumsum(axis=1)
    rows, columns = np.indices((size, size))
    amounts[rows + columns >= size] = np.nan
    day = dt.date(first // 12, first % 12 + 1, 1)
    return Triangle(programme, day, as_of, amounts, usable.height, cases.height - usable.height)


def _month(day: pl.Expr) -> pl.Expr:
    return day.dt.year().cast(pl.Int64) * 12 + day.dt.month().cast(pl.Int64) - 1
