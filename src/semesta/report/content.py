"""The content model of every document: blocks in reading order, already said in one language; PDF and DOCX only typeset them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from semesta.basics.words import Lang

Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `number` ("III", "3.1") is given, never counted by the typesetter, so that both forms agree."""

    level: Literal[1, 2, 3]
    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `**so**` is bold, nothing else is markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of sentences, numbered or with bullets; `**so**` is bold."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure as look.md shows it: name · value with unit · against what · since when · what it rests on."""

    name: str
    value: str
    against: str = ""
    since: str = ""
    rests_on: str = ""
    warning: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class TableColumn:
    title: str
    align: Align = "left"
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """At most seven columns. The total stands apart from the rows; notes and source under the table.

    `row_height` is what each row takes at least, in points: room to write or sign by hand.
    """

    number: str
    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] | None = None
    notes: tuple[str, ...] = ()
    source: str = ""
    landscape: bool = False
    row_height: float = 0.0


@dataclass(frozen=True, slots=True)
class Chart:
    """A Vega-Lite spec whose title is said by `caption`; `text` is the alternative for those who cannot see it."""

    number: str
    caption: str
    spec: Mapping[str, object]
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A sentence that must not be overlooked, or the sentence under every pool figure."""

    text: str
    tone: Literal["note", "warning"] = "note"


@dataclass(frozen=True, slots=True)
class Signature:
    """Place and date (a line or more), post, space to sign, name, rank, NIP; empty fields are placeholders such as ${nama_pengirim}."""

    place_and_date: str
    post: str
    name: str
    rank: str
    nip: str
    sign: str = ""
    """What stands in the space to sign: `${ttd_pengirim}` where the office's system signs."""
    party: str = ""
    """As what they sign, above the post: "PIHAK KESATU"."""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signatures side by side, two in a row; the last of an odd number stands in the middle below them."""

    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Lines such as "Hal : Undangan" of an official letter, names above one another; `ruled` draws a firm line under them.

    A field without a name goes on below the one before it, as points b and c of a decree.
    """

    fields: tuple[tuple[str, str], ...]
    ruled: bool = False
    indented: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines close below one another, such as an addressee or the place and day of a letter; `**so**` is bold."""

    lines: tuple[str, ...]
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = (
    Heading
    | Paragraph
    | Listed
    | KeyFigures
    | Table
    | Chart
    | Box
    | Signature
    | Signatures
    | Fields
    | Lines
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    government: str
    office: str = ""
    address: str = ""
    picture: bytes | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `mark` ("KONSEP", "KONSEP · SEMENTARA") stands on every page until a person removes it."""

    lang: Lang
    title: str
    subtitle: str
    place: str
    date: str
    letterhead: Letterhead
    blocks: tuple[Block, ...]
    mark: str = ""
    paper: Literal["a4", "f4"] = "a4"
    landscape: bool = False
    """The whole document on turned pages, front included; otherwise only wide tables turn."""
    cover: bool = True
    footer: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    """Lines of the cover: what, when, where, who."""
    centred: bool = False
    """The head of an official paper: title in capitals and subtitle in the middle, no line of place and day beneath them."""
    letter: bool = False
    """Under the letterhead its blocks begin at once: title and subtitle stand only in the running head and the properties."""
    compact: bool = False
    """Smaller type and less room between lines, for a paper that has to stay on one page."""
    made_on: date | None = None
    """The day written into the file's properties; without it a PDF carries none. Never the clock."""
