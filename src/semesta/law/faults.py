"""What can go wrong with law: no law on a day, wrong inputs, and mistakes in the declarations."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable

from semesta.basics.words import Lang, Words, joined


class LawError(Exception):
    """A mistake in rules, parameters or inputs, or the name of something that is none of them."""


class NoLawOnDate(LookupError):
    """There was no law for `name` on `day`; `lacking` is the rule or parameter that begins later, or had ended."""

    def __init__(self, name: str, lacking: str, day: dt.date) -> None:
        self.name, self.lacking, self.day = name, lacking, day
        super().__init__(f"no law for {name} on {day}: {lacking} does not hold on that day")

    def said(self, lang: Lang) -> str:
        return Words(
            f"Tidak ada ketentuan {self.lacking} yang berlaku pada {self.day}, sehingga {self.name} tidak dapat dihitung",
            f"No {self.lacking} was in force on {self.day}, so {self.name} cannot be computed",
        ).said(lang)


class InputError(ValueError):
    """Inputs that cannot be used; `problems` names all of them at once."""

    def __init__(self, problems: Iterable[Words]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.said("en"))

    def said(self, lang: Lang) -> str:
        return joined(list(self.problems), "; ").said(lang)


def nearest(word: str, known: Iterable[str]) -> Words:
    """The known names most like the word, as the end of a message; empty when none is near."""
    close = difflib.get_close_matches(word, list(known), n=3)
    named = ", ".join(close)
    return Words(f"; yang mirip: {named}", f"; did you mean {named}?") if close else Words("", "")
