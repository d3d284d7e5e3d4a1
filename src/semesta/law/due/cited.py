"""A value of law with its article, for schedules, which do not go through rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from semesta.basics.words import Words
from semesta.law.faults import NoLawOnDate
from semesta.law.parameters import Entry, Key

if TYPE_CHECKING:
    from semesta.law.law import Law


@dataclass(frozen=True)
class Cited:
    """What a parameter says on a day. `value` is None where its table has no entry at the key."""

    value: Entry | None
    law: str
    verified: bool
    note: Words


def cited(law: Law, name: str, day: dt.date, key: Key | None = None) -> Cited:
    """The value of a parameter on the day, of a table the entry at the key.

    Raises:
        NoLawOnDate: the parameter begins later.
    """
    step = law.book.parameters[name].on(day)
    if step is None:
        raise NoLawOnDate(name, name, day)
    if not isinstance(step.value, Mapping):
        return Cited(step.value, step.article, step.verified, step.note)
    doubt = step.doubts.get(key) if key is not None else None
    value = step.value.get(key) if key is not None else None
    return Cited(value, step.article, step.verified and doubt is None, doubt or step.note)
