"""What two scenarios say otherwise, field by field, in words and with the name that the field has in the file.

Groups, payers, sources, targets are told apart by what they are and not by their place, so that one put in between changes nothing
of the others; one that stands in a single scenario is one difference and not a dozen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, is_dataclass
from typing import Any

from semesta.basics import lists, shown
from semesta.basics.codes import CodeList
from semesta.basics.groups import GROUPS
from semesta.basics.places import PLACES
from semesta.basics.words import Words, joined, same
from semesta.planning.aims import Money, Share, Target
from semesta.planning.assumptions import assumptions
from semesta.planning.cover import Group, Payer, Route
from semesta.planning.fields import Assumed
from semesta.planning.parts import parts
from semesta.planning.scenario import Scenario
from semesta.planning.sensitivity import OWN

Key = tuple[str, ...]
_ROW = re.compile(r"\[(\d+)\]")
PART_FIELDS = {
    "group": Words("kelompok", "group"),
    "years": Words("tahun ke depan", "years ahead"),
    "last_age": Words("umur terakhir", "last age"),
    "from": Words("umur dari", "age from"),
    "to": Words("umur sampai", "age to"),
    "sex": Words("jenis kelamin", "sex"),
    "persons": Words("orang", "persons"),
    "size": Words("anggota keluarga", "persons in the household"),
    "earners": Words("pencari nafkah", "earners"),
    "spending": Words("pengeluaran sebulan", "spending a month"),
    "number": Words("banyaknya keluarga", "households"),
    "decile": Words("desil", "decile"),
    "cases": Words("kasus", "cases"),
    "source": Words("sumber", "source"),
}
"""Names of fields within parts; one that is not here is told by its name."""
_WRITTEN = {"first": "from", "last": "to"}
"""Names of ages in the file, where ours are others."""
THERE = Words("ada", "there")
NOT_THERE = Words("tidak ada", "not there")


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A field that is not the same. `field` is its name in the first file, where it stands there, else in the other.

    `title` and what is said are for readers; `first` and `other` are the bare values, "" where one does not have the field.
    """

    field: str
    title: Words
    first: str
    other: str
    first_said: Words
    other_said: Words


@dataclass(frozen=True, slots=True)
class Leaf:
    """A field of one scenario: its name in the file, what it is, its bare value and its value in words."""

    field: str
    title: Words
    value: str
    said: Words
    within: tuple[Key, ...] = ()
    """Of what it is a field: the keys of the group, of the payer in it."""


def otherwise(first: Scenario, other: Scenario) -> Iterator[Otherwise]:
    """Every field in which they differ, in the order in which scenarios are written; their names are not held against each other."""
    one, two = dict(_leaves(first)), dict(_leaves(other))
    for key in dict.fromkeys([*one, *two]):
        mine, theirs = one.get(key), two.get(key)
        leaf = mine or theirs
        if leaf is None or (mine and theirs and mine.value == theirs.value):
            continue
        if any(key_of not in (one if mine is None else two) for key_of in leaf.within):
            continue  # what it is a field of stands in one alone, and is told as a whole
        yield Otherwise(
            leaf.field,
            leaf.title,
            mine.value if mine else "",
            theirs.value if theirs else "",
            mine.said if mine else NOT_THERE,
            theirs.said if theirs else NOT_THERE,
        )


@dataclass(frozen=True, slots=True)
class _At:
    """A place in a scenario: its key, its name in the file, what stands there in words, and the keys of what it is within."""

    key: Key = ()
    field: str = ""
    title: Words = Words("", "")
    within: tuple[Key, ...] = ()

    def leaf(self, name: str, title: Words, value: object, said: Words | None = None) -> Iterator[tuple[Key, Leaf]]:
        """The field of that name; nothing where it is not filled in."""
        if value in (None, ""):
            return
        whole = self.title + same(": ") + _small(title) if self.title else title
        field = f"{self.field}.{name}" if self.field else name
        yield (*self.key, name), Leaf(field, whole, str(value), said or same(str(value)), self.within)

    def inside(self, name: str, number: int, what: str, title: Words) -> _At:
        """An entry of a list, the `number`th from 1, told apart by `what` it is."""
        key = (*self.key, name, what)
        field = f"{self.field}.{name}[{number}]" if self.field else f"{name}[{number}]"
        return _At(key, field, self.title + same(", ") + title if self.title else title, (*self.within, key))

    def there(self) -> tuple[Key, Leaf]:
        """That the entry is there at all."""
        return self.key, Leaf(self.field, self.title, self.key[-1], THERE, self.within[:-1])


def _small(title: Words) -> Words:
    return Words(*(f"{text[:1].lower()}{text[1:]}" if text[1:2].islower() else text for text in (title.id, title.en)))


def _leaves(scenario: Scenario) -> Iterator[tuple[Key, Leaf]]:
    top = _At()
    yield from top.leaf("place", Words("Wilayah", "Place"), scenario.place, _named(PLACES, scenario.place))
    yield from top.leaf("years.first", Words("Tahun pertama", "First year"), scenario.first)
    yield from top.leaf("years.last", Words("Tahun terakhir", "Last year"), scenario.last)
    for group, at in _told_apart(top, "groups", scenario.groups, lambda one: (one.code, _group_name(one))):
        yield at.there()
        yield from _group(group, at)
    for money, at in _told_apart(top, "money", scenario.money, lambda one: (one.funding, _source(one.funding))):
        yield at.there()
        yield from _money(money, at)
    for name, title in OWN.items():
        yield from _assumed(top, name, title, getattr(scenario, name), "share")
    for name, value in scenario.assumptions.items():
        kept = assumptions()[name]
        yield from _assumed(top, f"assumptions.{name}", kept.title, value, kept.unit)
    for target, at in _told_apart(top, "targets", scenario.targets, lambda one: (one.document, _document(one))):
        yield at.there()
        yield from _target(target, at)
    steps = "; ".join(f"{step.get('since')}: {step.get('values')}" for step in scenario.supposes)
    yield from top.leaf("law", Words("Pengandaian hukum", "Law that is supposed"), steps)
    titles = {part.name: part.title for part in parts()}
    for name, asked in scenario.asked.items():
        at = _At((name,), name, titles[name], ((name,),))
        yield at.there()
        for path, value in _flat(asked):
            yield from at.leaf(path, _of_part(path), value)
    yield from top.leaf("seed", Words("Benih acak", "Seed of chance"), scenario.seed)


def _told_apart(at: _At, name: str, entries: Iterable[Any], what: Any) -> Iterator[tuple[Any, _At]]:
    """Each entry with its place; the second of the same kind is told apart by its number among them."""
    seen: dict[str, int] = {}
    for number, entry in enumerate(entries, 1):
        code, title = what(entry)
        seen[code] = seen.get(code, 0) + 1
        again = "" if seen[code] == 1 else f" ({seen[code]})"
        yield entry, at.inside(name, number, code + again, title + same(again))


def _group(group: Group, at: _At) -> Iterator[tuple[Key, Leaf]]:
    yield from at.leaf(
        "population", Words("Jumlah orang", "Persons"), group.population, _known(group.population, count)
    )
    yield from _route(group.route, at)
    for payer, payer_at in _told_apart(at, "payers", group.payers, lambda one: (one.funding, _source(one.funding))):
        yield payer_at.there()
        yield from _payer(payer, payer_at)


def _payer(payer: Payer, at: _At) -> Iterator[tuple[Key, Leaf]]:
    yield from at.leaf("kept", Words("Sudah dibayar", "Paid for now"), payer.kept, count(payer.kept))
    for year, persons in sorted(payer.added.items()):
        yield from at.leaf(f"added.{year}", Words(f"Ditambah {year}", f"Added in {year}"), persons, count(persons))
    months = f"{payer.first_month}-{payer.last_month}"
    yield from at.leaf("months", Words("Bulan yang dibayar", "Months paid"), months)
    begins = Words(shown.month(payer.begins, "id"), shown.month(payer.begins, "en"))
    yield from at.leaf("begins", Words("Yang baru mulai", "New ones begin"), payer.begins, begins)
    yield from at.leaf("account", Words("Rekening", "Account"), payer.account)
    yield from at.leaf("subactivity", Words("Sub kegiatan", "Sub-activity"), payer.subactivity)
    yield from at.leaf("office", Words("Perangkat daerah", "Office"), payer.office)


def _route(route: Route, at: _At) -> Iterator[tuple[Key, Leaf]]:
    yield from at.leaf("route", Words("Jalur", "Way"), route.segment)
    yield from at.leaf("package", Words("Paket", "Package"), route.package)
    yield from at.leaf("sector", Words("Sektor", "Sector"), route.sector)
    for name, title in (
        ("wage_per_month", Words("Upah sebulan", "Monthly wage")),
        ("income_per_month", Words("Penghasilan sebulan", "Monthly income")),
        ("own_price", Words("Harga sendiri per orang-bulan", "Own price per person-month")),
    ):
        amount = getattr(route, name)
        yield from at.leaf(name, title, amount, _known(amount, rupiah))
    yield from at.leaf("risk_class", Words("Kelompok risiko", "Class of risk"), route.risk_class)
    yield from at.leaf("rounding", Words("Pembulatan tiap program", "Rounding of each programme"), route.rounding)


def _money(money: Money, at: _At) -> Iterator[tuple[Key, Leaf]]:
    at = _At(at.key, at.field, Words("Dana ", "Money of ") + at.title, at.within)
    for year, amount in sorted(money.amounts.items()):
        yield from at.leaf(f"amounts.{year}", same(str(year)), amount, rupiah(amount))
    yield from at.leaf("growth", Words("Tumbuh setahun", "Grows a year"), money.growth, percent(money.growth))
    stage = _named(lists.BUDGET_STATUSES, money.stage)
    yield from at.leaf("stage", Words("Tahap anggaran", "Stage of the budget"), money.stage, stage)


def _target(target: Target, at: _At) -> Iterator[tuple[Key, Leaf]]:
    universe = _named(lists.UNIVERSES, target.universe)
    yield from at.leaf("universe", Words("Semesta", "Universe"), target.universe, universe)
    for name, title in (
        ("population", Words("Penduduk semesta", "Population")),
        ("covered", Words("Sudah aktif", "Active now")),
    ):
        yield from at.leaf(name, title, getattr(target, name), count(getattr(target, name)))
    yield from at.leaf("source", Words("Sumber angka", "Source of the figures"), target.source)
    for year, part in sorted(target.shares.items()):
        yield from at.leaf(f"shares.{year}", Words(f"Sasaran {year}", f"Aim of {year}"), part, percent(part))
    for year, persons in sorted(target.persons.items()):
        yield from at.leaf(f"persons.{year}", Words(f"Sasaran {year}", f"Aim of {year}"), persons, count(persons))
    for share, share_at in _told_apart(at, "mix", target.mix, lambda one: (one.funding, _paid_by(one))):
        yield share_at.there()
        yield from share_at.leaf("part", Words("Bagian", "Part"), share.part, percent(share.part))
        yield from _route(share.route, share_at)


def _assumed(at: _At, name: str, title: Words, one: Assumed | None, unit: str) -> Iterator[tuple[Key, Leaf]]:
    """An assumption as one field: low, central, high and where they are from."""
    if one is None:
        return
    value = one.value
    each = [_amount(number, unit) for number in (value.low, value.central, value.high)]
    source = f" ({one.source})" if one.source else ""
    bare = f"{value.low} / {value.central} / {value.high}{source}"
    yield from at.leaf(name, title, bare, joined(each, " / ") + same(source))


def _amount(number: float, unit: str) -> Words:
    if unit == "share":
        return percent(number)
    if unit == "rupiah":
        return rupiah(round(number))
    return Words(shown.decimal(number, "id"), shown.decimal(number, "en"))


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every leaf of what a part asks for, with its path."""
    if is_dataclass(value) and not isinstance(value, type):
        value = asdict(value)
    if isinstance(value, Mapping):
        for name, inner in value.items():
            told = " ".join(map(str, name)) if isinstance(name, tuple) else _WRITTEN.get(str(name), str(name))
            yield from _flat(inner, f"{path}.{told}" if path else told)
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value, 1):
            yield from _flat(inner, f"{path}[{number}]")
    else:
        yield path, value


def _of_part(path: str) -> Words:
    """A field of a part in words: "baris 2, orang" for members[2].persons."""
    name = path.rpartition(".")[2].partition("[")[0]
    row = _ROW.search(path)
    title = PART_FIELDS.get(name) or same(name)
    return Words(f"baris {row[1]}, ", f"row {row[1]}, ") + title if row else title


def _named(known: CodeList, code: str) -> Words:
    entry = known.get(code) if code else None
    return entry.title if entry else same(code)


def _group_name(group: Group) -> Words:
    return _named(GROUPS, group.code) if group.code else Words("Semua kelompok", "All groups")


def _source(code: str) -> Words:
    return _named(lists.FUNDINGS, code)


def _document(target: Target) -> Words:
    return _named(lists.TARGET_DOCUMENTS, target.document)


def _paid_by(share: Share) -> Words:
    return Words("peserta baru dibayar ", "new members paid by ") + _source(share.funding)


def count(number: int) -> Words:
    """A whole number in both languages."""
    return Words(shown.count(number, "id"), shown.count(number, "en"))


def rupiah(amount: int) -> Words:
    return Words(shown.rupiah(amount, "id"), shown.rupiah(amount, "en"))


def _known(number: int | None, said: Callable[[int], Words]) -> Words | None:
    return None if number is None else said(number)


def percent(part: float) -> Words:
    """A part as per cent with the decimals that it has, at most two."""
    hundredths = round(part * 10_000)
    digits = 0 if hundredths % 100 == 0 else 1 if hundredths % 10 == 0 else 2
    return Words(shown.share(part, "id", digits), shown.share(part, "en", digits))
