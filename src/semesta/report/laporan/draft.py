"""A report being written: the round, the language, and the numbers given to chapters, tables and charts so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from semesta.basics import shown
from semesta.basics.words import Lang, Words, capital
from semesta.monev.balance import NATIONAL_POOL
from semesta.monev.measured import Measured
from semesta.monev.value import Value
from semesta.report.content import Chart, Heading, Table, TableColumn
from semesta.report.laporan import naming
from semesta.report.laporan.lookup import DIMENSIONS, indexed, is_stock, latest

Row = Mapping[str, Any]
BRIEF_ROWS = 30
"""A round of so few rows (the one-sheet form has at most 25 cells) makes a report of a few pages, without a cover."""

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


@dataclass
class Draft:
    """What the chapters write with. Numbers are given in reading order, so none is skipped when a chapter is left out."""

    measured: Measured
    lang: Lang
    chapters: int = 0
    sections: int = 0
    appendices: int = 0
    charts: int = 0
    tables: dict[str, str] = field(default_factory=dict)
    """The number of each table by its key, for the sentences that cite it."""
    is_drawn: bool = True
    """False in a first writing, which only finds the numbers."""
    used: set[str] = field(default_factory=set)
    """The indicators of which a number was shown: those whose definition belongs in the annex."""
    index: dict[tuple[str, str], list[Value]] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    """The numbers of tables that come later, from a first writing."""

    def say(self, indonesian: str, english: str) -> str:
        return indonesian if self.lang == "id" else english

    @property
    def is_brief(self) -> bool:
        return sum(self.measured.dataset.read.values()) <= BRIEF_ROWS

    @property
    def pays_itself(self) -> bool:
        """Whether the budget lines are those of the government reported to, not of governments below it."""
        places = {row["place"] for row in self.rows("budgets")}
        return places <= {self.measured.place, f"{self.measured.place}.00"}

    @property
    def place(self) -> str:
        """The name of the round's place without abbreviations; the code of one that is not known."""
        places, code = self.measured.places, self.measured.place
        return places.full_name(code, self.lang) if code in places else code

    def chapter(self, indonesian: str, english: str) -> Heading:
        self.chapters, self.sections = self.chapters + 1, 0
        return Heading(1, self.say(indonesian, english), ROMAN[self.chapters - 1])

    def section(self, indonesian: str, english: str) -> Heading:
        self.sections += 1
        return Heading(2, self.say(indonesian, english), f"{self.chapters}.{self.sections}")

    def appendix(self, indonesian: str, english: str) -> Heading:
        self.appendices += 1
        letter = "ABCDEFGH"[self.appendices - 1]
        return Heading(1, self.say(indonesian, english), self.say(f"Lampiran {letter}", f"Annex {letter}"))

    def table(
        self,
        key: str,
        caption: str,
        columns: Sequence[TableColumn],
        rows: Iterable[Sequence[str]],
        *,
        total: Sequence[str] | None = None,
        notes: Iterable[str] = (),
        source: str = "",
        landscape: bool = False,
    ) -> Table:
        """A table with the next number, which sentences cite by `key`."""
        self.tables[key] = str(len(self.tables) + 1)
        return Table(
            self.tables[key],
            caption,
            tuple(columns),
            tuple(tuple(row) for row in rows),
            total=tuple(total) if total else None,
            notes=tuple(dict.fromkeys(capital(note) for note in notes if note)),
            source=source,
            landscape=landscape,
        )

    def chart(self, caption: str, draw: Callable[[], Mapping[str, object]], text: str, source: str = "") -> Chart:
        """A chart with the next number; it is not drawn where only the numbers are sought."""
        self.charts += 1
        return Chart(str(self.charts), caption, draw() if self.is_drawn else {}, text, source)

    def cite(self, *keys: str) -> str:
        """ " (Tabel 3)", or " (Tabel 3 dan Tabel 5)"; nothing where none of these tables was made."""
        numbered = {**self.known, **self.tables}
        numbers = list(dict.fromkeys(numbered[key] for key in keys if key in numbered))
        named = [self.say("Tabel", "Table") + shown.NO_BREAK + number for number in numbers]
        return f" ({self.say(' dan ', ' and ').join(named)})" if named else ""

    def __post_init__(self) -> None:
        self.index = self.index or indexed(self.measured)

    def of(self, indicator: str, place: str | None = None, **codes: str) -> list[Value]:
        """The values of an indicator at a place, the round's unless named, with these codes; others may be anything."""
        here = self.index.get((indicator, self.measured.place if place is None else place), [])
        return [value for value in here if all(getattr(value.node, k) == v for k, v in codes.items())]

    def first(self, indicator: str, place: str | None = None) -> Value | None:
        """The headline of a place, with or without a number."""
        return next(iter(self.of(indicator, place)), None)

    def value(self, indicator: str, place: str | None = None) -> Value | None:
        """The headline of a place, with or without a number; what has one is among the indicators to be defined."""
        value = latest(self.of(indicator, place), indicator)
        if value is not None and value.value is not None:
            self.used.add(indicator)
        return value

    def headline(self, indicator: str) -> Value | None:
        """The headline value where there is a number; None where there is none or the indicator was not made."""
        value = self.value(indicator)
        return value if value is not None and value.value is not None else None

    def parts(self, indicator: str, dimension: str, **codes: str) -> list[Value]:
        """The values that split the headline by one dimension, one for each code, in the order in which they were made."""
        whole = self.first(indicator)
        if whole is None:
            return []
        kept = DIMENSIONS if is_stock(indicator) else (*DIMENSIONS, "period")
        fixed = {d: getattr(whole.node, d) for d in kept if d != dimension} | codes
        found: dict[str, Value] = {}
        for value in self.of(indicator, **fixed):
            code = getattr(value.node, dimension)
            if code and code != getattr(whole.node, dimension):
                found.setdefault(code, value)
        return list(found.values())

    def notes(self, values: Iterable[Value | None]) -> list[str]:
        """What is to be said of these values, each once. What did not agree stands in its own table, which is cited.

        The sentence under every pool figure is left out: whoever shows such a figure sets it apart, once.
        """
        at_odds = {finding.message for finding in self.measured.findings}
        said = dict.fromkeys(note for value in values if value for note in value.notes)
        told = [note.said(self.lang).rstrip(".") for note in said if note not in at_odds and note != NATIONAL_POOL]
        if any(note in at_odds for note in said):
            told.append(
                self.say("tidak sejalan dengan rincian atau sumber lain", "at odds with its parts or another source")
                + self.cite("findings")
            )
        return told

    def rows(self, table: str) -> list[Row]:
        """The rows of a table that lie within the round's place, in the order in which they were written."""
        frame = self.measured.dataset.frame(table)
        if frame is None:
            return []
        places = self.measured.places
        return [
            row
            for row in frame.to_dicts()
            if places.is_within(row.get("place") or self.measured.place, self.measured.place)
        ]

    def name(self, dimension: str, code: str | None) -> str:
        return naming.part(dimension, code or "", self.lang, self.measured.places)

    def said(self, words: Words) -> str:
        return words.said(self.lang)


def text_column(title: str, weight: float = 1.0) -> TableColumn:
    return TableColumn(title, "left", weight)


def number_column(title: str, weight: float = 1.0) -> TableColumn:
    return TableColumn(title, "right", weight)
