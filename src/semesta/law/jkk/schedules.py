"""Partial disability of one accident: several losses by the table, each with the part of the function that is lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any

from semesta.basics.shown import rupiah
from semesta.basics.words import Words, joined, same
from semesta.law.asked import as_kind
from semesta.law.explain import shown
from semesta.law.faults import InputError
from semesta.law.grammar import MILLION
from semesta.law.history import per_million
from semesta.law.items import Due, Facts, Schedule
from semesta.law.jkk.disability import LAMPIRAN_III
from semesta.law.law import Law, Result

TITLE = Words("Santunan cacat sebagian", "Grant for partial disability")
OF_LOSS = ("disability_line", "left_handed", "disability_measure", "function_lost", "muscle_grade")
SHORT = {"line": "disability_line", "measure": "disability_measure"}
DEGREES = ("lost", "normal")
OF_FUNCTION = (*DEGREES, "function_lost", "muscle_grade")
BASIS = "jkk_compensation_basis"


@dataclass(frozen=True)
class Loss:
    """One loss of an accident: its part of the 80 months of wage, as an exact fraction; None where something is missing."""

    said: Words
    share: Fraction | None
    verified: bool


def disabilities(case: Facts, law: Law, on: dt.date) -> list[Due]:
    """One line: the percentages of all losses added up, never above total disability, of 80 months of wage.

    The percentages are exact fractions; the grant alone is rounded, half up to a whole rupiah.
    """
    losses = [_loss(number, entry, on, law) for number, entry in enumerate(_losses(case), 1)]
    needed = [name for name in law.book.all_needs([BASIS]) if name in law.book.inputs and name in case]
    basis = law.value(BASIS, date=on, **{name: case[name] for name in needed})
    told = joined([loss.said for loss in losses], "\n")
    shares = [loss.share for loss in losses if loss.share is not None]
    if len(shares) < len(losses) or basis.value is None:
        return [_due(None, True, told + _lacking(law, basis))]
    cap = law.value("jkk_combined_disability_max", date=on)
    together = sum(shares, start=Fraction(0))
    capped = min(together, Fraction(int(cap.value or 0), MILLION))
    verified = basis.verified and all(loss.verified for loss in losses) and (together == capped or cap.verified)
    amount = floor(int(basis.value) * capped + Fraction(1, 2))
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
    known = law.book.inputs
    inputs = {
        name: as_kind(known[name], value) if name in known else value
        for name, value in entry.items()
        if name not in OF_FUNCTION
    }
    try:
        lost = _function_lost(entry, law, on)
        found = law.value("jkk_disability_share", date=on, **inputs)
    except InputError as wrong:
        raise InputError([same(f"disabilities[{number}]: ") + problem for problem in wrong.problems]) from None
    whole = None if found.value is None else Fraction(int(found.value), MILLION)
    share = None if whole is None or lost.share is None else whole * lost.share
    line = str(inputs.get("disability_line", ""))
    title = law.book.inputs["disability_line"].values.get(line, same(line))
    return Loss(
        title + same(": ") + _percent(share) + lost.said + _lacking(law, found), share, found.verified and lost.verified
    )


def _function_lost(entry: Mapping[str, Any], law: Law, on: dt.date) -> Loss:
    """The part of the function that is lost; all of it where the loss is anatomical.

    Of stiffness it is what was lost of the range of all movements together, in degrees.
    """
    if entry.get("function_lost") is not None:
        found = law.value("jkk_function_lost", date=on, function_lost=_part_lost(entry["function_lost"]))
        return _of_function(Fraction(int(found.value or 0), MILLION), found.verified)
    if entry.get("muscle_grade") is not None:
        found = law.value("jkk_muscle_loss", date=on, muscle_grade=entry["muscle_grade"])
        return _of_function(Fraction(int(found.value or 0), MILLION), found.verified)
    if not any(name in entry for name in DEGREES):
        return Loss(same(""), Fraction(1), verified=True)
    lost, normal = (_degrees(entry.get(name), name) for name in DEGREES)
    if not normal or lost > normal:
        raise InputError([Words("lost melebihi normal", "lost is more than normal")])
    return _of_function(Fraction(lost, normal), verified=True)


def _part_lost(given: object) -> Any:
    """The part of a function per million, from "50%" or as it is. A bare 50 is refused: half, or nearly nothing?"""
    if isinstance(given, str) and (part := per_million(given)) is not None:
        return part
    if type(given) is int and 0 < given <= _PERCENT:
        said = Words(
            f": tulis {given}% atau per sejuta ({given * MILLION // _PERCENT})",
            f": write {given}% or parts of a million ({given * MILLION // _PERCENT})",
        )
        raise InputError([same(f"function_lost = {given}") + said])
    return given


_PERCENT = 100


def _degrees(given: object, name: str) -> int:
    """The sum of the degrees of one or several movements."""
    degrees = given if isinstance(given, list | tuple) else [given]
    if not degrees or any(type(each) is not int or each < 0 for each in degrees):
        raise InputError([same(f"{name} = {given}") + Words(": derajat, bilangan bulat", ": degrees, whole numbers")])
    return sum(each for each in degrees if isinstance(each, int))


def _percent(part: Fraction | None) -> Words:
    """The part in percent, to four decimals."""
    return Words("tidak diketahui", "not known") if part is None else shown(round(part * MILLION), "per_million")


def _of_function(part: Fraction, verified: bool) -> Loss:
    return Loss(Words(" (fungsi hilang ", " (function lost ") + _percent(part) + same(")"), part, verified)


def _sum(together: Fraction, capped: Fraction, basis: int) -> Words:
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
