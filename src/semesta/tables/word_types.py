"""Types of columns that hold words: free text, yes or no, codes of a list, places."""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import ClassVar

from semesta.basics.codes import Code, CodeList, plain
from semesta.basics.numbers import is_error_cell, is_no_value, tidy
from semesta.basics.problem import Fault
from semesta.basics.words import Words, same
from semesta.tables import causes
from semesta.tables.causes import CAUSES, fault
from semesta.tables.cells import Cell, Reading

MOST_CHARACTERS = 5_000

# Marks that nobody sees: they come with text copied from web pages and PDF, and break comparing and printing.
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")


def text_of(cell: Cell) -> str:
    """A cell as text, stripped: 12.0 is "12", a date is written 2024-07-17."""
    if isinstance(cell, str):
        return _INVISIBLE.sub("", cell).strip()
    if isinstance(cell, float) and not math.isfinite(cell):
        return "#NUM!"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(float(format(cell, ".15g")))
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ", "minutes")
    return "" if cell is None else str(cell)


@dataclass(frozen=True, slots=True)
class TextType:
    """Free text. Value str without blanks at its ends."""

    name: ClassVar[str] = "text"
    polars: ClassVar[str] = "String"
    keeps_step: ClassVar[bool] = False
    own: ClassVar[str] = r"^[A-Za-z0-9](?:[ -~]*[!-~])?$"
    expected: ClassVar[Words] = Words("teks, paling banyak 5.000 karakter", "text of at most 5,000 characters")

    def read(self, cell: Cell) -> Reading | Fault:
        text = text_of(cell)
        if len(text) > MOST_CHARACTERS:
            return fault(causes.TEXT_TOO_LONG, self.expected)
        if text.startswith("#") and is_error_cell(text):
            return fault(causes.ERROR_CELL, self.expected)
        return Reading(text) if text else fault(causes.TEXT_EMPTY, self.expected)


_YES = {"ya", "y", "yes", "iya", "true", "benar", "1", "sudah", "ada", "betul", "v", "✓", "✔", "√", "☑"}
_NO = {"tidak", "t", "tdk", "no", "n", "false", "salah", "0", "belum", "bukan", "☐", "tidak ada", "belum ada"}


@dataclass(frozen=True, slots=True)
class YesNoType:
    """Yes or no. Value bool."""

    name: ClassVar[str] = "yes_no"
    polars: ClassVar[str] = "Boolean"
    keeps_step: ClassVar[bool] = False
    expected: ClassVar[Words] = Words("“ya” atau “tidak”", "“yes” or “no”")

    def read(self, cell: Cell) -> Reading | Fault:
        if isinstance(cell, bool):
            return Reading(cell)
        said = tidy(text_of(cell)).lower().rstrip(".")
        if said in _YES or said in _NO:
            return Reading(said in _YES)
        return fault(causes.ERROR_CELL if is_error_cell(said) else causes.YES_NO_TEXT, self.expected)


def _shown(entries: list[Code]) -> Words:
    """ "36.72 (Kota Cilegon), 36.04 (Kabupaten Serang)"."""
    return Words(
        ", ".join(f"{e.code} ({e.title.id})" for e in entries), ", ".join(f"{e.code} ({e.title.en})" for e in entries)
    )


def _unknown(near: list[Code], cause: str, expected: Words) -> Fault:
    """The fault of a code or name that the list does not have, with what comes nearest."""
    if not near:
        return fault(cause, expected)
    shown = _shown(near)
    meant = Words(f"Mungkin maksudnya {shown.id}. ", f"Perhaps {shown.en} is meant. ")
    return replace(fault(cause, expected), how_to_fix=meant + CAUSES[cause].fix)


def _unfit(cell: Cell, text: str) -> str | None:
    """The cause that a cell is no code or name whatever the list; None when it may have been meant as one."""
    if isinstance(cell, bool):
        return causes.BOOLEAN
    if isinstance(cell, dt.date):
        return causes.CODE_DATE
    if is_error_cell(text):
        return causes.ERROR_CELL
    return causes.NO_VALUE if not text or is_no_value(text) else None


@dataclass(frozen=True, slots=True)
class Coded:
    """A code of a list, or its name or an alias. Value the canonical code.

    beside: a pattern of words that may stand beside the name and say something else, such as the segment in "Aktif (PU)".
    """

    codelist: CodeList
    beside: str = ""
    polars: str = field(default="String", init=False)
    keeps_step: bool = field(default=False, init=False)

    @property
    def name(self) -> str:
        return self.codelist.name

    @property
    def expected(self) -> Words:
        """The title of the list, with up to three of its entries."""
        few = [_as_written(entry) for entry in self.codelist][:3]
        return Words(
            f"{self.codelist.title.id}: kode atau nama, misalnya {'; '.join(one.id for one in few)}",
            f"{self.codelist.title.en}: a code or a name, such as {'; '.join(one.en for one in few)}",
        )

    def read(self, cell: Cell) -> Reading | Fault:
        text = text_of(cell)
        found = self._found(text) if text and not isinstance(cell, bool) else None
        if found:
            return Reading(found.code)
        if unfit := _unfit(cell, text):
            return fault(unfit, self.expected)
        return _unknown(self.codelist.nearest(text[:100]), causes.CODE_UNKNOWN, self.expected)

    def _found(self, text: str) -> Code | None:
        found = self.codelist.find(text)
        if found or not self.beside or len(text) > _LONGEST_NAME:
            return found
        bare = re.sub(self.beside, " ", text, flags=re.IGNORECASE)
        return self.codelist.find(bare.strip(" -–/,;:")) if bare != text else None


def _as_written(entry: Code) -> Words:
    """An entry as officers write it: PU and JKM by their letters, "planned" by its name."""
    return same(entry.code) if entry.code.isupper() or entry.code[:1].isdigit() else entry.title


_LONGEST_NAME = 100


@lru_cache(maxsize=1)
def _all_places() -> CodeList:
    # Imported when the first place is read: thousands of places are not needed to declare a table.
    from semesta.basics.places import PLACES

    return PLACES


@dataclass(frozen=True, slots=True)
class PlaceType:
    """A place by its Kemendagri code, with or without dots, or by its name. Value the canonical code "36.72".

    Number cells are what Excel made of a code: 36.72 is "36.72", 3672 too, and 36.1 is "36.10" without its zero.
    `places` None means the whole country.
    """

    places: CodeList | None = None
    name: ClassVar[str] = "place"
    polars: ClassVar[str] = "String"
    keeps_step: ClassVar[bool] = False
    expected: ClassVar[Words] = Words(
        "kode atau nama wilayah, misalnya 36.72 atau Kota Cilegon", "a place, such as 36.72 or Kota Cilegon"
    )

    @property
    def known(self) -> CodeList:
        return _all_places() if self.places is None else self.places

    def read(self, cell: Cell) -> Reading | Fault:
        is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
        text, remark = _code_of_number(cell) if is_number else (text_of(cell), None)
        found = self.known.find(text) if text else None
        if found:
            return Reading(found.code, None, fault(remark, self.expected) if remark else None)
        if unfit := _unfit(cell, text):
            return fault(unfit, self.expected)
        near = self.known.nearest(text[:100])
        # "Serang" is a regency and a city: the name is known, but known twice.
        doubled = sum(plain(place.title.id).endswith(f" {plain(text)}") for place in near) > 1
        return _unknown(near, causes.PLACE_AMBIGUOUS if doubled else causes.PLACE_UNKNOWN, self.expected)


def _code_of_number(cell: Cell) -> tuple[str, str | None]:
    """The place code that a number cell was before Excel took it for a number, and what is doubtful about it."""
    text = text_of(cell)
    whole, _, rest = text.partition(".")
    if not whole.isdigit():
        return text, None
    if rest:
        return (f"{whole}.{rest}0", causes.PLACE_LOST_ZERO) if len(rest) == 1 else (text, None)
    if len(text) == 2:
        # "36.00", the province's own government, becomes the number 36 too.
        return text, causes.PLACE_NUMBER
    cuts = [text[0:2], text[2:4], text[4:6], text[6:]]
    return ".".join(part for part in cuts if part), None


TEXT = TextType()
YES_NO = YesNoType()
PLACE = PlaceType()
