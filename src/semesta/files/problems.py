"""Problems of one cause as one group, the most useful first, so that one mend is said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from semesta.basics.codes import plain
from semesta.basics.problem import Problem
from semesta.basics.words import Lang, Words, capital
from semesta.tables import causes

MOST_RANGES = 8

_OF_WHOLE_TABLES = frozenset({"missing_column", "ambiguous_header", "no_header_row", "no_table"})
"""Causes that set a whole table aside: they come first, whatever else there is."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in one sheet the problems of a group are. `column` is a letter, `rows` the spreadsheet's own numbers."""

    file: str
    sheet: str | None
    column: str | None
    rows: tuple[int, ...]

    def said(self, lang: Lang = "id") -> str:
        """ "monev.xlsx › Peserta, kolom C, baris 4–7, 12"."""
        words = {"id": ("kolom", "baris"), "en": ("column", "rows")}[lang]
        where = " › ".join(part for part in (self.file, self.sheet) if part)
        column = f", {words[0]} {self.column}" if self.column else ""
        rows = f", {words[1]} {row_ranges(self.rows)}" if self.rows else ""
        return where + column + rows


@dataclass(frozen=True, slots=True)
class Group:
    """Problems of one cause in one column. `count` are the problems, `rows` the different rows they stand in.

    `headline` says it in a line: "214 baris: wilayah tidak dikenal, kolom Wilayah". `values` are the commonest values.
    """

    cause: str
    is_error: bool
    title: Words
    headline: Words
    count: int
    rows: int
    spots: tuple[Spot, ...]
    values: tuple[str, ...]
    example: Problem

    @property
    def expected(self) -> Words:
        return self.example.fault.expected

    @property
    def how_to_fix(self) -> Words:
        return self.example.fault.how_to_fix


def grouped(problems: Iterable[Problem]) -> list[Group]:
    """The problems by cause and column: what sets whole tables aside, then what sets most rows aside, then warnings."""
    together: dict[tuple[str, bool, str], list[Problem]] = {}
    for problem in problems:
        key = (problem.fault.cause, problem.is_error, plain(problem.header or problem.column or ""))
        together.setdefault(key, []).append(problem)
    return sorted((_group(several) for several in together.values()), key=_rank)


def _rank(group: Group) -> tuple[int, int]:
    if not group.is_error:
        return 2, -group.count
    is_whole = group.cause in _OF_WHOLE_TABLES or not group.rows
    return (0 if is_whole else 1), -group.rows


def title_of(problem: Problem) -> Words:
    """What is wrong, in a few words; where nobody named it, what was expected."""
    fault = problem.fault
    known = fault.title or causes.title(fault.cause)
    return known or Words(f"seharusnya {fault.expected.id}", f"should be {fault.expected.en}")


def _group(problems: Sequence[Problem]) -> Group:
    first = problems[0]
    spots = tuple(_spots(problems))
    rows = sum(len(spot.rows) for spot in spots)
    values = Counter(p.value for p in problems if p.value)
    return Group(
        cause=first.fault.cause,
        is_error=first.is_error,
        title=title_of(first),
        headline=_headline(first, len(problems), rows, spots),
        count=len(problems),
        rows=rows,
        spots=spots,
        values=tuple(value for value, _ in values.most_common(3)),
        example=first,
    )


def _spots(problems: Sequence[Problem]) -> Iterator[Spot]:
    rows: dict[tuple[str, str | None, str | None], set[int]] = {}
    for problem in problems:
        at = rows.setdefault((problem.file, problem.sheet, problem.column), set())
        if problem.row is not None:
            at.add(problem.row)
    for (file, sheet, column), numbers in rows.items():
        yield Spot(file, sheet, column, tuple(sorted(numbers)))


def _headline(first: Problem, count: int, rows: int, spots: Sequence[Spot]) -> Words:
    title = title_of(first)
    lead = Words(_lower_first(title.id), _lower_first(title.en))
    many = Words(f"{_grouped(rows, '.')} baris: ", f"{_grouped(rows, ',')} rows: ") if rows > 1 else Words("", "")
    if rows <= 1:
        lead = (
            Words(capital(title.id), capital(title.en))
            if count == 1
            else Words(f"{count} kali: {lead.id}", f"{count} times: {lead.en}")
        )
    letters = {spot.column for spot in spots if spot.column}
    letter = f" ({letters.pop()})" if len(letters) == 1 else ""
    name = first.header or ""
    where = Words(f", kolom {name}{letter}", f", column {name}{letter}") if name or letter else Words("", "")
    return many + lead + where


def _grouped(number: int, sign: str) -> str:
    return f"{number:,}".replace(",", sign)


def _lower_first(text: str) -> str:
    """The text as it goes on in a sentence; abbreviations stay."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def row_ranges(rows: Sequence[int], most: int = MOST_RANGES) -> str:
    """Row numbers as people write them: "4–7, 12"; of very many the first ranges and how many rows follow."""
    ranges: list[list[int]] = []
    for row in rows:
        if ranges and row == ranges[-1][1] + 1:
            ranges[-1][1] = row
        else:
            ranges.append([row, row])
    said = ", ".join(f"{a}–{b}" if b > a else str(a) for a, b in ranges[:most])
    rest = sum(b - a + 1 for a, b in ranges[most:])
    return f"{said} … (+{rest})" if rest else said
