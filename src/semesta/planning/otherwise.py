"""What two scenarios say otherwise, field by field, in words and with the name that the field has in the file.

Groups, payers, sources, targets are told apart by what they are and not by their place, so that one put in between changes nothing
of the others; one that stands in a single scenario is one difference and not a dozen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from semesta.basics.words import Words
from semesta.planning.scenario import Scenario
from semesta.planning.scenario_leaves import leaves

NOT_THERE = Words("tidak ada", "not there")


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A field that is not the same. `field` is its name in the first file, where it stands there, else in the other.

    `title` and what is said are for readers; `first` and `other` are the bare values, "" where one does not have the field.
    """

    field: str
    title: Words
    first: str
    other: str
    first_said: Words
    other_said: Words


def otherwise(first: Scenario, other: Scenario) -> Iterator[Otherwise]:
    """Every field in which they differ, in the order in which scenarios are written; their names are not held against each other."""
    one, two = dict(leaves(first)), dict(leaves(other))
    for key in dict.fromkeys([*one, *two]):
        mine, theirs = one.get(key), two.get(key)
        leaf = mine or theirs
        if leaf is None or (mine and theirs and mine.value == theirs.value):
            continue
        if any(key_of not in (one if mine is None else two) for key_of in leaf.within):
            continue  # what it is a field of stands in one alone, and is told as a whole
        yield Otherwise(
            leaf.field,
            leaf.title,
            mine.value if mine else "",
            theirs.value if theirs else "",
            mine.said if mine else NOT_THERE,
            theirs.said if theirs else NOT_THERE,
        )
