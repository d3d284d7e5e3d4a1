"""Where and when people were born and the NIK this gives them, without two people ever getting the same.

A NIK is district of first registration, birth date (day + 40 for women), serial. Serials here begin at 8001: in no district are
eight thousand children of one day registered, so no NIK made here is that of a real person, though it is well formed.

People are dealt out like cards: a shuffle gives each a place in his regency, the place gives district and date, and what
is left over is the rank among those of the same district and date, from which the serial is made. So a NIK needs no memory of
those given before, and any person can be made alone.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from semesta.synth.days import DAYS_OF_YEAR, calendar_parts, day_number
from semesta.synth.draws import Bools, Draws, Floats, Ints
from semesta.synth.plan import Plan
from semesta.synth.shuffle import Shuffle

FIRST_SERIAL = 8001
_REGISTERED_HERE = 0.86
_SLOTS = np.array([0.0, 0.2, 0.38, 0.52, 0.64, 0.74, 0.84, 0.92, 1.0])
"""Where the slots of people registered elsewhere begin, as shares of them."""

_LOW, _SPREAD, _OWN_END, _PER_SLOT = 399, 997, 9400, 75
_OLDEST, _YOUNGEST = 79, 18


class TooManyPeople(ValueError):
    """A place was given more people than there are synthetic serials."""


@dataclass(frozen=True, slots=True)
class Registered:
    """By person: district of first registration as a number (367201), born as days since 1970, serial of the NIK."""

    district: Ints
    born: Ints
    serial: Ints

    def nik(self, is_man: Bools) -> Ints:
        """The NIK as a number of 16 digits."""
        year, month, day = calendar_parts(self.born)
        date = (day + np.where(is_man, 0, 40)) * 10_000 + month * 100 + year % 100
        return (self.district * 1_000_000 + date) * 10_000 + self.serial


class Identities:
    """The registration of any person of a plan, aged 18 to 79 on the day `as_of`."""

    def __init__(self, plan: Plan, draws: Draws, as_of: dt.date) -> None:
        self._plan, self._draws = plan, draws
        self._shuffle = Shuffle(draws, "identity")
        self._dates, self._steps = _births(as_of)

    def registered(self, regency: Ints, person: Ints) -> Registered:
        """District, birth date and serial of persons numbered within their regencies.

        Raises:
            TooManyPeople: some district and date holds more people than there are serials.
        """
        people = (self._plan.persons + self._plan.outside)[regency]
        here = np.floor(people * _REGISTERED_HERE).astype(np.int64)
        place = self._shuffle.place(person, people)
        is_here = place < here
        own = self._own(regency, place, here)
        far = self._elsewhere(regency, place - here, people - here)
        district, slot = np.where(is_here, own[0], far[0]), np.where(is_here, -1, far[3])
        rank_in, size = np.where(is_here, own[1], far[1]), np.where(is_here, own[2], far[2])
        date, rank = self._date(regency, person, rank_in, size)
        return Registered(district, self._dates[date], self._serial(district, date, rank, slot))

    def _own(self, regency: Ints, place: Ints, here: Ints) -> tuple[Ints, Ints, Ints]:
        """District of the own regency, rank in it, and how many it registered."""
        districts = self._plan.districts[regency]
        size = np.maximum(here, 1)
        nth = np.minimum(place * districts // size, districts - 1)
        start, end = -(-nth * here // districts), -(-(nth + 1) * here // districts)
        district = self._plan.district_codes[self._plan.first_district[regency] + nth]
        return district, place - start, end - start

    def _elsewhere(self, regency: Ints, place: Ints, size: Ints) -> tuple[Ints, Ints, Ints, Ints]:
        """District of another regency, rank among those from here, how many they are, and the slot."""
        slot = np.searchsorted(_SLOTS, (place + 0.5) / np.maximum(size, 1), side="right").clip(1, 8) - 1
        start, end = (np.ceil(size * _SLOTS[slot + k] - 0.5).astype(np.int64) for k in (0, 1))
        return self._plan.elsewhere[regency, slot], place - start, np.maximum(end - start, 1), slot

    def _date(self, regency: Ints, person: Ints, rank: Ints, size: Ints) -> tuple[Ints, Ints]:
        """The number of the birth date, spread over all dates by their weights, and the rank among those born on it."""
        spread = (rank + self._draws.unit("birth", regency * 2**40 + person)) / np.maximum(size, 1)
        date = np.searchsorted(self._steps, spread, side="right") - 1
        date = date.clip(0, len(self._dates) - 1)
        return date, np.maximum(rank - np.floor(self._steps[date] * size).astype(np.int64), 0)

    def _serial(self, district: Ints, date: Ints, rank: Ints, slot: Ints) -> Ints:
        """Half of the serials run from the first one up, as those of real people do; the others are spread."""
        if ((rank >= 2 * _LOW) | ((slot >= 0) & (rank >= _PER_SLOT))).any():
            raise TooManyPeople
        cell = self._draws.words("serial", district * 100_000 + date)
        half = rank // 2
        is_low = ((rank + (cell & np.uint64(1)).astype(np.int64)) & 1) == 0
        offset = ((cell >> np.uint64(1)) % np.uint64(_SPREAD)).astype(np.int64)
        spread = FIRST_SERIAL + _LOW + (half * 337 + offset) % _SPREAD
        own = np.where(is_low, FIRST_SERIAL + half, spread)
        return np.where(slot >= 0, _OWN_END + np.maximum(slot, 0) * _PER_SLOT + rank, own)


def _births(as_of: dt.date) -> tuple[Ints, Floats]:
    """All birth dates of working people as days since 1970, and the share of people born before each."""
    first = day_number(dt.date(as_of.year - _OLDEST, 1, 1))
    last = day_number(dt.date(as_of.year - _YOUNGEST, as_of.month, 1))
    dates = np.arange(first, last, dtype=np.int64)
    age = (day_number(as_of) - dates) / DAYS_OF_YEAR
    weight = np.interp(
        age, [18, 24, 32, 45, 55, 62, 65, 65.01, 70, 79], [0.5, 1, 1.2, 1.2, 0.9, 0.6, 0.35, 0.1, 0.06, 0.01]
    )
    _, month, day = calendar_parts(dates)
    for (its_month, its_day), of_year in _HEAPED.items():
        weight[(month == its_month) & (day == its_day)] *= 1 + of_year * 365
    return dates, np.concatenate([[0.0], np.cumsum(weight / weight.sum())[:-1]])


_HEAPED = {(1, 1): 0.03, (12, 31): 0.008, (7, 1): 0.004, (8, 17): 0.002}
"""Days that stand in registers for unknown ones, by the share of a year's births that has them."""
