"""A day, in every form a spreadsheet holds one.

The day comes before the month, as in Indonesia, wherever both are possible.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from semesta.basics.numbers import is_error_cell, is_no_value, tidy

Doubt = Literal["month_first", "weekday", "short_year"]
Cause = Literal[
    "text",
    "impossible",
    "out_of_range",
    "only_year",
    "only_month",
    "time",
    "number",
    "boolean",
    "error_cell",
    "no_value",
]


class DayError(ValueError):
    """What stands there is no day; `cause` says what it looks like instead."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(cause)
        self.cause: Cause = cause


@dataclass(frozen=True, slots=True)
class Day:
    """A day as read. `doubt`: it was written month first, its weekday is another, or its century was left out.

    `short_year`: its year was written with two digits, whether that is doubtful or not.
    """

    value: dt.date
    doubt: Doubt | None = None
    short_year: bool = False


FIRST_YEAR, LAST_YEAR = 1900, 2100

# No day is written longer than this; what is longer is not looked through.
_LONGEST = 100

_NAMES: dict[int, str] = {
    1: "januari january jan",
    2: "februari pebruari february feb peb",
    3: "maret march mar mrt",
    4: "april apr",
    5: "mei may",
    6: "juni june jun",
    7: "juli july jul",
    8: "agustus august agt ags agu agst agus aug",
    9: "september sept sep",
    10: "oktober october okt oct",
    11: "november nopember nov nop",
    12: "desember december des dec",
}
MONTHS: dict[str, int] = {name: month for month, names in _NAMES.items() for name in names.split()}
"""Names and abbreviations of months, Indonesian and English, in lower case."""

_WEEKDAYS = [
    "senin monday sen mon",
    "selasa tuesday sel tue tues",
    "rabu wednesday rab wed",
    "kamis thursday kam thu thur thurs",
    "jumat jum'at friday jum fri",
    "sabtu saturday sab sat",
    "minggu ahad sunday min sun",
]
_WEEKDAY = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}

_TIME = (
    r"(?:[ t,]+(?:pukul |jam )?[0-2]?[0-9][:.][0-5][0-9](?:[:.][0-5][0-9](?:[.,][0-9]+)?)?"
    r"\s*(?:am|pm|wib|wita|wit|z|[+-][0-9:]+)?)?"
)
_ISO = re.compile(r"([0-9]{4})([-/. ])([0-9]{1,2})\2([0-9]{1,2})" + _TIME + r"\Z")
_NUMERIC = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})" + _TIME + r"\Z")
_NAMED = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[-/., ]*([a-z]+)[-/., ']*([0-9]{4}|[0-9]{2})" + _TIME + r"\Z")
_MONTH_FIRST = re.compile(r"([a-z]+)[-. ]*([0-9]{1,2})(?:st|nd|rd|th)?[-, ]+([0-9]{4})" + _TIME + r"\Z")
_ONLY_MONTH = re.compile(
    r"(?:([a-z]+)[-/., ']*(?:[0-9]{4}|[0-9]{1,2})?|[0-9]{1,2}[-/.][0-9]{4}|[0-9]{4}[-/.][0-9]{1,2})\Z"
)
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])\Z")
_PREFIX = re.compile(r"(?:(?:tanggal|tgl|hari|per|posisi)\b\.?:?\s*)+")
_WEEKDAY_FIRST = re.compile(r"([a-z']+)(?:,\s*|\s+|\s*/\s*)(?=[0-9a-z])")
_LONE_NUMBER = re.compile(r"[0-9]+(?:[.,]0*)?\Z")

# Excel counts days from here once its 29 February 1900, which never was, is behind: from 1 March 1900 on.
_EXCEL_EPOCH = dt.date(1899, 12, 30)
# Smaller numbers are counts, years or ages that slipped into the column: 10,000 is in May 1927.
_FIRST_SERIAL, _LAST_SERIAL = 10_000, (dt.date(LAST_YEAR, 12, 31) - _EXCEL_EPOCH).days


def day(cell: object) -> Day:
    """The day that a cell says: date cells, Excel's serial numbers, and text in Indonesian, English and ISO forms.

    Two digits of a year are 2000 to 2049 and 1950 to 1999.

    Raises:
        DayError: no day, one that never was, or one outside 1900 to 2100.
    """
    if isinstance(cell, dt.datetime):
        return Day(_in_range(cell.date()))
    if isinstance(cell, dt.date):
        return Day(_in_range(cell))
    if isinstance(cell, str):
        return _of_text(tidy(cell).lower() if len(cell) <= _LONGEST else cell[:_LONGEST])
    if isinstance(cell, bool):
        raise DayError("boolean")
    if isinstance(cell, int | float):
        return Day(_of_number(cell))
    raise DayError("time" if isinstance(cell, dt.time | dt.timedelta) else "text")


def _in_range(value: dt.date) -> dt.date:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise DayError("out_of_range")
    return value


def _of_number(number: float) -> dt.date:
    """A serial of Excel, its time of day left off; or 20240717."""
    if _FIRST_SERIAL <= number < _LAST_SERIAL + 1:
        return _EXCEL_EPOCH + dt.timedelta(days=int(number))
    if abs(number) < 10**9 and number == int(number):
        compact = _COMPACT.match(str(int(number)))
        if compact:
            return _made(int(compact[1]), int(compact[2]), int(compact[3]))
        if FIRST_YEAR <= number <= LAST_YEAR:
            raise DayError("only_year")
    raise DayError("number")


def _of_text(text: str) -> Day:
    if is_error_cell(text):
        raise DayError("error_cell")
    if not text or is_no_value(text):
        raise DayError("no_value")
    if _LONE_NUMBER.match(text):
        return Day(_of_number(float(text.replace(",", ".")) if len(text) < 20 else 0))
    weekday, bare = _without_weekday(_PREFIX.sub("", text, count=1))
    found = _written(bare)
    if weekday is not None and found.value.weekday() != weekday:
        return Day(found.value, "weekday", found.short_year)
    return found


def _without_weekday(text: str) -> tuple[int | None, str]:
    first = _WEEKDAY_FIRST.match(text)
    if first and first[1] in _WEEKDAY:
        return _WEEKDAY[first[1]], _PREFIX.sub("", text[first.end() :], count=1)
    return None, text


def _written(text: str) -> Day:
    if iso := _ISO.match(text):
        return Day(_made(int(iso[1]), int(iso[3]), int(iso[4])))
    if numeric := _NUMERIC.match(text):
        return _of_three_numbers(int(numeric[1]), int(numeric[3]), numeric[4])
    if (named := _NAMED.match(text)) and named[2] in MONTHS:
        return Day(_made(full_year(named[3]), MONTHS[named[2]], int(named[1])), _short(named[3]), len(named[3]) == 2)
    if (english := _MONTH_FIRST.match(text)) and english[1] in MONTHS:
        return Day(_made(int(english[3]), MONTHS[english[1]], int(english[2])))
    month = _ONLY_MONTH.match(text)
    raise DayError("only_month" if month and (month[1] is None or month[1] in MONTHS) else "text")


def _of_three_numbers(first: int, second: int, year: str) -> Day:
    if second > 12 >= first >= 1:
        return Day(_made(full_year(year), first, second), "month_first", len(year) == 2)
    return Day(_made(full_year(year), second, first), _short(year), len(year) == 2)


def full_year(year: str) -> int:
    """The year of four digits or of two."""
    return int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 50 else 1900)


def _short(year: str) -> Doubt | None:
    # Only where the century could truly be the other one: nobody writes 1924 or 2076 of social security.
    return "short_year" if len(year) == 2 and not 0 <= int(year) <= 45 else None


def _made(year: int, month: int, day_of_month: int) -> dt.date:
    try:
        return _in_range(dt.date(year, month, day_of_month))
    except DayError:
        raise
    except ValueError:
        raise DayError("impossible") from None
