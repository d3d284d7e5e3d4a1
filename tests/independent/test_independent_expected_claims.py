"""Expected claims: benefit by law, frequencies of the assumptions' page, and Bühlmann's credibility."""

import datetime as dt

import pytest
from planning_asked import FUNERAL, GRANT, assumed, group, payer

from semesta.planning.reserves.scholarships import Pupil, outstanding

SCHOLARSHIP = 4_500_000
"""Average paid per death of 46.5 million (basis P, 2023) less the grant."""
MEN_30_TO_49 = [
    0.001650, 0.001696, 0.001742, 0.001846, 0.001956, 0.002073, 0.002196, 0.002327, 0.002516, 0.002720,
    0.002941, 0.003180, 0.003438, 0.003771, 0.004136, 0.004537, 0.004976, 0.005458, 0.006006, 0.006609,
]  # fmt: skip
"""Chance to die within a year, UN WPP 2024, 2025–2030."""


def rows(planned, *payers, claims=None, **fields):
    code = fields.pop("code", "rentan.nelayan")
    route = fields.pop("route", {})
    plan = planned(groups=[group(code, *payers, **route)], claims=claims or {}, **fields)
    return {(row["programme"], row["year"]): row for row in plan["parts"]["claims"]["rows"]}


def jkm(planned, *payers, **fields):
    return rows(planned, *payers, **fields)["JKM", 2027]


def test_a_thousand_covered_all_year_are_expected_to_bring_3_5_deaths_at_the_grant_by_law(planned):
    row = jkm(planned, payer(1_000))
    assert (row["person_years"], row["contributions"]) == (1_000, 1_000 * 12 * 6_800)
    assert row["per_1000"]["central"] == pytest.approx(3.5)
    assert row["cases"]["central"] == pytest.approx(3.5)
    assert row["amount"]["central"] == pytest.approx(3.5 * (GRANT + SCHOLARSHIP), rel=1e-6)
    assert row["own_weight"] == 0


def test_accidents_cost_their_average_and_contributions_are_those_of_jkk(planned):
    row = rows(planned, payer(1_000))["JKK", 2027]
    assert row["contributions"] == 1_000 * 12 * 10_000
    assert row["amount"]["central"] == pytest.approx(3.5 * 8_000_000, rel=1e-6)


def test_wage_earners_have_frequencies_of_their_own(planned):
    route = {"route": "PU", "wage_per_month": 1_000_000, "risk_class": 1}
    alike = {"jkk_risk_strength": assumed(0.0, 0.0, 0.0)}
    found = rows(planned, payer(1_000), code="non_asn.rt_rw", route=route, assumptions=alike)
    assert found["JKM", 2027]["cases"]["central"] == pytest.approx(1.7)
    jkk = found["JKK", 2027]
    assert 0 < jkk["cases"]["central"] <= 14.5  # of all wage earners; those of the lowest risk may have fewer
    assert jkk["amount"]["central"] == pytest.approx(jkk["cases"]["central"] * 7_200_000, rel=1e-6)


def test_the_range_holds_chance_and_not_only_what_is_assumed(planned):
    """With 3.5 deaths expected, 5 % of years have at most one and 5 % seven or more, by Poisson alone."""
    told = jkm(planned, payer(1_000))["cases"]
    assert told["low"] <= 1 < 7 <= told["high"]
    large = jkm(planned, payer(1_000_000))["cases"]
    assert 2_000 < large["low"] < 2_700 < 4_000 < large["high"] < 4_800


def test_who_is_new_and_waits_three_months_brings_less(planned):
    new = jkm(planned, payer(0, added={2027: 1_000}))["amount"]["central"]
    law = 3.5 * (9 / 12 * GRANT + 3 / 12 * FUNERAL)
    assert law <= new <= law + 3.5 * SCHOLARSHIP


def test_own_experience_counts_by_its_person_years(planned):
    """Bühlmann: Z = n ÷ (n + k) with the same k, and the frequency lies Z of the way from the assumption to what was seen."""
    found = []
    for cases, years in ((9, 2_100), (3, 2_100), (40, 10_000), (400, 100_000)):
        own = [{"programme": "JKM", "segment": "BPU", "cases": cases, "person_years": years, "source": "uji"}]
        row = jkm(planned, payer(1_000), claims={"experience": own})
        weight = row["own_weight"]
        seen = 1_000 * cases / years
        assert row["per_1000"]["central"] == pytest.approx(weight * seen + (1 - weight) * 3.5)
        found.append(years * (1 - weight) / weight)
    assert found == pytest.approx([found[0]] * 4)


def test_experience_of_another_programme_or_segment_does_not_count(planned):
    own = [{"programme": "JKM", "segment": "PU", "cases": 90, "person_years": 2_100, "source": "uji"}]
    assert jkm(planned, payer(1_000), claims={"experience": own})["own_weight"] == 0


def test_known_ages_take_their_deaths_from_the_life_table(planned):
    ages = [{"group": "rentan.nelayan", "from": 30, "to": 49, "sex": "L", "persons": 300}]
    row = jkm(planned, payer(300), claims={"ages": ages})
    assert row["cases"]["central"] == pytest.approx(15 * sum(MEN_30_TO_49), rel=2e-3)


def test_who_begins_in_july_brings_half_the_cases_of_a_year(planned):
    row = rows(planned, payer(0, added={2027: 1_000}, begins=7))["JKK", 2027]
    assert row["cases"]["central"] == pytest.approx(1.75)


def test_a_replaced_assumption_is_the_one_that_counts_and_is_told(planned):
    plan = planned(
        groups=[group("rentan.nelayan", payer(1_000))],
        claims={},
        assumptions={"jkm_deaths_bpu": assumed(1.0, 2.0, 3.0)},
    )
    row = next(row for row in plan["parts"]["claims"]["rows"] if row["programme"] == "JKM")
    assert row["cases"]["central"] == pytest.approx(2)
    assert plan["parts"]["claims"]["assumptions"]["jkm_deaths_bpu"]["source"] == "uji"


def test_before_december_2019_the_grant_was_24_million(planned):
    row = rows(planned, payer(1_000), years={"first": 2018, "last": 2018})["JKM", 2018]
    assert 3.5 * 24_000_000 <= row["amount"]["central"] <= 3.5 * (24_000_000 + SCHOLARSHIP) * 1.000001


# Scholarships still to be paid: SD 6 × 1.5, SMP 3 × 2, SMA 3 × 3, higher education 5 × 12 million, two children, up to 23


def left(*children):
    return outstanding([Pupil(**{**CHILD, **child}) for child in children], dt.date(2024, 6, 30))


CHILD = {
    "claim": "a",
    "event": dt.date(2024, 5, 1),
    "level": "SD",
    "year": 1,
    "born": dt.date(2017, 9, 1),
    "programme": "JKM",
    "months_paid": 40,
}


def test_a_child_in_its_first_year_has_five_of_its_level_and_all_later_ones_left():
    found = left({})
    assert (found.least, found.most) == (5 * 1_500_000, 5 * 1_500_000 + 6_000_000 + 9_000_000 + 60_000_000)


def test_two_children_of_a_claim_are_paid_and_the_third_is_not():
    found = left({}, {}, {})
    assert (found.children, found.most, found.left_out) == (2, 2 * 82_500_000, {"over": 1})


def test_a_student_in_the_second_year_has_three_years_left():
    found = left({"level": "PT", "year": 2, "born": dt.date(2004, 1, 1)})
    assert (found.least, found.most) == (36_000_000, 36_000_000)


def test_jkm_asks_for_three_years_of_contributions_and_jkk_for_none():
    assert left({"months_paid": 35}).most == 0
    assert left({"months_paid": 36}).most == 82_500_000
    assert left({"programme": "JKK", "months_paid": 1}).most == 82_500_000


# Months that are not paid: three of grace are still covered, later ones are not, and who comes back waits three months again


def test_months_of_grace_bring_claims_and_who_comes_back_waits(planned):
    """Paid from August to December: January to March are covered still; of eight months three pay the funeral alone."""
    found = rows(planned, payer(1_000, months="8-12"))
    assert found["JKK", 2027]["person_years"] == pytest.approx(1_000 * 8 / 12)
    assert found["JKK", 2027]["contributions"] == 1_000 * 5 * 10_000
    row = found["JKM", 2027]
    grant = 3.5 * (5 * GRANT + 3 * FUNERAL) / 12
    assert row["amount"]["central"] == pytest.approx(grant + 3.5 * 8 / 12 * SCHOLARSHIP, rel=1e-6)


def test_two_months_unpaid_are_covered_all_year_without_a_wait(planned):
    row = rows(planned, payer(1_000, months="3-12"))["JKM", 2027]
    assert row["person_years"] == 1_000
    assert row["amount"]["central"] == pytest.approx(3.5 * (GRANT + SCHOLARSHIP), rel=1e-6)


def test_wage_earners_are_covered_whatever_is_owed(planned):
    route = {"route": "PU", "wage_per_month": 1_000_000, "risk_class": 1}
    row = rows(planned, payer(1_000, months="8-12"), code="non_asn.rt_rw", route=route)["JKM", 2027]
    assert (row["person_years"], row["cases"]["central"]) == (1_000, pytest.approx(1.7))
