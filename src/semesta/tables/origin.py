"""Where the figures of a round come from when lists of people were among its files: what was kept, counted, and put aside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from semesta.basics.words import Words

Level = Literal["none", "recap", "counts", "extract", "paid", "returned", "linked"]
"""How it is known who is a member: not at all, from bills per account, from counts that were given, from a list of participants
alone, from our own list beside payments, from our own list that BPJS returned with a status, or from lists linked by person."""

PURPOSE = Words(
    "monitoring dan evaluasi jaminan sosial ketenagakerjaan", "monitoring and evaluation of employment social security"
)
MONTHS_KEPT = 24
"""How long a list of people is kept unless something else is decided; the summaries stay."""


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list of people that was read: from whom, for what, and until when it may be kept."""

    file: str
    table: str
    rows: int
    sha256: str
    delete_on: dt.date
    senders: tuple[str, ...] = ()
    purpose: Words = PURPOSE


@dataclass(frozen=True, slots=True)
class LinkSummary:
    """What linking workers with participants came to, in persons; the shares are of the persons on the lists.

    niks_apart: persons whose rows have whole NIKs that are no slip of each other.
    """

    persons: int
    participants: int
    matched: int
    registered_share: float | None
    low: float | None
    high: float | None
    niks_apart: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A line of a reckoning of people: so many more or fewer, or, where `is_sum`, what the lines above come to."""

    what: Words
    number: int
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Exposure:
    """Who was covered in a year under one place, office, segment and source of money, as the lists tell: counts alone.

    first, last: the first and last month of the year that the payments hold (year × 12 + month); None without payments.
    paid: months of cover paid for, each person and month once. None without payments.
    unpaid: months in which cover went on unpaid, after a month that was paid.
    ages: by sex ("L", "P", "") and first age of a band of five years the months paid; without payments the persons active on
        the day. Who has no birth date is in none.
    since_entry: months paid by month since entry, the first to the twelfth, and last all later ones; () where entry is not known.
    deaths: claims of JKM for events of the year, counted alike.
    """

    year: int
    place: str
    office: str
    segment: str
    funding: str
    first: int | None = None
    last: int | None = None
    paid: int | None = None
    unpaid: int = 0
    ages: tuple[tuple[str, int, int], ...] = ()
    since_entry: tuple[int, ...] = ()
    deaths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """What was made of the lists of a round.

    given: by table, how many of its rows were given; the rows after them were counted from lists.
    derived: by table, how many rows were counted from lists and stand in figures.
    outweighed: by table, how many rows were counted and left out, because a given total says the same or more.
    elsewhere: people on the lists who live outside the place of the round; they enter no figure.
    state_unknown: members of whom nothing tells whether they are active.
    to_act: by finding about people, how many rows it lists; None where it could not be looked at.
    reckonings: how rows of lists come to the numbers of people in the report, and those to the rows of lists to act on.
    not_looked_at: by finding, the tables without which it could not be; "billing|payments" is either.
    exposures: who was covered, for what plans and pools expect of them.
    """

    level: Level
    lists: tuple[KeptList, ...] = ()
    given: Mapping[str, int] = field(default_factory=dict)
    derived: Mapping[str, int] = field(default_factory=dict)
    outweighed: Mapping[str, int] = field(default_factory=dict)
    link: LinkSummary | None = None
    elsewhere: int = 0
    state_unknown: int = 0
    to_act: Mapping[str, int | None] = field(default_factory=dict)
    not_looked_at: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reckonings: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)
    exposures: tuple[Exposure, ...] = ()
