"""Paths to a target: reckoned by hand, and what must hold whatever the numbers."""

import pytest
from planning_asked import YEAR, assumed, group, payer


def target(**fields):
    mix = [{"funding": "apbd.kabkota", "part": 1.0}]
    return {
        "document": "own",
        "universe": "employed",
        "population": 10_000,
        "covered": 5_000,
        "source": "uji",
        "shares": {2030: 0.6},
        "mix": mix,
        **fields,
    }


def asked(planned, money=None, first=2027, last=2030, kept=100, **fields):
    own = fields.pop("target", {})
    amounts = [] if money is None else [{"funding": "apbd.kabkota", "amounts": money}]
    wanted = {name: value for name, value in target(**own).items() if value is not None}
    plan = planned(
        years={"first": first, "last": last},
        groups=[group("rentan", payer(kept))],
        targets=[wanted],
        money=amounts or None,
        **fields,
    )
    return plan["paths"][0]


def test_a_target_is_reached_in_even_steps_and_paid_by_the_law(planned):
    steps = asked(planned)["steps"]
    assert [step["wanted"] for step in steps] == [5_250, 5_500, 5_750, 6_000]
    assert [step["added"] for step in steps] == [250, 250, 250, 250]
    paid = [step["paid"][0] for step in steps]
    assert [one["persons"] for one in paid] == [250, 500, 750, 1_000]
    assert [one["amount"] for one in paid] == [n * YEAR for n in (250, 500, 750, 1_000)]


def test_the_target_counts_on_the_population_of_its_year(planned):
    path = asked(planned, growth=assumed(0.0, 0.01, 0.02))
    assert path["steps"][-1]["wanted"] in (6_181, 6_182)  # 60 % of 10,000 × 1.01³
    wanted = path["steps"][-1]["wanted_range"]
    assert (round(wanted["low"]), round(wanted["high"])) == (6_000, pytest.approx(0.6 * 10_000 * 1.02**3, abs=1))


def test_sources_of_the_mix_pay_their_parts_and_miss_nobody(planned):
    mix = [
        {"funding": "apbd.kabkota", "part": 1 / 3},
        {"funding": "mandiri", "part": 1 / 3},
        {"funding": "pemberi_kerja", "part": 1 / 3, "route": "PU", "wage_per_month": 3_000_000, "risk_class": 2},
    ]
    for step in asked(planned, target={"mix": mix, "shares": {2030: 0.59999}})["steps"]:
        assert sum(one["persons"] for one in step["paid"]) == step["wanted"] - 5_000


@pytest.mark.parametrize(
    ("document", "year", "share"), [("RPJMN", 2029, 0.4392), ("RPJPN", 2045, 0.995), ("RKP", 2026, 0.3499)]
)
def test_national_targets_are_those_printed(planned, document, year, share):
    """RPJMN 43.92 % in 2029, RKP 2026 34.99 %, RPJPN 99.5 % in 2045; the first two speak of the self-employed."""
    own = {"document": document, "shares": None, "covered": 1_000, "universe": None}
    own = {name: value for name, value in target(**own).items() if value is not None}
    plan = planned(years={"first": 2026, "last": 2045}, groups=[group("rentan", payer(100))], targets=[own])
    (path,) = plan["paths"]
    assert path["shares"][str(year)] == share
    step = next(one for one in path["steps"] if one["year"] == year)
    assert step["wanted"] == pytest.approx(share * 10_000, abs=1)
    assert path["universe"] == ("employed" if document == "RPJPN" else "pbpu")
    assert path["source_of_target"]


def test_money_that_just_pays_for_one_more_person_covers_one_more(planned):
    kept, one = 100 * YEAR, YEAR
    reached = [
        asked(planned, {2027: kept + 50 * one + extra})["steps"][0]["reached"] for extra in (-1, 0, one - 1, one)
    ]
    assert reached == [5_049, 5_050, 5_050, 5_051]


def test_more_money_never_covers_fewer(planned):
    before = None
    for money in (0, 20_159_999, 20_361_600, 61_728_395, 123_456_789, 300_000_000):
        path = asked(planned, {2027: money}, growth=assumed(0, 0.01, 0.02), leaving=assumed(0.01, 0.05, 0.1))
        reached = [step["reached"] for step in path["steps"]]
        assert before is None or all(now >= then for now, then in zip(reached, before, strict=True)), money
        before = reached


def test_money_of_nobody_known_reaches_nothing_that_could_be_said(planned):
    path = asked(planned)
    assert [step["reached"] for step in path["steps"]] == [None] * 4
    assert path["met_by_money"] is None


def test_the_year_in_which_money_meets_the_target_is_the_first_that_reaches_it(planned):
    need = (100 + 1_000) * YEAR
    assert asked(planned, {2027: 0, 2028: 0, 2029: 0, 2030: need})["met_by_money"] == 2030
    assert asked(planned, {2027: 0, 2028: 0, 2029: 0, 2030: need - 1})["met_by_money"] is None


def test_the_plan_meets_the_target_when_enough_are_added(planned):
    base = {"years": {"first": 2027, "last": 2030}, "targets": [target()]}
    enough = planned(groups=[group("rentan", payer(100, added={2027: 500, 2029: 500}))], **base)["paths"][0]
    short = planned(groups=[group("rentan", payer(100, added={2027: 500, 2029: 499}))], **base)["paths"][0]
    assert [step["planned"] for step in enough["steps"]] == [5_500, 5_500, 6_000, 6_000]
    assert short["met_by_plan"] is None
    assert enough["met_by_plan"] in (2029, 2030)


def test_people_named_as_a_target_are_wanted_as_they_are(planned):
    assert asked(planned, target={"shares": None, "persons": {2030: 5_400}}, last=2030)["steps"][-1]["wanted"] == 5_400


def test_each_document_stands_for_itself(planned):
    plan = planned(
        years={"first": 2027, "last": 2030},
        targets=[target(), target(document="RPJMD", shares={2030: 0.7})],
    )
    assert [(p["document"], p["steps"][-1]["wanted"]) for p in plan["paths"]] == [("own", 6_000), ("RPJMD", 7_000)]


@pytest.mark.parametrize("money", [0, 5_000_000, 20_159_999, 20_160_000, 123_456_789, 900_000_000])
def test_what_money_reaches_never_costs_more_than_the_money(planned, money):
    """A hundred are kept first; each of those reached beyond the 4,900 others costs a year of cover."""
    if 0 < money < YEAR:
        pytest.fail("below one person's price a scenario is refused")
    for step in asked(planned, {2027: money})["steps"]:
        own = step["reached"] - 4_900
        assert own >= 0
        assert own * YEAR <= money
        assert (own + 1) * YEAR > money or step["reached"] == step["population"]


def test_nobody_is_reached_beyond_the_population(planned):
    path = asked(planned, {2027: 10**13})
    assert all(step["reached"] <= step["population"] for step in path["steps"])
    assert path["met_by_money"] == 2027 or path["met_by_money"] == 2030
