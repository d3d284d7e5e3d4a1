"""What a case says, made ready for the law: days as days, programmes as codes, and everything that is wrong with it at once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any

from semesta.basics.codes import CodeList, plain
from semesta.basics.day import DayError, day
from semesta.basics.lists import FUNDINGS, PROGRAMMES, SEGMENTS
from semesta.basics.numbers import NumberError, number
from semesta.basics.period import Period
from semesta.basics.rupiah import RupiahError, rupiah
from semesta.basics.words import Words, joined, same
from semesta.law.basis.route import is_special
from semesta.law.events import event_of
from semesta.law.faults import nearest
from semesta.law.inputs import Input
from semesta.law.items import Facts
from semesta.law.law import Law

USUAL: Mapping[str, tuple[str, ...]] = {"PU": ("JKK", "JKM", "JHT", "JP"), "BPU": ("JKK", "JKM")}
"""The programmes of a bill that does not name them: those every segment of workers has; other segments have theirs by rule."""

_ISO = re.compile(r"\d{4}-\d\d-\d\d\Z")
_DIGITS = re.compile(r"-?[0-9]+")  # below zero it is a number all the same, and told as such


def ready(case: Facts, law: Law) -> Facts:
    """The case as the law can use it: days as days, codes where it says names, inputs of rules as their kind."""
    known = law.book.inputs
    coded = with_codes(with_days({name: given for name, given in case.items() if given != ""}))
    coded = {name: _day_in(given) if name in DAYS else given for name, given in coded.items()}
    return with_income({name: as_kind(known[name], given) if name in known else given for name, given in coded.items()})


def with_income(case: Facts) -> Facts:
    """The case in which what is called the wage of a person without wage is the income; not of those who pay by a wage."""
    if case.get("segment") != "BPU" or is_special(case) or INCOME in case:
        return case
    return {INCOME if name == "wage_per_month" else name: given for name, given in case.items()}


def as_kind(declared: Input, given: Any) -> Any:
    """What people write for an input: "Rp10 juta", "24", "ya", or the title of a value in place of its code.

    Text that means nothing stays text: whoever checks the input tells what is wrong with it.
    """
    if isinstance(given, float) and declared.unit == "rupiah":
        given = str(given)
    if not isinstance(given, str) or given in declared.values:
        return given
    for code, title in declared.values.items():
        if plain(given) in (plain(str(code)), plain(title.id), plain(title.en)):
            return code
    if declared.name == "risk_class" and plain(given) in GROUPS_OF_RISK:
        return GROUPS_OF_RISK.index(plain(given)) + 1
    if declared.kind == "yes_no":
        return YES_NO.get(plain(given), given)
    return number_of(given, declared.unit) if declared.kind == "whole" else given


def number_of(given: str, unit: str) -> int | str:
    """Whole rupiah from 10000000, 10.000.000, "Rp10 juta" and "2.152.322,94"; of other units the digits alone.

    Minimum wages are decreed to the sen while contributions are counted on whole rupiah: two decimals are rounded half up.
    """
    if unit != "rupiah":
        return int(given) if _DIGITS.fullmatch(given.strip()) else given
    try:
        return int(rupiah(given).value)
    except NumberError:
        return given
    except RupiahError as wrong:
        written = number(given.strip().removeprefix("Rp"), money=True) if wrong.cause == "fraction" else None
    return int(written.value + HALF) if written and written.step == SEN and written.value > 0 else given


INCOME = "income_per_month"
SEN, HALF = Decimal("0.01"), Decimal("0.5")


GROUPS_OF_RISK = ("i", "ii", "iii", "iv", "v")
"""As Lampiran I of PP 44/2015 numbers them."""


def _day_in(given: Any) -> Any:
    """A day written as people do, "20 September 2025"; what is none stays, and who reads it tells so."""
    try:
        return day(given).value if isinstance(given, str) else given
    except DayError:
        return given


DAYS = ("paid_on", "complete_on", "claimed_on", "reported_on", "registered_on", "ends_on", "birth_date")
"""Days of a case beside that of the event."""

YES_NO = {"ya": True, "yes": True, "true": True, "tidak": False, "no": False, "false": False}


def with_days(value: Any) -> Any:
    """The value with every ISO day in it as a date, however deep: JSON has no days of its own."""
    if isinstance(value, Mapping):
        return {key: with_days(below) for key, below in value.items()}
    if isinstance(value, list | tuple):
        return [with_days(below) for below in value]
    if isinstance(value, str) and _ISO.match(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            return value  # 2025-02-30: whoever reads the field says what is wrong with it
    return value


def with_codes(case: Facts) -> Facts:
    """The case with codes where it says their names, or writes them another way: `bpu`, "APBD provinsi", "meninggal"."""
    lists = {"segment": SEGMENTS, "funding": FUNDINGS, "programme": PROGRAMMES}
    found = {name: known.find(case[name]) for name, known in lists.items() if isinstance(case.get(name), str)}
    codes = {name: entry.code for name, entry in found.items() if entry}
    event = case.get("event")
    if isinstance(event, str):
        codes["event"] = event_of(event, str(codes.get("programme")))
    return {**case, **codes}


def day_of(case: Facts, problems: list[Words]) -> dt.date | None:
    """The day of the event."""
    given = case.get("date")
    if type(given) is dt.date:
        return given
    if given is None:
        problems.append(_wanted("date", "tanggal kejadian, misalnya 2025-03-01", "the day of the event, as 2025-03-01"))
        return None
    try:
        return day(str(given)).value
    except DayError:
        problems.append(
            same(f"date = {given}") + Words(" bukan tanggal; contoh: 2025-03-01", " is no day; as 2025-03-01")
        )
        return None


def first_of_month(case: Facts, problems: list[Words]) -> dt.date | None:
    """The first day of the month of contribution: a bill goes by the law of that day.

    Migrant workers pay once and not by the month, so that a day that is given counts itself.
    """
    given = case.get("month", case.get("date"))
    if given is None:
        problems.append(_wanted("month", "bulan iuran, misalnya 2025-06", "the month of contribution, as 2025-06"))
        return None
    try:
        month = Period.parse(str(given))
    except ValueError:
        month = None
    if (
        month is None
        or month.start is None
        or (month.start.year, month.start.month) != (month.end.year, month.end.month)
    ):
        problems.append(same(f"month = {given}") + Words(" bukan bulan; contoh: 2025-06", " is no month; as 2025-06"))
        return None
    return month.start if case.get("segment") == "PMI" else month.start.replace(day=1)


def programmes_of(case: Facts, problems: list[Words]) -> tuple[str, ...]:
    """The programmes asked for; without a word those that are usual for the segment; empty where all that apply are meant."""
    given = case.get("programmes", case.get("programme", case.get("package")))
    if given is None:
        return USUAL.get(str(case.get("segment")), ())
    named = re.split(r"[,+;\s]+", given.strip()) if isinstance(given, str) else [str(name) for name in given]
    return tuple(dict.fromkeys(_code(PROGRAMMES, name, "programme", problems) for name in named if name))


def _code(known: CodeList, text: str, name: str, problems: list[Words]) -> str:
    found = known.find(text)
    if found is None:
        problems.append(unknown(name, text, [entry.code for entry in known]))
        return text
    return found.code


def unknown(name: str, value: str, known: Collection[str] | Mapping[str, Words]) -> Words:
    """That a code is not one of those known, which they are, with their titles where given, and which is nearest."""
    titles = known if isinstance(known, Mapping) else {}
    told = [same(code) + (same(" (") + titles[code] + same(")") if code in titles else same("")) for code in known]
    near = nearest(value, known) or nearest(value.upper(), known) or nearest(value.lower(), known)
    allowed = joined(told, ", ")
    return same(f"{name} = {value}") + Words(" tidak dikenal; yang ada: ", " is unknown; there are: ") + allowed + near


def needed(case: Facts, name: str, what: Words, problems: list[Words]) -> str:
    """What the case says of a name without which nothing can be asked."""
    given = case.get(name)
    if given is None:
        problems.append(_wanted(name, what.id, what.en))
    return "" if given is None else str(given)


def _wanted(name: str, id: str, en: str) -> Words:
    return same(name) + Words(f" belum diisi: {id}", f" is not given: {en}")


def usable_inputs(law: Law, case: Facts, others: Iterable[str], problems: list[Words]) -> dict[str, Any]:
    """The inputs of rules that can be used; unknown names and values that are not allowed are added to the problems."""
    known = [*law.book.inputs, *others]
    for name in case:
        if name not in known:
            near = nearest(str(name), known) or _meant(str(name), law)
            said = Words(": masukan tidak dikenal", ": unknown input") + near
            problems.append(same(str(name)) + said)
    inputs = {name: value for name, value in case.items() if name in law.book.inputs}
    faults = {n: law.book.inputs[n].fault(value) for n, value in inputs.items() if value is not None}
    problems.extend(fault for fault in faults.values() if fault)
    return {name: value for name, value in inputs.items() if not faults.get(name)}


def _meant(name: str, law: Law) -> Words:
    """The inputs whose title has a word of the name: "upah" is wage_per_month."""
    asked = set(plain(name).split())
    titles = {known: set(plain(f"{i.title.id} {i.title.en}").split()) for known, i in law.book.inputs.items()}
    named = ", ".join([known for known, words in titles.items() if asked & words][:_MOST])
    return Words(f"; mungkin: {named}", f"; perhaps: {named}") if named else same("")


_MOST = 4
