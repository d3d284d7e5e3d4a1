"""Households by hand, members by the sums of a life table, and what moves a result most."""

import itertools
import random

import pytest
from planning_asked import GRANT, YEAR, assumed, group, payer

MEN_FROM_40 = [0.002941, 0.003180, 0.003438]
WOMEN_FROM_40 = [0.002348, 0.002522, 0.002710]


def poverty(planned, *households, **fields):
    asked = {"line": 700_000, "line_source": "uji", "households": list(households)}
    told = planned(groups=[group("rentan.nelayan", payer(1_000))], poverty=asked, **fields)["parts"]["poverty"]
    return told, {one["event"]: one for one in told["events"]}


def test_a_family_of_five_falls_without_and_stands_only_while_the_grant_lasts(planned):
    """Rp3.6 million against 5 × 700,000. Dead: four need 2.8; 42 million over 12, 24, 36 months is 3.5, 1.75, 1.17 million."""
    _, told = poverty(planned, {"size": 5, "earners": 1, "spending": 3_600_000, "number": 100})
    death = told["death"]
    assert (death["poor_before"], death["without"], death["benefit"]) == (0, 100, GRANT)
    assert [death["covered"][name] for name in ("low", "central", "high")] == [0, 100, 100]
    # total disability: 56 wages of a million and 12 million at once: 68 over 12 months is 5.7, over 24 2.8, below 3.5
    assert told["total_disability"]["benefit"] == 68_000_000
    assert [told["total_disability"]["covered"][name] for name in ("low", "central", "high")] == [0, 100, 100]
    # off work for three months: a wage of a million a month against 3.5 million
    assert told["incapacity"]["benefit"] == 3_000_000
    assert told["incapacity"]["covered"]["low"] == 100


def test_with_a_second_earner_the_grant_keeps_the_family_above(planned):
    """Two million are left of four, for three who need 2.1; with the grant there is always enough."""
    _, told = poverty(planned, {"size": 4, "earners": 2, "spending": 4_000_000, "number": 10})
    assert (told["death"]["without"], told["death"]["covered"]["high"]) == (10, 0)
    assert told["death"]["kept_above"] == {"low": 1, "central": 1, "high": 1}


def test_who_is_poor_already_does_not_fall(planned):
    _, told = poverty(
        planned,
        {"size": 5, "earners": 1, "spending": 3_000_000, "number": 30},
        {"size": 4, "earners": 2, "spending": 4_000_000, "number": 10},
    )
    death = told["death"]
    assert (death["poor_before"], death["without"], death["falls_without"]) == (30, 40, 1)
    assert death["kept_above"]["central"] <= 10 / 40


def test_kept_above_per_billion_is_people_times_deaths_times_the_part_kept(planned):
    told, _ = poverty(planned, {"size": 4, "earners": 2, "spending": 4_000_000, "number": 10})
    people = 1_000_000_000 / YEAR
    assert [told["kept_above_per_billion"][n] for n in ("low", "central", "high")] == pytest.approx(
        [people * often / 1_000 for often in (2.1, 3.5, 4.2)], rel=1e-6
    )


def test_households_of_each_group_go_by_its_own_cover(planned):
    """Fishermen without wage, and heads of RT on Rp3 million: 56 wages and 12 million, three wages, 0.54 % a month, fewer deaths."""
    wage = {"route": "PU", "wage_per_month": 3_000_000, "risk_class": 1}
    house = {"size": 4, "earners": 2, "spending": 4_000_000}
    lone = {"size": 4, "earners": 1, "spending": 3_000_000}
    plan = planned(
        groups=[group("rentan.nelayan", payer(1_000)), group("non_asn.rt_rw", payer(50), **wage)],
        poverty={
            "line": 700_000,
            "line_source": "uji",
            "households": [
                {**house, "number": 10},
                {**house, "number": 5, "group": "non_asn.rt_rw"},
                {**lone, "number": 20, "group": "rentan.nelayan"},
                {**lone, "number": 30, "group": "non_asn.rt_rw"},
            ],
        },
    )
    told = plan["parts"]["poverty"]
    events = {one["event"]: one for one in told["events"]}
    assert {name: (one["benefit"], one["benefit_most"]) for name, one in events.items()} == {
        "death": (GRANT, GRANT),
        "total_disability": (68_000_000, 180_000_000),
        "incapacity": (3_000_000, 9_000_000),
    }
    # four need 2.8 million: 68 million over 12, 24, 36 months are 5.7, 2.83 and 1.9; 180 million are 5 at the least
    assert events["total_disability"]["covered"] == {"low": 0, "central": 0, "high": 20}
    # three months off work: a million a month of the fishermen, three of those with a wage
    assert [events["incapacity"]["covered"][end] for end in ("low", "central", "high")] == [20] * 3
    # those with two earners are kept whatever is assumed; of the others three need 2.1 million: only 42 million over 12 months do
    year = (30 * YEAR + 35 * 12 * 16_200) / 65
    assert told["contribution_a_year"] == round(year)
    kept = {
        "low": (10 * 2.1 + 5 * 1.0) / 65,
        "central": (10 * 3.5 + 5 * 1.7) / 65,
        "high": (30 * 4.2 + 35 * 2.5) / 65,
    }
    for end, often in kept.items():
        assert told["kept_above_per_billion"][end] == pytest.approx(1_000_000_000 / year * often / 1_000)


LINE = 700_000
PAID = {"death": GRANT, "total_disability": 56 * 1_000_000 + 12_000_000, "incapacity": 3_000_000}


def is_poor_after(house, event, months):
    """Whether the line lies above what is left of spending with the benefit lived on for so many months, None for without it."""
    left = house["spending"] * (house["earners"] - 1) / house["earners"]
    benefit = 0 if months is None else PAID[event] / (3 if event == "incapacity" else months)
    return left + benefit < LINE * (house["size"] - (event == "death"))


@pytest.mark.parametrize("seed", range(6))
def test_any_households_one_by_one(planned, seed):
    draw = random.Random(seed)
    houses = []
    for _ in range(30):
        size = draw.randrange(1, 8)
        earners = draw.randrange(1, size + 1)
        spending = draw.randrange(300_000, 1_300_000) * size
        houses.append({"size": size, "earners": earners, "spending": spending, "number": draw.randrange(1, 400)})
    told, events = poverty(planned, *houses)
    for event in PAID:
        ours = [house for house in houses if event != "death" or house["size"] > 1]

        def number(months, event=event, ours=ours):
            return sum(house["number"] for house in ours if is_poor_after(house, event, months))

        found = events[event]
        assert found["households"] == sum(house["number"] for house in ours)
        assert found["poor_before"] == sum(h["number"] for h in ours if h["spending"] < LINE * h["size"])
        assert found["without"] == number(None)
        assert found["covered"] == {"low": number(12), "central": number(24), "high": number(36)}
    death = events["death"]
    kept = {
        end: death["without"] - death["covered"][other]
        for end, other in (("low", "high"), ("central", "central"), ("high", "low"))
    }
    for end, often in (("low", 2.1), ("central", 3.5), ("high", 4.2)):
        wanted = 1e9 / YEAR * often / 1_000 * kept[end] / death["households"]
        assert told["kept_above_per_billion"][end] == pytest.approx(wanted)


def test_the_line_of_cilegon_is_that_of_bps(planned):
    asked = {"households": [{"size": 4, "earners": 1, "spending": 4_000_000, "number": 1}]}
    line = planned(poverty=asked)["parts"]["poverty"]["line"]
    assert 663_533 in line.values()


def ahead(planned, *members, years=3, **fields):
    plan = planned(
        groups=[group("rentan.nelayan", payer(10_000))],
        projection={"group": "rentan.nelayan", "years": years, "members": list(members)},
        **fields,
    )
    return plan["parts"]["projection"]["years"]


@pytest.mark.parametrize(("sex", "chances"), [("L", MEN_FROM_40), ("P", WOMEN_FROM_40)])
def test_members_of_one_age_live_as_the_table_says(planned, sex, chances):
    years = ahead(planned, {"from": 40, "to": 40, "sex": sex, "persons": 10_000})
    living = 10_000.0
    for year, chance in zip(years, chances, strict=True):
        assert year["living"]["central"] == pytest.approx(living, rel=3e-4)
        # who was 40 at some time of the last year has the table's chance of 40 and of 41 in part
        assert 0.93 * living * chance < year["deaths"]["central"] < 1.1 * living * chance
        assert year["person_months"]["central"] == pytest.approx(12 * living * (1 - chance / 2), rel=2e-3)
        assert year["contributions"]["central"] == pytest.approx(year["person_months"]["central"] * 16_800, rel=1e-3)
        assert year["grant"] == GRANT
        living -= year["deaths"]["central"]


def test_one_person_exactly_40_is_the_life_table_sum():
    """Public function, whole years of age: each year's living is the product of the chances to live."""
    import numpy as np

    from semesta.planning.assumptions import life_table
    from semesta.planning.projection import Members, projection

    one = Members(np.array([480]), np.array([0]), np.array([1.0]), np.array([1.0]))
    told = projection(one, 36, life_table())
    product = [1.0]
    for chance in MEN_FROM_40:
        product.append(product[-1] * (1 - chance))
    assert told.living[[0, 12, 24]] == pytest.approx(product[:3], abs=1e-6)
    assert [told.deaths[s : s + 12].sum() for s in (0, 12, 24)] == pytest.approx(
        [a - b for a, b in itertools.pairwise(product)], abs=1e-6
    )
    monthly = sum(product[y] * (1 - MEN_FROM_40[y]) ** (m / 12) for y in range(3) for m in range(12))
    assert told.living.sum() == pytest.approx(monthly, rel=1e-4)


def test_leavers_thin_the_members_by_their_part(planned):
    member = {"from": 40, "to": 40, "sex": "L", "persons": 10_000}
    stays = ahead(planned, member)[1]["living"]["central"]
    leaves = ahead(planned, member, leaving=assumed(0.05, 0.1, 0.2))[1]["living"]
    assert leaves["central"] == pytest.approx(0.9 * stays, rel=1e-4)


def test_an_assumption_of_mortality_has_its_range(planned):
    """At least from 0.8 to 1.2 times the table, and wider where chance comes to it: Poisson of 30 is 22 to 40."""
    told = ahead(planned, {"from": 40, "to": 40, "sex": "L", "persons": 10_000})[0]["deaths"]
    assert 12 < told["low"] <= 0.81 * told["central"]
    assert 1.19 * told["central"] <= told["high"] < 52


def tornado(plan, result):
    return plan["parts"]["sensitivity"][result]


def test_what_moves_a_result_stands_widest_first_and_is_the_plan_run_again(planned):
    base = {"groups": [group("rentan.nelayan", payer(1_000))], "claims": {}}
    told = tornado(planned(**base, sensitivity={"results": ["claims"]}), "claims")
    widths = [abs(one["at_high"] - one["at_low"]) for one in told["assumptions"]]
    assert widths == sorted(widths, reverse=True)
    assert len(widths) >= 3

    def claims(**own):
        return sum(row["amount"]["central"] for row in planned(**base, **own)["parts"]["claims"]["rows"])

    assert told["centre"] == pytest.approx(claims(), rel=1e-6)
    deaths = next(one for one in told["assumptions"] if one["name"] == "jkm_deaths_bpu")
    for end, often in (("at_low", 2.1), ("at_high", 4.2)):
        moved = {"jkm_deaths_bpu": assumed(often, often, often)}
        assert deaths[end] == pytest.approx(claims(assumptions=moved), rel=1e-3)


def test_what_moves_nothing_is_not_shown(planned):
    base = {"groups": [group("rentan.nelayan", payer(1_000))], "claims": {}}
    names = {
        one["name"] for one in tornado(planned(**base, sensitivity={"results": ["claims"]}), "claims")["assumptions"]
    }
    assert not names & {"jkk_cases_pu", "jkm_deaths_pu", "jkk_cost_pu", "falls_decile_1", "benefit_months"}
