"""Why a result is what it is: a tree of rules, parameters and inputs, in Indonesian and English."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from semesta.basics.shown import count, day, rupiah, share
from semesta.basics.words import Lang, Words, joined, same
from semesta.law.book import Book
from semesta.law.case import Case
from semesta.law.citing import cited_on
from semesta.law.grammar import MISSING, Term
from semesta.law.parameters import Key
from semesta.law.rule import Rule

_NOTHING = Words("", "")


@dataclass(frozen=True)
class Reason:
    """One node of an explanation. `law` is the article, `since` the day from which it has held.

    `entry` is the key of a table that was looked up. `given` is False for an input that nobody gave and a parameter stands in for.
    """

    kind: Literal["rule", "parameter", "input"]
    name: str
    title: Words
    unit: str
    value: int | bool | str | None
    shown: Words
    law: str = ""
    since: dt.date | None = None
    source: str = ""
    verified: bool = True
    note: Words = _NOTHING
    given: bool = True
    because: tuple[Reason, ...] = ()

    def leaves(self) -> Iterator[Reason]:
        """The parameters and inputs below, in the order they are told."""
        if not self.because:
            yield self
        for reason in self.because:
            yield from reason.leaves()


def why(book: Book, case: Case, name: str) -> Reason:
    """The tree of what decided the value of a name in a case."""
    if name in book.inputs:
        return _of_input(book, case, name)
    if name in book.parameters:
        return _of_parameter(book, case, name)
    version = book.version(name, case.day)
    if version is None:
        return Reason("rule", name, book.rules[name][0].title, book.rules[name][0].unit, None, _UNKNOWN)
    below = []
    for argument in _that_matter(book, case, version):
        table = argument in book.parameters and book.parameters[argument].is_table
        below.extend(_of_table(book, case, argument, version) if table else [why(book, case, argument)])
    value = case.value(name)
    return Reason(
        "rule",
        name,
        version.title,
        version.unit,
        _plain(value),
        shown(value, version.unit),
        law=_law_of(book, case.day, version, below),
        since=version.since,
        because=tuple(below),
    )


def _law_of(book: Book, day: dt.date, version: Rule, below: Sequence[Reason]) -> str:
    """What the rule cites and was in force on the day; where nothing was, the articles of the values it rests on."""
    cited = cited_on(version.law, day, book.regulations)
    articles = (leaf.law for reason in below for leaf in reason.leaves() if leaf.law)
    return cited or "; ".join(dict.fromkeys(articles)) or version.law


def _that_matter(book: Book, case: Case, version: Rule) -> list[str]:
    """The arguments that decided the value: those without which it would be missing.

    An argument that nothing was asked of, such as the other segment's contribution, changes nothing when it is taken away.
    Of a missing value it is told what would have decided it.
    """
    values = {argument: case.value(argument) for argument in version.arguments}
    if version.function(**values) is MISSING:
        values = {a: _stand_in(book, a) if value is MISSING else value for a, value in values.items()}
    idle = {a for a in values if version.function(**{**values, a: _without(values[a])}) is not MISSING}
    # Two that can each stand in for the other are idle alone, but not together: then all are told.
    together = version.function(**{a: _without(value) if a in idle else value for a, value in values.items()})
    return [a for a in version.arguments if a not in idle or together is MISSING]


def _without(value: Term) -> Term:
    return {} if isinstance(value, Mapping) else MISSING


def _stand_in(book: Book, argument: str) -> Term:
    """Some value of the right kind in the place of a missing one."""
    if argument in book.inputs and book.inputs[argument].values:
        return next(iter(book.inputs[argument].values))
    unit = book.rules[argument][0].unit if argument in book.rules else ""
    return unit != "yes_no" and 1


def _of_input(book: Book, case: Case, name: str) -> Reason:
    declared = book.inputs[name]
    value = case.value(name)
    said = declared.values.get(value) if value is not MISSING else None
    stand_in = declared.otherwise if name not in case.given else None
    return Reason(
        "input",
        name,
        declared.title,
        declared.unit,
        _plain(value),
        said or shown(value, declared.unit),
        given=name in case.given,
        because=(why(book, case, stand_in),) if stand_in else (),
    )


def _of_table(book: Book, case: Case, name: str, version: Rule) -> list[Reason]:
    """The entries of a table that the rule rests on, one unless it adds up bands; the table itself when it is none."""
    keys = _looked_up(case, version, name)
    if not keys:
        return [_of_parameter(book, case, name)]
    return [_of_parameter(book, case, name, key, is_one_of_many=len(keys) > 1) for key in keys]


def _of_parameter(book: Book, case: Case, name: str, key: Key | None = None, *, is_one_of_many: bool = False) -> Reason:
    """The step of a parameter that held; of a table the entry at the key."""
    parameter = book.parameters[name]
    step = parameter.on(case.day)
    if step is None:
        return Reason("parameter", name, parameter.title, parameter.unit, None, _UNKNOWN)
    value = step.value[key] if isinstance(step.value, Mapping) and key is not None else step.value
    doubt = step.doubts.get(key) if key is not None else None
    return Reason(
        "parameter",
        name,
        parameter.title + _band(key) if is_one_of_many else parameter.title,
        parameter.unit,
        None if isinstance(value, Mapping) else value,
        _UNKNOWN if isinstance(value, Mapping) else shown(value, parameter.unit),
        law=step.article,
        since=step.since,
        source=step.source,
        verified=step.verified and doubt is None,
        note=doubt or step.note,
    )


def _band(key: Key | None) -> Words:
    """Which band an entry is of, said by its least amount."""
    return Words(f" [{count(key, 'id')}]", f" [{count(key, 'en')}]") if isinstance(key, int) else same(f" [{key}]")


def _looked_up(case: Case, version: Rule, table: str) -> list[Key]:
    """The keys of the entries without which the rule has no value.

    An entry is made missing, not taken out: without its entry an amount would fall into the band below.
    """
    values = {argument: case.value(argument) for argument in version.arguments}
    if version.function(**values) is MISSING:
        return []
    entries = dict(values[table])
    return [key for key in entries if version.function(**{**values, table: {**entries, key: MISSING}}) is MISSING]


_UNKNOWN = Words("tidak diketahui", "not known")


def _plain(value: Term) -> int | bool | str | None:
    return None if value is MISSING else value


def shown(value: Term, unit: str) -> Words:
    """The value as people read it, by its unit."""
    if value is MISSING:
        return _UNKNOWN
    if isinstance(value, bool):
        return Words("ya", "yes") if value else Words("tidak", "no")
    if unit == "rupiah":
        return Words(rupiah(value, "id"), rupiah(value, "en"))
    if unit == "per_million":
        return Words(_percent(value, "id"), _percent(value, "en"))
    if unit == "months":
        return Words(f"{value} bulan", f"{value} months")
    return same(str(value))


def _percent(per_million: int, lang: Lang) -> str:
    # Decimal, not a float: a rate has at most four decimals of a percent and all of them are shown.
    fraction = Decimal(per_million) / 1_000_000
    return share(fraction, lang, digits=max(0, -int((fraction * 100).normalize().as_tuple().exponent)))


def told(reason: Reason, lang: Lang, depth: int = 0) -> str:
    """The tree as lines: what it is, how much, by which article and since when, and what is not verified."""
    line = f"{'  ' * depth}{reason.title.said(lang)}: {reason.shown.said(lang)}{_cited(reason).said(lang)}"
    return "\n".join([line, *(told(below, lang, depth + 1) for below in reason.because)])


def _cited(reason: Reason) -> Words:
    parts = []
    if reason.law:
        parts.append(same(reason.law))
    if reason.since:
        parts.append(Words(f"sejak {day(reason.since, 'id')}", f"since {day(reason.since, 'en')}"))
    if not reason.given:
        parts.append(Words("tidak diisi", "not given"))
    if not reason.verified:
        parts.append(Words("belum terverifikasi: ", "not verified: ") + reason.note)
    return Words(" (", " (") + joined(parts, "; ") + same(")") if parts else Words("", "")
