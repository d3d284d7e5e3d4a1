"""Field `poverty` of a scenario: households, its own or the round's, the line they are held against, and what cover is worth to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from semesta.basics import shown
from semesta.basics.groups import GROUPS
from semesta.basics.places import PLACES
from semesta.basics.words import Words, joined
from semesta.law.answers import Answer, benefit
from semesta.law.law import Law
from semesta.monev.cells import ENOUGH
from semesta.monev.measured import Measured
from semesta.planning.assumptions import Assumption, assumed
from semesta.planning.cover import Route
from semesta.planning.estimate import Estimate
from semesta.planning.faults import PlanFault, Unplannable
from semesta.planning.fields import FILL_IN, Fields
from semesta.planning.in_words import named
from semesta.planning.lawful import PAID_LONG
from semesta.planning.parts import Part
from semesta.planning.poverty import (
    EVENTS,
    MONTHS_OFF,
    After,
    Bought,
    Household,
    after,
    by_decile,
    contribution_of,
    kept_per_billion,
    together,
)
from semesta.planning.poverty_line import PovertyLine, poverty_line
from semesta.planning.price import Prices
from semesta.planning.round_households import DELETED, TABLE, Told, group_of, households_told
from semesta.planning.scenario import Scenario
from semesta.tables.registry import TABLES

TITLE = TABLES[TABLE].title


@dataclass(frozen=True)
class Asked:
    """Households and line where the user gives their own; without households the round's are taken."""

    households: tuple[Household, ...]
    line: PovertyLine | None


@dataclass(frozen=True)
class Poverty:
    """Of each event what it does to all households, of death also by decile, and what contributions buy.

    `notes` say whose households they are, how they are covered and what was left out; `unknown` are those of which too little is
    known.
    """

    line: PovertyLine
    households: tuple[Household, ...]
    events: tuple[After, ...]
    deciles: tuple[tuple[int | None, After], ...]
    contribution: int
    """Rupiah for one person's cover in the first year of the scenario, on the average of the households."""
    per_billion: Estimate
    assumptions: tuple[Assumption, ...]
    notes: tuple[Words, ...] = ()
    unknown: int = 0


def _read(fields: Fields) -> Asked:
    own = None
    if fields.has("line"):
        own = PovertyLine("", fields.text("line_month"), fields.rupiah("line"), fields.text("line_source"))
        if not own.source:
            fields.fault("line_source", None, Words("garis tanpa sumber", "a line without source"), FILL_IN)
    households = tuple(_household(one) for one in fields.each("households"))
    fields.close()
    return Asked(households, own)


def _household(fields: Fields) -> Household:
    size, earners = fields.whole("size", least=1), fields.whole("earners", least=1)
    decile = fields.whole("decile", least=1) if fields.has("decile") else None
    group = fields.code("group", GROUPS, "")
    found = Household(size, earners, fields.rupiah("spending"), fields.whole("number", least=1), decile, group)
    if 0 < size < earners:
        told = Words("pencari nafkah lebih banyak dari anggota keluarga", "more earners than persons")
        fields.fault("earners", earners, told, Words("periksa size dan earners", "check size and earners"))
    if decile is not None and decile > 10:
        fields.fault("decile", decile, Words("desil 1 sampai 10", "deciles are 1 to 10"), FILL_IN)
    fields.close()
    return found


def _make(asked: Asked, scenario: Scenario, measured: Measured | None, law: Law) -> Poverty:
    line = asked.line or poverty_line(scenario.place, scenario.first, measured.places if measured else PLACES)
    told = _own(asked, scenario) if asked.households else _of_round(scenario, measured)
    faults = [*_strange(asked, scenario), *([] if line else [_without_line(scenario)])]
    if told is None or told.number < told.least:
        is_deleted = measured is not None and TABLE in measured.dataset.deleted
        faults.append(_without_households(told, DELETED if is_deleted else NO_HOUSEHOLDS))
    if faults or line is None or told is None:
        raise Unplannable(faults)
    return _held_against(line, told, scenario, law)


def _of_round(scenario: Scenario, measured: Measured | None) -> Told | None:
    return households_told(measured, scenario) if measured else None


def _own(asked: Asked, scenario: Scenario) -> Told:
    said = Words("keluarga menurut isian skenario", "households as the scenario gives them")
    found = tuple(replace(one, group=group_of(one.group, scenario) or "") for one in asked.households)
    return Told(found, 0, (said,), least=1)


def _strange(asked: Asked, scenario: Scenario) -> Iterator[PlanFault]:
    """Households of a group that the plan does not cover."""
    allowed = ", ".join(dict.fromkeys(group.code for group in scenario.groups))
    for number, one in enumerate(asked.households, 1):
        if one.group and group_of(one.group, scenario) is None:
            told = Words("bukan kelompok dalam rencana ini", "is no group of this plan")
            fix = Words(f"pilih: {allowed}", f"one of: {allowed}")
            yield PlanFault(f"poverty.households[{number}].group", one.group, told, fix)


def _held_against(line: PovertyLine, told: Told, scenario: Scenario, law: Law) -> Poverty:
    lived_on = assumed("benefit_months", scenario.assumptions)
    ways = _ways(told.households, scenario, law)

    def found(event: str, households: Iterable[Household]) -> After:
        by_way = [(way.paid[event], some) for way in ways if (some := _those(way, households, scenario))]
        each = (
            after(some, event, line.amount, paid.at_least, lived_on.value, verified=paid.verified)
            for paid, some in by_way
        )
        return together(list(each))

    events = tuple(found(event, told.households) for event in EVENTS)
    parts = by_decile(told.households, least=told.least)
    deciles = tuple((decile, found("death", some)) for decile, some in parts.items()) if len(parts) > 1 else ()
    bought = [_bought(way, told.households, scenario, line, lived_on) for way in ways]
    return Poverty(
        line,
        told.households,
        events,
        deciles,
        round(contribution_of(bought)),
        kept_per_billion(bought),
        tuple({one.name: one for one in (lived_on, *(way.often for way in ways))}.values()),
        (told.notes[0], _covered_as(ways, told.households), *told.notes[1:]),
        told.unknown,
    )


@dataclass(frozen=True)
class _Way:
    """How the households of one group of the plan are covered: what each event pays, how often, and for what a year."""

    code: str
    paid: Mapping[str, Answer]
    often: Assumption
    contribution: int


def _ways(households: Iterable[Household], scenario: Scenario, law: Law) -> list[_Way]:
    """Of each group of the plan that has households, in its order; those of none named go by the first."""
    codes = {one.group or scenario.groups[0].code for one in households}
    groups = {group.code: group for group in reversed(scenario.groups) if group.code in codes}
    prices, month = Prices(law, scenario.first), dt.date(scenario.first, 1, 1)
    return [
        _Way(
            code,
            {event: _benefit(law, event, group.route, month) for event in EVENTS},
            assumed(f"jkm_deaths_{group.route.segment.lower()}", scenario.assumptions),
            prices.of_year(group.route, group.payers[0].funding, scenario.first),
        )
        for code, group in reversed(groups.items())
    ]


def _those(way: _Way, households: Iterable[Household], scenario: Scenario) -> list[Household]:
    return [one for one in households if (one.group or scenario.groups[0].code) == way.code]


def _bought(
    way: _Way, households: Iterable[Household], scenario: Scenario, line: PovertyLine, lived_on: Assumption
) -> Bought:
    ours = _those(way, households, scenario)
    told = after(ours, "death", line.amount, way.paid["death"].at_least, lived_on.value)
    return Bought(told.households, way.often.value, told.kept_above, way.contribution)


def _covered_as(ways: Sequence[_Way], households: Iterable[Household]) -> Words:
    """By whose way benefits and contributions are counted."""
    names = joined([_name(way.code) for way in ways], ", ")
    told = (
        Words("santunan dan iuran menurut jalur kelompok ", "benefits and contributions by the way of the group ")
        + names
    )
    if len(ways) > 1 and not all(one.group for one in households):
        told += Words("; keluarga yang kelompoknya tidak disebut: ", "; households of no group named: ") + _name(
            ways[0].code
        )
    return told


def _name(code: str) -> Words:
    return named(GROUPS, code) if code else Words("Semua kelompok", "All groups")


def _benefit(law: Law, event: str, route: Route, month: dt.date) -> Answer:
    """What the law pays one who has paid long, without scholarships and treatment."""
    case = {"date": month, "segment": route.segment}
    if event == "death":
        return benefit({**case, "programme": "JKM", "event": "death", "months_paid": PAID_LONG}, law)
    wages = {"wage_per_month": route.wage_per_month, "income_per_month": route.income_per_month}
    case |= {name: wage for name, wage in wages.items() if wage is not None}
    if event == "total_disability":
        return benefit({**case, "programme": "JKK", "event": "disability.total"}, law)
    return benefit({**case, "programme": "JKK", "event": "incapacity", "months_off_work": MONTHS_OFF}, law)


NO_HOUSEHOLDS = Words("belum ada keluarga", "there are no households")


def _without_households(told: Told | None, why_none: Words) -> PlanFault:
    """Why nothing can be said: no households at all, or so few of the round's that a share would tell of single ones."""
    fix = Words(
        f"isi households, atau lembar {TITLE.id} dalam data putaran (sekurangnya {ENOUGH} keluarga dengan pencari nafkah dan pengeluarannya)",
        f"fill in households, or the sheet {TITLE.en} of the round ({ENOUGH} households at least, with earners and spending)",
    )
    if told is None:
        return PlanFault("poverty.households", "", why_none, fix)
    found = Words(
        f"hanya {told.number} keluarga dari putaran yang dapat dihitung",
        f"only {told.number} households of the round can be counted",
    )
    for note in told.notes[1:]:
        found += Words("; ", "; ") + note
    return PlanFault("poverty.households", "", found, fix)


def _without_line(scenario: Scenario) -> PlanFault:
    told = Words(
        f"belum ada garis kemiskinan tersimpan bagi wilayah {scenario.place}",
        f"no poverty line is kept for the place {scenario.place}",
    )
    example = shown.rupiah(650_000, "id")
    fix = Words(
        f"isi line (misalnya {example} per orang sebulan) dan line_source",
        f"fill in line (as {example} per person and month) and line_source",
    )
    return PlanFault("poverty.line", "", told, fix)


EXAMPLE = """
# poverty:                                # keluarga yang jatuh ke bawah garis kemiskinan; dengan putaran cukup poverty: {}
#   # line: 700000                        # garis per orang sebulan; tanpa isian garis BPS wilayahnya
#   # line_source: BPS 2026               # wajib bila line diisi
#   households:                           # ukuran keluarga, pencari nafkah, pengeluaran sebulan, banyaknya keluarga demikian
#     - {size: 5, earners: 1, spending: "Rp3,6 juta", number: 1200, decile: 2, group: rentan.nelayan}   # kelompok dalam rencana
#     - {size: 4, earners: 2, spending: Rp4 juta, number: 800, decile: 3}
"""
PART = Part("poverty", Words("Kemiskinan", "Poverty"), _read, _make, EXAMPLE)
