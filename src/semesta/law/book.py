"""The law as one checked graph: rules, parameters and inputs by name, and in which order rules are computed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import combinations
from typing import TypeVar

from semesta.law.citing import in_force
from semesta.law.days import Days
from semesta.law.faults import LawError, nearest
from semesta.law.inputs import Input
from semesta.law.parameters import Parameter
from semesta.law.rule import Rule

Named = TypeVar("Named", Parameter, Input)


class Book:
    """All declarations together.

    Raises:
        LawError: an argument that nothing is called, a cycle, versions that overlap, or two things of one name; with the place.
    """

    def __init__(self, rules: Iterable[Rule], parameters: Iterable[Parameter], inputs: Iterable[Input]) -> None:
        self.rules: dict[str, tuple[Rule, ...]] = {}
        for version in rules:
            self.rules[version.name] = (*self.rules.get(version.name, ()), version)
        self.parameters = _by_name(parameters, "parameter")
        self.inputs = _by_name(inputs, "input")
        self._check_names()
        self._check_versions()
        self._depth: dict[str, int] = {}
        for name in self.rules:
            self._measure(name, ())

    @cached_property
    def names(self) -> list[str]:
        return [*self.rules, *self.parameters, *self.inputs]

    def version(self, name: str, day: dt.date) -> Rule | None:
        return next((version for version in self.rules[name] if version.holds_on(day)), None)

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """The names that rest, on some day, on a value that was not verified."""
        doubts = {p.name for p in self.parameters.values() if any(step.is_doubtful for step in p.steps)}
        return frozenset(name for name in self.names if not doubts.isdisjoint(self.all_needs([name])))

    @cached_property
    def regulations(self) -> dict[str, Days]:
        """The days on which each regulation that values cite was in force, as far as rules ask for them."""
        return in_force(self.parameters.values(), (version for versions in self.rules.values() for version in versions))

    def needs(self, name: str) -> tuple[str, ...]:
        """The names that a name is made from directly, over all versions."""
        if name in self.rules:
            return tuple(dict.fromkeys(a for version in self.rules[name] for a in version.arguments))
        stand_in = self.inputs[name].otherwise if name in self.inputs else None
        return (stand_in,) if stand_in else ()

    def not_of(self, name: str) -> str:
        """The segment of which a name tells nothing, because it or what it is made from does not; "" where there is none.

        A rule that asks for the segment itself says what it tells of each.
        """
        if "segment" in self.needs(name):
            return ""
        rules = (version for need in self.all_needs([name]) for version in self.rules.get(need, ()))
        return next((version.not_of for version in rules if version.not_of), "")

    def all_needs(self, names: Iterable[str]) -> list[str]:
        """The names themselves and everything they are made from, each once."""
        found: dict[str, None] = {}
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found[name] = None
                waiting.extend(self.needs(name))
        return list(found)

    def levels(self, names: Iterable[str]) -> list[list[str]]:
        """The rules needed for the names, those first that need no other rule; one list per depth."""
        rules = [name for name in self.all_needs(names) if name in self.rules]
        return [
            sorted(name for name in rules if self._depth[name] == depth)
            for depth in sorted({self._depth[name] for name in rules})
        ]

    def lacking(self, name: str, day: dt.date) -> str | None:
        """The first rule or parameter among the needs of `name` that is no law on the day; None when all are."""
        if name in self.parameters:
            return None if self.parameters[name].on(day) else name
        if name in self.inputs:
            return None
        version = self.version(name, day)
        if version is None:
            return name
        return next((found for a in version.arguments if (found := self.lacking(a, day))), None)

    def changes(self, names: Iterable[str]) -> list[dt.date]:
        """The days on which anything that the names need begins, changes or ends, in order."""
        days: set[dt.date] = set()
        for name in self.all_needs(names):
            if name in self.parameters:
                days |= {step.since for step in self.parameters[name].steps}
            for version in self.rules.get(name, ()):
                days |= {version.since} if version.since else set()
                days |= {version.until + dt.timedelta(days=1)} if version.until else set()
        return sorted(days)

    def known(self, name: str) -> str:
        """The name, if it is a rule or a parameter with one value.

        Raises:
            LawError: with the nearest names.
        """
        if name in self.rules or (name in self.parameters and not self.parameters[name].is_table):
            return name
        if name in self.parameters:
            raise LawError(f"{name} is a table: ask for a rule that looks it up")
        raise LawError(f"no rule or parameter is called {name}{nearest(name, [*self.rules, *self.parameters]).en}")

    def _check_names(self) -> None:
        groups: Sequence[Iterable[str]] = (self.rules, self.parameters, self.inputs)
        for one, other in combinations(groups, 2):
            if both := set(one) & set(other):
                raise LawError(f"{sorted(both)} is declared twice: as rule, parameter or input")
        stand_ins = {declared.otherwise for declared in self.inputs.values() if declared.otherwise}
        if unknown := stand_ins - set(self.parameters):
            raise LawError(f"{sorted(unknown)} stands in for an input but is no parameter")
        for version in (version for versions in self.rules.values() for version in versions):
            for argument in version.arguments:
                if argument not in self.names:
                    near = nearest(argument, self.names).en
                    raise LawError(
                        f"{version.where}: rule {version.name} needs {argument}, which nothing is called{near}"
                    )

    def _check_versions(self) -> None:
        for versions in self.rules.values():
            for one, other in combinations(versions, 2):
                if one.overlaps(other):
                    raise LawError(f"{one.where} and {other.where}: two versions of rule {one.name} overlap in time")
                if one.unit != other.unit:
                    raise LawError(f"{one.where} and {other.where}: versions of rule {one.name} differ in unit")

    def _measure(self, name: str, path: tuple[str, ...]) -> int:
        if name not in self.rules:
            return 0
        if name in path:
            raise LawError(f"{self.rules[name][0].where}: cycle: {' → '.join((*path[path.index(name) :], name))}")
        if name not in self._depth:
            below = [self._measure(argument, (*path, name)) for argument in self.needs(name)]
            self._depth[name] = 1 + max(below, default=0)
        return self._depth[name]


def _by_name(declared: Iterable[Named], kind: str) -> dict[str, Named]:
    found: dict[str, Named] = {}
    for entry in declared:
        if entry.name in found:
            raise LawError(f"{kind} {entry.name} is declared twice")
        found[entry.name] = entry
    return found
