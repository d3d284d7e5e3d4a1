"""A scenario's fields as they are read: each by its kind, and of everything that cannot be used a fault with its place.

A fault never stops the reading: what comes back in its stead is only a stand-in, and whoever reads raises all faults at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from semesta.basics.codes import CodeList
from semesta.basics.words import Words
from semesta.law.faults import nearest
from semesta.planning.estimate import Estimate
from semesta.planning.faults import PlanFault
from semesta.planning.written import amount_of, month_of, rate_of, rupiah_of, share_of, whole_of, year_of

T = TypeVar("T")

FILL_IN = Words("isi bidang ini", "fill in this field")
WHOLE = Words("perlu bilangan bulat nol atau lebih", "needs a whole number, zero or more")
WRITE_WHOLE = Words("tulis misalnya 1500; nol ditulis 0", "write it as 1500; none is written 0")
WRITE_LEAST = Words("tulis misalnya 1500", "write it as 1500")
MONTH = Words("perlu bulan, 1 sampai 12 atau namanya", "needs a month, 1 to 12 or its name")
WRITE_MONTH = Words("tulis misalnya 4 atau April", "write it as 4 or April")
MONEY = Words("perlu jumlah rupiah nol atau lebih", "needs an amount of rupiah, zero or more")
WRITE_MONEY = Words("tulis misalnya 2200000000 atau Rp2,2 miliar", "write it as 2200000000 or Rp2.2 billion")
DOTS = Words(
    "; titik ribuan dibaca sebagai koma desimal, jadi tanpa titik atau dalam tanda kutip",
    "; dots between thousands are read as a decimal point, so leave them out or put it in quotes",
)
PART = Words("perlu bagian dari 0 sampai 100 %", "needs a part from 0 to 100%")
WRITE_PART = Words("tulis misalnya 3 % atau 0.03", "write it as 3% or 0.03")
NUMBER = Words("perlu angka nol atau lebih", "needs a number, zero or more")
WRITE_NUMBER = Words("tulis misalnya 3,5", "write it as 3.5")
RATE = Words("perlu persen setahun, dari 0 sampai 100 %", "needs per cent a year, from 0 to 100%")
WRITE_RATE = Words("tulis dengan tanda persen, misalnya 3 %", "write it with the sign, as 3%")
MAPPING = Words("perlu isian bernama (nama: nilai)", "needs named entries (name: value)")
LISTED = Words("perlu daftar, tiap isian diawali tanda -", "needs a list, each entry begun with -")
QUOTED = Words(
    'tulis misalnya {2027: 500}; jumlah dengan koma diberi tanda kutip: {2027: "Rp2,2 miliar"}',
    'write it as {2027: 500}; an amount with a comma in quotes: {2027: "Rp2,2 miliar"}',
)
SEE_TEMPLATE = Words("lihat contohnya: semesta plan new", "see the example: semesta plan new")


@dataclass(frozen=True, slots=True)
class Assumed:
    """A value that nobody knows exactly, in the unit its field states, with where it was taken from and how it was counted."""

    value: Estimate
    source: str
    basis: str = ""


@dataclass
class Fields:
    """The fields of one mapping of a scenario. `path` is where it stands: "groups[2].payers[1]"."""

    written: Mapping[str, Any]
    path: str = ""
    faults: list[PlanFault] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def at(self, name: object) -> str:
        return f"{self.path}.{name}" if self.path else str(name)

    def fault(self, name: object, value: object, expected: Words, how_to_fix: Words) -> None:
        """`value` None stands for nothing written."""
        if isinstance(value, float) and how_to_fix in (WRITE_WHOLE, WRITE_MONEY, WRITE_LEAST):
            how_to_fix += DOTS
        self.faults.append(PlanFault(self.at(name), "" if value is None else str(value), expected, how_to_fix))

    def is_faulty(self, name: str) -> bool:
        """Whether something is said of this field already: what stands in for it would only raise more."""
        return any(fault.field == self.at(name) for fault in self.faults)

    def has(self, name: str) -> bool:
        self.taken.add(name)
        return self.written.get(name) is not None

    def text(self, name: str) -> str:
        """What is written, "" where nothing is."""
        return str(self.written[name]).strip() if self.has(name) else ""

    def whole(self, name: str, otherwise: int | None = None, least: int = 0) -> int:
        """A number of persons, months or a year; without `otherwise` it has to be there."""
        told = (WHOLE, WRITE_WHOLE) if least == 0 else (_at_least(least), WRITE_LEAST)
        return self._kept(name, otherwise, 0, lambda value: whole_of(value, least), *told)

    def month(self, name: str, otherwise: int) -> int:
        """A month of a year, by its number or its name."""
        return self._kept(name, otherwise, otherwise, month_of, MONTH, WRITE_MONTH)

    def whole_or_none(self, name: str) -> int | None:
        return self.whole(name) if self.has(name) else None

    def rupiah(self, name: str, otherwise: int | None = None) -> int:
        """Whole rupiah, as officers write them."""
        return self._kept(name, otherwise, 0, rupiah_of, MONEY, WRITE_MONEY)

    def rupiah_or_none(self, name: str) -> int | None:
        return self.rupiah(name) if self.has(name) else None

    def share(self, name: str, otherwise: float | None = None) -> float:
        """A part of one, from 0 to 1."""
        return self._kept(name, otherwise, 0.0, share_of, PART, WRITE_PART)

    def rate(self, name: str, otherwise: float | None = None) -> float:
        """A part of one that something changes by in a year."""
        return self._kept(name, otherwise, 0.0, rate_of, RATE, WRITE_RATE)

    def code(self, name: str, known: CodeList, otherwise: str | None = None) -> str:
        """The code that a code, a name or an alias means."""
        if not self.has(name):
            return self._absent(name, otherwise, "")
        written = str(self.written[name])
        found = known.find(written)
        if found is None:
            there = Words(f"tidak dikenal dalam daftar {known.title.id}", f"is not in the list {known.title.en}")
            self.fault(name, written, there, _known(known, written))
        return found.code if found else ""

    def choice(self, name: str, choices: Iterable[str], otherwise: str) -> str:
        written = self.text(name) or otherwise
        if written not in choices:
            allowed = ", ".join(choices)
            self.fault(
                name, written, Words("tidak dikenal", "is unknown"), Words(f"pilih: {allowed}", f"one of: {allowed}")
            )
        return written

    def assumed(
        self, name: str, otherwise: Assumed | None = None, *, kind: Literal["number", "share", "rate"] = "number"
    ) -> Assumed | None:
        """An assumption: low, central and high, each not below zero; its source is never left out."""
        if not self.has(name):
            return otherwise
        inside = self.inside(name)
        if inside is None:
            return otherwise
        low, central, high = (inside._amount(n, kind) for n in ("low", "central", "high"))
        source, basis = inside.text("source"), inside.text("basis")
        inside.close()
        if not source:
            inside.fault("source", None, Words("asumsi tanpa sumber", "an assumption without source"), FILL_IN)
        if None in (low, central, high):
            return otherwise
        if not low <= central <= high:  # type: ignore[operator]
            expected = Words("rendah, tengah dan tinggi harus berurutan naik", "low, central and high must rise")
            told = ", ".join(str(inside.written[each]) for each in ("low", "central", "high"))
            self.fault(name, told, expected, Words("urutkan ketiganya", "put them in order"))
            return otherwise
        return Assumed(Estimate(low, central, high), source, basis)  # type: ignore[arg-type]

    def _amount(self, name: str, kind: str) -> float | None:
        if not self.has(name):
            self.fault(name, None, Words("asumsi belum diisi", "the assumption is missing"), FILL_IN)
            return None
        read, expected, fix = AMOUNTS[kind]
        found = read(self.written[name])
        if found is None or found < 0:
            self.fault(name, self.written[name], expected, fix)
            return None
        return found

    def by_year(
        self, name: str, years: range, kind: Callable[[object], T | None], expected: Words, fix: Words
    ) -> dict[int, T]:
        """A value for each year named, or one for all years; nothing where the field is not there."""
        if not self.has(name):
            return {}
        written = self.written[name]
        if not isinstance(written, Mapping):
            if kind(written) is None:
                self.fault(name, written, expected, fix)
                return {}
            written = dict.fromkeys(years, written)
        found: dict[int, T] = {}
        for key, value in written.items():
            year, read = year_of(key), kind(value)
            if year is None:
                self.fault(f"{name}.{key}", value, Words("bukan tahun", "is no year"), QUOTED)
            elif years and year not in years:
                told = Words(f"tahun di luar {years[0]}–{years[-1]}", f"a year outside {years[0]}–{years[-1]}")
                self.fault(f"{name}.{year}", value, told, Words("sesuaikan dengan bidang years", "see the field years"))
            elif read is None:
                self.fault(f"{name}.{year}", value, expected, fix)
            else:
                found[year] = read
        return found

    def inside(self, name: str) -> Fields | None:
        """The fields of a mapping within this one; None where there is none."""
        if not self.has(name):
            return None
        return self._of(name, self.written[name])

    def each(self, name: str, *, required: bool = False) -> list[Fields]:
        """The fields of each entry of a list, counted from 1."""
        if not self.has(name):
            if required:
                self.fault(name, None, Words("belum diisi; ", "is missing; ") + LISTED, SEE_TEMPLATE)
            return []
        entries = self.written[name]
        if not isinstance(entries, list) or not entries:
            self.fault(name, entries, LISTED, SEE_TEMPLATE)
            return []
        found = [self._of(f"{name}[{number}]", entry) for number, entry in enumerate(entries, 1)]
        return [one for one in found if one is not None]

    def close(self) -> None:
        """Every field that nobody asked for is a fault: a misspelt one would silently do nothing."""
        for name in self.written:
            if name not in self.taken:
                near = nearest(str(name), self.taken)
                fix = Words("hapus atau perbaiki namanya", "delete it or mend its name") + near
                self.fault(name, None, Words("bidang tidak dikenal", "an unknown field"), fix)

    def _of(self, name: str, written: object) -> Fields | None:
        if not isinstance(written, Mapping):
            self.fault(name, written, MAPPING, SEE_TEMPLATE)
            return None
        return Fields(written, self.at(name), self.faults)

    def _kept(
        self,
        name: str,
        otherwise: T | None,
        stand_in: T,
        kind: Callable[[object], T | None],
        expected: Words,
        fix: Words,
    ) -> T:
        if not self.has(name):
            return self._absent(name, otherwise, stand_in)
        found = kind(self.written[name])
        if found is None:
            self.fault(name, self.written[name], expected, fix)
            return stand_in
        return found

    def _absent(self, name: str, otherwise: T | None, stand_in: T) -> T:
        if otherwise is None:
            self.fault(name, None, Words("belum diisi", "is missing"), FILL_IN)
            return stand_in
        return otherwise


def _at_least(least: int) -> Words:
    return Words(f"perlu bilangan bulat, sekurangnya {least}", f"needs a whole number, at least {least}")


def _known(known: CodeList, written: str) -> Words:
    """What may be written instead: all of a short list, where the nearest is easily a wrong lead, else the nearest."""
    if len(every := list(known)) <= FEW:
        codes = ", ".join(entry.code for entry in every)
        return Words(f"pilih: {codes}", f"one of: {codes}")
    near = ", ".join(f"{entry.title.id} ({entry.code})" for entry in known.nearest(written))
    return Words(f"mungkin: {near}", f"perhaps: {near}") if near else SEE_TEMPLATE


AMOUNTS: Mapping[str, tuple[Callable[[object], float | None], Words, Words]] = {
    "number": (amount_of, NUMBER, WRITE_NUMBER),
    "share": (share_of, PART, WRITE_PART),
    "rate": (rate_of, RATE, WRITE_RATE),
}
FEW = 12
"""Codes of a list that are all told to who wrote another."""
