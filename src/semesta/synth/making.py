"""All tables of a place, chunk by chunk: lists, extract, payments, claims, deaths, families, and the truth about them.

The same seed gives the same rows whatever the size of the chunks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl

from semesta.basics.places import PLACES, PlaceList
from semesta.synth import findings
from semesta.synth.claims import claims
from semesta.synth.damage import OF_LEVEL, Level
from semesta.synth.dead import deaths_listed
from semesta.synth.draws import Ints
from semesta.synth.families import households
from semesta.synth.lists import Lists
from semesta.synth.memberships import memberships
from semesta.synth.payments import payments
from semesta.synth.people import Register
from semesta.synth.plan import plan

AS_OF = dt.date(2025, 12, 31)
CHUNK = 100_000

TRUTH = ("truth_workers", "truth_participants", "truth_deaths", "truth_households", "truth_findings")
"""Tables that no office has: which person stands behind each row, and everything planted to be found."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made: the rows of the list of workers, of the extract, how many workers are members, how bad the lists are.

    participants: rows of the extract; None for two thirds more than the members on lists.
    months: of payments up to the day of the data.
    """

    place: str
    workers: int
    seed: int
    participants: int | None = None
    coverage: float = 0.6
    damage: Level = "real"
    as_of: dt.date = AS_OF
    months: int = 24


def made(wish: Wish, *, places: PlaceList = PLACES, chunk: int = CHUNK) -> Iterator[tuple[str, pl.DataFrame]]:
    """Name and rows of each table, in chunks made of so many persons or rows.

    Raises:
        NoRegency, TooFewParticipants: what is wished for cannot be.
        TooManyPeople: more people than the serials of synthetic NIKs can tell apart.
    """
    register = made_register(wish, places)
    lists = Lists(register, OF_LEVEL[wish.damage], places)
    for rows in _chunks(register.plan.rows, chunk):
        yield from _of_workers(lists, rows)
    for slots in _chunks(register.plan.slots, chunk):
        yield from _of_participants(lists, slots, wish.months)
    for numbers in _chunks(int(register.plan.first_person[-1]), chunk):
        yield from _of_people(lists, numbers)


def made_register(wish: Wish, places: PlaceList = PLACES) -> Register:
    """The people wished for, of whom any can be asked for."""
    asked = plan(
        wish.place, places=places, workers=wish.workers, coverage=wish.coverage, participants=wish.participants
    )
    return Register(asked, seed=wish.seed, as_of=wish.as_of)


def _chunks(total: int, size: int) -> Iterator[Ints]:
    for start in range(0, total, size):
        yield np.arange(start, min(start + size, total), dtype=np.int64)


def _of_workers(lists: Lists, rows: Ints) -> Iterator[tuple[str, pl.DataFrame]]:
    register = lists.register
    made_rows, people, is_second = lists.workers(rows)
    held = memberships(register, people, np.zeros(len(rows), dtype=bool))
    first, second = register.slots_of(people.regency, people.person)
    truth = made_rows.truth.with_columns(
        participant_id=_ids(first), second_participant_id=_ids(second), is_member=pl.Series(people.is_member)
    )
    yield "workers", made_rows.frame
    yield "truth_workers", truth
    has_two = register.has_two_rows(people.regency, people.person)
    yield "truth_findings", findings.of_workers(register, made_rows, people, held.died.is_dead, is_second | has_two)


def _of_participants(lists: Lists, slots: Ints, months: int) -> Iterator[tuple[str, pl.DataFrame]]:
    register = lists.register
    rows, people, held = lists.participants(slots)
    cases = claims(register, people, held, rows)
    _, second = register.slots_of(people.regency, people.person)
    yield "participants", rows.frame
    yield "truth_participants", rows.truth
    yield "payments", payments(register, people, held, rows, last=months)
    yield "claim_cases", cases.frame
    yield "truth_findings", findings.of_participants(register, rows, people, held, second >= 0)
    yield "truth_findings", findings.of_claims(cases)


def _of_people(lists: Lists, numbers: Ints) -> Iterator[tuple[str, pl.DataFrame]]:
    regency, person = lists.register.of_number(numbers)
    dead = deaths_listed(lists, regency, person)
    yield "deaths", dead.frame
    yield "truth_deaths", dead.truth
    is_listed = person < lists.register.plan.persons[regency]
    families = households(lists, regency[is_listed], person[is_listed])
    yield "households", families.frame
    yield "truth_households", families.truth


def _ids(slots: Ints) -> pl.Series:
    """Participant ids; null for none."""
    return pl.Series(slots + 1).cast(pl.String).set(pl.Series(slots < 0), None)
