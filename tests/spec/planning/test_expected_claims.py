"""Cases to be expected of people covered: assumption and own experience, law and chance."""

import datetime as dt
import math
import textwrap
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from semesta.basics.words import Words
from semesta.law.law import LAW
from semesta.planning.assumptions import assumptions, life_table, published_ratios
from semesta.planning.claims import Experience, deaths_per_year, expected, frequency
from semesta.planning.estimate import Estimate
from semesta.planning.faults import Unplannable
from semesta.planning.own_experience import experience_of
from semesta.planning.parts.claims import PART
from semesta.planning.plan import made
from semesta.planning.scenario import read_scenario
from semesta.rounds.run import measured_round, read_round

ROOT = Path(__file__).parents[3]
ASSUMED = Estimate(2.1, 3.5, 4.2)
GRANT = Estimate(42e6, 42e6, 42e6)
EACH = Words("santunan", "grant")


def test_without_experience_the_assumption_stands():
    found = frequency(ASSUMED)
    assert (found.mean, found.own_weight) == (0.0035, 0.0)
    assert found.estimate.low == pytest.approx(2.5, abs=0.1)


def test_few_cases_count_little_and_many_decide():
    few = frequency(ASSUMED, Experience(2, 250.0))
    many = frequency(ASSUMED, Experience(8_000, 1_000_000.0))
    assert few.mean == pytest.approx(0.0035, rel=0.07)
    assert many.mean == pytest.approx(0.008, rel=0.03)
    assert few.own_weight < 0.05 < 0.97 < many.own_weight


def test_weighed_frequency_lies_between_what_was_assumed_and_what_was_seen():
    for cases in (0, 5, 50):
        found = frequency(ASSUMED, Experience(cases, 5_000.0))
        low, high = sorted((0.0035, cases / 5_000))
        assert low <= found.mean <= high


def test_an_assumption_without_range_is_not_moved_by_experience():
    assert frequency(Estimate(3.0, 3.0, 3.0), Experience(90, 1_000.0)).mean == 0.003


def test_expected_deaths_of_a_known_frequency_have_poisson_range_and_the_grant_of_the_law():
    found = expected("JKM", "BPU", 10_000.0, frequency(Estimate(4.0, 4.0, 4.0)), GRANT, EACH)
    assert found.cases.central == pytest.approx(40)
    assert found.amount.central == pytest.approx(40 * 42e6)
    assert found.cases.high - found.cases.low == pytest.approx(2 * 1.645 * math.sqrt(40), rel=0.08)


def test_doubt_about_frequency_and_cost_widens_the_range():
    sure = expected("JKK", "BPU", 10_000.0, frequency(Estimate(3.5, 3.5, 3.5)), Estimate(8e6, 8e6, 8e6), EACH)
    unsure = expected(
        "JKK", "BPU", 10_000.0, frequency(Estimate(2.2, 3.5, 5)), Estimate(7e6, 8e6, 11e6), EACH, spread=2.0
    )
    assert unsure.amount.high - unsure.amount.low > 1.5 * (sure.amount.high - sure.amount.low)


def test_nobody_covered_costs_nothing():
    found = expected("JKM", "BPU", 0.0, frequency(ASSUMED), GRANT, EACH)
    assert (found.cases.high, found.amount.high) == (0.0, 0.0)


def test_deaths_of_one_age_are_those_of_the_life_table():
    one = deaths_per_year({("L", 45): 7}, life_table(), Estimate(1.0, 1.0, 1.2))
    assert (one.central, one.high) == (pytest.approx(4.537), pytest.approx(4.537 * 1.2))


def test_older_people_die_more_often_and_men_more_often_than_women():
    table = life_table()
    assert table.chance(60, "P") > table.chance(30, "P")
    assert table.chance(45, "L") > table.chance(45) > table.chance(45, "P")
    assert table.chance(10) == table.chance(15)


def test_levels_of_the_life_table_are_those_published():
    ages = {(sex, age): 1 for sex in "L" for age in range(20, 60)}
    assert deaths_per_year(ages, life_table(), Estimate(1, 1, 1)).central == pytest.approx(4.9, abs=0.05)


def test_each_assumption_says_its_range_its_source_and_how_that_counts():
    for found in assumptions().values():
        assert found.value.low <= found.value.central <= found.value.high
        assert found.title.en
        assert found.source.id
        assert found.basis.id


def test_no_word_of_an_assumption_is_lost_behind_a_comma():
    text = files("semesta.planning.assumptions").joinpath("assumptions.yaml").read_text(encoding="utf-8")
    said = [entry[name] for entry in yaml.safe_load(text).values() for name in ("title", "basis", "source")]
    assert all(set(words) == {"id", "en"} for words in said)


def test_published_ratios_are_of_one_programme_and_year_with_source():
    assert {(one.year, one.ratio) for one in published_ratios() if one.segment == "BPU"} >= {
        (2019, 0.556),
        (2023, 1.981),
    }
    assert all(one.source and one.programme for one in published_ratios())


SCENARIO = """
name: uji
place: Kota Cilegon
years: {first: 2027, last: 2028}
groups:
  - group: rentan.nelayan
    payers: [{funding: apbd.kabkota, kept: 1000, added: {2027: 500}}]
claims:
"""


def claims_of(field):
    plan = made(read_scenario(SCENARIO + textwrap.indent(field, "  ")))
    return plan.of(PART)


def test_a_plan_expects_claims_of_each_risk_programme_by_year_with_range_and_ratio():
    found = claims_of("ages: [{group: rentan.nelayan, from: 30, to: 30, sex: L, persons: 5}]")
    assert [(row.year, row.found.programme) for row in found.rows] == [
        (2027, "JKK"),
        (2027, "JKM"),
        (2028, "JKK"),
        (2028, "JKM"),
    ]
    deaths = found.of(2028, "JKM")[0]
    assert deaths.contributions == 1_500 * 12 * 6_800
    assert deaths.found.cases.central == pytest.approx(1_500 * 0.00165, rel=0.01)
    assert deaths.ratio.low <= deaths.ratio.central <= deaths.ratio.high


def test_contributions_are_those_of_the_months_in_which_people_are_paid_for():
    """A company begins in July 2026, when the relief has begun: 100 people for six months at half of 10,000 and of 6,800."""
    groups = [{"group": "rentan.petani", "payers": [{"funding": "csr", "kept": 0, "added": {2026: 100}, "begins": 7}]}]
    asked = {"place": "36.72", "years": {"first": 2026, "last": 2026}, "groups": groups, "claims": {}}
    found = made(read_scenario(yaml.safe_dump(asked))).of(PART)
    assert [row.contributions for row in found.rows] == [100 * 6 * 5_000, 100 * 6 * 3_400]


def test_a_grant_is_less_while_those_added_wait():
    found = claims_of("experience: [{programme: JKM, segment: BPU, cases: 5, person_years: 2000, source: cabang}]")
    fresh, later = (found.of(year, "JKM")[0].found for year in (2027, 2028))
    assert fresh.amount.central / fresh.cases.central < later.amount.central / later.cases.central
    assert "masa tunggu" in fresh.each.id
    assert "masa tunggu" not in later.each.id


def test_own_experience_is_named_with_its_source():
    found = claims_of("experience: [{programme: JKM, segment: BPU, cases: 5, person_years: 2000, source: cabang}]")
    assert any("5 kasus" in note.id and "cabang" in note.id for note in found.notes)
    assert found.rows[1].found.frequency.own_weight > 0


def test_everything_wrong_in_the_field_is_said_with_its_place():
    with pytest.raises(Unplannable) as refused:
        claims_of("ages: [{group: rentan.nelayan, from: 50, to: 40, persons: 0, years: 3}]")
    assert {fault.field for fault in refused.value.faults} >= {
        "claims.ages[1].to",
        "claims.ages[1].persons",
        "claims.ages[1].years",
    }


def of_branches():
    """The invented branches, measured."""
    today = dt.date(2026, 1, 1)
    dataset = read_round([ROOT / "examples" / "gotong-royong"], today=today)
    return measured_round(dataset, today=today)


def test_a_round_with_cases_and_contributions_is_own_experience_of_those_without_wage():
    seen = experience_of(of_branches(), LAW)
    assert set(seen.found) == {("JKK", "BPU"), ("JKM", "BPU")}
    deaths = seen.found["JKM", "BPU"]
    assert deaths.years == pytest.approx(3_990_893_760 / 6_800 / 12, rel=0.001)
    assert 3 < 1000 * deaths.cases / deaths.years < 6
    assert "data putaran" in deaths.source.id
    assert "data of the round" in deaths.source.en
    assert [why.en.split(" is ")[0] for why in seen.lacking] == ["own experience of JKK PU", "own experience of JKM PU"]
    assert all("a share of wages" in why.en and "list of payments" in why.en for why in seen.lacking)


def test_a_plan_with_a_round_weighs_what_the_round_has_seen_unless_the_scenario_names_its_own():
    field = "experience: [{programme: JKM, segment: BPU, cases: 0, person_years: 90000, source: cabang}]"
    told = made(read_scenario(SCENARIO + textwrap.indent(field, "  ")), of_branches()).of(PART)
    assert any("data putaran" in note.id and "JKK" in note.id for note in told.notes)
    assert any("cabang" in note.id and "JKM" in note.id for note in told.notes)
