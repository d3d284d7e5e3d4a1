"""Ages on the lists of a round in expected claims: deaths by age and sex where most are known, and who says so first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from scenarios import group, payer, written

from semesta.basics.places import PLACES
from semesta.monev.measured import Measured
from semesta.planning.ages_of_round import ages_seen
from semesta.planning.assumptions import life_table
from semesta.planning.parts.claims import PART, Claims
from semesta.planning.plan import made
from semesta.planning.scenario import read_scenario
from semesta.tables.dataset import Dataset
from semesta.tables.origin import Exposure, Origin

FISHER, RT = "rentan.nelayan", "non_asn.rt_rw"
MEN_OF_45 = Exposure(2025, "36.72", "", "BPU", "apbd.kabkota", paid=1200, ages=(("L", 45, 1200),))


def measured(*exposures: Exposure) -> Measured:
    return Measured(
        "36.72", dt.date(2025, 12, 31), (), (), Dataset({}, origin=Origin("extract", exposures=exposures)), PLACES
    )


def claims(of: Measured | None, **asked: object) -> Claims:
    wage = {"route": "PU", "wage_per_month": 1_000_000, "risk_class": 1}
    groups = [group(FISHER), group(RT, payer(), **wage)]
    found = made(read_scenario(written(groups=groups, claims=asked)), of).of(PART)
    assert found is not None
    return found


def deaths(found: Claims, code: str = FISHER) -> float:
    return next(r.found.cases.central for r in found.rows if (r.group, r.found.programme) == (code, "JKM"))


def chance(*ages: int, sex: str = "L") -> float:
    return sum(life_table().chance(age, sex) for age in ages) / len(ages)


def test_deaths_are_those_of_the_ages_and_sexes_on_the_lists_of_the_segment():
    found = claims(measured(MEN_OF_45))
    assert deaths(found) == pytest.approx(100 * chance(45, 46, 47, 48, 49))
    assert deaths(found, RT) == deaths(claims(None), RT)
    assert any("deaths of BPU by age and sex" in note.en and "2025 (100" in note.en for note in found.notes)


def test_ages_that_the_scenario_says_of_a_group_come_first():
    own = [{"group": FISHER, "from": 60, "to": 60, "sex": "P", "persons": 5}]
    assert deaths(claims(measured(MEN_OF_45), ages=own)) == pytest.approx(100 * chance(60, sex="P"))


def test_those_with_a_wage_die_as_published_and_more_or_less_by_their_ages():
    workers = replace(MEN_OF_45, segment="PU")
    usual = 0.697 * chance(*range(20, 60)) + 0.303 * chance(*range(20, 60), sex="P")
    found = claims(measured(workers))
    assert deaths(found, RT) == pytest.approx(100 * 0.0017 * chance(45, 46, 47, 48, 49) / usual)
    assert deaths(found) == deaths(claims(None))
    assert any("published frequency" in note.en for note in found.notes)
    assert "mortality_multiplier" not in {one.name for one in found.assumptions}


def test_where_most_ages_are_not_known_nothing_is_said_of_them():
    few = replace(MEN_OF_45, paid=3000)
    assert ages_seen(measured(few), "36.72") == {}
    assert deaths(claims(measured(few))) == deaths(claims(None))


def test_the_latest_year_of_the_place_counts_and_offices_are_added_up():
    older, elsewhere = (
        replace(MEN_OF_45, year=2024, ages=(("P", 20, 1200),)),
        replace(MEN_OF_45, place="36.71", ages=(("P", 60, 1200),)),
    )
    women = replace(MEN_OF_45, office="B", paid=3600, ages=(("P", 45, 3600),))
    found = ages_seen(measured(women, older, MEN_OF_45, elsewhere), "36.72")["BPU"]
    assert {sex: sum(n for (of, _), n in found.weights.items() if of == sex) for sex in "LP"} == {"L": 1200, "P": 3600}
    assert found == ages_seen(measured(elsewhere, MEN_OF_45, older, women), "36.72")["BPU"]


def test_accidents_do_not_hang_on_ages():
    with_ages, without = (
        [row.found for row in claims(of).rows if row.found.programme == "JKK"] for of in (measured(MEN_OF_45), None)
    )
    assert with_ages == without
