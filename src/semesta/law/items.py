"""The lines a bill or a benefit is made of: each programme's folder declares its own in `items.py`.

CONTRIBUTION: tuple[Item | Schedule, ...] makes the monthly bill, BENEFITS: dict[str, tuple[Item | Schedule, ...]] what is
paid, by event. `semesta.law.answers` finds them and adds them up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from semesta.basics.words import Words

if TYPE_CHECKING:
    from semesta.law.law import Law

Payer = Literal["employer", "worker", "member", "government", "fund"]
Facts = Mapping[str, Any]
"""The case as it was given: inputs of rules and histories, by name; None or absent where it does not say."""


def always(case: Facts) -> bool:
    """Every case."""
    return True


def of_segment(segment: str) -> Callable[[Facts], bool]:
    """Whether the case is of the segment, or does not say its segment: then the line stays, with its amount unknown."""
    return lambda case: case.get("segment") in (None, segment)


@dataclass(frozen=True)
class Item:
    """A rule of the book whose amount is one line. `applies` tells which cases have the line at all."""

    rule: str
    programme: str
    payer: Payer
    applies: Callable[[Facts], bool] = always


@dataclass(frozen=True)
class Schedule:
    """A history or a calendar: a function of the whole case, of the law and of the day, that gives lines.

    It tells a missing input by a line whose amount is None, and a wrong one by raising InputError.
    `needs` are the names of the case that it reads and that are no inputs of rules.
    """

    name: str
    programme: str
    payer: Payer
    law: str
    title: Words
    function: Callable[[Facts, Law, dt.date], list[Due]]
    applies: Callable[[Facts], bool] = always
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Due:
    """One line of an answer, in whole rupiah. An `amount` of None is not known, and `because` says what is missing."""

    programme: str
    payer: Payer
    rule: str
    title: Words
    amount: int | None
    law: str
    verified: bool
    because: Words
