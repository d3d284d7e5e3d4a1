"""Types of columns about people: NIK, KK, names, telephone numbers, birth dates, districts and villages, programmes."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import ClassVar

from semesta.basics import nik
from semesta.basics.codes import plain
from semesta.basics.day import DayError, day
from semesta.basics.lists import PROGRAMMES
from semesta.basics.numbers import is_error_cell, is_no_value, tidy
from semesta.basics.place_names import canonical_code
from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.tables import causes
from semesta.tables.causes import fault
from semesta.tables.cells import Cell, Reading
from semesta.tables.time_types import DAY_CAUSES, DAY_DOUBTS
from semesta.tables.word_types import TEXT, text_of

_SMALLEST, _FLOATS_EXACT_BELOW = 10**15, 2**53
_WANTS = {"length": causes.NIK_LENGTH, "characters": causes.NIK_CHARACTERS}


@dataclass(frozen=True, slots=True)
class NikType:
    """A NIK, or a KK number, which has the same form. Value: its digits, also where they are not 16.

    A number cell has a value, with a remark, where floats tell whole numbers apart: below 2^53, which leaves out the NIKs of
    Papua. Whether its last digit is still that of the NIK only its column tells: see `semesta.files.nik_column`.
    """

    name: str = "nik"
    polars: ClassVar[str] = "String"
    keeps_step: ClassVar[bool] = False
    own: ClassVar[str] = r"^[0-9]{16}$"

    @property
    def expected(self) -> Words:
        title = self.name.upper()
        return Words(f"{title} 16 angka, ditulis sebagai teks", f"a {title} of 16 digits, written as text")

    def read(self, cell: Cell) -> Reading | Fault:
        if isinstance(cell, str):
            return self._of_text(cell)
        if isinstance(cell, int) and not isinstance(cell, bool):
            # Whole numbers come from Parquet alone, where none of their digits is lost; spreadsheets hold floats.
            return self._of_text(str(cell))
        return self._of_number(cell) if isinstance(cell, float) else fault(causes.NIK_CHARACTERS, self.expected)

    def _of_number(self, number: float) -> Reading | Fault:
        if number.is_integer() and _SMALLEST <= number < _FLOATS_EXACT_BELOW:
            return Reading(f"{number:.0f}", None, fault(causes.NIK_WHOLE_NUMBER, self.expected))
        return fault(causes.NIK_NUMBER, self.expected)

    def _of_text(self, text: str) -> Reading | Fault:
        digits = text if len(text) == nik.LENGTH else nik.compact(text)
        wrong = nik.fault_of_form(digits)
        if wrong is None:
            return Reading(digits)
        if is_error_cell(text):
            return fault(causes.ERROR_CELL, self.expected)
        if not digits or is_no_value(tidy(text)):
            return fault(causes.NO_VALUE, self.expected)
        if re.fullmatch(r"[0-9]{16}[.,]0", tidy(text)):
            # How programs write a column of floats into CSV.
            return self._of_number(float(digits[: nik.LENGTH]))
        if re.fullmatch(r"[0-9.,]+e\+?[0-9]+", tidy(text), re.IGNORECASE):
            return fault(causes.NIK_NUMBER, self.expected)
        kept = re.sub(r"[^0-9]", "", digits)
        said = fault(_WANTS[wrong], self.expected)
        return Reading(kept, None, said) if kept else said


@dataclass(frozen=True, slots=True)
class NameType:
    """A person's name. Value: as written, titles and all, with single spaces."""

    name: ClassVar[str] = "name"
    polars: ClassVar[str] = "String"
    keeps_step: ClassVar[bool] = False
    own: ClassVar[str] = r"^[A-Za-z][A-Za-z.,'()\-]*(?: [A-Za-z.,'()\-]+)*$"
    expected: ClassVar[Words] = Words("nama orang", "a person's name")

    def read(self, cell: Cell) -> Reading | Fault:
        text = " ".join(text_of(cell).split())
        if is_error_cell(text):
            return fault(causes.ERROR_CELL, self.expected)
        if not any(sign.isalpha() for sign in text) or len(text) > 200 or isinstance(cell, bool):
            return fault(causes.NAME_TEXT, self.expected)
        return Reading(text)


@dataclass(frozen=True, slots=True)
class DigitsType:
    """A number that is a name: telephone, KPJ, account. Value: its digits and letters, without signs and spaces."""

    name: str
    polars: ClassVar[str] = "String"
    keeps_step: ClassVar[bool] = False
    expected: ClassVar[Words] = Words("nomor, ditulis sebagai teks", "a number, written as text")

    @property
    def own(self) -> str:
        return r"^08[0-9]+$" if self.name == "phone" else r"^[0-9A-Za-z]+$"

    def read(self, cell: Cell) -> Reading | Fault:
        found = TEXT.read(cell)
        if isinstance(found, Fault):
            return found
        bare = re.sub(r"[^0-9A-Za-z]", "", str(found.value))
        if self.name == "phone":
            bare = re.sub(r"\A(?:62|0062)?0*(?=8)", "0", bare)
        return Reading(bare or None)


@dataclass(frozen=True, slots=True)
class BirthDayType:
    """A birth date. Value `datetime.date`. Of two digits of a year the century is that in which nobody is born after `today`."""

    today: dt.date | None = None
    name: ClassVar[str] = "birth_date"
    polars: ClassVar[str] = "Date"
    keeps_step: ClassVar[bool] = False
    expected: ClassVar[Words] = Words(
        "tanggal lahir, misalnya 17/07/1984 atau 17 Juli 1984", "a birth date, such as 17/07/1984 or 17 July 1984"
    )

    def read(self, cell: Cell) -> Reading | Fault:
        try:
            found = day(cell)
        except DayError as error:
            return fault(DAY_CAUSES[error.cause], self.expected)
        born = found.value
        if self.today and born > self.today:
            earlier = _a_century_before(born) if found.short_year else None
            if earlier is None:
                return fault(causes.BIRTH_AHEAD, self.expected)
            born = earlier
        doubt = found.doubt if found.doubt != "short_year" else None
        return Reading(born, None, fault(DAY_DOUBTS[doubt], self.expected) if doubt else None)


def _a_century_before(born: dt.date) -> dt.date | None:
    try:
        return born.replace(year=born.year - 100)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class LowerPlaceType:
    """A district or a village. Value: its code with dots, known or not; or its name as written, where no code stands.

    Names repeat all over the country, so they mean something only beside the regency: see `semesta.files.people`.
    """

    name: str
    polars: ClassVar[str] = "String"
    keeps_step: ClassVar[bool] = False

    @property
    def expected(self) -> Words:
        if self.name == "village":
            return Words("nama atau kode desa/kelurahan", "name or code of a village")
        return Words("nama atau kode kecamatan", "name or code of a district")

    def read(self, cell: Cell) -> Reading | Fault:
        found = TEXT.read(cell)
        if isinstance(found, Fault):
            return found
        text = " ".join(str(found.value).split())
        return Reading(canonical_code(text) or text) if not is_no_value(text) else fault(causes.NO_VALUE, self.expected)


@dataclass(frozen=True, slots=True)
class ProgrammesType:
    """The programmes somebody is in. Value: their codes in one order, such as "JKK JKM JHT"."""

    name: ClassVar[str] = "programmes"
    polars: ClassVar[str] = "String"
    keeps_step: ClassVar[bool] = False
    expected: ClassVar[Words] = Words("program, misalnya JKK JKM", "programmes, such as JKK JKM")

    def read(self, cell: Cell) -> Reading | Fault:
        text = text_of(cell)
        found = _programmes(text)
        return Reading(found) if found else fault(causes.PROGRAMMES_TEXT, self.expected)


_PACKAGES = {2: "JKK JKM", 3: "JKK JKM JHT", 4: "JKK JKM JHT JP", 5: "JKK JKM JHT JP JKP"}


def _programmes(text: str) -> str | None:
    """The codes in their order; packages of two to five programmes are counted as people say them."""
    package = re.fullmatch(r"(?:paket\s*)?([2-5])(?:\s*(?:program|prog)\w*)?", tidy(text), re.IGNORECASE)
    if package:
        return _PACKAGES[int(package[1])]
    whole = PROGRAMMES.find(text)
    parts = [text] if whole else re.split(r"\s*(?:[,;+&/|]|\bdan\b|\bserta\b)\s*|\s+(?=[A-Z]{2,3}\b)", text.strip())
    found = [PROGRAMMES.find(part) for part in parts if plain(part)]
    if not found or None in found:
        return None
    codes = {entry.code for entry in found if entry}
    return " ".join(entry.code for entry in PROGRAMMES if entry.code in codes)


NIK = NikType()
KK = NikType("kk")
NAME = NameType()
PHONE = DigitsType("phone")
KPJ = DigitsType("kpj")
NUMBER = DigitsType("number")
BIRTH_DAY = BirthDayType()
DISTRICT = LowerPlaceType("district")
VILLAGE = LowerPlaceType("village")
PROGRAMME_SET = ProgrammesType()
