"""A field of a scenario by its place: its key among all fields, its name in the file, and what it is in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from semesta.basics.words import Words, same
from semesta.planning.in_words import lowered

Key = tuple[str, ...]
Entry = TypeVar("Entry")
THERE = Words("ada", "there")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A field of one scenario: its name in the file, what it is, its bare value and its value in words."""

    field: str
    title: Words
    value: str
    said: Words
    within: tuple[Key, ...] = ()
    """Of what it is a field: the keys of the group, of the payer in it."""


@dataclass(frozen=True, slots=True)
class At:
    """A place in a scenario: its key, its name in the file, what stands there in words, and the keys of what it is within."""

    key: Key = ()
    field: str = ""
    title: Words = Words("", "")
    within: tuple[Key, ...] = ()

    def leaf(self, name: str, title: Words, value: object, said: Words | None = None) -> Iterator[tuple[Key, Leaf]]:
        """The field of that name; nothing where it is not filled in."""
        if value in (None, ""):
            return
        whole = self.title + same(": ") + lowered(title) if self.title else title
        field = f"{self.field}.{name}" if self.field else name
        yield (*self.key, name), Leaf(field, whole, str(value), said or same(str(value)), self.within)

    def inside(self, name: str, number: int, what: str, title: Words) -> At:
        """An entry of a list, the `number`th from 1, told apart by `what` it is."""
        key = (*self.key, name, what)
        field = f"{self.field}.{name}[{number}]" if self.field else f"{name}[{number}]"
        return At(key, field, self.title + same(", ") + title if self.title else title, (*self.within, key))

    def there(self) -> tuple[Key, Leaf]:
        """That the entry is there at all."""
        return self.key, Leaf(self.field, self.title, self.key[-1], THERE, self.within[:-1])


def told_apart(
    at: At, name: str, entries: Iterable[Entry], what: Callable[[Entry], tuple[str, Words]]
) -> Iterator[tuple[Entry, At]]:
    """Each entry with its place; the second of the same kind is told apart by its number among them."""
    seen: dict[str, int] = {}
    for number, entry in enumerate(entries, 1):
        code, title = what(entry)
        seen[code] = seen.get(code, 0) + 1
        again = "" if seen[code] == 1 else f" ({seen[code]})"
        yield entry, at.inside(name, number, code + again, title + same(again))
