"""Members into the years, held against sums made by hand from the life table."""

import datetime as dt
import re
import sys
from pathlib import Path

import numpy as np
import pytest
from scenarios import faults, plan

from semesta.planning.assumptions import life_table
from semesta.planning.parts.projection import PART
from semesta.planning.projection import SEXES, Members, projection
from semesta.report.rencana.document import document

sys.path.insert(0, str(Path(__file__).parents[1] / "report"))
from report_text import texts


def people(*ages_in_months: int, sex: str = "L", pays: float = 1.0) -> Members:
    size = len(ages_in_months)
    return Members(
        np.array(ages_in_months), np.full(size, SEXES.index(sex)), np.ones(size), np.full(size, pays, dtype=float)
    )


def test_one_person_lives_through_each_year_with_the_chance_of_the_table():
    table = life_table()
    found = projection(people(40 * 12), 25, table)
    first, second = table.chance(40, "L"), table.chance(41, "L")
    assert found.living[0] == 1.0
    assert found.living[12] == pytest.approx(1 - first)
    assert found.living[24] == pytest.approx((1 - first) * (1 - second))
    assert found.deaths[:12].sum() == pytest.approx(first)
    assert found.deaths[12:24].sum() == pytest.approx((1 - first) * second)


def test_a_life_annuity_is_the_sum_of_who_still_lives():
    table = life_table()
    lived, months = 1.0, 0.0
    for age in range(30, 50):
        for _ in range(12):
            months += lived
            lived *= (1 - table.chance(age, "P")) ** (1 / 12)
    assert projection(people(30 * 12, sex="P"), 240, table).living.sum() == pytest.approx(months)


def test_the_chance_changes_on_the_birthday():
    table = life_table()
    found = projection(people(40 * 12 + 9), 6, table)
    before, after = (1 - (1 - table.chance(age, "L")) ** (1 / 12) for age in (40, 41))
    assert found.deaths[2] / found.living[2] == pytest.approx(before)
    assert found.deaths[3] / found.living[3] == pytest.approx(after)


def test_who_lives_dies_or_leaves_and_nobody_is_lost():
    found = projection(people(*range(240, 700, 7)), 60, life_table(), leaving=0.05)
    assert found.living[0] == pytest.approx(66)
    assert np.allclose(found.living[:-1] - found.deaths[:-1] - found.leavers[:-1], found.living[1:])


def test_a_part_leaves_in_a_year_besides_those_who_die():
    table = life_table()
    found = projection(people(40 * 12), 13, table, leaving=0.05)
    assert found.living[12] == pytest.approx((1 - table.chance(40, "L")) * 0.95)


def test_cover_ends_with_the_last_age():
    found = projection(people(64 * 12 + 10), 4, life_table(), last_age=65)
    assert found.living[1] > 0
    assert list(found.living[2:]) == [0, 0]


def test_contributions_follow_what_each_pays_and_order_changes_nothing():
    table = life_table()
    ages = list(range(200, 700))
    one, turned = (projection(people(*each, pays=2.5), 24, table) for each in (ages, ages[::-1]))
    assert np.allclose(one.paying, 2.5 * one.living)
    assert np.allclose(one.deaths, turned.deaths)


def test_people_alike_may_stand_in_one_row():
    table = life_table()
    many = projection(people(*[500] * 7), 30, table)
    alike = Members(np.array([500]), np.array([0]), np.array([7.0]), np.array([1.0]))
    assert np.allclose(projection(alike, 30, table).deaths, many.deaths)


def test_more_members_than_a_block_add_up():
    table = life_table()
    whole = projection(people(*[480] * 5000), 3, table)
    assert whole.living[2] == pytest.approx(5000 * projection(people(480), 3, table).living[2])


def test_months_that_are_none_are_refused():
    with pytest.raises(ValueError, match="0 months"):
        projection(people(480), 0, life_table())


def test_a_plan_projects_the_members_of_a_group_with_prices_and_benefits_of_the_law():
    members = [{"from": 40, "to": 40, "sex": "L", "persons": 120}]
    made = plan(projection={"years": 2, "members": members}).of(PART)
    assert made is not None
    first, second = made.years
    # Birthdays spread over the year: between the chance of 40 and that of 41.
    table = life_table()
    assert 120 * table.chance(40, "L") < first.deaths.central < 120 * table.chance(41, "L")
    assert second.living.central == pytest.approx(120 - first.deaths.central)
    assert first.contributions.central == pytest.approx(16_800 * first.person_months.central)
    assert first.jkm.central == pytest.approx(6_800 * first.person_months.central)
    assert first.grant == 42_000_000
    assert first.benefits.low == pytest.approx(first.deaths.low * 42_000_000)


def test_what_cannot_be_projected_is_told_by_field():
    members = [{"from": 40, "to": 30, "sex": "L", "persons": 1}]
    assert set(faults(projection={"years": 60, "members": members})) == {"projection.years", "projection.members[1].to"}
    good = [{"from": 30, "to": 40, "persons": 10}]
    assert set(faults(projection={"group": "rentan.ojek", "members": good})) == {"projection.group"}


@pytest.mark.parametrize(("age", "told"), [(40, True), (70, False)])
def test_why_these_deaths_are_not_those_of_the_segment_is_told_where_anybody_is_covered(age, told):
    members = [{"from": age, "to": age, "sex": "L", "persons": 120}]
    made = plan(projection={"years": 2, "last_age": 65, "members": members})
    text = " ".join(texts(document(made, "en", today=dt.date(2026, 11, 21)).blocks))
    note = re.search(
        r"ages and sexes of these members ([0-9.]+) per 1,000 .* expected claims .* 3\.5 \(2\.1–4\.2\)", text
    )
    assert (note is not None) == told
    assert note is None or 1000 * life_table().chance(40, "L") < float(note[1]) < 1000 * life_table().chance(41, "L")
