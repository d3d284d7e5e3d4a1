"""How many people each regency gets: on lists, twice on lists, members, and people nobody lists.

All counts are settled beforehand, so that any person of any regency can be made alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from semesta.basics.places import PlaceList
from semesta.synth.draws import Bools, Floats, Ints
from semesta.synth.work import covered_shares, group_shares

TWICE_ON_LISTS = 0.03
"""Share of worker rows that are the second row of a person."""

TWICE_MEMBERS = 0.025
"""Share of participant rows that are the second membership of a person."""

ELSEWHERE = 8
"""Slots of regencies in which people of a regency may have been registered first; each serves another regency in each."""

_DISTRICT_OF_CITY = 2.2
_JAVA = {"31", "32", "33", "34", "35", "36"}
_DISTRICT_OF_JAVA = 2.5


class NoRegency(ValueError):
    """The place holds no regency, so that nobody can live in it."""


class TooFewParticipants(ValueError):
    """Fewer participants were wished for than there are members on lists, of whom there are `least`."""

    def __init__(self, least: int) -> None:
        super().__init__(least)
        self.least = least


@dataclass(frozen=True)
class Plan:
    """Counts by regency, in the order of `codes`; what has two axes is by regency and group of `works()`.

    persons: people on lists; twice: those of them with two rows; outside: members in nobody's list
    members: people on lists who are members; doubles: people with two memberships
    first_row, first_slot: where a regency's worker rows and participant rows begin
    """

    codes: Ints
    is_city: Bools
    districts: Ints
    first_district: Ints
    district_codes: Ints
    elsewhere: Ints
    persons: Ints
    twice: Ints
    outside: Ints
    groups: Ints
    covered: Ints
    doubles: Ints
    first_row: Ints
    first_slot: Ints

    @property
    def rows(self) -> int:
        return int(self.first_row[-1])

    @property
    def slots(self) -> int:
        return int(self.first_slot[-1])

    @cached_property
    def members(self) -> Ints:
        members: Ints = self.covered.sum(axis=1)
        return members

    @cached_property
    def first_person(self) -> Ints:
        """Where the people of each regency begin when all are counted through; the last number is how many there are."""
        return _starts(self.persons + self.outside)


def plan(
    place: str, *, places: PlaceList, workers: int, coverage: float = 0.6, participants: int | None = None
) -> Plan:
    """The plan for so many worker rows in a place, whether regency, province or the nation.

    Args:
        workers: rows of the list of workers, persons and second rows together.
        coverage: the share of the persons on lists who are members.
        participants: rows of the extract; by default two thirds more than the members on lists.

    Raises:
        NoRegency: nobody can live in the place.
        TooFewParticipants: fewer are asked for than the coverage needs.
    """
    codes = _regencies(place, places)
    weights = np.array([_weight(code, places) for code in codes])
    rows = _split(workers, weights)
    twice = np.floor(rows * TWICE_ON_LISTS + 0.5).astype(np.int64)
    persons = rows - twice
    is_city = np.array([int(code[3:5]) > 70 for code in codes])
    groups, covered = _by_group(persons, is_city, coverage)
    members = covered.sum(axis=1)
    slots = _slots(int(members.sum()), participants, weights, members)
    doubles = np.minimum(np.floor(slots * TWICE_MEMBERS + 0.5).astype(np.int64), slots - members)
    return Plan(
        codes=np.array([int(code.replace(".", "")) for code in codes]),
        is_city=is_city,
        **_districts(codes, places),
        elsewhere=_elsewhere(codes, places),
        persons=persons,
        twice=twice,
        outside=slots - members - doubles,
        groups=groups,
        covered=covered,
        doubles=doubles,
        first_row=_starts(rows),
        first_slot=_starts(slots),
    )


def _regencies(place: str, places: PlaceList) -> list[str]:
    wanted = "ID" if place == "00" else place
    found = [p.code for p in places if places.level(p.code) == "regency" and places.is_within(p.code, wanted)]
    if not found:
        raise NoRegency(place)
    return found


def _weight(code: str, places: PlaceList) -> float:
    """How many workers live there, roughly: districts of cities and of Java hold more people."""
    per_district = (_DISTRICT_OF_CITY if int(code[3:5]) > 70 else 1.0) * (
        _DISTRICT_OF_JAVA if code[:2] in _JAVA else 1.0
    )
    return len(places.regions(code)) * per_district


def _split(total: int, weights: Floats) -> Ints:
    """Whole parts of a total in proportion; they add up to it."""
    steps = np.floor(np.cumsum(weights) / weights.sum() * total + 0.5).astype(np.int64)
    parts: Ints = np.diff(steps, prepend=0)
    return parts


def _by_group(persons: Ints, is_city: Bools, coverage: float) -> tuple[Ints, Ints]:
    """People on lists and members among them, by regency and group."""
    groups, covered = [], []
    for count, city in zip(persons, is_city, strict=True):
        shares = group_shares(bool(city))
        of_group = _split(int(count), shares)
        wanted = of_group * covered_shares(shares, coverage)
        groups.append(of_group)
        covered.append(np.minimum(_split(round(float(wanted.sum())), np.maximum(wanted, 1e-12)), of_group))
    return np.array(groups), np.array(covered)


def _slots(members: int, participants: int | None, weights: Floats, by_place: Ints) -> Ints:
    """Participant rows by regency: the members on lists, people outside, and second memberships."""
    if participants is None:
        return by_place + np.floor(by_place * 2 / 3 + 0.5).astype(np.int64)
    if participants < members:
        raise TooFewParticipants(members)
    return by_place + _split(participants - members, weights)


def _districts(codes: list[str], places: PlaceList) -> dict[str, Ints]:
    by_place = [[int(d.code.replace(".", "")) for d in places.regions(code)] for code in codes]
    counts = np.array([len(found) for found in by_place])
    return {
        "districts": counts,
        "first_district": _starts(counts)[:-1],
        "district_codes": np.array([code for found in by_place for code in found]),
    }


def _elsewhere(codes: list[str], places: PlaceList) -> Ints:
    """For each regency and slot the first district of another regency: three of its own province, the rest from afar.

    In one slot no two regencies share another one, so that serials given in a slot are given once.
    """
    every = [p.code for p in places if places.level(p.code) == "regency"]
    own = {code: [p for p in every if p[:2] == code[:2]] for code in every}
    found = []
    for code in codes:
        near, at, far = own[code], own[code].index(code), every.index(code)
        slots = [near[(at + step) % len(near)] for step in (1, 2, 3)]
        slots += [every[(far + step) % len(every)] for step in (37, 101, 211, 307, 419)]
        districts = [places.regions(slot) for slot in slots]
        found.append([int(d[0].code.replace(".", "")) for d in districts])
    return np.array(found)


def _starts(counts: Ints) -> Ints:
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
