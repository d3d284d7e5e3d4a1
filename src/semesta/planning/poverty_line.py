"""Poverty lines as BPS publishes them, in rupiah per person and month: the nearest one to a year, of a place or of what it lies in."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from semesta.basics.places import PLACES, PlaceList


@dataclass(frozen=True, slots=True)
class PovertyLine:
    """Rupiah per person and month that a household has to spend not to be counted as poor.

    `place` is "" for the user's own; `month` is that of the survey, "2024-03". `source` can be cited, `seen` is the page it was
    seen on; `flag` is doubtful, rounded, derived or "".
    """

    place: str
    month: str
    amount: int
    source: str
    flag: str = ""
    seen: str = ""


@cache
def poverty_lines() -> tuple[PovertyLine, ...]:
    text = files("semesta.planning.assumptions").joinpath("poverty_lines.csv").read_text(encoding="utf-8")
    return tuple(
        PovertyLine(row["code"], row["month"], int(row["line"]), row["source"], row["flag"], row["seen"])
        for row in csv.DictReader(text.splitlines())
    )


def poverty_line(place: str, year: int, places: PlaceList = PLACES) -> PovertyLine | None:
    """The line of the place whose survey is nearest to the March of a year, else that of what it lies in; None without any.

    Lines of two places are never mixed, and none is carried forward by a price index: the reader is told its month.
    """
    while place:
        known = [line for line in poverty_lines() if line.place == place]
        if known:
            return min(known, key=lambda line: (abs(_months(line.month) - (12 * year + 3)), line.month))
        place = places.parent(place)
    return None


def _months(text: str) -> int:
    year, month = text.split("-")
    return 12 * int(year) + int(month)
