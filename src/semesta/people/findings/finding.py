"""What a finding is: a list of people, or of accounts, for whom something is to be done, each row with its reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import polars as pl

from semesta.basics import shown
from semesta.basics.words import LANGS, Lang, Words
from semesta.people.people import People

Kind = Literal["text", "count", "rupiah", "day", "month", "share"]
REASON = {"id": "reason_id", "en": "reason_en"}


@dataclass(frozen=True, slots=True)
class Extra:
    """A column that only this list has."""

    name: str
    title: Words
    kind: Kind


@dataclass(frozen=True, slots=True)
class Finding:
    """One list to act on.

    of: the table whose rows are listed, each with its place, masked identity and group; "" where rows are no people.
    needs: tables without which nothing can be said; then the list is not empty but not made. "billing|payments" is either.
    counts: what a row is one of: people, rows of lists, memberships, claims.
    find: gives `id` (of the row in `of`), the `extras`, `reason_id` and `reason_en`.
    never: what the list must not be taken for.
    papers: the claims whose documents go with the list.
    also: rows of another table that the list may hold beside those of `of`, each with an id that none of these has.
    or_status: whether a list of ours returned by BPJS with a status tells it too, so that `needs` may be lacking.
    """

    name: str
    title: Words
    what: Words
    next_step: Words
    of: str
    needs: tuple[str, ...]
    find: Callable[[People], pl.DataFrame]
    counts: Words
    extras: tuple[Extra, ...] = ()
    law: str = ""
    never: Words = Words("", "")
    papers: tuple[str, ...] = ()
    also: Callable[[People], pl.DataFrame] | None = None
    or_status: bool = False

    def table(self, people: People) -> pl.DataFrame:
        """The rows of whom the list may name, by `id`."""
        frames = [people.frames[self.of]] if self.of in people.frames else []
        if self.also is not None:
            frames.append(self.also(people))
        return pl.concat(frames, how="diagonal_relaxed") if len(frames) > 1 else frames[0]


@dataclass(frozen=True)
class Found:
    """A finding made, or why it was not: `lacking` are the tables that were not given."""

    finding: Finding
    rows: pl.DataFrame | None
    lacking: tuple[str, ...] = ()

    @property
    def count(self) -> int | None:
        """How many rows; None where it could not be looked at, which is not the same as none."""
        return None if self.rows is None else self.rows.height


def looked_at(finding: Finding, people: People) -> Found:
    """The finding in these lists."""
    needs = () if finding.or_status and people.has_status else finding.needs
    lacking = tuple(either for either in needs if not any(people.has(table) for table in either.split("|")))
    return Found(finding, None, lacking) if lacking else Found(finding, finding.find(people))


# ---- reasons


def reasons(said: Words, *parts: pl.Expr | Callable[[Lang], pl.Expr]) -> list[pl.Expr]:
    """The reason of each row in both languages: a sentence with {} for each part.

    A part is a column, or for what is written in another way in each language a function of the language.
    """
    return [
        pl.format(said.said(lang), *(part(lang) if callable(part) else part for part in parts)).alias(REASON[lang])
        for lang in LANGS
    ]


def in_words(day: str) -> Callable[[Lang], pl.Expr]:
    """A column of days as the reader writes them: "17 Juli 2024"."""

    def said(lang: Lang) -> pl.Expr:
        at = pl.col(day).dt
        return pl.format("{} {} {}", at.day(), at.month().replace_strict(_months(lang)), at.year())

    return said


def month_in_words(month: str) -> Callable[[Lang], pl.Expr]:
    """A column of months, year × 12 + month, as the reader writes them: "Juli 2024"."""

    def said(lang: Lang) -> pl.Expr:
        last = pl.col(month) - 1
        return pl.format("{} {}", (last % 12 + 1).replace_strict(_months(lang)), last // 12)

    return said


def _months(lang: Lang) -> dict[int, str]:
    return {number: shown.month(number, lang) for number in range(1, 13)}


def month_number(day: dt.date) -> int:
    """Year × 12 + month, in which months are counted."""
    return day.year * 12 + day.month


def month_of(day: str) -> pl.Expr:
    """The same of a column of days."""
    at = pl.col(day).dt
    return at.year().cast(pl.Int64) * 12 + at.month().cast(pl.Int64)
