"""The scholarship of a case: as many children as the law allows, each with the most it can draw or year by year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from semesta.basics.words import Words
from semesta.law.faults import NoLawOnDate
from semesta.law.items import Due, Facts, Item, Schedule
from semesta.law.law import Law
from semesta.law.lines import dues
from semesta.law.scholarship.calendar import SchoolYear, school_years
from semesta.law.scholarship.children import Child, children_of
from semesta.law.scholarship.ends import lost_by

TITLE = Words("Beasiswa anak", "Scholarship of the children")
LAW = "PP 44/2015 jo. PP 82/2019"


def scholarship(programme: str, *, alone: bool = False) -> Schedule:
    """The lines of the scholarship of JKK, which asks for no months of contribution, or of JKM, which does.

    Alone it is what is asked for, and a case without children is told to name them; beside a grant it is left out then.
    """
    return Schedule(
        name=f"{programme.lower()}_scholarship",
        programme=programme,
        payer="fund",
        law=LAW,
        title=TITLE,
        function=partial(_lines, programme),
        applies=lambda case: alone or bool(case.get("children")),
        needs=("children",),
    )


def _lines(programme: str, case: Facts, law: Law, on: dt.date) -> list[Due]:
    """The lines of the children; beside a grant one that is not known, where no scholarship is recorded for the day.

    Raises:
        NoLawOnDate: the scholarship alone is asked for, on a day on which none is recorded.
    """
    try:
        return _of_children(programme, case, law, on)
    except NoLawOnDate as absent:
        if case.get("event") == "scholarship":
            raise
        because = Words(absent.said("id"), absent.said("en"))
        return [Due(programme, "fund", f"{programme.lower()}_scholarship_child", TITLE, None, LAW, True, because)]


def _of_children(programme: str, case: Facts, law: Law, on: dt.date) -> list[Due]:
    """One line per child of which only the level is said, otherwise one per school year; those above the limit pay 0."""
    if not case.get("children"):
        return [Due(programme, "fund", f"{programme.lower()}_scholarship_child", TITLE, None, LAW, True, _WHO)]
    children = children_of(case["children"], on, law)
    if programme == "JKM" and (refused := _not_earned(case, law, on)):
        return [refused]
    limit = law.value("scholarship_children", date=on)
    of_child = [_of_child(programme, child, case, law, on) for child in children]
    kept = sorted(range(len(children)), key=lambda n: _rank(of_child[n]), reverse=True)[: int(limit.value or 0)]
    found: list[Due] = []
    for number, lines in enumerate(of_child):
        mine = lines if number in kept else [_beyond(programme, children[number], int(limit.value or 0))]
        # Whom the limit leaves out, and whom it leaves in, rests on the limit.
        rests = limit.verified or len(children) <= int(limit.value or 0)
        found += [replace(line, verified=line.verified and rests) for line in mine]
    return found


def _rank(lines: list[Due]) -> float:
    """Those who can draw most come first; of whom it is not known stays in, so that the sum is not said to be known."""
    return float("inf") if any(line.amount is None for line in lines) else sum(line.amount or 0 for line in lines)


def _not_earned(case: Facts, law: Law, on: dt.date) -> Due | None:
    """The one line that says that the months of contribution do not suffice, or are not known; None if they do."""
    item = Item("jkm_scholarship_earned", "JKM", "fund")
    (earned,) = dues(item, case, {"months_paid": case.get("months_paid")}, law, on)
    return None if earned.amount else replace(earned, rule="jkm_scholarship_child", title=TITLE)


_WHO = Words("anak belum diisi (children)", "the children are not given (children)")


def _of_child(programme: str, child: Child, case: Facts, law: Law, on: dt.date) -> list[Due]:
    if lost := lost_by(child, on, law):
        amount = None if lost.ends is None else 0
        return [Due(programme, "fund", "scholarship_year", _title(child), amount, LAW, lost.verified, lost.because)]
    if child.at_its_beginning or law.book.version("scholarship_year", on) is None:
        return _at_most(programme, child, case, law, on)
    if child.level is None and child.born is None:
        because = Words(
            "jenjang atau tanggal lahir anak belum diisi", "neither level nor day of birth of the child is given"
        )
        return [Due(programme, "fund", "scholarship_year", _title(child), None, LAW, True, because)]
    years = school_years(child, on, law)
    return [_of_year(programme, child, year) for year in years] or [_too_old(programme, child)]


def _at_most(programme: str, child: Child, case: Facts, law: Law, on: dt.date) -> list[Due]:
    item = Item(f"{programme.lower()}_scholarship_child", programme, "fund")
    inputs: Mapping[str, Any] = {"child_level": child.level, "months_paid": case.get("months_paid")}
    return [replace(line, title=_title(child)) for line in dues(item, case, inputs, law, on)]


def _of_year(programme: str, child: Child, paid: SchoolYear) -> Due:
    school = f"{paid.begins}/{paid.begins + 1}"
    title = _title(child) + Words(
        f", tahun ajaran {school}: {paid.level} tahun ke-{paid.year}",
        f", school year {school}: {paid.level} year {paid.year}",
    )
    because = Words(
        "diajukan setiap tahun selama anak masih belajar, belum menikah, dan belum bekerja",
        "claimed every year as long as the child studies, is not married and does not work",
    )
    if not paid.verified:
        because += Words("; jenjang atau tahunnya diperkirakan dari usia", "; level or year are guessed from the age")
    return Due(programme, "fund", "scholarship_year", title, paid.amount, LAW, paid.verified, because)


def _too_old(programme: str, child: Child) -> Due:
    because = Words("anak telah melewati usia atau jenjang beasiswa", "the child is past the age or the levels")
    return Due(programme, "fund", "scholarship_year", _title(child), 0, LAW, True, because)


def _beyond(programme: str, child: Child, limit: int) -> Due:
    because = Words(
        f"beasiswa diberikan paling banyak kepada {limit} anak; dihitung yang terbesar",
        f"at most {limit} children get a scholarship; those with the most are counted",
    )
    return Due(programme, "fund", "scholarship_children", _title(child), 0, LAW, True, because)


def _title(child: Child) -> Words:
    level = f" ({child.level})" if child.level else ""
    return Words(f"Beasiswa anak ke-{child.number}{level}", f"Scholarship of child {child.number}{level}")
