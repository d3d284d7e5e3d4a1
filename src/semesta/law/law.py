"""The law as people use it: one value with its reasons, columns of a frame, a what-if, and what is not yet verified."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules
from typing import Any

from semesta.basics.words import Lang, Words
from semesta.law.book import Book
from semesta.law.case import Case, checked
from semesta.law.columns import with_law
from semesta.law.explain import Reason, told, why
from semesta.law.faults import LawError, NoLawOnDate, nearest
from semesta.law.grammar import MISSING
from semesta.law.inputs import INPUTS, Input
from semesta.law.parameters import Entry, Key, Parameter, read_parameters
from semesta.law.rule import Rule


@dataclass(frozen=True)
class Doubt:
    """A value of law that was not verified: from when, for which key of a table, and why not."""

    parameter: str
    since: dt.date
    key: Key | None
    note: Words


class Result:
    """What a rule comes to in one case. `value` is None where an input that matters is missing; `missing` says which."""

    def __init__(self, book: Book, case: Case, name: str) -> None:
        self.name, self.day, self._book, self._case = name, case.day, book, case
        found = case.value(name)
        self.value: int | bool | str | None = None if found is MISSING else found

    @property
    def unit(self) -> str:
        return self.because.unit

    @cached_property
    def verified(self) -> bool:
        """Whether the value stays the same when everything that was not verified is taken as missing."""
        if self.value is None or self.name not in self._book.doubtful:
            return True
        trusted = Case(self._book, self.day, self._case.given, verified_only=True)
        return trusted.value(self.name) is not MISSING

    @cached_property
    def because(self) -> Reason:
        """The tree of rules, parameters and inputs that decided the value."""
        return why(self._book, self._case, self.name)

    @property
    def doubts(self) -> tuple[Reason, ...]:
        """The values of law in the explanation that were not verified, each with its note."""
        return tuple(reason for reason in self.because.leaves() if not reason.verified)

    @property
    def missing(self) -> tuple[str, ...]:
        """The inputs that were not given and without which there is no value."""
        leaves = [reason for reason in self.because.leaves() if reason.kind == "input" and reason.value is None]
        return tuple(dict.fromkeys(reason.name for reason in leaves)) if self.value is None else ()


class Law:
    """All rules and parameters. Reads and checks them when first asked, so that importing costs nothing."""

    def __init__(self, book: Callable[[], Book]) -> None:
        self._read = book

    @classmethod
    def of(cls, rules: Sequence[Rule], parameters: Sequence[Parameter], inputs: Sequence[Input]) -> Law:
        """A law of exactly these declarations, checked now.

        Raises:
            LawError: names the place of what is wrong.
        """
        book = Book(rules, parameters, inputs)
        return cls(lambda: book)

    @cached_property
    def book(self) -> Book:
        return self._read()

    def value(self, name: str, *, date: dt.date, **inputs: int | bool | str | None) -> Result:
        """What a rule or parameter comes to for one case on the day of its event.

        Raises:
            LawError: nothing is called `name`.
            InputError: inputs that are unknown or not allowed, all at once.
            NoLawOnDate: nothing was law on the day, so there is no value; it is never 0.
        """
        return self.values([name], date=date, **inputs)[0]

    def values(self, names: Sequence[str], *, date: dt.date, **inputs: int | bool | str | None) -> list[Result]:
        """Several results for one case: what they have in common is computed once. Raises what `value` does."""
        case = Case(self.book, date, checked(self.book, date, inputs))
        results = [Result(self.book, case, self.book.known(name)) for name in names]
        for result in results:
            if result.value is None and (lacking := self.book.lacking(result.name, date)):
                raise NoLawOnDate(result.name, lacking, date)
        return results

    def columns(self, frame: Any, names: Sequence[str], *, date: str) -> Any:
        """The frame with the named rules computed, each row by the law of its own day: see `with_law`."""
        return with_law(self.book, frame, names, date=date)

    def explain(self, result: Result, lang: Lang = "id") -> str:
        """The reasons of a result as indented lines: what, how much, by which article, since when, from which inputs."""
        return told(result.because, lang)

    def with_values(self, values: Mapping[str, Entry | Mapping[Key, Entry]], *, since: str | dt.date) -> Law:
        """The law of a scenario: these parameters have other values from a day on; results that touch them say so.

        Raises:
            LawError: a name that is no parameter, or a value of another kind.
        """
        day = dt.date.fromisoformat(since) if isinstance(since, str) else since
        for name in values:
            if name not in self.book.parameters:
                raise LawError(f"no parameter is called {name}{nearest(name, self.book.parameters).en}")
        supposed = [p.supposing(values[p.name], day) if p.name in values else p for p in self.book.parameters.values()]
        versions = [version for versions in self.book.rules.values() for version in versions]
        return Law.of(versions, supposed, tuple(self.book.inputs.values()))

    def unverified(self) -> list[Doubt]:
        """Every value that was not verified, in the order of the files."""
        doubts = []
        for parameter in self.book.parameters.values():
            for step in parameter.steps:
                if not step.verified:
                    doubts.append(Doubt(parameter.name, step.since, None, step.note))
                doubts.extend(Doubt(parameter.name, step.since, key, note) for key, note in step.doubts.items())
        return doubts


def declared() -> Book:
    """The rules and parameters of every programme's folder here, checked."""
    rules: list[Rule] = []
    parameters: list[Parameter] = []
    for folder in (module.name for module in iter_modules(import_module("semesta.law").__path__) if module.ispkg):
        module = import_module(f"semesta.law.{folder}.rules")
        rules.extend(found for found in vars(module).values() if isinstance(found, Rule))
        written = files(f"semesta.law.{folder}").joinpath("parameters.yaml")
        if written.is_file():
            parameters.extend(read_parameters(written.read_text(encoding="utf-8"), f"law/{folder}/parameters.yaml"))
    return Book(rules, parameters, INPUTS)


LAW = Law(declared)
