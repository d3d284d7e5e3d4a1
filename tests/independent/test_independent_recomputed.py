"""Whole plans reckoned again by hand and held against the command's JSON: need, months, balances, time lost, and the way to targets."""

import random

import planning_by_hand as by_hand
import pytest
from planning_asked import assumed, file_of, group, payer, scenario, semesta


def target(covered, mix, *, of=10_000, **aims):
    return {
        "document": "own",
        "universe": "employed",
        "population": of,
        "covered": covered,
        "source": "uji",
        "mix": mix,
        **aims,
    }


def span(first, last):
    return {"first": first, "last": last}


def money(funding, growth=0, **amounts):
    return {"funding": funding, "amounts": {int(year[1:]): held for year, held in amounts.items()}, "growth": growth}


RT = {"route": "PU", "wage_per_month": 1_000_000, "risk_class": 1}
MILL = {"route": "PU", "wage_per_month": 3_123_457, "risk_class": 3}
LARGE = {"industry": "textile", "workers": 50}
CITY = {"funding": "apbd.kabkota", "part": 1.0}

SHAPES = {
    "one payer all year": {},
    "late start, months of its own, three sources": {
        "years": span(2027, 2030),
        "groups": [
            group(
                "rentan.nelayan",
                payer(332, added={2027: 200, 2029: 50}, months="2-11", begins=5),
                payer(0, "csr", added=40, months="8-12"),
                payer(17, "apbdes"),
            )
        ],
        "leaving": assumed(0.03, 0.05, 0.08),
    },
    "reliefs that begin and end in the year": {
        "years": span(2025, 2027),
        "groups": [
            group("rentan.ojek", payer(9, "mandiri"), payer(0, "csr", added={2026: 100}, begins=7), package="JKK+JKM+JHT"),
            group("rentan.petani", payer(50, "mandiri", months="3-10"), payer(7, "dbh_cht")),
            group("pu", payer(1_000, "pemberi_kerja", added={2025: 30, 2026: 5}, begins=2), **MILL, employer=LARGE),
        ],
    },
    "a labour-intensive employer with one worker too few": {
        "years": span(2025, 2026),
        "groups": [group("pu", payer(49, "pemberi_kerja"), **MILL, employer=LARGE | {"workers": 49})],
    },
    "the years of the pandemic": {
        "years": span(2020, 2021),
        "groups": [group("rentan", payer(1_000, months="6-12")), group("non_asn.rt_rw", payer(10), **RT)],
        "leaving": assumed(0.0, 0.1, 0.2),
    },
    "months unpaid before and after the waiting time was law": {
        "years": span(2024, 2026),
        "groups": [group("rentan", payer(10, months="8-12"), payer(10, "csr", months="2-2"), payer(5, "apbdes", months="1-9"))],
    },
    "wages that grow, rounded up and down": {
        "years": span(2027, 2036),
        "groups": [
            group("non_asn.rt_rw", payer(5, added=1), **RT | {"rounding": "up", "package": "JKK+JKM+JHT"}),
            group("non_asn.kader", payer(5), **MILL | {"rounding": "down"}),
        ],
        "wage_growth": assumed(0.025, 0.05, 0.07),
        "money": [money("apbd.kabkota", 0.015, y2027=100_000_000)],
    },
    "an office with a price of its own": {
        "years": span(2026, 2026),
        "groups": [group("rentan", payer(11_250), own_price=17_000)],
        "money": [money("apbd.kabkota", y2026=2_795_000_000)],
    },
    "a target on a growing population, paid by thirds": {
        "years": span(2027, 2033),
        "groups": [group("rentan", payer(100, added={2028: 40}))],
        "targets": [
            target(
                91_347,
                [
                    {"funding": "apbd.kabkota", "part": 1 / 3},
                    {"funding": "mandiri", "part": 1 / 3, "package": "JKK+JKM+JHT"},
                    {"funding": "pemberi_kerja", "part": 1 / 3, **MILL},
                ],
                of=176_000,
                shares={2029: 0.6, 2031: 0.65},
            )
        ],
        "growth": assumed(0.005, 0.015, 0.02),
        "wage_growth": assumed(0.0, 0.05, 0.07),
        "money": [money("apbd.kabkota", 0.1, y2027=5_000_000_000, y2029=6_000_000_000), money("mandiri", y2027=0)],
    },
    "people named as the target, and one already met": {
        "years": span(2027, 2029),
        "groups": [group("rentan", payer(100, added=150))],
        "targets": [target(5_000, [CITY], persons={2028: 5_251}), target(5_000, [CITY], shares={2030: 0.5})],
        "money": [money("apbd.kabkota", y2027=350 * 12 * 16_800 - 1, y2028=350 * 12 * 16_800, y2029=350 * 12 * 16_800 + 1)],
    },
    "a target whose year is past": {
        "years": span(2030, 2031),
        "targets": [target(1, [CITY], shares={2029: 0.35})],
    },
    "money that does not even keep whom it kept": {
        "years": span(2027, 2028),
        "groups": [group("rentan", payer(100)), group("non_asn.rt_rw", payer(10), **RT)],
        "targets": [target(5_000, [CITY], shares={2028: 0.5001})],
        "money": [money("apbd.kabkota", y2027=10_000_000, y2028=201_600)],
    },
    "years far beyond the last change of law": {
        "years": span(2060, 2062),
        "groups": [group("rentan.becak", payer(3, "csr", added=1, begins=12), income_per_month=20_199_999)],
    },
    "groups that keep nobody yet": {
        "groups": [group("rentan", payer(0, added={2027: 1}, begins=12)), group("rentan.ojek", payer(0, "csr", added=1))],
    },
}  # fmt: skip

GROUPS = ["rentan.nelayan", "rentan.ojek", "rentan.petani", "non_asn.rt_rw", "pu", "rentan", "rentan.becak"]
SOURCES = ["apbd.kabkota", "apbd.provinsi", "apbn", "csr", "mandiri", "pemberi_kerja", "dbh_cht", "dbh_sawit", "apbdes"]


def any_route(draw):
    if draw.random() < 0.45:
        route = {
            "route": "PU",
            "wage_per_month": draw.randrange(500_000, 20_000_000),
            "risk_class": draw.randrange(1, 6),
        }
        route |= {"rounding": draw.choice(["up", "down"])} if draw.random() < 0.3 else {}
        route |= {"employer": {"industry": "toys", "workers": draw.choice([49, 50])}} if draw.random() < 0.4 else {}
    else:
        route = {"route": "BPU"}
        route |= {"income_per_month": draw.randrange(10**5, 25 * 10**6)} if draw.random() < 0.4 else {}
        route |= {"sector": "transport"} if draw.random() < 0.2 else {}
    return route | ({"package": "JKK+JKM+JHT"} if draw.random() < 0.3 else {})


def any_payer(draw, funding, years, least):
    first = draw.randrange(1, 13)
    last = draw.randrange(first, 13)
    added = {year: draw.randrange(300) for year in years if draw.random() < 0.6}
    begins = draw.randrange(first, last + 1)
    return payer(draw.randrange(least, 5_000), funding, months=f"{first}-{last}", begins=begins, added=added)


def any_scenario(seed):
    """Anything that a scenario may say of who is covered, by whom, with what money, and on the way to what."""
    draw = random.Random(seed)
    first = draw.choice([2016, 2019, 2020, 2024, 2025, 2026, 2027, 2040])
    years = range(first, first + draw.choice([1, 2, 3, 6]))
    groups = [
        group(
            code,
            *(
                any_payer(draw, f, years, least=n == 0)
                for n, f in enumerate(draw.sample(SOURCES, draw.randrange(1, 4)))
            ),
            **any_route(draw),
        )
        for code in draw.sample(GROUPS, draw.randrange(1, 5))
    ]
    mix = draw.sample(SOURCES, 2)
    parts = draw.randrange(1, 100) / 100
    routes = [any_route(draw), any_route(draw)]
    of = draw.choice([10_000, 176_000, 377_162])
    return {
        "years": span(years[0], years[-1]),
        "groups": groups,
        "growth": assumed(0.0, draw.randrange(60) / 1_000, 0.06),
        "wage_growth": assumed(0.0, draw.randrange(100) / 1_000, 0.1),
        "leaving": assumed(0.0, draw.randrange(150) / 1_000, 0.15),
        "money": [
            {"funding": f, "amounts": {first: draw.randrange(10**8, 10**10)}, "growth": draw.choice([0, 0.015, 0.1])}
            for f in draw.sample(SOURCES, 3)
        ],
        "targets": [
            target(
                draw.randrange(of),
                [
                    {"funding": f, "part": part, **route}
                    for f, part, route in zip(mix, (parts, 1 - parts), routes, strict=True)
                ],
                of=of,
                shares={draw.randrange(first - 1, first + 9): draw.randrange(1, 10_001) / 10_000},
            )
        ],
    }


ALL = {**SHAPES, **{f"drawn {seed}": any_scenario(seed) for seed in range(16)}}


@pytest.fixture(scope="module", params=ALL)
def both(request, tmp_path_factory):
    """A scenario, and what the command makes of it."""
    fields = ALL[request.param]
    path = file_of(tmp_path_factory.mktemp("rencana"), **fields)
    return scenario(**fields), semesta("plan", "run", path, "--json").data


def test_the_need_of_every_line_and_year(both):
    asked, plan = both
    wanted = by_hand.needs(asked)
    assert [{name: need[name] for name in wanted[0]} for need in plan["needs"]] == wanted


def test_every_month_of_every_payer(both):
    asked, plan = both
    told = [(m["month"], m["group"], m["funding"], m["kept"], m["added"], m["amount"]) for m in plan["months"]]
    assert told == by_hand.months(asked)


def test_accounts_of_a_year_add_up_to_its_need(both):
    asked, plan = both
    for year in plan["accounts"]:
        needed = sum(need["amount"] for need in by_hand.needs(asked) if need["year"] == year["year"])
        assert sum(one["amount"] for one in year["sums"]) == needed


def test_every_source_against_its_money(both):
    asked, plan = both
    told = {(b["year"], b["funding"]): (b["persons"], b["need"], b["shortfall"]) for b in plan["balances"]}
    assert told == by_hand.balances(asked)


def test_the_need_as_wages_grow_least_and_most(both):
    asked, plan = both
    for one in plan["balances"]:
        ends = [
            sum(
                n["amount"]
                for n in by_hand.needs(asked, end)
                if (n["year"], n["funding"]) == (one["year"], one["funding"])
            )
            for end in ("low", "central", "high")
        ]
        if one["need_range"] is None:
            assert len({*ends}) == 1
        else:
            assert (one["need_range"]["low"], one["need_range"]["high"]) == (min(ends), max(ends))


def test_quotas_of_the_first_year(both):
    asked, plan = both
    for end in ("low", "central", "high") if "leaving" in asked else ():
        wanted = by_hand.quotas(asked, end)
        told = [(q["funding"], q["places"], q["leavers"][end], q["unspent"][end]) for q in plan["quotas"]]
        assert [one[:2] for one in told] == [one[:2] for one in wanted]
        assert [one[2] for one in told] == pytest.approx([one[2] for one in wanted])
        assert [one[3] for one in told] == pytest.approx([one[3] for one in wanted], abs=1)


def test_months_unpaid_between_the_first_year_and_the_next(both):
    asked, plan = both
    told = [(one["funding"], one["unpaid"], one["uncovered"], one["waiting"], one["saved"]) for one in plan["lapses"]]
    assert told == by_hand.lapses(asked)


def test_both_ways_of_who_has_a_wage(both):
    asked, plan = both
    first = asked["years"]["first"]
    groups = [g for g in asked["groups"] if g.get("wage_per_month") and not g.get("own_price")]
    for told, one in zip(plan["ways"], groups, strict=True):
        for segment in ("PU", "BPU"):
            route = {**by_hand.route_of(one), "segment": segment}
            each = {p["funding"]: by_hand.year_price(asked, route, p["funding"], first) for p in one["payers"]}
            amount = sum(sum(by_hand.persons(asked, p, first)) * each[p["funding"]] for p in one["payers"])
            assert told[segment.lower()]["amount"] == amount
            most = max(one["payers"], key=lambda p: (sum(by_hand.persons(asked, p, first)), p["funding"]))
            assert told[segment.lower()]["price"] == by_hand.price(asked, route, most["funding"], first, 1)


def test_every_step_on_the_way_to_every_target(both):
    asked, plan = both
    for path, aim in zip(plan["paths"], asked.get("targets", []), strict=True):
        before = aim["covered"]
        for step in path["steps"]:
            year = step["year"]
            wanted = by_hand.wanted(asked, aim, year, "central")
            assert (step["population"], step["wanted"]) == (by_hand.population(asked, aim, year, "central"), wanted)
            assert step["added"] == wanted - before
            paid = [(one["funding"], one["persons"], one["amount"]) for one in step["paid"]]
            assert paid == by_hand.paid_by_source(asked, aim, year, wanted - aim["covered"])
            assert (step["planned"], step["reached"]) == (
                by_hand.planned(asked, aim, year),
                by_hand.reached(asked, aim, year),
            )
            before = wanted
        assert (path["met_by_plan"], path["met_by_money"]) == by_hand.met(asked, aim)
