"""Parts of a plan beside its budget and path: each a file here that defines PART, and nothing else has to be touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from semesta.basics.discover import defined_in
from semesta.basics.words import Words

if TYPE_CHECKING:
    from semesta.law.law import Law
    from semesta.monev.measured import Measured
    from semesta.planning.fields import Fields
    from semesta.planning.scenario import Scenario

Asked = TypeVar("Asked")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Part(Generic[Asked, Made]):
    """A part of a plan that a scenario asks for by a field of the part's name.

    `read` takes that field's entries and adds faults to it, closing it at the end; `make` gets what was read. It is called
    only when there were no faults. What is made is had by `plan.of(PART)`, with its type.
    """

    name: str
    title: Words
    read: Callable[[Fields], Asked]
    make: Callable[[Asked, Scenario, Measured | None, Law], Made]
    example: str = ""
    """How it is asked for in the template, every line a remark: "# claims: {}"; without it the bare name stands there."""


@cache
def parts() -> tuple[Part[object, object], ...]:
    """Every part, by the name of its file."""
    return tuple(cast("Part[object, object]", part) for part in defined_in("semesta.planning.parts", "PART"))
