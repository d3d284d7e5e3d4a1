"""Scholarships still to be paid for children of known deaths and total disabilities."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from semesta.basics.words import Words
from semesta.law.faults import NoLawOnDate
from semesta.law.law import LAW, Law
from semesta.law.scholarship.calendar import FIRST_MONTH, school_years
from semesta.law.scholarship.children import Child, table
from semesta.law.scholarship.rules import LEVELS
from semesta.planning.reserves.ratios import Key

REASONS: Mapping[str, Words] = {
    "event_later": Words("kejadiannya sesudah tanggal hitung", "the event is after the day counted"),
    "before_law": Words(
        "kejadian sebelum ada beasiswa tahunan (2 Desember 2019)", "events before yearly scholarships (2 December 2019)"
    ),
    "ended": Words("sudah menikah, bekerja atau berhenti sekolah", "married, working or no longer at school"),
    "too_few_months": Words("masa iur kurang dari yang disyaratkan JKM", "fewer months contributed than JKM asks for"),
    "over": Words("melebihi jumlah anak menurut hukum", "beyond the number of children by law"),
    "nothing_left": Words(
        "tidak ada tahun sekolah lagi, atau sudah mencapai usia akhir", "no school year left, or past the last age"
    ),
}
"""Why a child of the list is not counted, the first that holds."""
CLASSES = {"SMP": 6, "SMA": 9}
"""Classes before a level where they are counted through from the first of SD."""


@dataclass(frozen=True, slots=True)
class Pupil:
    """A child of a claim as it was on a day: `as_of`, or the day of the event."""

    claim: str
    event: dt.date
    level: str
    year: int | None = None
    born: dt.date | None = None
    as_of: dt.date | None = None
    programme: str = ""
    months_paid: int | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A year that begins in July of `begins` and pays whole rupiah by the law of that day; `is_own` within the child's own level."""

    begins: int
    level: str
    amount: int
    is_own: bool
    verified: bool


@dataclass(frozen=True, slots=True)
class Paid:
    """A child that is still to be paid, for which years, and the level it is at on the day counted."""

    pupil: Pupil
    level: str
    years: tuple[SchoolYear, ...]

    @property
    def most(self) -> int:
        return sum(year.amount for year in self.years)

    @property
    def least(self) -> int:
        return sum(year.amount for year in self.years if year.is_own)


@dataclass(frozen=True, slots=True)
class Outstanding:
    """School years that begin after a day, in rupiah and not discounted.

    `least` if each child ends with its level, `most` if it goes on to the last. `left_out` counts children by REASONS.
    """

    as_of: dt.date
    paid: tuple[Paid, ...]
    left_out: Mapping[str, int]

    @property
    def children(self) -> int:
        return len(self.paid)

    @property
    def least(self) -> int:
        return sum(one.least for one in self.paid)

    @property
    def most(self) -> int:
        return sum(one.most for one in self.paid)

    @property
    def verified(self) -> bool:
        """Whether all of the law that was used is verified."""
        return all(year.verified for one in self.paid for year in one.years)

    @property
    def unsure(self) -> Mapping[str, int]:
        """How many children lack what the years left depend on: the year of their level, the day of birth, the months contributed."""
        pupils = [one.pupil for one in self.paid]
        found = {
            "year": sum(pupil.year is None for pupil in pupils),
            "born": sum(pupil.born is None for pupil in pupils),
            "months_paid": sum(pupil.months_paid is None and pupil.programme != "JKK" for pupil in pupils),
        }
        return {name: count for name, count in found.items() if count}

    def by_year(self) -> list[tuple[int, int, int]]:
        """By the year of payment, in which a school year begins: the least and the most."""
        found: dict[int, list[int]] = defaultdict(lambda: [0, 0])
        for year in (year for one in self.paid for year in one.years):
            found[year.begins][1] += year.amount
            found[year.begins][0] += year.amount if year.is_own else 0
        return [(year, least, most) for year, (least, most) in sorted(found.items())]

    def by_level(self) -> list[tuple[str, int, int, int]]:
        """By level now: children, the least and the most."""
        levels: dict[str, list[Paid]] = defaultdict(list)
        for one in self.paid:
            levels[one.level].append(one)
        return [
            (level, len(ones), sum(one.least for one in ones), sum(one.most for one in ones))
            for level in LEVELS
            if (ones := levels[level])
        ]

    def of_claims(self, keys: Mapping[str, Key], of: Key, start: dt.date, end: dt.date) -> tuple[int, int]:
        """At least and at most, of events in a time, of the claims that have this programme and segment."""
        those = [one for one in self.paid if start <= one.pupil.event <= end and keys.get(one.pupil.claim) == of]
        return sum(one.least for one in those), sum(one.most for one in those)


def pupils_of(frame: pl.DataFrame) -> list[Pupil]:
    """The rows of the table `scholarship_children`; a class counted through from SD is the year of its level."""
    rows = frame.select(
        "claim", "event_date", "level", "year", "birth_date", "as_of", "programme", "months_paid", "ended"
    )
    return [
        Pupil(claim, event, level, _year(level, year), born, as_of, programme or "", months, bool(ended))
        for claim, event, level, year, born, as_of, programme, months, ended in rows.iter_rows()
    ]


def _year(level: str, said: int | None) -> int | None:
    before = CLASSES.get(level, 0)
    return said - before if said is not None and said > before > 0 else said or None


def outstanding(pupils: Iterable[Pupil], as_of: dt.date, law: Law = LAW) -> Outstanding:
    """What is still to be paid after a day; of each claim the children with the most left, as many as the law pays.

    How many, up to what age and for how many years is asked of the law of the event's day, the amount of the law of the day on
    which each school year begins, as it is recorded: a later rise would hold for the years after it. Read so because a
    scholarship is claimed anew each year.
    """
    left_out: Counter[str] = Counter()
    families: dict[tuple[str, dt.date], list[Paid]] = defaultdict(list)
    for pupil in pupils:
        found = _judged(pupil, as_of, law)
        if isinstance(found, str):
            left_out[found] += 1
        else:
            families[pupil.claim, pupil.event].append(found)
    paid: list[Paid] = []
    for (_, event), children in sorted(families.items()):
        most = int(law.value("scholarship_children", date=event).value or 0)
        ordered = sorted(children, key=lambda child: (-child.most, -child.least, str(child.pupil)))
        paid += ordered[:most]
        left_out["over"] += len(ordered[most:])
    return Outstanding(as_of, tuple(paid), {name: left_out[name] for name in REASONS if left_out[name]})


def _judged(pupil: Pupil, as_of: dt.date, law: Law) -> Paid | str:
    """The child with its years left, or the reason why it is not counted."""
    if pupil.event > as_of:
        return "event_later"
    if pupil.ended:
        return "ended"
    try:
        if _lacks_months(pupil, law):
            return "too_few_months"
        return _still_paid(pupil, as_of, law) or "nothing_left"
    except NoLawOnDate:
        return "before_law"


def _lacks_months(pupil: Pupil, law: Law) -> bool:
    """Whether a death under JKM came before the months of contribution that it asks for; JKK asks for none."""
    if pupil.programme == "JKK" or pupil.months_paid is None:
        return False
    return not law.value("jkm_scholarship_earned", date=pupil.event, months_paid=pupil.months_paid).value


def _still_paid(pupil: Pupil, as_of: dt.date, law: Law) -> Paid | None:
    limits = [law.value(name, date=pupil.event) for name in ("scholarship_max_age", "scholarship_children")]
    longest = table(law, "scholarship_years", pupil.event).get(pupil.level, 1)
    year = None if pupil.year is None else min(pupil.year, longest)
    said_on = max(pupil.as_of or pupil.event, pupil.event)
    course = school_years(Child(1, pupil.level, year, pupil.born), said_on, law)
    begun = [one.level for one in course if dt.date(one.begins, FIRST_MONTH, 1) <= as_of]
    level = begun[-1] if begun else pupil.level
    years = []
    for one in course[len(begun) :]:
        paid = law.value("scholarship_year", date=dt.date(one.begins, FIRST_MONTH, 1), child_level=one.level)
        verified = paid.verified and all(limit.verified for limit in limits)
        years.append(SchoolYear(one.begins, one.level, int(paid.value or 0), one.level == level, verified))
    return Paid(pupil, level, tuple(years)) if years else None
