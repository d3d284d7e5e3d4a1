"""A period of time with one canonical spelling, so that equal periods compare equal however they were written."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from semesta.basics.day import FIRST_YEAR, LAST_YEAR, MONTHS, DayError, day, full_year
from semesta.basics.numbers import tidy

_LONGEST = 100  # characters
_ONE_DAY = dt.timedelta(days=1)


@functools.total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to `end`, both days included; `start` is None where a source says only "up to"."""

    start: dt.date | None
    end: dt.date

    def __post_init__(self) -> None:
        if self.start is not None and self.start > self.end:
            raise ValueError(f"a period that ends before it starts: {self.start}/{self.end}")

    @staticmethod
    def parse(text: str) -> Period:
        """The period that a text means: ISO 8601, Indonesian or English.

        Raises:
            ValueError: nonsense, an end before the start, or a period that says from when but not until when.
        """
        if len(text) > _LONGEST:
            raise ValueError(f"too long for a period: {text[:_LONGEST]!r}…")
        return _parsed(text)

    @staticmethod
    def of(year: int, month: int | None = None) -> Period:
        """A calendar year, or one month of it."""
        if not FIRST_YEAR <= year <= LAST_YEAR or (month is not None and not 1 <= month <= 12):
            raise ValueError(f"no month of the years {FIRST_YEAR} to {LAST_YEAR}: {year}-{month}")
        return Period(dt.date(year, month or 1, 1), _last_day(year, month or 12))

    @property
    def code(self) -> str:
        """ISO 8601, as short as whole years or whole months allow: "2024", "2024-01/2024-07", "../2024-07-17".

        An open period always ends on a day: "../2024" becomes "../2024-12-31".
        """
        if self.start is None:
            return f"../{self.end}"
        length = 10 if self.is_day_precise else 4 if self._is_whole_years else 7
        first, last = self.start.isoformat()[:length], self.end.isoformat()[:length]
        return first if first == last else f"{first}/{last}"

    @property
    def is_day_precise(self) -> bool:
        """Whether it begins or ends within a month."""
        begins_within = self.start is not None and self.start.day != 1
        return begins_within or self.end != _last_day(self.end.year, self.end.month)

    @property
    def _is_whole_years(self) -> bool:
        return self.start is not None and (self.start.month, self.end.month) == (1, 12) and not self.is_day_precise

    @property
    def months(self) -> int | None:
        """How many calendar months; None when the start is open or the months are not whole."""
        if self.start is None or self.is_day_precise:
            return None
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    def overlaps(self, other: Period) -> bool:
        """Whether they share a day; an open period reaches back without end."""
        return self._from <= other.end and other._from <= self.end

    def tiled_by(self, periods: Iterable[Period]) -> bool:
        """Whether the others together are exactly this one, without gap or overlap."""
        return joined(periods) == self

    @property
    def _from(self) -> dt.date:
        return self.start or dt.date.min

    def __lt__(self, other: Period) -> bool:
        """The one that ends first comes first; of two with one end, the one that starts first."""
        return (self.end, self._from) < (other.end, other._from)

    def __str__(self) -> str:
        return self.code


def joined(periods: Iterable[Period]) -> Period | None:
    """The periods as one, when each begins the day after another ends; None with a gap, an overlap, or no period."""
    run = sorted(periods)
    if not run or any(later.start != earlier.end + _ONE_DAY for earlier, later in itertools.pairwise(run)):
        return None
    return Period(run[0].start, run[-1].end)


def _last_day(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


_MONTH_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_LENGTHS = {
    "semester": 6,
    "smt": 6,
    "sm": 6,
    "triwulan": 3,
    "tw": 3,
    "kuartal": 3,
    "quarter": 3,
    "q": 3,
    "caturwulan": 4,
    "h": 6,
}

_LEAD = re.compile(
    r"(?:(?:periode|period|selama|sepanjang|dari|from|antara|bulan|"
    r"anggaran|tahun|thn|th|ta|fy|year|month)\b\.?:?\s*)+"
)
_UP_TO = r"(?:s\.?\s?/?\s?d\.?(?![a-z])|sampai dengan|sampai|hingga|until|up to|through|to)"
_OPEN = re.compile(rf"(?:\.\.\s*/|{_UP_TO})\s*")
_BETWEEN = re.compile(rf"\s+{_UP_TO}\s+|\s*(?:s\.d\.?|s/d)\s*|\s+-+\s+|\s*--\s*")
_YEAR = re.compile(r"[0-9]{4}\Z")
_MONTH = re.compile(r"(?:([0-9]{4})[-/.]([0-9]{1,2})|([0-9]{1,2})[-/.]([0-9]{4})|((?:19|20)[0-9]{2})(0[1-9]|1[0-2]))\Z")
_NAMED_MONTH = re.compile(rf"({_MONTH_NAME})[-/., ']*(?:tahun )?([0-9]{{4}}|[0-9]{{2}})\Z")
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})[-/. ]+({_MONTH_NAME})\Z")
_PART = re.compile(rf"({'|'.join(_LENGTHS)})[-. ]*(?:ke-?)?(iv|iii|ii|i|[1-4])[-/., ]+(?:tahun |ta )?([0-9]{{4}})\Z")
_PART_LAST = re.compile(rf"([0-9]{{4}})[-/. ]+({'|'.join(_LENGTHS)})[-. ]*(iv|iii|ii|i|[1-4])\Z")
_ISO_SHORT = re.compile(r"([0-9]{4})-([0-9]{2})/([0-9]{2})\Z")


@functools.lru_cache(maxsize=4096)
def _parsed(text: str) -> Period:
    plain = re.sub(r"\A([0-9]{4})\.0+\Z", r"\1", tidy(text).lower().replace("tahun ", ""))
    if not plain.startswith(".."):
        plain = plain.strip(" .,;")
    for way in (_open, _single, _pair):
        if (found := way(plain)) is not None:
            return found
    raise ValueError(f"not a period: {text!r}")


def _open(text: str) -> Period | None:
    opened = _OPEN.match(text)
    if not opened:
        return None
    inner = _single(text[opened.end() :])
    return Period(None, inner.end) if inner else None


def _single(text: str) -> Period | None:
    """A year, a month, a part of a year or a day."""
    text = _LEAD.sub("", text, count=1)
    if _YEAR.match(text):
        return Period.of(int(text))
    if month := _MONTH.match(text):
        return Period.of(int(month[1] or month[4] or month[5]), int(month[2] or month[3] or month[6]))
    if named := _NAMED_MONTH.match(text):
        return Period.of(full_year(named[2]), MONTHS[named[1]])
    if named := _YEAR_FIRST.match(text):
        return Period.of(int(named[1]), MONTHS[named[2]])
    if part := _PART.match(text):
        return _part_of_year(int(part[3]), _LENGTHS[part[1]], _ROMAN[part[2]])
    if part := _PART_LAST.match(text):
        return _part_of_year(int(part[1]), _LENGTHS[part[2]], _ROMAN[part[3]])
    return _day(text)


def _part_of_year(year: int, length: int, number: int) -> Period:
    """A half, a third or a quarter of a year."""
    last = length * number
    if last > 12:
        raise ValueError(f"a year has {12 // length} of these, not {number}")
    return Period(Period.of(year, last - length + 1).start, Period.of(year, last).end)


def _day(text: str) -> Period | None:
    if not re.search(r"[-/. a-z]", text):
        return None
    try:
        found = day(text)
    except DayError:
        return None
    # A period has no room for a remark: a day that could also be another one is none.
    return Period(found.value, found.value) if found.doubt is None else None


def _pair(text: str) -> Period | None:
    if short := _ISO_SHORT.match(text):
        text = f"{short[1]}-{short[2]}/{short[1]}-{short[3]}"
    for first, last in _splits(_LEAD.sub("", text, count=1)):
        ends = _single(last)
        begins = _begins(first, last) if ends else None
        if begins and ends and begins.start:
            return Period(begins.start, ends.end)
    return None


def _splits(text: str) -> Iterable[tuple[str, str]]:
    """The ways in which a text may be two moments."""
    for found in (_BETWEEN.search(text), *re.finditer("[-/]", text)):
        if found:
            yield text[: found.start()].strip(), text[found.end() :].strip()


def _begins(first: str, last: str) -> Period | None:
    """The first moment, which may leave out what the last one says: "Januari – Juli 2024", "1 – 17 Juli 2024"."""
    words = last.split()
    for left_out in range(len(words)):
        found = _single(" ".join([first, *words[len(words) - left_out :]]))
        if found:
            return found
    return None
