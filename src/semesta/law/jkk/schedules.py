"""Partial disability of one accident: several losses by the table, each with the part of the function that is lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from semesta.basics.shown import rupiah
from semesta.basics.words import Words, joined, same
from semesta.law.explain import shown
from semesta.law.faults import InputError
from semesta.law.grammar import MILLION
from semesta.law.items import Due, Facts, Schedule
from semesta.law.jkk.rules import LAMPIRAN_III
from semesta.law.law import Law, Result

TITLE = Words("Santunan cacat sebagian", "Grant for partial disability")
OF_LOSS = ("disability_line", "left_handed", "disability_measure", "function_lost", "muscle_grade")
SHORT = {"line": "disability_line", "measure": "disability_measure"}
DEGREES = ("lost", "normal")
WANTED = ("segment", "wage_per_month", "income_per_month")


@dataclass(frozen=True)
class Loss:
    """One loss of an accident: its percentage of the 80 months, per million; None where something is missing."""

    said: Words
    share: int | None
    verified: bool


def disabilities(case: Facts, law: Law, on: dt.date) -> list[Due]:
    """One line: the percentages of all losses added up, never above total disability, of 80 months of wage.

    Of several losses the shares are added before anything is rounded; the grant is rounded half up to a whole rupiah.
    """
    losses = [_loss(number, entry, on, law) for number, entry in enumerate(_losses(case), 1)]
    basis = _asked(law, "jkk_compensation_basis", {name: case[name] for name in WANTED if name in case}, on)
    told = joined([loss.said for loss in losses], "\n")
    shares = [loss.share for loss in losses]
    lacking = _lacking(law, basis)
    if None in shares or basis.value is None:
        return [_due(None, True, told + lacking)]
    together = sum(share for share in shares if share is not None)
    cap = law.value("jkk_combined_disability_max", date=on)
    capped = min(together, int(cap.value or 0))
    amount = (int(basis.value) * capped + MILLION // 2) // MILLION
    verified = basis.verified and all(loss.verified for loss in losses) and (together == capped or cap.verified)
    return [_due(amount, verified, told + _sum(together, capped, int(basis.value)))]


def _losses(case: Facts) -> list[Mapping[str, Any]]:
    """The losses of `disabilities`; without it the one loss that the inputs of the rules describe."""
    given = case.get("disabilities")
    if given is None:
        return [{name: case[name] for name in OF_LOSS if name in case}]
    entries = given if isinstance(given, list | tuple) else [given]
    losses = [entry if isinstance(entry, Mapping) else {"line": entry} for entry in entries]
    handed = {"left_handed": case["left_handed"]} if "left_handed" in case else {}
    return [{**handed, **{SHORT.get(name, name): value for name, value in loss.items()}} for loss in losses]


def _loss(number: int, entry: Mapping[str, Any], on: dt.date, law: Law) -> Loss:
    inputs = {name: value for name, value in entry.items() if name not in DEGREES}
    try:
        lost = _function_lost(entry, law, on)
        if lost is not None:
            asked = {**inputs, "function_lost": lost.share}
            found = _asked(law, "jkk_functional_share", {k: v for k, v in asked.items() if k != "muscle_grade"}, on)
        else:
            found = _asked(law, "jkk_disability_share", inputs, on)
    except InputError as wrong:
        raise InputError([same(f"disabilities[{number}]: ") + problem for problem in wrong.problems]) from None
    line = str(entry.get("disability_line", ""))
    titles = law.book.inputs["disability_line"].values
    percentage = None if found.value is None else int(found.value)
    said = titles.get(line, same(line)) + same(": ") + _percent(percentage) + (lost.said if lost else same(""))
    return Loss(said + _lacking(law, found), percentage, found.verified and (lost is None or lost.verified))


def _function_lost(entry: Mapping[str, Any], law: Law, on: dt.date) -> Loss | None:
    """The part of the function that is lost, per million; None where the loss is anatomical.

    Of stiffness it is what was lost of the range of all movements together, in degrees.
    """
    if entry.get("function_lost") is not None:
        return Loss(same(""), entry["function_lost"], verified=True)
    if entry.get("muscle_grade") is not None:
        found = _asked(law, "jkk_muscle_loss", {"muscle_grade": entry["muscle_grade"]}, on)
        return Loss(_of_function(found.value), None if found.value is None else int(found.value), found.verified)
    if not any(name in entry for name in DEGREES):
        return None
    lost, normal = (_degrees(entry.get(name), name) for name in DEGREES)
    if not normal or lost > normal:
        raise InputError([Words("lost melebihi normal", "lost is more than normal")])
    share = (lost * MILLION + normal // 2) // normal
    return Loss(_of_function(share), share, verified=True)


def _degrees(given: object, name: str) -> int:
    """The sum of the degrees of one or several movements."""
    degrees = given if isinstance(given, list | tuple) else [given]
    if not degrees or any(type(each) is not int or each < 0 for each in degrees):
        raise InputError([same(f"{name} = {given}") + Words(": derajat, bilangan bulat", ": degrees, whole numbers")])
    return sum(each for each in degrees if isinstance(each, int))


def _asked(law: Law, name: str, inputs: Mapping[str, Any], on: dt.date) -> Result:
    return law.value(name, date=on, **inputs)


def _percent(per_million: int | None) -> Words:
    return Words("tidak diketahui", "not known") if per_million is None else shown(per_million, "per_million")


def _of_function(per_million: object) -> Words:
    lost = _percent(per_million if isinstance(per_million, int) else None)
    return Words(" (fungsi hilang ", " (function lost ") + lost + same(")")


def _sum(together: int, capped: int, basis: int) -> Words:
    limit = Words(", dibatasi ", ", capped at ") + _percent(capped) if capped < together else same("")
    of = Words(
        f" dari dasar santunan {rupiah(basis, 'id')}",
        f" of the basis of {rupiah(basis, 'en')}",
    )
    return Words("\njumlah: ", "\ntogether: ") + _percent(together) + limit + of


def _lacking(law: Law, result: Result) -> Words:
    named = joined([law.book.inputs[name].title + same(f" ({name})") for name in result.missing], ", ")
    return Words("; perlu diisi: ", "; to be given: ") + named if named else same("")


def _due(amount: int | None, verified: bool, because: Words) -> Due:
    return Due("JKK", "fund", "jkk_partial_disability", TITLE, amount, LAMPIRAN_III, verified, because)


DISABILITIES = Schedule(
    name="jkk_partial_disability",
    programme="JKK",
    payer="fund",
    law=LAMPIRAN_III,
    title=TITLE,
    function=disabilities,
    needs=("disabilities",),
)
