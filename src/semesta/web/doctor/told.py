"""What a check tells: that all is well, or what is not and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from semesta.basics.words import Words

NOTHING = Words("", "")


class Level(IntEnum):
    WELL = 0
    MIND = 1
    """Should be seen to."""
    WRONG = 2
    """Must be seen to."""


@dataclass(frozen=True, slots=True)
class Told:
    """One line: how it is, what was found, what to do."""

    level: Level
    found: Words
    to_do: Words = field(default=NOTHING)


def well(id: str, en: str) -> Told:
    return Told(Level.WELL, Words(id, en))


def mind(found: Words, to_do: Words) -> Told:
    return Told(Level.MIND, found, to_do)


def wrong(found: Words, to_do: Words) -> Told:
    return Told(Level.WRONG, found, to_do)


Check = Callable[[], Iterable[Told]]


def some(names: Iterable[str], most: int = 3) -> str:
    """The first names of many."""
    every = sorted(names)
    more = f" … (+{len(every) - most})" if len(every) > most else ""
    return ", ".join(every[:most]) + more
