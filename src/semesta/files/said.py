"""What commands say of a reading beside its result: files given twice, what is wrong with the letterhead, kinds of errors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from semesta.basics.problem import Problem
from semesta.basics.words import Words, joined, same
from semesta.files import pictures
from semesta.files.faults import SAME_FILE
from semesta.files.problems import Group, grouped
from semesta.files.sheet_faults import UNKNOWN_HEADER
from semesta.tables.kantor import TOO_LONG

OF_LETTERHEAD = frozenset(
    fault.cause for fault in (pictures.NOT_BESIDE, pictures.NO_PICTURE, pictures.TOO_LARGE, TOO_LONG)
)
MOST_COLUMNS = 8
MOST_KINDS = 3
"""So many kinds of what is wrong are named; semesta check tells them all."""


def given_twice(problems: Iterable[Problem]) -> list[Problem]:
    """The files that are the same as one before them, whose name is the value, and that were not read again."""
    return [problem for problem in problems if problem.fault.cause == SAME_FILE.cause]


def said_given_twice(problems: Iterable[Problem]) -> list[Words]:
    return [
        same(f"{problem.file}: ")
        + Words(
            f"berkas yang sama dengan {problem.value}, dibaca satu kali saja",
            f"the same file as {problem.value}, read once only",
        )
        for problem in given_twice(problems)
    ]


def error_groups(problems: Iterable[Problem]) -> list[Group]:
    return grouped(problem for problem in problems if problem.is_error)


def said_errors(groups: Sequence[Group]) -> Words:
    """The first kinds of errors by their headlines, and how many more there are."""
    named = [
        group.headline if group.rows else same(f"{group.spots[0].file}: ") + group.headline
        for group in groups[:MOST_KINDS]
    ]
    rest = len(groups) - MOST_KINDS
    more = [Words(f"{rest} jenis galat lain", f"{rest} more kinds of errors")] if rest > 0 else []
    return Words("Galat: ", "Errors: ") + joined([*named, *more], "; ")


def said_unread(problems: Iterable[Problem]) -> list[Words]:
    """By file the headings of columns that nothing was taken from, each once, as they may be shown; of very many how many."""
    unread = [problem for problem in problems if problem.fault.cause == UNKNOWN_HEADER]
    headings: dict[str, dict[str, None]] = {}
    for problem in unread:
        if problem.value:
            headings.setdefault(problem.file, {})[problem.value] = None
    many = [same(f"{problem.file}: ") + problem.fault.title for problem in unread if not problem.value]
    return [
        *(
            same(f"{file}: ")
            + Words("kolom yang tidak dibaca: ", "columns that were not read: ")
            + same(", ".join(list(titles)[:MOST_COLUMNS]) + (", …" if len(titles) > MOST_COLUMNS else ""))
            for file, titles in headings.items()
        ),
        *many,
    ]


def said_of_letterhead(problems: Iterable[Problem]) -> list[Words]:
    """What is wrong with the letterhead, a line each: papers are made all the same, and whoever sends them should know."""
    found = (problem for problem in problems if problem.fault.cause in OF_LETTERHEAD)
    return [
        same(f"{problem.file}: ") + problem.fault.title + same(". ") + problem.fault.how_to_fix for problem in found
    ]


def said_of_reading(problems: Sequence[Problem]) -> list[Words]:
    """All of it, in lines: of people a row with an error stays, its cell taken for empty, so that no count of rows tells it."""
    groups = error_groups(problems)
    detail = Words(". Rincian tiap baris: semesta check BERKAS", ". Row by row: semesta check FILE")
    errors = [said_errors(groups) + detail] if groups else []
    return [*said_given_twice(problems), *said_of_letterhead(problems), *errors]
