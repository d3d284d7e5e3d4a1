"""What became other law on which day: values of parameters, and versions of rules that begin or end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from semesta.basics.shown import count
from semesta.basics.words import Words, joined, same
from semesta.law.book import Book
from semesta.law.explain import shown
from semesta.law.parameters import Entry, Key, Parameter
from semesta.law.rule import Rule

_NOTHING = Words("", "")
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Change:
    """One parameter or rule that is other law from `day` on. `before` is empty where it begins, `after` where it ends.

    Of a table `entries` are the keys that differ, each with what it was and what it is, empty where it was or is not.
    """

    day: dt.date
    name: str
    title: Words
    before: Words
    after: Words
    article: str
    verified: bool
    entries: tuple[tuple[Words, Words, Words], ...] = ()
    is_rule: bool = False


def changes_between(book: Book, first: dt.date, last: dt.date) -> list[Change]:
    """The changes from `first` to `last`, both included, by day; on one day values before rules."""
    found = [
        *(change for parameter in book.parameters.values() for change in _of_parameter(parameter)),
        *(change for versions in book.rules.values() for change in _of_rule(versions)),
    ]
    return sorted((change for change in found if first <= change.day <= last), key=lambda change: change.day)


def known_from(book: Book, name: str) -> dt.date | None:
    """The first day on which everything that a rule needs is law; None where there is none, or none before it was."""
    return next((day for day in book.changes([name]) if book.lacking(name, day) is None), None)


def value_shown(value: Entry | Mapping[Key, Entry], unit: str) -> Words:
    """A value of law as people read it; of a table every entry by its key."""
    if not isinstance(value, Mapping):
        return shown(value, unit)
    return joined([key_shown(key) + same(": ") + shown(entry, unit) for key, entry in value.items()], "; ")


def key_shown(key: Key) -> Words:
    """The key of a table: amounts with separators, years and classes without, stages by their name."""
    if isinstance(key, int) and key >= _NO_YEAR:
        return Words(count(key, "id"), count(key, "en"))
    return _STAGES.get(str(key)) or same(str(key))


_NO_YEAR = 10_000
_STAGES = {
    "first": Words("pertama", "first"),
    "second": Words("kedua", "second"),
    "later": Words("selanjutnya", "later"),
}


def _of_parameter(parameter: Parameter) -> Iterator[Change]:
    begins = parameter.steps[0]
    begun = value_shown(begins.value, parameter.unit)
    yield Change(
        begins.since,
        parameter.name,
        parameter.title,
        _NOTHING,
        begun,
        begins.article,
        not begins.is_doubtful,
        _entries({}, begins.value, parameter.unit),
    )
    for earlier, later in pairwise(parameter.steps):
        before, after = _that_differ(earlier.value, later.value)
        yield Change(
            later.since,
            parameter.name,
            parameter.title,
            value_shown(before, parameter.unit),
            value_shown(after, parameter.unit),
            later.article,
            not later.is_doubtful,
            _entries(earlier.value, later.value, parameter.unit),
        )


def _entries(before: _Value, after: _Value, unit: str) -> tuple[tuple[Words, Words, Words], ...]:
    if not isinstance(before, Mapping) or not isinstance(after, Mapping):
        return ()
    keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    told = [[shown(table[key], unit) if key in table else _NOTHING for table in (before, after)] for key in keys]
    return tuple((key_shown(key), was, now) for key, (was, now) in zip(keys, told, strict=True))


_Value = Entry | Mapping[Key, Entry]


def _that_differ(before: _Value, after: _Value) -> tuple[_Value, _Value]:
    """Of two tables only the entries that are not the same."""
    if not isinstance(before, Mapping) or not isinstance(after, Mapping):
        return before, after
    return (
        {key: entry for key, entry in before.items() if after.get(key) != entry},
        {key: entry for key, entry in after.items() if before.get(key) != entry},
    )


def _of_rule(versions: tuple[Rule, ...]) -> Iterator[Change]:
    """The days on which another version of a rule begins, or the last one ends."""
    begun = {version.since: version for version in versions if version.since}
    ended = {version.until + _ONE_DAY: version for version in versions if version.until}
    for day in sorted({*begun, *ended}):
        old, new = ended.get(day), begun.get(day)
        now = new or old
        if now is not None:
            yield Change(day, now.name, now.title, _law_of(old), _law_of(new), now.law, True, is_rule=True)


def _law_of(version: Rule | None) -> Words:
    return Words(f"aturan menurut {version.law}", f"rule by {version.law}") if version else _NOTHING
