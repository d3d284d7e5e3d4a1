"""Households after an earner's death, disability or months off work: by hand."""

import pytest
from scenarios import faults, group, plan

from semesta.planning.estimate import Estimate
from semesta.planning.parts.poverty import PART
from semesta.planning.poverty import Bought, Household, after, kept_per_billion
from semesta.planning.poverty_line import poverty_line

LINE = 600_000
TWO_YEARS = Estimate(12, 24, 36)
ONE_EARNER = Household(size=4, earners=1, spending=3_000_000, number=10)
HOUSE = {"size": 4, "earners": 1, "spending": 3_000_000, "number": 10}


def test_a_death_is_held_against_the_line_of_those_who_are_left():
    # Three are left and need Rp1.8 m; 42 m over 24 months are Rp1.75 m, over 12 Rp3.5 m.
    found = after([ONE_EARNER], "death", LINE, 42_000_000, TWO_YEARS)
    assert (found.poor_before, found.without, found.covered) == (0, 10, Estimate(0, 10, 10))
    assert (found.falls_without, found.kept_above) == (1.0, Estimate(0.0, 0.0, 1.0))


def test_a_second_earner_keeps_half_of_what_is_spent():
    # 4 m with two earners leave 2 m for three, who need 1.8 m.
    found = after([Household(4, 2, 4_000_000, 5)], "death", LINE, 42_000_000, TWO_YEARS)
    assert (found.without, found.kept_above) == (0, Estimate(0, 0, 0))


def test_who_is_disabled_still_has_to_live():
    # All four stay and need 2.4 m; 68 m over 24 months are 2.83 m, over 36 1.89 m.
    found = after([ONE_EARNER], "total_disability", LINE, 68_000_000, TWO_YEARS)
    assert found.covered == Estimate(0, 0, 10)


def test_pay_for_months_off_work_is_lived_on_in_those_months():
    # 3 m for three months are 1 m a month.
    small = Household(1, 1, 900_000, 3)
    found = after([ONE_EARNER, small], "incapacity", LINE, 3_000_000, TWO_YEARS)
    assert (found.without, found.covered) == (13, Estimate(10, 10, 10))


def test_who_lives_alone_leaves_nobody():
    assert after([Household(1, 1, 900_000, 3)], "death", LINE, 42_000_000, TWO_YEARS).households == 0


def test_those_poor_before_are_kept_apart():
    poor = Household(4, 1, 2_000_000, 30)
    found = after([ONE_EARNER, poor], "death", LINE, 42_000_000, TWO_YEARS)
    assert (found.poor_before, found.without, found.falls_without) == (30, 40, 1.0)


def test_what_a_billion_keeps_above_is_deaths_times_the_part_that_is_kept():
    # Rp1 billion / Rp201,600 = 4,960.3 person-years; 3.5 deaths per thousand; half of them kept.
    found = kept_per_billion([Bought(10, Estimate(2.1, 3.5, 4.2), Estimate(0, 0.5, 1), 201_600)])
    assert found.central == pytest.approx(1e9 / 201_600 * 0.0035 * 0.5)
    assert (found.low, found.high) == (0, pytest.approx(1e9 / 201_600 * 0.0042))


def test_the_line_is_that_of_the_place_and_the_nearest_year_else_of_its_province():
    own, above = poverty_line("36.72", 2027), poverty_line("36.71.01", 2023)
    assert own is not None
    assert above is not None
    assert (own.place, own.month, own.amount) == ("36.72", "2024-03", 663_533)
    assert (above.place, above.month) == ("36.71", "2021-03")
    province = poverty_line("36", 2023)
    assert province is not None
    assert (province.month, province.amount) == ("2023-03", 618_721)
    assert poverty_line("11", 2027) is None


def test_a_plan_takes_benefits_and_contributions_from_the_law():
    made = plan(poverty={"households": [HOUSE, HOUSE | {"decile": 2, "number": 4}]}).of(PART)
    assert made is not None
    assert [one.benefit for one in made.events] == [42_000_000, 68_000_000, 3_000_000]
    assert made.contribution == 12 * 16_800
    assert made.line.place == "36.72"
    assert [(decile, one.households) for decile, one in made.deciles] == [(2, 4), (None, 10)]


def test_an_own_line_needs_its_source_and_a_place_without_line_needs_an_own_one():
    assert set(faults(poverty={"line": 700_000, "households": [HOUSE]})) == {"poverty.line_source"}
    assert set(faults(place="11.71", poverty={"households": [HOUSE]})) == {"poverty.line"}
    own = {"line": 700_000, "line_source": "uji", "households": [HOUSE]}
    made = plan(place="11.71", poverty=own).of(PART)
    assert made is not None
    assert (made.line.amount, made.line.source) == (700_000, "uji")


def test_households_name_a_group_of_the_plan_or_go_by_its_first():
    wage = {"route": "PU", "wage_per_month": 3_000_000, "risk_class": 1}
    groups = [group("rentan"), group("non_asn.rt_rw", **wage)]
    own = [HOUSE | {"group": "Nelayan"}, HOUSE | {"group": "non_asn.rt_rw"}, HOUSE]
    made = plan(groups=groups, poverty={"households": own}).of(PART)
    assert made is not None
    assert [one.group for one in made.households] == ["rentan", "non_asn.rt_rw", ""]
    assert "by the way of the group Vulnerable workers, Heads of neighbourhoods" in made.notes[1].en
    assert made.notes[1].en.endswith("households of no group named: Vulnerable workers")
    strange = faults(groups=groups, poverty={"households": [HOUSE, HOUSE | {"group": "non_asn.kader"}]})
    assert list(strange) == ["poverty.households[2].group"]


def test_households_that_cannot_be_are_told_by_field():
    wrong = {"size": 2, "earners": 3, "spending": -1, "number": 0, "decile": 11}
    found = faults(poverty={"households": [wrong]})
    names = ("earners", "spending", "number", "decile")
    assert set(found) == {f"poverty.households[1].{name}" for name in names}
