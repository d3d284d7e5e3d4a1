"""Indicators side by side, one row for each region, group, programme or office: the shape of most tables of chapter III."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from semesta.basics.words import Words
from semesta.monev.value import Value
from semesta.report.content import Table
from semesta.report.laporan import figures, naming, phrases
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.laporan.sourcing import sources

INDENT = "\u2003"


@dataclass(frozen=True, slots=True)
class Line:
    """A row: what it speaks of, how deep it lies in its tree, and its value of each indicator."""

    code: str
    name: str
    depth: int
    values: Mapping[str, Value | None]

    def number(self, indicator: str) -> int | float | None:
        value = self.values.get(indicator)
        return value.value if value is not None else None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The rows of one dimension, and the values of the whole for the row of totals."""

    lines: tuple[Line, ...]
    whole: Mapping[str, Value | None]

    def __bool__(self) -> bool:
        return bool(self.lines)

    def known(self, indicators: Sequence[str]) -> list[str]:
        """The indicators of which at least one row has a number."""
        return [i for i in indicators if any(line.number(i) is not None for line in self.lines)]

    def told(self, indicators: Sequence[str]) -> list[str]:
        """The indicators of which a row or the whole has a number: a total without parts keeps its column."""
        known = self.known(indicators)
        return [i for i in indicators if i in known or ((w := self.whole.get(i)) is not None and w.value is not None)]

    @property
    def top(self) -> list[Line]:
        """The rows that lie in no other row."""
        return [line for line in self.lines if line.depth == 0]


def by_region(draft: Draft, indicators: Sequence[str]) -> Breakdown:
    """The figures of the regions below the round's place, in the order of their codes."""
    places = draft.measured.places
    lines = [
        Line(code, naming.name(places, code, draft.lang), 0, {i: of_region(draft, i, code) for i in indicators})
        for code in regions(draft)
    ]
    return Breakdown(tuple(line for line in lines if any(line.values.values())), _whole(draft, indicators))


def of_region(draft: Draft, indicator: str, code: str) -> Value | None:
    """The region's figure in the universe of the round's own, so that the two can be held together; else its first."""
    whole, first = draft.first(indicator), draft.first(indicator, code)
    if whole is not None and whole.node.universe:
        alike = next(iter(draft.of(indicator, place=code, universe=whole.node.universe)), None)
        if alike is not None and alike.value is not None:
            return alike
    return first


def regions(draft: Draft) -> list[str]:
    """The places of the data that can be put side by side: the topmost below the round's, or below its only region."""
    places, own = draft.measured.places, draft.measured.place
    seen = {v.node.place for v in draft.measured.values if places.is_within(v.node.place, own)}
    while True:
        below = {code for code in seen if code != own and places.is_within(code, own)}
        top = sorted(c for c in below if not any(c != other and places.is_within(c, other) for other in below))
        if len(top) != 1:
            return top
        own = top[0]


def by_dimension(draft: Draft, dimension: str, indicators: Sequence[str]) -> Breakdown:
    """The values that split the headline by one dimension, in the order of its code list, parts after what they belong to."""
    values = {i: {getattr(v.node, dimension): v for v in draft.parts(i, dimension)} for i in indicators}
    found = list(dict.fromkeys(code for by_code in values.values() for code in by_code))
    codes = _without_echoes(_in_order(dimension, found), values)
    lines = [
        Line(code, draft.name(dimension, code), _depth(code, codes), {i: values[i].get(code) for i in indicators})
        for code in codes
    ]
    return Breakdown(tuple(lines), _whole(draft, indicators))


def _whole(draft: Draft, indicators: Sequence[str]) -> dict[str, Value | None]:
    return {i: draft.first(i) for i in indicators}


def _in_order(dimension: str, codes: list[str]) -> list[str]:
    if dimension not in naming.PARTS:
        return sorted(codes)
    order = [entry.code for entry in naming.PARTS[dimension][0]]
    return sorted(codes, key=lambda code: order.index(code) if code in order else len(order))


def _without_echoes(codes: list[str], values: Mapping[str, Mapping[str, Value]]) -> list[str]:
    """The codes without those that only repeat their single part: one kind of vulnerable worker is all of them in the data."""

    def numbers(code: str) -> list[int | float | None]:
        return [v.value if (v := by_code.get(code)) else None for by_code in values.values()]

    def echoes(code: str) -> bool:
        below = [other for other in codes if other.startswith(code + ".")]
        return any(
            numbers(code) == numbers(other)
            for other in below
            if all(o == other or o.startswith(other + ".") or other.startswith(o + ".") for o in below)
        )

    return [code for code in codes if not echoes(code)]


def _depth(code: str, codes: Sequence[str]) -> int:
    return sum(code.startswith(other + ".") for other in codes)


def table(
    draft: Draft,
    key: str,
    caption: str,
    heading: str,
    shown: Breakdown,
    titles: Mapping[str, Words],
    *,
    total: bool = True,
    more_notes: Sequence[str] = (),
    across_regions: bool = False,
) -> Table:
    """The breakdown as a table; indicators without any number have no column, and the notes of what is shown stand below.

    Rows that cut `across_regions` (an office, a segment) never speak of all regions: that they are partial is said of the
    whole alone.
    """
    kept = shown.told(list(titles)) if total else shown.known(list(titles))
    draft.used.update(kept)
    quiet = ("partial",) if across_regions else ()
    cells = [
        (INDENT * line.depth + line.name, *(figures.cell(line.values.get(i), draft.lang, but=quiet) for i in kept))
        for line in shown.lines
    ]
    whole = (
        (draft.say("Jumlah", "Total"), *(figures.cell(shown.whole.get(i), draft.lang) for i in kept)) if total else None
    )
    used = [line.values.get(i) for line in shown.lines for i in kept] + [shown.whole.get(i) for i in kept if total]
    starred = (
        [draft.said(phrases.DOUBTFUL)]
        if any("*" in cell for row in (*cells, *([whole] if whole else [])) for cell in row)
        else []
    )
    columns = [text_column(heading, 2.2), *(number_column(draft.said(titles[i])) for i in kept)]
    under = [*more_notes, *starred, *_notes(draft, shown, kept, total or across_regions, rows=not across_regions)]
    return draft.table(key, caption, columns, cells, total=whole, notes=under, source=sources(used, draft.lang))


MOST_NOTES = 4


def _notes(draft: Draft, shown: Breakdown, kept: Sequence[str], of_whole: bool, *, rows: bool) -> list[str]:
    """Notes of the whole first; those of single rows with their names, as many as a reader takes in under a table."""
    said = draft.notes([shown.whole.get(i) for i in kept]) if of_whole else []
    named: dict[str, list[str]] = {}
    for line in shown.lines if rows else ():
        for note in draft.notes([line.values.get(i) for i in kept]):
            if note not in said:
                named.setdefault(note, []).append(line.name)
    rest = [f"{', '.join(names)}: {note}" for note, names in named.items()]
    if len(rest) > MOST_NOTES:
        more = len(rest) - MOST_NOTES
        told = draft.say(f"{more} catatan lain: lihat lampiran XLSX", f"{more} more notes: see the XLSX annex")
        rest = [*rest[:MOST_NOTES], told]
    return said + rest
