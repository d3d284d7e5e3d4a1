"""Whom to cover: groups, how they are registered, who pays for how many of them; and how a scenario says it."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from semesta.basics import lists
from semesta.basics.groups import GROUPS
from semesta.basics.words import Words
from semesta.law.inputs import INPUTS
from semesta.monev.prices import package_of
from semesta.planning.fields import FILL_IN, WHOLE, WRITE_WHOLE, Fields
from semesta.planning.growth import grown
from semesta.planning.written import month_of, whole_of

ROUTES = ("BPU", "PU")
ALL = ("semua", "all")
"""What stands for people of no group that anybody named."""
PACKAGES = ("JKK+JKM", "JKK+JKM+JHT")
PROGRAMMES = ("JKK", "JKM", "JHT")
ROUNDINGS = ("nearest", "up", "down")
"""How an office rounds the contribution of each programme to whole rupiah; the law says nothing of it."""
INDUSTRIES = next(one.values for one in INPUTS if one.name == "industry")
"""Those that the law tells apart, with their titles: of some of them large employers had a relief of JKK."""


@dataclass(frozen=True, slots=True)
class Route:
    """How the people of a group are registered, which with the law of a month is their price."""

    segment: str
    package: str
    sector: str
    wage_per_month: int | None = None
    """Of PU: what contributions are counted on."""
    income_per_month: int | None = None
    """Of BPU; None is the lowest basis of the law."""
    risk_class: int | None = None
    own_price: int | None = None
    """Rupiah per person and month that the office itself reckons with, in place of the price by law."""
    rounding: str = ROUNDINGS[0]
    """Of PU, each programme on its own."""
    industry: str = ""
    """Of the employer of PU, with `workers`, all that it has and not those of the plan alone; "" where neither is said."""
    workers: int | None = None


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays for part of a group, from which account, for how many people and which months of a year."""

    funding: str
    kept: int
    """Persons this payer already pays for when the scenario begins."""
    added: Mapping[int, int]
    """Persons that come new in a year; a year not named adds nobody."""
    first_month: int = 1
    last_month: int = 12
    begins: int = 1
    """The month in which those added begin, in their first year; never before `first_month`."""
    account: str = ""
    """Of the whole contribution; as it is written where each programme has its own: "JKK 5.1.02; JKM 5.1.03"."""
    accounts: Mapping[str, str] = field(default_factory=dict)
    """By programme, where its contribution stands under an account of its own."""
    subactivity: str = ""
    office: str = ""

    def persons(self, year: int) -> tuple[int, int]:
        """Those kept from before a year and those added in it."""
        before = sum(number for added_in, number in self.added.items() if added_in < year)
        return self.kept + before, self.added.get(year, 0)


@dataclass(frozen=True, slots=True)
class Group:
    """A group of workers: how many there are, how they are registered, and who pays for whom."""

    code: str
    """"" where the people of all groups are meant together."""
    route: Route
    payers: tuple[Payer, ...]
    population: int | None = None
    """Persons of the group in the first year, covered or not; None where nobody counted them."""


def groups_of(fields: Fields, years: range, growth: float = 0.0) -> Iterator[Group]:
    """The groups of a scenario, whose populations grow by a part a year at most; no `years` where they cannot be read."""
    seen: set[tuple[str, str, str]] = set()
    paid: dict[str, Counter[int]] = defaultdict(Counter)
    for given in fields.each("groups", required=True):
        code = "" if given.text("group").lower() in ALL else given.code("group", GROUPS)
        population = given.whole_or_none("population")
        route = route_of(given, package_of(code))
        payers = tuple(_payers(given, years))
        given.close()
        if any(fault.field.startswith(given.at("payers[")) for fault in given.faults):
            continue  # stand-ins for what could not be read would only raise more faults
        for number, payer in enumerate(payers, 1):
            key = code, payer.funding, payer.account
            if key in seen:
                told = Words(
                    "kelompok, sumber dana dan rekening ini sudah ada", "group, source and account are there already"
                )
                given.fault(f"payers[{number}]", payer.funding, told, Words("gabungkan keduanya", "make them one"))
            seen.add(key)
        _has_people(given, payers, population, years)
        paid[code].update({year: sum(sum(payer.persons(year)) for payer in payers) for year in years})
        if population:
            _not_above(given, population, paid[code], growth)
        yield Group(code, route, payers, population)


def _has_people(given: Fields, payers: tuple[Payer, ...], population: int | None, years: range) -> None:
    if population == 0 or (
        payers and years and not any(sum(payer.persons(year)) for payer in payers for year in years)
    ):
        fix = Words("isi jumlah orang, atau hapus kelompok ini", "fill in how many, or take the group out")
        given.fault(
            "population" if population == 0 else "payers",
            None,
            Words("kelompok tanpa orang", "a group without people"),
            fix,
        )


def _not_above(given: Fields, population: int, paid: Mapping[int, int], growth: float) -> None:
    """No more people of a group are paid for in a year than there are, as many more as grow at most."""
    for number, (year, persons) in enumerate(sorted(paid.items())):
        there = math.floor(grown(population, growth, number))
        if persons > there:
            told = Words(
                f"pada {year} dibayar {persons} orang, lebih banyak dari {there}",
                f"in {year} {persons} are paid for, more than the {there} there are",
            )
            given.fault(
                "population",
                population,
                told,
                Words("periksa kept, added dan population", "check kept, added and population"),
            )
            return


def route_of(given: Fields, usual: Mapping[str, str]) -> Route:
    segment = given.choice("route", ROUTES, usual.get("segment", "BPU"))
    route = Route(
        segment,
        given.choice("package", PACKAGES, usual.get("package", PACKAGES[0])),
        given.choice("sector", ("other", "transport"), usual.get("sector", "other")),
        given.rupiah_or_none("wage_per_month"),
        given.rupiah_or_none("income_per_month"),
        given.whole_or_none("risk_class"),
        given.rupiah_or_none("own_price"),
        given.choice("rounding", ROUNDINGS, ROUNDINGS[0]),
        *_employer(given),
    )
    if segment == "PU" and route.own_price is None:
        for name in ("wage_per_month", "risk_class"):
            if not getattr(route, name) and not given.is_faulty(name):
                told = Words(
                    "jalur PU memerlukan upah sebulan dan kelompok risiko",
                    "the way of PU needs a monthly wage and a class of risk",
                )
                given.fault(
                    name,
                    getattr(route, name),
                    told,
                    Words("isi, misalnya 2500000 dan 1", "fill them in, as 2500000 and 1"),
                )
    if route.own_price == 0 and not given.is_faulty("own_price"):
        given.fault(
            "own_price",
            0,
            Words("harga harus di atas nol", "a price is above zero"),
            Words("hapus bila menurut hukum", "take it out for the price by law"),
        )
    if route.risk_class is not None and not 1 <= route.risk_class <= 5:
        given.fault(
            "risk_class",
            route.risk_class,
            Words("kelompok risiko 1 sampai 5", "classes of risk are 1 to 5"),
            WRITE_WHOLE,
        )
    return route


def _employer(given: Fields) -> tuple[str, int | None]:
    """The industry and the number of workers of who employs a group: the law asks for both, or for neither."""
    inside = given.inside("employer")
    if inside is None or not inside.written:
        return "", None
    if not inside.has("industry"):
        inside.fault("industry", None, Words("belum diisi", "is missing"), FILL_IN)
    industry = inside.choice("industry", list(map(str, INDUSTRIES)), "other")
    workers = inside.whole("workers", least=1)
    inside.close()
    return industry, workers


def _payers(given: Fields, years: range) -> Iterator[Payer]:
    for one in given.each("payers", required=True):
        first, last = _months(one)
        begins = one.month("begins", first)
        if not first <= begins <= last and not one.is_faulty("months"):
            told = Words(
                f"di luar bulan {first}–{last} yang dibayar", f"outside the months {first}–{last} that are paid"
            )
            one.fault("begins", begins, told, Words("sesuaikan dengan months", "see the field months"))
        account, accounts = _accounts(one)
        payer = Payer(
            funding=one.code("funding", lists.FUNDINGS),
            kept=one.whole("kept"),
            added=one.by_year("added", years, whole_of, WHOLE, WRITE_WHOLE),
            first_month=first,
            last_month=last,
            begins=begins,
            account=account,
            accounts=accounts,
            subactivity=one.text("subactivity"),
            office=one.text("office"),
        )
        one.close()
        yield payer


def _accounts(one: Fields) -> tuple[str, Mapping[str, str]]:
    """One account, or one by programme: {JKK: 5.1.02, JKM: 5.1.03}."""
    if not isinstance(one.written.get("account"), Mapping):
        return one.text("account"), {}
    by_programme = one.inside("account")
    found = {name: code for name in PROGRAMMES if by_programme and (code := by_programme.text(name))}
    if by_programme:
        by_programme.close()
    return "; ".join(f"{name} {code}" for name, code in found.items()), found


_UNTIL = re.compile(r"\s*(?:-|–|\bsampai\b|\bs\.?\s?/?d\b\.?|\bto\b)\s*", re.IGNORECASE)


def _months(one: Fields) -> tuple[int, int]:
    """The first and the last month of a year that are paid: "8-12", "Agustus sampai Desember"."""
    written = one.text("months") or "1-12"
    first, *others = _UNTIL.split(written)
    read = month_of(first), month_of(others[0] if others else first)
    if read[0] is None or read[1] is None or not read[0] <= read[1] or len(others) > 1:
        told = Words("perlu bulan pertama dan terakhir dalam setahun", "needs the first and the last month of a year")
        one.fault(
            "months",
            written,
            told,
            Words("tulis misalnya 8-12 atau Agustus-Desember", "write it as 8-12 or August-December"),
        )
        return 1, 12
    return read[0], read[1]
