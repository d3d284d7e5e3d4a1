"""The order of pages, decided once for PDF and DOCX: what stands on turned pages, what must not be parted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from semesta.basics.words import Lang, Words
from semesta.report.content import (
    Block,
    Box,
    Document,
    Fields,
    Heading,
    Lines,
    Listed,
    PageBreak,
    Paragraph,
    Signature,
    Signatures,
    Table,
)
from semesta.report.measure import shortened, shrunk, text_width
from semesta.report.theme import theme

CONTENTS_FROM = 7
CONTENTS_ALONE_FROM = 16
INDENT = 28.0
"""Points by which the fields of a letter's text stand in from its margin."""
LEAD = 3
"""So many texts between a heading and a wide table turn with them; with more the heading stays upright."""

TABLE = Words("Tabel", "Table")
FIGURE = Words("Gambar", "Figure")
SOURCE = Words("Sumber", "Source")
PAGE = Words("halaman", "page")
OF = Words("dari", "of")
CONTENTS = Words("Daftar isi", "Contents")
NIP = Words("NIP", "NIP")

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class SignedLines:
    """A signature as lines: what stands above the space to sign, in it, the name, and what stands under it."""

    above: tuple[str, ...]
    sign: str
    name: str
    under: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that follow one another on pages of one orientation."""

    landscape: bool
    blocks: tuple[Block, ...]


def printable(text: str) -> str:
    """The text without what neither Word nor a PDF can hold: control characters and half characters."""
    return _ILLEGAL.sub("", text)


def runs(text: str) -> list[Run]:
    """The text as plain and bold pieces; a star without its partner stays as typed."""
    pieces = _BOLD.split(printable(text))
    return [Run(piece, bold=bool(number % 2)) for number, piece in enumerate(pieces) if piece]


def caption_label(kind: Words, number: str, lang: Lang) -> str:
    """`Tabel 3`, or nothing where the block has no number."""
    return f"{kind.said(lang)} {number}" if number else ""


def running_title(document: Document, room: float) -> str:
    """Title and place for the head of each page, on one line of `room` points."""
    whole = " · ".join(filter(None, (document.title, document.place)))
    return shortened(printable(whole), room * 0.7, theme().type["note"])


def footer(document: Document, room: float) -> str:
    return shortened(printable(document.footer), room * 0.72, theme().type["note"])


def figure_columns(count: int) -> int:
    """How many key figures stand side by side: two where that gives full rows, otherwise three."""
    return 2 if count in (2, 4) else min(3, max(1, count))


def figure_size(value: str, width: float) -> float:
    """Points of a key figure's value: set smaller rather than broken as long as it can still be read."""
    return shrunk(value, width, theme().type["key_figure"], least=theme().type["key_figure_least"])


def facts_width(document: Document, room: float) -> float:
    """Points of the column of names in the facts of the cover."""
    widest = max((text_width(name, theme().type["body"]) for name in document.facts), default=0.0)
    return min(room * 0.4, widest + 14)


def fields_width(block: Fields, room: float) -> float:
    """Points of the column of names."""
    widest = max((text_width(name, theme().type["body"]) for name, _ in block.fields), default=0.0)
    return min(room * 0.4, widest + 10)


def headings(document: Document) -> list[Heading]:
    return [block for block in document.blocks if isinstance(block, Heading) and block.level < 3]


def title(document: Document) -> str:
    """The title as it stands on the first page."""
    return document.title.upper() if document.centred else document.title


def place_and_date(document: Document) -> str:
    """The line under the title; an official paper has place and day in its text."""
    return "" if document.centred else ", ".join(filter(None, (document.place, document.date)))


def signed_lines(signature: Signature, lang: Lang) -> SignedLines:
    nip = f"{NIP.said(lang)} {signature.nip}" if signature.nip else ""
    above = (*signature.place_and_date.splitlines(), signature.party, signature.post)
    under = (signature.rank, nip)
    return SignedLines(_said(above), printable(signature.sign), printable(signature.name), _said(under))


def _said(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(printable(line) for line in lines if line)


def signature_rows(block: Signatures) -> list[tuple[Signature, ...]]:
    """Two in a row; the last of an odd number alone."""
    every = block.signatures
    return [every[n : n + 2] for n in range(0, len(every), 2)]


LONGEST_SIGNED = 1200
"""Letters of a signature that still fit beside another on one page; a longer one may go over to the next."""


def is_tall(signatures: tuple[Signature, ...]) -> bool:
    """Whether a row of signatures may not fit on a page, so that it must not be kept in one piece."""
    return any(len("".join((one.party, one.post, one.name, one.rank))) > LONGEST_SIGNED for one in signatures)


def has_contents(document: Document) -> bool:
    return len(headings(document)) >= CONTENTS_FROM


def contents_stand_alone(document: Document) -> bool:
    """A long table of contents gets pages of its own; a short one stays where it starts."""
    return len(headings(document)) >= CONTENTS_ALONE_FROM


def sections(document: Document) -> list[Section]:
    """The blocks by orientation. What leads to a turned table turns with it, or it would stand alone on its page."""
    if document.landscape:
        return [Section(True, document.blocks)] if document.blocks else []
    turned = _turned(document.blocks)
    parts: list[tuple[bool, list[Block]]] = []
    for block, landscape in zip(document.blocks, turned, strict=True):
        if not parts or parts[-1][0] != landscape:
            parts.append((landscape, []))
        parts[-1][1].append(block)
    trimmed = [Section(landscape, _without_outer_breaks(blocks)) for landscape, blocks in parts]
    return _merged([section for section in trimmed if section.blocks])


def _turned(blocks: tuple[Block, ...]) -> list[bool]:
    """For each block whether it stands on a turned page: wide tables, with their heading and a few lines between."""
    turned = [isinstance(block, Table) and block.landscape for block in blocks]
    for number in reversed(range(len(blocks))):
        if not turned[number]:
            continue
        lead = number
        while lead and number - lead < LEAD and isinstance(blocks[lead - 1], Paragraph | Box) and not turned[lead - 1]:
            lead -= 1
        while lead and isinstance(blocks[lead - 1], Heading):
            lead -= 1
        if isinstance(blocks[lead], Heading):
            turned[lead:number] = [True] * (number - lead)
    return turned


def _without_outer_breaks(blocks: list[Block]) -> tuple[Block, ...]:
    """A change of orientation starts a page by itself: a page break beside it would leave an empty one."""
    kept = list(blocks)
    while kept and isinstance(kept[0], PageBreak):
        kept.pop(0)
    while kept and isinstance(kept[-1], PageBreak):
        kept.pop()
    return tuple(kept)


def _merged(parts: list[Section]) -> list[Section]:
    merged: list[Section] = []
    for part in parts:
        if merged and merged[-1].landscape == part.landscape:
            part = Section(part.landscape, merged.pop().blocks + part.blocks)
        merged.append(part)
    return merged


def kept_with_next(blocks: tuple[Block, ...]) -> set[int]:
    """Places of the texts that go with what follows: with a signature, which never stands alone on a page, and with what they announce.

    Of a list its last item goes.
    """
    return {
        number
        for number, (this, following) in enumerate(pairwise(blocks))
        if (isinstance(this, Paragraph | Listed | Lines) and isinstance(following, Signature | Signatures))
        or (isinstance(this, Paragraph) and this.text.endswith(":") and isinstance(following, Listed | Fields))
    }
