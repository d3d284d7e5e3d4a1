"""One case on plain values: the reference. Every intermediate value is kept, for the explanation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from semesta.basics.words import Words, same
from semesta.law.book import Book
from semesta.law.faults import InputError, nearest
from semesta.law.grammar import MISSING, Term
from semesta.law.parameters import Parameter, Step


class Case:
    """The values of the law for one case on one day. `verified_only` takes everything that was not verified as missing."""

    def __init__(self, book: Book, day: dt.date, given: Mapping[str, object], *, verified_only: bool = False) -> None:
        self.book, self.day, self.given, self.verified_only = book, day, given, verified_only
        self.seen: dict[str, Term] = {}

    def value(self, name: str) -> Term:
        """The value of a rule, parameter or input; MISSING where the case does not say, or nothing is law on the day."""
        if name not in self.seen:
            self.seen[name] = self._computed(name)
        return self.seen[name]

    def _computed(self, name: str) -> Term:
        if name in self.book.inputs:
            return self._input(name)
        if name in self.book.parameters:
            return self._held(self.book.parameters[name])
        version = self.book.version(name, self.day)
        if version is None or (version.not_of and self.given.get("segment") == version.not_of):
            return MISSING
        return version.function(*[self.value(argument) for argument in version.arguments])

    def _held(self, parameter: Parameter) -> Term:
        step = parameter.on(self.day)
        if step is None:
            return {} if parameter.is_table else MISSING
        return trusted(step) if self.verified_only else step.value

    def _input(self, name: str) -> Term:
        if name in self.given:
            value = self.given[name]
            return MISSING if value is None else value
        otherwise = self.book.inputs[name].otherwise
        return self.value(otherwise) if otherwise else MISSING


def trusted(step: Step) -> Term:
    """The value of a step without what was not verified."""
    if not step.verified:
        return {} if isinstance(step.value, Mapping) else MISSING
    if isinstance(step.value, Mapping):
        return {key: entry for key, entry in step.value.items() if key not in step.doubts}
    return step.value


def checked(book: Book, day: dt.date, given: Mapping[str, object]) -> Mapping[str, object]:
    """The inputs of a case, if all can be used.

    Raises:
        InputError: unknown names and values that are not allowed, all at once, with the nearest ones.
    """
    faults = []
    if type(day) is not dt.date:  # a datetime would not compare with the days of law
        faults.append(same(f"date = {day!r}") + Words(" bukan tanggal", " is not a date"))
    for name, value in given.items():
        if name not in book.inputs:
            near = nearest(name, book.inputs)
            faults.append(same(name) + Words(": masukan tidak dikenal", ": unknown input") + near)
        elif value is not None and (fault := book.inputs[name].fault(value)):
            faults.append(fault)
    if faults:
        raise InputError(faults)
    return given
