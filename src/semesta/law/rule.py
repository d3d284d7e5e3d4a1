"""What a rule is: a function from named arguments to an amount or an answer, with its law, unit, dates and title."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from semesta.basics.words import Words
from semesta.law.grammar import Term

MIGRANTS = "PMI"
"""The segment of migrant workers: what JKK and JKM pay them stands in Permenaker 4/2023, which is not recorded here."""


@dataclass(frozen=True)
class Rule:
    """One version of a rule. Calling it calls the function, so a lawyer can step through it with plain values.

    `arguments` are names of other rules, of parameters or of inputs. It is law from `since` to `until`, both days included;
    None is open. `not_of`: the segment whose amounts stand in another law that is not recorded; for it nothing is known here.
    """

    name: str
    title: Words
    law: str
    unit: str
    arguments: tuple[str, ...]
    function: Callable[..., Term]
    since: dt.date | None
    until: dt.date | None
    not_of: str = ""

    def __call__(self, *args: Term, **named: Term) -> Term:
        return self.function(*args, **named)

    @property
    def where(self) -> str:
        """File and line of the function, for messages about mistakes in it."""
        code = self.function.__code__
        return f"{'/'.join(code.co_filename.replace(chr(92), '/').split('/')[-2:])}:{code.co_firstlineno}"

    def holds_on(self, day: dt.date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def overlaps(self, other: Rule) -> bool:
        first, last = dt.date.min, dt.date.max
        return (self.since or first) <= (other.until or last) and (other.since or first) <= (self.until or last)


def rule(
    *,
    law: str,
    unit: str,
    title: Mapping[str, str],
    since: str | None = None,
    until: str | None = None,
    name: str | None = None,
    not_of: str = "",
) -> Callable[[Callable[..., Term]], Rule]:
    """Declares a rule: the arguments of the function are the names of what it needs.

    A changed law adds a function with other dates and `name=` the rule it is a version of; it does not edit the old one.
    """

    def declared(function: Callable[..., Term]) -> Rule:
        return Rule(
            name=name or function.__name__,
            title=Words(title["id"], title["en"]),
            law=law,
            unit=unit,
            arguments=tuple(inspect.signature(function).parameters),
            function=function,
            since=dt.date.fromisoformat(since) if since else None,
            until=dt.date.fromisoformat(until) if until else None,
            not_of=not_of,
        )

    return declared
