"""Risk of accidents by group in expected claims: what it rests on, what it does to experience, and what is only assumed."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import numpy as np
import pytest
from scenarios import assumed, faults, group, payer, plan, span

from semesta.law.law import LAW
from semesta.planning.assumptions import assumptions
from semesta.planning.claims import Experience, frequency
from semesta.planning.cover import Route
from semesta.planning.estimate import Estimate
from semesta.planning.fields import Assumed
from semesta.planning.parts.claims import PART, Claims, Row
from semesta.planning.risk import STRENGTH, risk_of

DAY = dt.date(2027, 1, 1)
RATES = (0.0024, 0.0054, 0.0089, 0.0127, 0.0174)  # PP 44/2015, Lampiran I
MEAN = sum(RATES) / 5
IN_PROPORTION = Estimate(1.0, 1.0, 1.0)
ASSUMED = Estimate(2.2, 3.5, 5.0)
FISHER, RT = "rentan.nelayan", "non_asn.rt_rw"
WAGE = {"route": "PU", "wage_per_month": 1_000_000}


def of_class(risk_class: int) -> Route:
    return Route("PU", "JKK+JKM", "other", 1_000_000, None, risk_class)


def relative(risk_class: int, strength: Estimate = IN_PROPORTION) -> Estimate:
    found = risk_of(of_class(risk_class), None, LAW, DAY, strength)
    assert found is not None
    return found.relative


def claims(*groups: dict[str, Any], **asked: Any) -> Claims:
    found = plan(groups=list(groups) or [group(FISHER)], claims=asked).of(PART)
    assert found is not None
    return found


def jkk(found: Claims, code: str = FISHER) -> Row:
    return next(row for row in found.rows if (row.group, row.found.programme) == (code, "JKK"))


def notes(found: Claims) -> str:
    return "; ".join(note.en for note in found.notes)


def risky(code: str, low: float, central: float, high: float) -> dict[str, Any]:
    return {"group": code, "relative": assumed(low, central, high)}


def test_classes_of_risk_have_cases_in_proportion_to_their_rates_by_law():
    assert [relative(each).central for each in range(1, 6)] == pytest.approx([rate / MEAN for rate in RATES])
    assert sum(relative(each).central for each in range(1, 6)) / 5 == pytest.approx(1)


def test_the_range_goes_from_half_way_to_alike_up_to_in_proportion():
    low, high = relative(1, assumptions()[STRENGTH].value), relative(5, assumptions()[STRENGTH].value)
    one, five = RATES[0] / MEAN, RATES[4] / MEAN
    assert (low.low, low.central, low.high) == pytest.approx((one, one, math.sqrt(one)))
    assert (high.low, high.central, high.high) == pytest.approx((math.sqrt(five), five, five))
    assert relative(1, Estimate(0, 0, 0)) == Estimate(1, 1, 1)


def test_what_the_scenario_says_of_a_group_comes_before_its_class_and_without_either_nothing_is_known():
    own = Assumed(Estimate(1, 2, 3), "uji")
    found = risk_of(of_class(1), own, LAW, DAY, IN_PROPORTION)
    assert found is not None
    assert (found.relative, found.said.en) == (Estimate(1, 2, 3), "uji")
    assert risk_of(Route("BPU", "JKK+JKM", "other"), None, LAW, DAY, IN_PROPORTION) is None


def test_a_group_has_so_many_times_the_cases_of_its_segment():
    plain, twice = frequency(ASSUMED), frequency(ASSUMED, relative=Estimate(2, 2, 2))
    assert twice.mean == pytest.approx(2 * plain.mean)
    assert twice.estimate.high == pytest.approx(2 * plain.estimate.high)
    assert twice.own_weight == plain.own_weight == 0


def test_experience_tells_of_the_segment_and_the_risk_of_a_group_does_not_change_its_weight():
    own = Experience(70, 20_000.0)
    plain, group_of_it = frequency(ASSUMED, own), frequency(ASSUMED, own, Estimate(0.5, 0.5, 0.5))
    assert group_of_it.own_weight == plain.own_weight
    assert group_of_it.mean == pytest.approx(plain.mean / 2)


def test_what_was_seen_of_a_risky_group_counts_as_so_many_more_person_years():
    # 4 cases per 1,000 of those who have twice the risk are 2 per 1,000 of the segment.
    risky_ones, others = (
        frequency(ASSUMED, Experience(4_000, 1e6, relative=2.0)),
        frequency(ASSUMED, Experience(4_000, 2e6)),
    )
    assert (risky_ones.shape, risky_ones.years, risky_ones.mean) == (others.shape, others.years, others.mean)
    assert risky_ones.mean == pytest.approx(0.002, rel=0.01)


def test_an_uncertain_risk_widens_the_range_and_leaves_the_middle():
    sure, unsure = frequency(ASSUMED), frequency(ASSUMED, relative=Estimate(0.4, 1.0, 2.0))
    assert unsure.mean == sure.mean
    assert unsure.estimate.low < sure.estimate.low
    assert unsure.estimate.high > sure.estimate.high


def test_a_certain_frequency_times_an_uncertain_risk_has_the_range_of_the_risk():
    found = frequency(Estimate(4, 4, 4), relative=Estimate(0.5, 1.0, 1.5))
    drawn = found.drawn(np.random.default_rng(1), 200_000)
    assert np.quantile(drawn, [0.05, 0.5, 0.95]) == pytest.approx([0.002, 0.004, 0.006], rel=0.02)


def test_a_group_with_a_wage_is_expected_by_its_class_and_that_is_said_to_be_assumed():
    found = claims(group(RT, **WAGE, risk_class=1), group(RT, payer(funding="csr"), **WAGE, risk_class=5))
    low, high = (row for row in found.rows if row.found.programme == "JKK")
    assert low.found.cases.central / high.found.cases.central == pytest.approx(RATES[0] / RATES[4])
    assert STRENGTH in {one.name for one in found.assumptions}
    assert "class of risk 1: rate by law 0.24%, mean of the five classes 0.94%; assumed, not official" in notes(
        found
    ).replace(" %", "%")


def test_groups_without_wage_are_alike_unless_the_scenario_tells_them_apart_and_that_is_said():
    alike = claims()
    assert jkk(alike).found.frequency.relative == Estimate(1, 1, 1)
    assert "taken as often as the average of the segment, as no frequency by group was published" in notes(alike)
    assert STRENGTH not in {one.name for one in alike.assumptions}
    own = claims(risks=[risky(FISHER, 1, 1.5, 2)])
    assert jkk(own).found.cases.central == pytest.approx(1.5 * jkk(alike).found.cases.central)
    assert "1.50 (1.00–2.00); uji; assumed, not official" in notes(own)


def test_deaths_do_not_hang_on_the_risk_of_accidents_and_accidents_not_on_age():
    ages = [{"group": FISHER, "from": 60, "to": 60, "sex": "L", "persons": 5}]
    plain, changed = claims(), claims(risks=[risky(FISHER, 1, 3, 4)], ages=ages)
    assert jkk(claims(ages=ages)).found == jkk(plain).found
    assert [row.found.cases for row in claims(risks=[risky(FISHER, 1, 3, 4)]).of(2027, "JKM")] == [
        row.found.cases for row in plain.of(2027, "JKM")
    ]
    assert changed.of(2027, "JKM")[0].found.cases.central > plain.of(2027, "JKM")[0].found.cases.central
    assert "no frequency by either was published" in notes(plain)


def test_a_plan_weighs_experience_of_the_segment_and_says_of_whom_it_was_taken():
    seen = {"programme": "JKK", "segment": "BPU", "cases": 14, "person_years": 2_000, "source": "cabang"}
    found = claims(risks=[risky(FISHER, 2, 2, 2)], experience=[seen])
    expected = frequency(ASSUMED, Experience(14, 2_000.0)).mean * 2 * 100
    assert jkk(found).found.cases.central == pytest.approx(expected)
    assert "usual mix of risks" in notes(found)
    of_them = claims(risks=[risky(FISHER, 2, 2, 2)], experience=[seen | {"relative": 2}])
    assert jkk(of_them).found.cases.central < jkk(found).found.cases.central
    assert "their risk against the average: 2.00" in notes(of_them)


def test_the_order_of_groups_changes_nothing_but_the_order_of_rows():
    some = [group(FISHER), group("rentan.petani", payer(kept=40)), group(RT, **WAGE, risk_class=3)]
    risks = [risky(FISHER, 1, 2, 3), risky("rentan.petani", 0.5, 0.6, 1)]
    one, other = claims(*some, risks=risks), claims(*some[::-1], risks=risks[::-1])
    assert sorted(one.rows, key=lambda row: (row.group, row.found.programme)) == sorted(
        other.rows, key=lambda row: (row.group, row.found.programme)
    )


def test_what_is_wrong_is_told_at_its_field():
    bad = [
        {"group": FISHER, "relative": assumed(0, 1, 2)},
        {"group": FISHER},
        {"group": "rentan.petani", "relative": {"low": 1, "central": 1, "high": 1}},
    ]
    seen = [
        {"programme": "JKM", "cases": 1, "person_years": 9, "relative": 2},
        {"programme": "JKK", "cases": 1, "person_years": 9, "relative": -1},
    ]
    assert set(faults(claims={"risks": bad, "experience": seen})) == {
        "claims.risks[1].relative.low",
        "claims.risks[2].relative",
        "claims.risks[3].relative.source",
        "claims.experience[1].relative",
        "claims.experience[2].relative",
    }


def test_the_same_experience_or_risk_twice_is_told():
    seen = [{"programme": "JKK", "cases": each, "person_years": 900} for each in (1, 2)]
    found = faults(claims={"experience": seen, "risks": [risky(FISHER, 1, 2, 3), risky(FISHER, 1, 1, 1)]})
    assert set(found) == {"claims.experience[2].segment", "claims.risks[2].group"}


def test_a_group_that_the_plan_does_not_cover_is_told_at_its_field():
    ages = [{"group": "rentan.petani", "from": 30, "to": 30, "persons": 5}]
    found = faults(claims={"ages": ages, "risks": [risky(RT, 1, 2, 3)]})
    assert set(found) == {"claims.ages[1].group", "claims.risks[1].group"}


def test_scholarships_of_a_death_are_expected_only_of_who_has_paid_three_years():
    kept = claims(group(FISHER, payer(kept=100))).of(2027, "JKM")[0].found
    scholarship = assumptions()["jkm_scholarship_per_death"].value
    new = {"years": span(2027, 2031), "groups": [group(FISHER, payer(kept=0, added={2027: 100}))]}
    # With certain values a death costs the grant, and the scholarship once 36 months are paid.
    sure = {"jkm_scholarship_per_death": assumed(4_500_000, 4_500_000, 4_500_000)}
    made = plan(claims={}, assumptions=sure, **new).of(PART)
    assert made is not None
    each = {
        row.year: row.found.amount.central / row.found.cases.central
        for row in made.rows
        if row.found.programme == "JKM"
    }
    assert [round(each[year]) for year in (2028, 2029, 2030, 2031)] == [42_000_000, 42_000_000, 46_500_000, 46_500_000]
    assert kept.amount.central / kept.cases.central > 42_000_000 + 0.5 * scholarship.central


def test_who_begins_late_earns_scholarships_within_the_fourth_year():
    sure = {"jkm_scholarship_per_death": assumed(4_000_000, 4_000_000, 4_000_000)}
    late = [group(FISHER, payer(kept=0, added={2027: 100}, begins=4))]
    made = plan(claims={}, assumptions=sure, years=span(2027, 2030), groups=late).of(PART)
    assert made is not None
    last = made.of(2030, "JKM")[0].found
    # Nine months of the first year and two whole ones are 33: three of the twelve months of 2030 are without.
    assert last.amount.central / last.cases.central == pytest.approx(42_000_000 + 4_000_000 * 9 / 12)


def test_who_pays_is_told_where_a_group_has_two_payers():
    both = claims(group(FISHER, payer(), payer(kept=50, funding="csr")))
    assert [(row.funding, row.found.years) for row in both.rows if row.found.programme == "JKK"] == [
        ("apbd.kabkota", 100),
        ("csr", 50),
    ]
