"""The short form: twenty-five answers in an officer's words, and the rows of the tables that they become."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from semesta.basics.period import Period
from semesta.basics.places import PlaceList
from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.tables.short_form_questions import Question
from semesta.tables.types import Cell, PlaceType, Reading


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of a table made from answers, and the question in whose cell its main figure stands."""

    table: str
    question: str
    values: Mapping[str, object]
    steps: Mapping[str, float | None] = field(default_factory=dict)


MISSING_DATE = Fault(
    "short_form.no_date",
    Words("tanggal rapat, atau keadaan per tanggal", "the date of the meeting, or the day of the figures"),
    Words("Isi tanggal rapat.", "Fill in the date of the meeting."),
    title=Words("tanggal rapat belum diisi", "the date of the meeting is not filled in"),
)
MISSING_PLACE = Fault(
    "short_form.no_place",
    Words("nama daerah", "the name of the region"),
    Words("Tulis nama daerah, misalnya Kota Cilegon.", "Write the name of the region, such as Kota Cilegon."),
    title=Words("daerah belum diisi", "the region is not filled in"),
)
SINCE_AFTER = Fault(
    "short_form.since_after",
    Words("tanggal sebelum keadaan data", "a day before the day of the figures"),
    Words("Periksa tahunnya.", "Check the year."),
    title=Words("awal periode sesudah akhirnya", "the period begins after its end"),
)


MONTHS_IN_A_YEAR = Fault(
    "short_form.months",
    Words("1 sampai 12 bulan", "1 to 12 months"),
    Words("Tulis jumlah bulan dalam tahun anggaran itu.", "Write the months within that budget year."),
    title=Words("jumlah bulan di luar 1–12", "months out of 1–12"),
)


def read_answer(question: Question, cell: Cell, places: PlaceList) -> Reading | Fault:
    """What a filled cell of the form says."""
    return PlaceType(places).read(cell) if question.name == "place" else question.type.read(cell)


def missing(answers: Mapping[str, Reading], faulty: frozenset[str] = frozenset()) -> dict[str, Fault]:
    """The questions without whose answer nothing can be made, unless their cells are faulty already."""
    found = {}
    if "place" not in answers and "place" not in faulty:
        found["place"] = MISSING_PLACE
    if not {"date", "as_of"} & (answers.keys() | faulty):
        found["date"] = MISSING_DATE
    return found


def contradictions(answers: Mapping[str, Reading]) -> dict[str, Fault]:
    """Answers that cannot hold beside the others."""
    since, as_of = _value(answers, "since"), _as_of(answers)
    late = isinstance(since, dt.date) and isinstance(as_of, dt.date) and since > as_of
    months = _value(answers, "proposed_months")
    too_long = isinstance(months, int) and not 1 <= months <= 12
    return {**({"since": SINCE_AFTER} if late else {}), **({"proposed_months": MONTHS_IN_A_YEAR} if too_long else {})}


def resting_on(faulty: Iterable[str]) -> set[str]:
    """Answers that cannot stand without one that is faulty: persons for no known number of months would be taken for a year."""
    return {"proposed_persons"} if "proposed_months" in faulty else set()


def rows_of(answers: Mapping[str, Reading], places: PlaceList) -> list[FormRow]:
    """The rows of the tables that the answers become; none without a place and a day."""
    if "place" not in answers or _as_of(answers) is None:
        return []
    source = _value(answers, "source")
    rows = [
        *_meeting(answers),
        *_persons(answers),
        *_money(answers, places),
        *_budget(answers, places),
        *_words(answers),
    ]
    place = _value(answers, "place")
    return [replace(row, values={"place": place, "source": source, **row.values}) for row in rows]


def _value(answers: Mapping[str, Reading], name: str) -> object:
    return answers[name].value if name in answers else None


def _step(answers: Mapping[str, Reading], name: str) -> float | None:
    return answers[name].step if name in answers else None


def _as_of(answers: Mapping[str, Reading]) -> object:
    return _value(answers, "as_of") or _value(answers, "date")


def _meeting(answers: Mapping[str, Reading]) -> Iterator[FormRow]:
    if "date" in answers:
        yield FormRow("meeting", "date", {name: _value(answers, name) for name in ("date", "venue", "hosts")})


def _persons(answers: Mapping[str, Reading]) -> Iterator[FormRow]:
    as_of = _as_of(answers)
    for name, group in (("non_asn", "non_asn"), ("rentan", "rentan"), ("total", None)):
        if name in answers:
            # The form asks for two groups and their total, so a rest is a contradiction too.
            whole = {"complete": True} if name == "total" and {"non_asn", "rentan"} <= answers.keys() else {}
            row = {"group": group, "persons": _value(answers, name), "as_of": as_of, **whole}
            yield FormRow("population", name, row)
    said = [name for name in ("registered", "active") if name in answers]
    if said:
        yield FormRow("members", said[0], {**{name: _value(answers, name) for name in said}, "as_of": as_of})


def _money(answers: Mapping[str, Reading], places: PlaceList) -> Iterator[FormRow]:
    """Contributions and claims of the region's own budget, over the period that the form states."""
    as_of, since = _as_of(answers), _value(answers, "since")
    assert isinstance(as_of, dt.date)
    period = Period(since if isinstance(since, dt.date) else None, as_of).code
    shared = {"period": period, "funding": _own_budget(answers, places)}
    if "contributions" in answers:
        amount = {"amount": _value(answers, "contributions")}
        yield FormRow("contributions", "contributions", shared | amount, {"amount": _step(answers, "contributions")})
    if "claims" in answers or "cases" in answers:
        said = {"amount": _value(answers, "claims"), "cases": _value(answers, "cases")}
        main = "claims" if "claims" in answers else "cases"
        yield FormRow("claims", main, shared | said, {"amount": _step(answers, "claims")})


def _own_budget(answers: Mapping[str, Reading], places: PlaceList) -> str:
    """The budget of the region that fills in the form."""
    level = places.level(str(_value(answers, "place")))
    return {"province": "apbd.provinsi", "government": "apbd.provinsi", "regency": "apbd.kabkota"}.get(level, "apbd")


def _budget(answers: Mapping[str, Reading], places: PlaceList) -> Iterator[FormRow]:
    as_of = _as_of(answers)
    assert isinstance(as_of, dt.date)
    funding = _own_budget(answers, places)
    if "budget" in answers or "realised" in answers:
        allocated = _value(answers, "budget")
        status = "not_budgeted" if "budget" in answers and allocated is None else "apbd"
        yield FormRow(
            "budgets",
            "budget" if "budget" in answers else "realised",
            {"year": as_of.year, "funding": funding, "status": status}
            | {"allocated": allocated, "realised": _value(answers, "realised")},
            {"allocated": _step(answers, "budget"), "realised": _step(answers, "realised")},
        )
    if "proposed_persons" in answers:
        persons, months = _value(answers, "proposed_persons"), _value(answers, "proposed_months")
        proposed = {"year": as_of.year + 1, "funding": funding, "status": "proposed"}
        yield FormRow("budgets", "proposed_persons", proposed | {"persons": persons, "months": months})


def _words(answers: Mapping[str, Reading]) -> Iterator[FormRow]:
    if "regulation" in answers:
        yield FormRow("regulations", "regulation", {"stage": _value(answers, "regulation")})
    for name, kind in (("potential", "potential"), ("obstacles", "obstacle")):
        for text in _matters(_value(answers, name)):
            yield FormRow("obstacles", name, {"kind": kind, "text": text})
    shared = {"responsible": _value(answers, "responsible"), "due": _value(answers, "due")}
    for text in _matters(_value(answers, "commitments")):
        yield FormRow("commitments", "commitments", {"text": text, **shared})


def _matters(text: object) -> list[str]:
    """The matters of an answer: cut at semicolons and lines, without bullets and numbers before them."""
    parts = re.split(r"[;\r\n]+", text) if isinstance(text, str) else []
    bare = (re.sub(r"^\s*(?:[-•*–]|\(?\d{1,2}[.)])\s*", "", part).strip() for part in parts)
    return list(dict.fromkeys(part for part in bare if part))
