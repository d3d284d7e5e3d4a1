"""A problem as annotated copies tell it: the message in a cell's comment, the line in the list of problems."""

from __future__ import annotations

from collections.abc import Sequence

from semesta.basics.problem import Problem
from semesta.basics.words import Lang, Words, capital
from semesta.files.problems import Group, row_ranges, title_of

RED, AMBER = "FFC7CE", "FFEB9C"
PROBLEMS = Words("Masalah", "Problems")
HEADERS = (
    Words("No", "No"),
    Words("Tingkat", "Level"),
    Words("Masalah", "Problem"),
    Words("Letak", "Where"),
    Words("Contoh isi", "Example"),
    Words("Seharusnya", "Expected"),
    Words("Cara memperbaiki", "How to fix"),
)
WIDTHS = (5, 12, 34, 26, 22, 28, 38)
"""Characters; together as many as a page of A4 on its side takes in print that can be read."""


def message(problem: Problem, lang: Lang) -> str:
    """What is wrong in a cell and how to mend it, as its comment says it."""
    expected = Words(f"Seharusnya: {problem.fault.expected.id}.", f"Expected: {problem.fault.expected.en}.")
    lines = [capital(title_of(problem).said(lang)), expected.said(lang), problem.fault.how_to_fix.said(lang)]
    return "\n".join(line for line in lines if line)


def _level(is_error: bool, lang: Lang) -> str:
    return (Words("Galat", "Error") if is_error else Words("Peringatan", "Warning")).said(lang)


def told(number: int, group: Group, lang: Lang) -> tuple[int | str, ...]:
    """What the list says of a group, by HEADERS."""
    where = "; ".join(
        f"{spot.sheet or spot.file}{f' {spot.column}' if spot.column else ''}: {row_ranges(spot.rows)}".rstrip(": ")
        for spot in group.spots
    )
    values = "; ".join(group.values)
    fix = group.how_to_fix.said(lang)
    return (
        number,
        _level(group.is_error, lang),
        group.headline.said(lang),
        where,
        values,
        group.expected.said(lang),
        fix,
    )


A4, _LINE, _TALLEST = 9, 15.0, 400.0
"""The number of the paper; points of a line, and of the tallest row that a spreadsheet takes."""


def height(line: Sequence[int | str]) -> float:
    """Points that the longest text of a line takes in its column; words that do not fit make it a little longer."""
    lines = (
        sum(-(-len(part) // max(1, width - 3)) or 1 for part in str(text).split("\n"))
        for text, width in zip(line, WIDTHS, strict=True)
    )
    return min(_TALLEST, _LINE * max(lines) + 2)
