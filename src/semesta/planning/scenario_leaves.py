"""A scenario as its fields, each in words: what is compared when two plans stand beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from semesta.basics import lists, shown
from semesta.basics.groups import GROUPS
from semesta.basics.places import PLACES
from semesta.basics.words import Words, joined, same
from semesta.planning.aims import Money, Share, Target
from semesta.planning.assumptions import assumptions
from semesta.planning.cover import INDUSTRIES, Group, Payer, Route
from semesta.planning.fields import Assumed
from semesta.planning.in_words import amount, count, known, named, percent, rupiah
from semesta.planning.leaves import At, Key, Leaf, told_apart
from semesta.planning.part_fields import fields_of_part
from semesta.planning.parts import parts
from semesta.planning.scenario import Scenario
from semesta.planning.sensitivity import OWN


def leaves(scenario: Scenario) -> Iterator[tuple[Key, Leaf]]:
    """Every field that is filled in, in the order in which scenarios are written."""
    top = At()
    yield from top.leaf("place", Words("Wilayah", "Place"), scenario.place, named(PLACES, scenario.place))
    yield from top.leaf("years.first", Words("Tahun pertama", "First year"), scenario.first)
    yield from top.leaf("years.last", Words("Tahun terakhir", "Last year"), scenario.last)
    for group, at in told_apart(top, "groups", scenario.groups, lambda one: (one.code, _group_name(one))):
        yield at.there()
        yield from _group(group, at)
    for money, at in told_apart(top, "money", scenario.money, lambda one: (one.funding, _source(one.funding))):
        yield at.there()
        yield from _money(money, at)
    for name, title in OWN.items():
        yield from _assumed(top, name, title, getattr(scenario, name), "share")
    for name, value in scenario.assumptions.items():
        kept = assumptions()[name]
        yield from _assumed(top, f"assumptions.{name}", kept.title, value, kept.unit)
    for target, at in told_apart(top, "targets", scenario.targets, lambda one: (one.document, _document(one))):
        yield at.there()
        yield from _target(target, at)
    steps = "; ".join(f"{step.get('since')}: {step.get('values')}" for step in scenario.supposes)
    yield from top.leaf("law", Words("Pengandaian hukum", "Law that is supposed"), steps)
    titles = {part.name: part.title for part in parts()}
    for name, asked in scenario.asked.items():
        at = At((name,), name, titles[name], ((name,),))
        yield at.there()
        for path, title, value in fields_of_part(asked):
            yield from at.leaf(path, title, value)
    yield from top.leaf("seed", Words("Benih acak", "Seed of chance"), scenario.seed)


def _group(group: Group, at: At) -> Iterator[tuple[Key, Leaf]]:
    yield from at.leaf("population", Words("Jumlah orang", "Persons"), group.population, known(group.population, count))
    yield from _route(group.route, at)
    for payer, payer_at in told_apart(at, "payers", group.payers, lambda one: (one.funding, _source(one.funding))):
        yield payer_at.there()
        yield from _payer(payer, payer_at)


def _payer(payer: Payer, at: At) -> Iterator[tuple[Key, Leaf]]:
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


def _route(route: Route, at: At) -> Iterator[tuple[Key, Leaf]]:
    yield from at.leaf("route", Words("Jalur", "Way"), route.segment)
    yield from at.leaf("package", Words("Paket", "Package"), route.package)
    yield from at.leaf("sector", Words("Sektor", "Sector"), route.sector)
    for name, title in (
        ("wage_per_month", Words("Upah sebulan", "Monthly wage")),
        ("income_per_month", Words("Penghasilan sebulan", "Monthly income")),
        ("own_price", Words("Harga sendiri per orang-bulan", "Own price per person-month")),
    ):
        price = getattr(route, name)
        yield from at.leaf(name, title, price, known(price, rupiah))
    yield from at.leaf("risk_class", Words("Kelompok risiko", "Class of risk"), route.risk_class)
    industry = INDUSTRIES.get(route.industry, same(""))
    yield from at.leaf(
        "employer.industry", Words("Industri pemberi kerja", "Industry of the employer"), route.industry, industry
    )
    workers = known(route.workers, count)
    yield from at.leaf(
        "employer.workers", Words("Pekerja pemberi kerja", "Workers of the employer"), route.workers, workers
    )
    yield from at.leaf("rounding", Words("Pembulatan tiap program", "Rounding of each programme"), route.rounding)


def _money(money: Money, at: At) -> Iterator[tuple[Key, Leaf]]:
    at = At(at.key, at.field, Words("Dana ", "Money of ") + at.title, at.within)
    for year, held in sorted(money.amounts.items()):
        yield from at.leaf(f"amounts.{year}", same(str(year)), held, rupiah(held))
    yield from at.leaf("growth", Words("Tumbuh setahun", "Grows a year"), money.growth, percent(money.growth))
    stage = named(lists.BUDGET_STATUSES, money.stage)
    yield from at.leaf("stage", Words("Tahap anggaran", "Stage of the budget"), money.stage, stage)


def _target(target: Target, at: At) -> Iterator[tuple[Key, Leaf]]:
    universe = named(lists.UNIVERSES, target.universe)
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
    for share, share_at in told_apart(at, "mix", target.mix, lambda one: (one.funding, _paid_by(one))):
        yield share_at.there()
        yield from share_at.leaf("part", Words("Bagian", "Part"), share.part, percent(share.part))
        yield from _route(share.route, share_at)


def _assumed(at: At, name: str, title: Words, one: Assumed | None, unit: str) -> Iterator[tuple[Key, Leaf]]:
    """An assumption as one field: low, central, high and where they are from."""
    if one is None:
        return
    value = one.value
    each = [amount(number, unit) for number in (value.low, value.central, value.high)]
    source = f" ({one.source})" if one.source else ""
    bare = f"{value.low} / {value.central} / {value.high}{source}"
    yield from at.leaf(name, title, bare, joined(each, " / ") + same(source))


def _group_name(group: Group) -> Words:
    return named(GROUPS, group.code) if group.code else Words("Semua kelompok", "All groups")


def _source(code: str) -> Words:
    return named(lists.FUNDINGS, code)


def _document(target: Target) -> Words:
    return named(lists.TARGET_DOCUMENTS, target.document)


def _paid_by(share: Share) -> Words:
    return Words("peserta baru dibayar ", "new members paid by ") + _source(share.funding)
