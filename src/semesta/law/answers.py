"""From a case to the whole bill or the whole benefit: every line that applies, its reasons, and the total.

A line whose amount is not known stays in the answer and says what is missing; it is never counted as 0.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from semesta.basics.words import Words, same
from semesta.law.asked import check_facts, day_of, first_of_month, needed, programmes_of, unknown, with_days
from semesta.law.book import Book
from semesta.law.faults import InputError, NoLawOnDate
from semesta.law.items import Due, Facts, Item, Schedule
from semesta.law.law import LAW, Law
from semesta.law.lines import benefit_lines, contribution_lines, dues, needs_of_schedules

ASKED = ("case", "programme", "programmes", "event", "date", "month")
"""What a case says of itself; everything else is an input of a rule or of a schedule. `case` is a label of the reader's own."""


@dataclass(frozen=True)
class Answer:
    """What a case comes to. With `problems` nothing was computed: all of them are told at once."""

    items: tuple[Due, ...]
    problems: tuple[Words, ...] = ()
    date: dt.date | None = None

    @property
    def at_least(self) -> int:
        """The sum of the lines that are known, in whole rupiah."""
        return sum(item.amount for item in self.items if item.amount is not None)

    @property
    def total(self) -> int | None:
        """The sum of all lines in whole rupiah; None while one of them is not known, or nothing could be computed."""
        unknown = self.problems or any(item.amount is None for item in self.items)
        return None if unknown else self.at_least

    @property
    def verified(self) -> bool:
        """Whether no line rests on a value of law that was not verified."""
        return all(item.verified for item in self.items)


def contribution(case: Facts, law: Law = LAW) -> Answer:
    """The monthly bill of a case: `segment`, `month` and, unless all that are usual are meant, `programmes`."""
    case, problems = with_days(case), list[Words]()
    on = first_of_month(case, problems)
    wanted = programmes_of(case, problems)
    segment = needed(case, "segment", Words("segmen, PU atau BPU", "the segment, PU or BPU"), problems)
    lines = [line for line in contribution_lines() if line.programme in (wanted or (line.programme,))]
    applying = [line for line in lines if line.applies(case)]
    if not problems:
        problems += [
            Words(
                f"tidak ada iuran {name} bagi segmen {segment}",
                f"there is no {name} contribution for segment {segment}",
            )
            for name in (wanted or ("",))
            if name not in {line.programme for line in applying} and (wanted or not applying)
        ]
    return _answer(case, law, on, _by_programme(applying, wanted), problems)


def benefit(case: Facts, law: Law = LAW) -> Answer:
    """Everything that an event pays: `programme`, `event` and `date`, and what the lines of that event ask for."""
    case, problems = with_days(case), list[Words]()
    on = day_of(case, problems)
    programme = needed(case, "programme", Words("program, misalnya JKK", "the programme, as JKK"), problems)
    event = needed(case, "event", Words("kejadian, misalnya death", "the event, as death"), problems)
    known = benefit_lines()
    programmes = list(dict.fromkeys(name for name, _ in known))
    events = [name for owner, name in known if owner == programme]
    if programme and programme not in programmes:
        problems.append(unknown("programme", programme, programmes))
    elif event and programme and event not in events:
        problems.append(unknown("event", event, events))
    applying = [line for line in known.get((programme, event), ()) if line.applies(case)]
    return _answer(case, law, on, applying, problems)


def compared(case: Facts, law: Law = LAW) -> dict[str, Answer]:
    """The bill of one person who may be registered either way, as the non-ASN may: as PU and as BPU, for JKK and JKM at least.

    As BPU the basis is `income_per_month`, the lowest where it is not given; as PU it is `wage_per_month`.
    """
    asked = case if {"programmes", "programme", "package"} & set(case) else {**case, "programmes": ["JKK", "JKM"]}
    return {segment: contribution({**asked, "segment": segment}, law) for segment in ("PU", "BPU")}


def events() -> dict[str, list[str]]:
    """The events that pay something, by programme."""
    found: dict[str, list[str]] = {}
    for programme, event in benefit_lines():
        found.setdefault(programme, []).append(event)
    return found


def _by_programme(lines: list[Item | Schedule], wanted: Sequence[str]) -> list[Item | Schedule]:
    """In the order asked for; a bill reads as the question."""
    return sorted(lines, key=lambda line: wanted.index(line.programme)) if wanted else lines


def _answer(
    case: Facts, law: Law, on: dt.date | None, lines: Sequence[Item | Schedule], problems: list[Words]
) -> Answer:
    inputs = check_facts(law, on or dt.date.max, case, (*ASKED, *needs_of_schedules()), problems)
    items: list[Due] = []
    if on is None or problems:
        return Answer((), tuple(problems))
    for line in lines:
        try:
            items += dues(line, case, inputs, law, on)
        except NoLawOnDate as absent:
            problems.append(_no_law(law.book, absent))
        except InputError as wrong:
            problems += wrong.problems
    problems = list(dict.fromkeys(problems))
    return Answer(() if problems else tuple(items), tuple(problems), on)


def _no_law(book: Book, absent: NoLawOnDate) -> Words:
    """That nothing was law, and from which day on it is known."""
    said = Words(absent.said("id"), absent.said("en"))
    since = next((day for day in book.changes([absent.name]) if book.lacking(absent.name, day) is None), None)
    if since is None or since <= absent.day:
        return said
    return said + Words("; yang tercatat berlaku sejak ", "; what is recorded begins on ") + same(since.isoformat())
