"""What the slides are put together from: tables of the report's chapters, bars of a breakdown, and what is said where data are wanting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from semesta.basics.words import Words
from semesta.report.content import Block, Table
from semesta.report.laporan import figures, naming
from semesta.report.laporan.breakdown import Line
from semesta.report.laporan.draft import Draft, text_column
from semesta.report.laporan.gaps import what
from semesta.report.laporan.sourcing import sources
from semesta.report.slides.deck import Bars, Series
from semesta.report.theme import theme
from semesta.tables.registry import TABLES

MOST_BARS = 12
MOST_PAIRS = 6
"""More names cannot be read from the back of a room."""


def tables(draft: Draft, section: Callable[[Draft], list[Block]]) -> list[Table]:
    """The tables of a chapter of the report, without their numbers and their notes on method, which stand in the report."""
    scratch = Draft(draft.measured, draft.lang, index=draft.index, known=draft.tables, is_drawn=False)
    return [replace(block, number="") for block in section(scratch) if isinstance(block, Table)]


def wanting(draft: Draft, *names: str) -> Table:
    """What is not there, why it matters, who holds it and on which sheet it goes; rows that were set aside are to be mended."""
    asked = [TABLES[name] for name in names]
    columns = (
        text_column(draft.say("Data yang belum ada", "Data that are wanting"), 1.2),
        text_column(draft.say("Mengapa penting", "Why it matters"), 2.4),
        text_column(draft.say("Siapa pemegangnya", "Who holds it"), 1.8),
        text_column(draft.say("Formulir (lembar)", "Form (sheet)"), 1.1),
    )
    rows = [
        tuple(map(draft.said, (what(table, draft), table.why, table.holder, table.title)))
        for table in asked
        if draft.measured.dataset.frame(table.name) is None
    ]
    return Table("", "", columns, tuple(rows))


@dataclass(frozen=True, slots=True)
class Column:
    """An indicator as bars of one colour (a name of the theme or `#rrggbb`)."""

    indicator: str
    title: Words
    colour: str


def bars(
    draft: Draft, caption: str, lines: Sequence[Line], columns: Sequence[Column], *, colours: bool = False
) -> Bars:
    """The lines as bars, those with most first; names that do not go on the slide are counted in the caption.

    Args:
        lines: each has a number of every indicator.
        colours: whether each programme keeps its own colour.
    """
    ordered = sorted(lines, key=lambda line: -max(abs(line.number(c.indicator) or 0) for c in columns))
    most = MOST_BARS if len(columns) == 1 else MOST_PAIRS
    shown = ordered[:most]
    if len(shown) < len(ordered):
        of = draft.say(f"{len(shown)} dari {len(ordered)} yang terbesar", f"the largest {len(shown)} of {len(ordered)}")
        caption = f"{caption.removesuffix(')')}; {of})" if caption.endswith(")") else f"{caption} ({of})"
    series = tuple(_series(draft, shown, column) for column in columns)
    values = [line.values[c.indicator] for line in shown for c in columns]
    unit = next(value.unit for value in values if value is not None)
    numbers = [number for one in series for number in one.values]
    by_programme = tuple(theme().programmes.get(line.code, theme().colours["brand"]) for line in shown)
    return Bars(
        caption,
        tuple(line.name for line in shown),
        series,
        number_format(unit, numbers, draft),
        "; ".join(_text(draft, line, columns) for line in shown),
        sources(values, draft.lang),
        by_programme if colours else (),
    )


def _series(draft: Draft, lines: Sequence[Line], column: Column) -> Series:
    numbers = tuple(line.number(column.indicator) or 0 for line in lines)
    return Series(draft.said(column.title), numbers, theme().colours.get(column.colour, column.colour))


def _text(draft: Draft, line: Line, columns: Sequence[Column]) -> str:
    told = [f"{draft.said(c.title)} {figures.cell(line.values.get(c.indicator), draft.lang)}" for c in columns]
    return f"{line.name}: {', '.join(told)}"


SCALES = (
    (10**12, Words("triliun", "trillion"), ",,,,"),
    (10**9, Words("miliar", "billion"), ",,,"),
    (10**6, Words("juta", "million"), ",,"),
)


def number_format(unit: str, numbers: Sequence[int | float], draft: Draft) -> str:
    """How a spreadsheet shows the numbers as we do: "Rp480,46 juta", "32,4%".

    The code before it asks for Indonesian points and commas; programs that do not know it use those of their reader.
    """
    read_as = draft.say("[$-421]", "")
    if unit == "share":
        return f"{read_as}0.0%"
    if not unit.startswith("rupiah"):
        return f"{read_as}#,##0"
    most = max((abs(number) for number in numbers), default=0)
    fitting = [scale for scale in SCALES if most >= scale[0]][:1]
    fitting += [scale for scale in SCALES if fitting and scale[0] < fitting[0][0]][:1]
    sections = [f'[>={size}]{read_as}"Rp"#,##0.0#{commas}" {word.said(draft.lang)}"' for size, word, commas in fitting]
    return ";".join([*sections, f'{read_as}"Rp"#,##0'])


def known_in_all(lines: Sequence[Line], *indicators: str) -> list[Line]:
    """The lines that have a number of every one of these."""
    return [line for line in lines if all(line.number(i) is not None for i in indicators)]


def title(draft: Draft, indicator: str) -> str:
    return draft.said(naming.title(indicator))
