"""Days as days since 1970 and months as year × 12 + month − 1: whole numbers, so that columns of them are reckoned with."""

from __future__ import annotations

import datetime as dt

import numpy as np

from semesta.synth.draws import Ints

DAYS_OF_YEAR = 365.25


def day_number(day: dt.date) -> int:
    """A day as days since 1970."""
    return (day - dt.date(1970, 1, 1)).days


def month_number(day: dt.date) -> int:
    """The month of a day."""
    return day.year * 12 + day.month - 1


def calendar_parts(days: Ints) -> tuple[Ints, Ints, Ints]:
    """Year, month and day of days."""
    date = days.astype("datetime64[D]")
    years, months = date.astype("datetime64[Y]"), date.astype("datetime64[M]")
    return (
        years.astype(np.int64) + 1970,
        (months - years.astype("datetime64[M]")).astype(np.int64) + 1,
        (date - months.astype("datetime64[D]")).astype(np.int64) + 1,
    )


def month_of(days: Ints) -> Ints:
    """The month of days."""
    months: Ints = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1970 * 12
    return months


def first_day(month: Ints) -> Ints:
    """The first day of months."""
    days: Ints = (month - 1970 * 12).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return days


def age_on(born: Ints, day: Ints) -> Ints:
    """Full years of age on a day."""
    (its_year, its_month, its_day), (year, month, of_month) = calendar_parts(born), calendar_parts(day)
    return year - its_year - (month * 100 + of_month < its_month * 100 + its_day)
