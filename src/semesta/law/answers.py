"""From a case to the whole bill or the whole benefit: every line that applies, its reasons, and the total.

A line whose amount is not known stays in the answer and says what is missing; it is never counted as 0.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from semesta.basics.lists import PROGRAMMES
from semesta.basics.words import Words, same
from semesta.law.after import After, after
from semesta.law.asked import (
    day_of,
    first_of_month,
    needed,
    programmes_of,
    ready,
    unknown,
    usable_inputs,
)
from semesta.law.basis.route import is_special, with_risk
from semesta.law.beside import PAYMENT_NEEDS, Beside, beside
from semesta.law.book import Book
from semesta.law.changes import known_from
from semesta.law.claim.paid import with_months_paid
from semesta.law.claim.settled import FACTS_OF_CLAIM, settled
from semesta.law.events import EVENTS
from semesta.law.faults import InputError, NoLawOnDate
from semesta.law.items import Due, Facts, Item, Schedule
from semesta.law.law import LAW, Law, Result
from semesta.law.lines import benefit_lines, contribution_lines, dues, needs_of_schedules
from semesta.law.within import beyond

ASKED = (
    "case",
    "programme",
    "programmes",
    "event",
    "date",
    "month",
    "heirs",
    "complete_on",
    *FACTS_OF_CLAIM,
    *PAYMENT_NEEDS,
)
"""What a case says of itself; everything else is an input of a rule or of a schedule. `case` is a label of the reader's own."""


@dataclass(frozen=True)
class Answer:
    """What a case comes to. With `problems` it has no lines, and all of them are told at once.

    `after` is what stands under a benefit: heirs, documents, last days; `beside` what stands beside a bill: the due day, cover.
    `assumed` is what was taken for granted because the case does not say it and the amount hangs on it.
    """

    items: tuple[Due, ...]
    problems: tuple[Words, ...] = ()
    after: After | None = None
    beside: Beside | None = None
    assumed: Words | None = None

    @property
    def at_least(self) -> int:
        """The sum of the lines that are known, in whole rupiah."""
        return sum(item.amount for item in self.items if item.amount is not None)

    @property
    def total(self) -> int | None:
        """The sum of all lines in whole rupiah; None while one of them is not known, or nothing could be computed."""
        unknown = self.problems or any(item.amount is None for item in self.items)
        return None if unknown else self.at_least

    def of(self, programme: str) -> int | None:
        """The sum of the lines of one programme; None while one of them is not known, 0 where it has none."""
        amounts = [item.amount for item in self.items if item.programme == programme]
        known = [amount for amount in amounts if amount is not None]
        return sum(known) if len(known) == len(amounts) else None

    @property
    def verified(self) -> bool:
        """Whether there is an answer and no line of it rests on a value of law that was not verified."""
        return not self.problems and all(item.verified for item in self.items)


OWN_MONEY = "mandiri"
WHO_PAYS = Words(
    "sumber dana tidak disebut: dihitung sebagai iuran yang dibayar sendiri; iuran dari APBN atau APBD tidak mendapat keringanan",
    "the source of money is not said: counted as paid by the member; what APBN or APBD pays is not relieved",
)


def contribution(case: Facts, law: Law = LAW) -> Answer:
    """The monthly bill of a case: `segment`, `month` and, unless all that are usual are meant, `programmes`.

    Who works without wage pays his own contribution unless the case names another source of money: where the amount hangs on
    it, the answer says what it assumed.
    """
    answer = _bill(case, law)
    if answer.problems or answer.total is not None or case.get("funding") is not None:
        return answer
    own = _bill({**case, "funding": OWN_MONEY}, law)
    return answer if own.total is None else replace(own, assumed=WHO_PAYS)


def _bill(case: Facts, law: Law) -> Answer:
    if far := _far(case, law):
        return far
    case, problems = ready(case, law), list[Words]()
    on = first_of_month(case, problems)
    case = with_risk(case, law, on) if on else case
    wanted = programmes_of(case, problems)
    segment = needed(case, "segment", Words("segmen, PU atau BPU", "the segment, PU or BPU"), problems)
    asked = [line for line in contribution_lines() if not wanted or line.programme in wanted]
    lines = [line for line in asked if line.applies(case)]
    if law.book.inputs["segment"].fault(segment) is None:
        problems += _without_line(wanted, segment, lines)
    return _with_beside(_answer(case, law, on, _by_programme(lines, wanted), problems), case, law, on)


def _far(case: Facts, law: Law) -> Answer | None:
    """What is told of a case that holds something that nobody means; None where all of it can be read."""
    problems = list(beyond(case)) or list(beyond(ready(case, law)))
    return Answer((), tuple(problems)) if problems else None


def _with_beside(answer: Answer, case: Facts, law: Law, on: dt.date | None) -> Answer:
    if on is None or law.book.inputs["segment"].fault(case.get("segment")):
        return answer
    try:
        found = beside(case, on, law)
    except InputError as wrong:
        return Answer((), tuple(dict.fromkeys((*answer.problems, *wrong.problems))))
    return answer if answer.problems else replace(answer, beside=found)


def _without_line(wanted: Sequence[str], segment: str, lines: Sequence[Item | Schedule]) -> list[Words]:
    """The programmes that the segment cannot have."""
    absent = [name for name in wanted if name in PROGRAMMES and name not in {line.programme for line in lines}]
    return [
        Words(f"tidak ada iuran {name} bagi segmen {segment}", f"there is no {name} contribution for segment {segment}")
        for name in absent
    ]


def benefit(case: Facts, law: Law = LAW) -> Answer:
    """Everything that an event pays: `programme`, `event` and `date`, and what the lines of that event ask for."""
    if far := _far(case, law):
        return far
    case, problems = ready(case, law), list[Words]()
    on = day_of(case, problems)
    problems += beyond(on, "date")
    on = None if problems else on
    case = with_months_paid(case, on)
    programme = needed(case, "programme", Words("program, misalnya JKK", "the programme, as JKK"), problems)
    event = needed(case, "event", Words("kejadian, misalnya death", "the event, as death"), problems)
    known = benefit_lines()
    programmes = list(dict.fromkeys(name for name, _ in known))
    events = [name for owner, name in known if owner == programme]
    if programme and programme not in programmes:
        problems.append(unknown("programme", programme, programmes))
    elif event and programme and event not in events:
        problems.append(unknown("event", event, {code: EVENTS.get(code, same(code)) for code in events}))
    applying = [line for line in known.get((programme, event), ()) if line.applies(case)]
    return _with_after(_answer(case, law, on, applying, problems), case, law, on)


def _with_after(answer: Answer, case: Facts, law: Law, on: dt.date | None) -> Answer:
    try:
        found = after(case, on, law) if on else None
        paid = settled(answer.items, case, law, on, found.cover if found else None) if on and answer.items else ()
    except InputError as wrong:
        return Answer((), tuple(dict.fromkeys((*answer.problems, *wrong.problems))))
    return answer if answer.problems else replace(answer, items=paid, after=found)


BUYS = ("jkk_death_grant", "jkk_total_disability_grant", "jkm_benefit")
"""Benefits in which the two ways differ: those of JKK follow the basis, JKM has a waiting time for BPU alone."""


@dataclass(frozen=True)
class Compared:
    """One person registered either way. `buys` are the benefits in which the ways differ, each by way; empty with problems."""

    sides: Mapping[str, Answer]
    buys: Mapping[str, Mapping[str, Result]]

    @property
    def difference(self) -> int | None:
        """By how much BPU costs more than PU, in whole rupiah; None while a total is not known."""
        pu, bpu = self.sides["PU"].total, self.sides["BPU"].total
        return None if pu is None or bpu is None else bpu - pu


def compared(case: Facts, law: Law = LAW) -> Compared:
    """The bill of one person who may be registered either way, as the non-ASN may: JKK and JKM unless more is asked for.

    As BPU the basis is `income_per_month`, the lowest where it is not given; as PU it is `wage_per_month`.
    """
    if far := _far(case, law):
        return Compared({"PU": far, "BPU": far}, {})
    asked = case if {"programmes", "programme", "package"} & set(case) else {**case, "programmes": ["JKK", "JKM"]}
    ways = {segment: _registered(asked, segment, law) for segment in ("PU", "BPU")}
    sides = {segment: _bill(way, law) for segment, way in ways.items()}
    if any(answer.problems for answer in sides.values()):
        return Compared(sides, {})
    on = first_of_month(asked, [])
    others = (*ASKED, *needs_of_schedules())
    inputs = {segment: usable_inputs(law, ready(way, law), others, []) for segment, way in ways.items()}
    bought = {segment: {name: law.value(name, date=on, **inputs[segment]) for name in BUYS} for segment in sides if on}
    return Compared(sides, {name: {segment: bought[segment][name] for segment in sides} for name in BUYS})


def _registered(case: Facts, segment: str, law: Law) -> Facts:
    """The case as of one segment; the wage as PU says nothing of the income as BPU, except of those who pay by a wage."""
    case = {**case, "segment": segment}
    by_income = segment == "BPU" and not is_special(ready(case, law))
    return {name: given for name, given in case.items() if name != "wage_per_month" or not by_income}


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
    """Every line is tried even when something is already wrong, so that all that is wrong is told at once."""
    inputs = usable_inputs(law, case, (*ASKED, *needs_of_schedules()), problems)
    case = {name: value for name, value in case.items() if name in inputs or name not in law.book.inputs}
    items: list[Due] = []
    for line in lines if on else ():
        try:
            items += dues(line, case, inputs, law, on or dt.date.max)
        except NoLawOnDate as absent:
            problems.append(_no_law(law.book, absent))
        except InputError as wrong:
            problems += wrong.problems
    problems = list(dict.fromkeys(problems))
    return Answer(() if problems else tuple(items), tuple(problems))


def _no_law(book: Book, absent: NoLawOnDate) -> Words:
    """That nothing was law, and from which day on it is known."""
    lacking, name = (_titled(book, named) for named in (absent.lacking, absent.name))
    said = Words(f"tidak ada ketentuan pada {absent.day}: ", f"no law on {absent.day}: ") + lacking
    if absent.lacking != absent.name:
        said += Words(", sehingga tidak dapat dihitung: ", ", so that this cannot be computed: ") + name
    since = known_from(book, absent.name)
    if since is None or since <= absent.day:
        return said
    return said + Words("; yang tercatat berlaku sejak ", "; what is recorded begins on ") + same(since.isoformat())


def _titled(book: Book, name: str) -> Words:
    """The title of a rule or parameter with its name."""
    found = book.parameters[name].title if name in book.parameters else book.rules[name][0].title
    return found + same(f" ({name})")
