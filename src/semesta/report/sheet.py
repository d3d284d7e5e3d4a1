"""A sheet of the annex: rows of values with the name of their number format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from semesta.basics.words import Lang, Words
from semesta.report.laporan import figures

Cell = tuple[object, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name (at most 31 characters), title, note, headings, and rows of (value, format)."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    note: str = ""
    printed: int = 0
    """How many columns go on paper, all when 0: codes for programs stay on the screen."""
    crowded: bool = False
    """Whether texts may wrap early, so that the columns for paper fit on it."""
    narrowest: int = 0
    """Characters to which columns of texts may shrink where every one of them has to go on paper; 0 for the usual."""
    repeated: int = 0
    """How many leading columns tell which row it is, and stand again on each page where a sheet too wide for one takes
    several beside each other; 0 where all columns shrink onto one page."""
    ruled: bool = False
    """Whether a line under each row tells rows of many lines apart."""


def style_of(unit: str, value: object) -> str:
    """The number format of a value by its unit."""
    if unit in ("share", "ratio"):
        return "share"
    if unit.startswith("rupiah"):
        return "rupiah"
    return "count" if isinstance(value, int) else "decimal"


def said_all(lang: Lang, *pairs: tuple[str, str]) -> tuple[str, ...]:
    return tuple(Words(*pair).said(lang) for pair in pairs)


UNIT_WORDS = {
    "share": Words("persen", "per cent"),
    "ratio": Words("persen", "per cent"),
    "rupiah": Words("rupiah", "rupiah"),
    "rupiah_per_case": Words("rupiah per kasus", "rupiah per case"),
}


def unit_in_words(unit: str, lang: Lang) -> str:
    """What a value counts, also for those whose unit is a sign in front of or behind the number."""
    return figures.UNITS.get(unit, UNIT_WORDS.get(unit, Words(unit, unit))).said(lang)
