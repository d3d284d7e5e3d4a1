"""A scenario: a place and its years, whom to cover and who pays, the money there is, what is to be reached, what is assumed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from semesta.basics import lists
from semesta.basics.groups import GROUPS
from semesta.basics.places import PLACES, PlaceList
from semesta.basics.words import Words, same
from semesta.law.case_files import entries
from semesta.law.faults import InputError, NoLawOnDate
from semesta.law.law import LAW, Law
from semesta.law.scenario import supposed
from semesta.monev.prices import package_of
from semesta.planning.faults import PlanFault, Unplannable
from semesta.planning.fields import MONEY, WHOLE, WRITE_MONEY, WRITE_WHOLE, Assumed, Fields, rupiah_of, whole_of

ROUTES = ("BPU", "PU")
PACKAGES = ("JKK+JKM", "JKK+JKM+JHT")
LONGEST = 30
"""Years a scenario may span: beyond, not even the direction of law and population is known."""


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
    route: Route
    payers: tuple[Payer, ...]
    population: int | None = None
    """Persons of the group in the first year, covered or not; None where nobody counted them."""


@dataclass(frozen=True, slots=True)
class Money:
    """What a source has for contributions, by year; `stage` is how far its budget has come."""

    funding: str
    amounts: Mapping[int, int]
    stage: str = ""
    growth: float = 0.0
    """By how much it grows a year after the last one named, as a part."""

    def amount(self, year: int) -> int | None:
        """Whole rupiah of a year; after the last year named it grows on; None before the first and between."""
        if year in self.amounts or not self.amounts:
            return self.amounts.get(year)
        last = max(self.amounts)
        return int(self.amounts[last] * (1 + self.growth) ** (year - last)) if year > last else None


@dataclass(frozen=True, slots=True)
class Share:
    """The part of newly covered people whom one source pays for, and how they are registered."""

    funding: str
    part: float
    route: Route


@dataclass(frozen=True, slots=True)
class Target:
    """A share of a universe to be covered by a year, by one document."""

    document: str
    universe: str
    population: int
    """Persons of the universe in the first year of the scenario."""
    covered: int
    """Of them covered when the scenario begins."""
    shares: Mapping[int, float]
    """By year; between two years it rises evenly."""
    mix: tuple[Share, ...]
    source: str = ""
    """Of the population and of those covered."""
    of_document: str = ""
    """Of the shares, where they are those of a national document kept with Semesta."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything a plan is made from. The same scenario and law make the same plan."""

    name: str
    place: str
    first: int
    last: int
    groups: tuple[Group, ...]
    money: tuple[Money, ...] = ()
    targets: tuple[Target, ...] = ()
    growth: Assumed | None = None
    """By how much the population grows a year, as a part; None keeps it as it is, and says so."""
    wage_growth: Assumed | None = None
    leaving: Assumed | None = None
    """The part of those covered who leave within a year: death, age, another employer; None leaves that out."""
    assumptions: Mapping[str, Assumed] = field(default_factory=dict)
    """What is put in the place of a value of `planning.assumptions`, by its name there."""
    supposes: tuple[Mapping[str, Any], ...] = ()
    """What-if law: steps of `since` and `values`."""
    asked: Mapping[str, Any] = field(default_factory=dict)
    """By the name of a part (planning/parts) what its reader made of its field; parts that are not there were not asked for."""
    seed: int = 1

    @property
    def years(self) -> range:
        return range(self.first, self.last + 1)


def template() -> str:
    """A scenario with everything in it, commented, that can be run as it is."""
    return files("semesta.planning").joinpath("scenario.yaml").read_text(encoding="utf-8")


def read_scenario(given: Path | str, *, law: Law = LAW, places: PlaceList = PLACES) -> Scenario:
    """The scenario that a file or a text holds.

    Raises:
        Unplannable: with every fault at once, each with its field.
    """
    fields = Fields(_mapping(given))
    scenario = _scenario(fields, law, places)
    fields.close()
    if not fields.faults:
        fields.faults += _without_law(scenario, law)
    if fields.faults:
        raise Unplannable(dict.fromkeys(fields.faults))
    return scenario


def _mapping(given: Path | str) -> Mapping[str, Any]:
    file = given if isinstance(given, Path) else Path("rencana.yaml")
    fix = Words("mulai dari contoh: semesta plan new", "begin with the example: semesta plan new")
    try:
        text = given.read_text(encoding="utf-8-sig") if isinstance(given, Path) else given
    except (OSError, ValueError) as error:
        why = same(getattr(error, "strerror", None) or "") or Words("bukan teks", "is no text")
        raise Unplannable(
            [PlanFault(str(given), "", Words("tidak dapat dibaca: ", "cannot be read: ") + why, fix)]
        ) from None
    found, is_list = entries(text, file)
    if len(found) == 1 and not is_list and isinstance(found[0], Mapping):
        return found[0]
    why = found[0] if isinstance(found[0], Words) else Words("harus satu skenario", "must hold one scenario")
    raise Unplannable([PlanFault(file.name, "", why, fix)])


def _scenario(fields: Fields, law: Law, places: PlaceList) -> Scenario:
    from semesta.planning.parts import parts  # parts read scenarios themselves

    first, last = _years(fields)
    years = range(first, last + 1)
    supposes = tuple(_supposed(fields, law))
    assumptions = fields.inside("assumptions")
    return Scenario(
        name=fields.text("name"),
        place=fields.code("place", places),
        first=first,
        last=last,
        groups=tuple(_groups(fields, years)),
        money=tuple(_money(fields, years)),
        targets=tuple(_targets(fields, years)),
        growth=fields.assumed("growth", most=1),
        wage_growth=fields.assumed("wage_growth", most=1),
        leaving=fields.assumed("leaving", most=1),
        assumptions=dict(_assumptions(assumptions)) if assumptions else {},
        supposes=supposes,
        asked={part.name: part.read(inside) for part in parts() if (inside := fields.inside(part.name))},
        seed=fields.whole("seed", 1),
    )


def _years(fields: Fields) -> tuple[int, int]:
    inside = fields.inside("years")
    if inside is None:
        if not fields.has("years"):
            fields.fault("years", None, Words("belum diisi", "is missing"), YEARS)
        return 1, 1
    first, last = inside.whole("first", least=1), inside.whole("last", least=1)
    inside.close()
    if first and last and not first <= last < first + LONGEST:
        told = Words(f"harus naik, paling lama {LONGEST} tahun", f"must rise, over at most {LONGEST} years")
        fields.fault("years", f"{first}–{last}", told, YEARS)
        return 1, 1
    return first or 1, last or 1


YEARS = Words("tulis misalnya {first: 2027, last: 2029}", "write it as {first: 2027, last: 2029}")


def _groups(fields: Fields, years: range) -> Iterator[Group]:
    seen: set[tuple[str, str, str]] = set()
    for given in fields.each("groups", required=True):
        code = given.code("group", GROUPS)
        population = given.whole_or_none("population")
        route = _route(given, package_of(code) if code else {})
        payers = tuple(_payers(given, years))
        given.close()
        for number, payer in enumerate(payers, 1):
            key = code, payer.funding, payer.account
            if key in seen:
                told = Words(
                    "kelompok, sumber dana dan rekening ini sudah ada", "group, source and account are there already"
                )
                given.fault(f"payers[{number}]", payer.funding, told, Words("gabungkan keduanya", "make them one"))
            seen.add(key)
        _people_fit(given, payers, population, years)
        yield Group(code, route, payers, population)


def _people_fit(given: Fields, payers: tuple[Payer, ...], population: int | None, years: range) -> None:
    """A group has people, and no more of them are covered than there are."""
    if population == 0 or (payers and not any(sum(payer.persons(year)) for payer in payers for year in years)):
        fix = Words("isi jumlah orang, atau hapus kelompok ini", "fill in how many, or take the group out")
        given.fault(
            "population" if population == 0 else "payers",
            None,
            Words("kelompok tanpa orang", "a group without people"),
            fix,
        )
        return
    most = sum(sum(payer.persons(years[-1])) for payer in payers)
    if population is not None and most > population:
        told = Words(
            f"yang dibayar menjadi {most} orang, lebih banyak dari {population}",
            f"{most} are paid for, more than the {population} there are",
        )
        given.fault(
            "population",
            population,
            told,
            Words("periksa kept, added dan population", "check kept, added and population"),
        )


def _route(given: Fields, usual: Mapping[str, str]) -> Route:
    segment = given.choice("route", ROUTES, usual.get("segment", "BPU"))
    route = Route(
        segment,
        given.choice("package", PACKAGES, usual.get("package", PACKAGES[0])),
        given.choice("sector", ("other", "transport"), usual.get("sector", "other")),
        given.rupiah_or_none("wage_per_month"),
        given.rupiah_or_none("income_per_month"),
        given.whole_or_none("risk_class"),
        given.rupiah_or_none("own_price"),
    )
    if segment == "PU" and route.own_price is None:
        for name in ("wage_per_month", "risk_class"):
            if not getattr(route, name):
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
    if route.own_price == 0:
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


def _payers(given: Fields, years: range) -> Iterator[Payer]:
    for one in given.each("payers", required=True):
        first, last = _months(one)
        begins = one.whole("begins", first, least=1)
        if not first <= begins <= last:
            told = Words(
                f"di luar bulan {first}–{last} yang dibayar", f"outside the months {first}–{last} that are paid"
            )
            one.fault("begins", begins, told, Words("sesuaikan dengan months", "see the field months"))
        payer = Payer(
            funding=one.code("funding", lists.FUNDINGS),
            kept=one.whole("kept"),
            added=one.by_year("added", years, whole_of, WHOLE, WRITE_WHOLE),
            first_month=first,
            last_month=last,
            begins=begins,
            account=one.text("account"),
            subactivity=one.text("subactivity"),
            office=one.text("office"),
        )
        one.close()
        yield payer


def _months(one: Fields) -> tuple[int, int]:
    """The first and the last month of a year that are paid: "8-12"."""
    written = one.text("months") or "1-12"
    first, _, last = written.replace("–", "-").partition("-")
    read = whole_of(first.strip(), 1), whole_of((last or first).strip(), 1)
    if read[0] is None or read[1] is None or not read[0] <= read[1] <= 12:
        told = Words("perlu bulan pertama dan terakhir dalam setahun", "needs the first and the last month of a year")
        one.fault("months", written, told, Words("tulis misalnya 1-12 atau 8-12", "write it as 1-12 or 8-12"))
        return 1, 12
    return read[0], read[1]


def _money(fields: Fields, years: range) -> Iterator[Money]:
    seen: set[str] = set()
    for one in fields.each("money"):
        funding = one.code("funding", lists.FUNDINGS)
        amounts = one.by_year("amounts", years, rupiah_of, MONEY, WRITE_MONEY)
        if not amounts:
            one.fault("amounts", None, Words("belum diisi", "is missing"), WRITE_MONEY)
        if funding in seen:
            one.fault(
                "funding",
                funding,
                Words("sumber ini sudah ada", "this source is there already"),
                Words("gabungkan keduanya", "make them one"),
            )
        seen.add(funding)
        stage = one.code("stage", lists.BUDGET_STATUSES, "")
        found = Money(funding, amounts, stage, one.share("growth", 0.0))
        one.close()
        yield found


def _targets(fields: Fields, years: range) -> Iterator[Target]:
    from semesta.planning.documents import shares_of

    for one in fields.each("targets"):
        document = one.code("document", lists.TARGET_DOCUMENTS)
        own = one.by_year(
            "shares",
            range(0),
            _target_share,
            Words("perlu bagian dari 0 sampai 100 %", "needs a part from 0 to 100 %"),
            ABOVE,
        )
        kept = shares_of(document) if not own else None
        if not own and kept is None:
            one.fault(
                "shares",
                None,
                Words(
                    "belum diisi; untuk dokumen ini tidak ada angka nasional",
                    "is missing; there are no national figures of this document",
                ),
                Words("tulis misalnya {2030: 60 %}", "write it as {2030: 60 %}"),
            )
        found = Target(
            document,
            one.code("universe", lists.UNIVERSES, "employed"),
            one.whole("population", least=1),
            one.whole("covered"),
            own or (kept.shares if kept else {}),
            tuple(_mix(one)),
            one.text("source"),
            "" if own or kept is None else kept.source,
        )
        one.close()
        if found.population and found.covered > found.population:
            one.fault(
                "covered",
                found.covered,
                Words("lebih banyak dari population", "more than population"),
                Words("periksa keduanya", "check both"),
            )
        yield found


ABOVE = Words(
    "target tidak dapat di atas seluruh penduduknya; tulis misalnya 60 %",
    "no target is above the population; write it as 60 %",
)


def _target_share(value: object) -> float | None:
    from semesta.planning.fields import share_of

    return share_of(value)


def _mix(one: Fields) -> Iterator[Share]:
    total = 0.0
    entries_ = one.each("mix", required=True)
    for each in entries_:
        share = Share(each.code("funding", lists.FUNDINGS), each.share("part"), _route(each, package_of("")))
        each.close()
        total += share.part
        yield share
    if entries_ and abs(total - 1) > 1e-9:
        told = Words("jumlah seluruh part harus 100 %", "all parts together must be 100 %")
        one.fault("mix", f"{total:.4%}", told, Words("sesuaikan part tiap sumber", "mend the parts"))


def _assumptions(fields: Fields) -> Iterator[tuple[str, Assumed]]:
    for name in fields.written:
        found = fields.assumed(str(name))
        if found is not None:
            yield str(name), found


def _supposed(fields: Fields, law: Law) -> Iterator[Mapping[str, Any]]:
    steps = [one.written for one in fields.each("law")]
    try:
        supposed(law, steps)
    except InputError as wrong:
        for problem in wrong.problems:
            fields.fault("law", None, problem, Words("lihat semesta law list", "see semesta law list"))
    yield from steps


def _without_law(scenario: Scenario, law: Law) -> Iterator[PlanFault]:
    """Years before the law of the programmes."""
    day = dt.date(scenario.first, 1, 1)
    try:
        law.value("cover_price_per_month", date=day, segment="BPU", package="JKK+JKM", funding="apbd", sector="other")
    except NoLawOnDate as absent:
        yield PlanFault(
            "years.first",
            str(scenario.first),
            Words(absent.said("id"), absent.said("en")),
            Words("mulai pada tahun yang ada hukumnya", "begin in a year that has law"),
        )
