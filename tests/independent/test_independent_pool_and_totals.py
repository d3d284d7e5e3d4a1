"""Pools against closed forms, and what two totals must imply.

Claims are compound Poisson with a shared gamma shock of mean 1, so that cases are negative binomial; sums follow Panjer's recursion.
"""

import json
import math

import pytest
from planning_asked import GRANT, semesta

from semesta.planning.pooling.balances import outlook
from semesta.planning.pooling.drawing import fast
from semesta.planning.pooling.offices import Office, stable_from

SCENARIOS = 20_000


def drawn(*offices, years=1, shock=0.0, seed=7, **more):
    return outlook(offices, years=years, scenarios=SCENARIOS, shock=shock, seed=seed, **more)


def near(chance, draws=SCENARIOS):
    """Four standard errors of a share that is drawn."""
    return pytest.approx(chance, abs=4 * math.sqrt(max(chance * (1 - chance), 1e-4) / draws))


def poisson(n, mean):
    return math.exp(-mean + n * math.log(mean) - math.lgamma(n + 1))


def negative_binomial(n, mean, shock):
    """Chance of n cases when a gamma multiplier with this coefficient of variation moves the mean."""
    r = 1 / shock**2
    p = r / (r + mean)
    return math.exp(math.lgamma(n + r) - math.lgamma(r) - math.lgamma(n + 1) + r * math.log(p) + n * math.log(1 - p))


def panjer(mean, severities, most):
    """Chances of sums 0…most of a compound Poisson with whole severities: g(s) = λ/s Σ j f(j) g(s−j)."""
    g = [math.exp(-mean)]
    for s in range(1, most + 1):
        g.append(mean / s * sum(j * f * g[s - j] for j, f in severities.items() if j <= s))
    return g


def test_an_office_of_equal_claims_is_short_as_often_as_poisson_says():
    told = drawn(Office("a", 100, 2.0, 42.0)).pool
    assert told.deficit_in_a_year == near(1 - sum(poisson(n, 2) for n in range(3)))
    assert told.expected_claims == 84


def test_a_pool_of_unequal_claims_is_short_as_often_as_panjer_says():
    told = drawn(Office("a", 2, 1.5, 1.0), Office("b", 2, 0.7, 3.0))
    sums = panjer(2.2, {1: 1.5 / 2.2, 3: 0.7 / 2.2}, 4)
    assert told.pool.deficit_in_a_year == near(1 - sum(sums))
    assert told.offices[1].deficit_in_a_year == near(1 - poisson(0, 0.7))


def test_claims_of_varying_cost_are_sums_of_gamma():
    """Spread 1 is exponential: n cases stay below x with the chance that a Poisson process of rate 1 has n events by x."""
    told = drawn(Office("a", 300, 2.0, 100.0, 1.0)).pool
    below = poisson(0, 2) + sum(poisson(n, 2) * (1 - sum(poisson(k, 3.0) for k in range(n))) for n in range(1, 40))
    assert told.deficit_in_a_year == near(1 - below)


def test_offices_share_good_and_bad_years():
    shock = 0.8
    told = drawn(Office("a", 3, 2.0, 1.0), Office("b", 3, 2.0, 1.0), shock=shock)
    assert told.offices[0].deficit_in_a_year == near(1 - sum(negative_binomial(n, 2, shock) for n in range(4)))
    assert told.pool.deficit_in_a_year == near(1 - sum(negative_binomial(n, 4, shock) for n in range(7)))


def test_balances_add_up_over_years_and_the_bad_year_is_the_poisson_quantile():
    told = drawn(Office("a", 100, 2.0, 42.0), years=3).pool
    assert told.deficit_in_the_end == near(1 - sum(poisson(n, 6) for n in range(8)))  # 7 × 42 ≤ 300 < 8 × 42
    quantile, sum_ = 0, poisson(0, 2)
    while sum_ < 0.995:
        quantile += 1
        sum_ += poisson(quantile, 2)
    assert told.bad_year == 100 - 42 * quantile


def test_ever_below_counts_every_year_end():
    """After a year at most 2 cases, after two at most 4, after three at most 7 keep the balance at or above zero."""
    alive = {0: 1.0}
    for limit in (2, 4, 7):
        alive = {
            total: sum(alive.get(before, 0) * poisson(total - before, 2) for before in range(total + 1))
            for total in range(limit + 1)
        }
    assert drawn(Office("a", 100, 2.0, 42.0), years=3).pool.ever_below == near(1 - sum(alive.values()))


def test_what_is_carried_is_the_lesser_of_gives_and_takes_of_each_year():
    offices = Office("a", 3, 1.5, 1.0), Office("b", 2, 0.7, 3.0)
    gives = takes = carried = 0.0
    for n in range(30):
        for m in range(30):
            chance = poisson(n, 1.5) * poisson(m, 0.7)
            results = (3 - n, 2 - 3 * m)
            give, take = sum(max(r, 0) for r in results), sum(max(-r, 0) for r in results)
            gives, takes, carried = gives + chance * give, takes + chance * take, carried + chance * min(give, take)
    told = drawn(*offices).carried
    assert (told.gives, told.takes, told.carried) == pytest.approx((gives, takes, carried), rel=0.03)
    assert told.carried + told.uncovered == pytest.approx(told.takes)


def test_the_pool_is_the_sum_of_its_members_whatever_their_order():
    offices = [Office(str(n), 1_000 * n, 1.0 + n, 300.0, 0.5) for n in range(1, 6)]
    told = drawn(*offices, shock=0.15)
    assert told.pool.contributions == sum(one.contributions for one in told.offices)
    assert told.pool.expected_claims == pytest.approx(sum(one.expected_claims for one in told.offices))
    turned = drawn(*reversed(offices), shock=0.15)
    assert turned.pool.deficit_in_a_year == near(told.pool.deficit_in_a_year)


def test_the_fast_way_agrees_with_the_exact_one():
    offices = [Office("a", 10_500_000, 100.0, 100_000.0, 1.0), Office("b", 2_000_000, 20.0, 90_000.0, 0.0)]
    one, other = drawn(*offices, shock=0.1), drawn(*offices, shock=0.1, draw=fast)
    for exact_, fast_ in zip((*one.offices, one.pool), (*other.offices, other.pool), strict=True):
        assert fast_.deficit_in_a_year == pytest.approx(exact_.deficit_in_a_year, abs=0.01)
        assert fast_.bad_year == pytest.approx(exact_.bad_year, rel=0.08)


def test_the_same_seed_is_the_same_outlook_and_another_is_not():
    office = Office("a", 100, 2.0, 42.0, 1.0)
    assert drawn(office) == drawn(office)
    assert drawn(office, seed=8) != drawn(office)


def test_a_pool_is_stable_from_384_equal_cases():
    """Within 10 % in 95 of 100 years: (1.96 ÷ 0.1)²; with a spread of 1 twice as many; with a shock of 15 % never."""
    assert stable_from(0, 0) == pytest.approx((1.959964 / 0.1) ** 2)
    assert stable_from(1, 0) == pytest.approx(2 * stable_from(0, 0))
    assert stable_from(0, 0.15) is None


OFFICES = """place,office,period,segment,programme,amount
36,A,2024,BPU,JKM,100000000
36,B,2024,BPU,JKM,100000000
36,A,2024,BPU,JKK,90000000
36,B,2024,BPU,JKK,90000000
36,A,2024,BPU,JHT,90000000
36,B,2024,BPU,JHT,90000000
"""
CLAIMS = """place,office,period,segment,programme,unit,cases,amount
36,A,2024,BPU,JKM,person,1,42000000
36,B,2024,BPU,JKM,person,4,168000000
36,A,2024,BPU,JKK,case,10,80000000
36,B,2024,BPU,JKK,case,3,24000000
36,A,2024,BPU,JHT,person,10,80000000
36,B,2024,BPU,JHT,person,3,24000000
"""


def round_of(folder, contributions=OFFICES, claims=CLAIMS):
    (folder / "contributions.csv").write_text(contributions, encoding="utf-8")
    (folder / "claims.csv").write_text(claims, encoding="utf-8")
    return folder


def pools(folder, *more):
    told = semesta("pool", folder, "--years", 2, "--scenarios", 2000, "--json", *more).data
    return told, {one["programme"]: one for one in told["pools"]}


def test_programmes_stand_apart_and_savings_are_no_pool(tmp_path):
    told, by_programme = pools(round_of(tmp_path))
    assert set(by_programme) == {"JKK", "JKM"}
    assert "bukan utang pemerintah daerah" in told["note"]
    for one in told["pools"]:
        assert one["pool"]["contributions_a_year"] == sum(m["contributions_a_year"] for m in one["members"])
        assert one["pool"]["expected_claims"] == pytest.approx(sum(m["expected_claims"] for m in one["members"]), abs=5)


def test_an_expected_ratio_is_named_and_kept(tmp_path):
    _, found = pools(round_of(tmp_path), "--expect", "0.9", "--programme", "JKM")
    assert found["JKM"]["pool"]["expected_claims"] == pytest.approx(0.9 * 200_000_000, abs=2)
    assert "90" in found["JKM"]["expected_by"] or "0,9" in found["JKM"]["expected_by"]


def test_own_experience_is_weighed_and_the_pool_expects_what_was_seen_together(tmp_path):
    _, found = pools(round_of(tmp_path))
    members = {one["name"]: one for one in found["JKM"]["members"]}
    assert 42_000_000 < members["A"]["expected_claims"] < members["B"]["expected_claims"] < 168_000_000
    assert all(0 <= one["weight"] <= 1 for one in members.values())


# Two totals of Cilegon, up to 17 July 2024


def totals(*more):
    return semesta(
        "pool", "--contributions", "480457660", "--claims", "790000000", "--month", "2024-07", "--json", *more
    ).data["totals"]


def test_the_totals_of_cilegon_imply_eighteen_deaths_and_no_pure_price_of_bpu():
    told = totals()
    assert told["ratio"] == pytest.approx(1.64426, abs=1e-5)
    assert told["deaths"] == pytest.approx(790_000_000 / GRANT, abs=1e-6)  # 18.81
    assert told["person_years"] == pytest.approx(480_457_660 / 16_800 / 12, abs=0.01)  # 2,383.2
    assert told["deaths_per_1000"] == pytest.approx(7.893, abs=0.001)
    assert told["has_other_payments"] is True  # no sum of multiples of 100 ends in 660


def test_the_interval_of_the_totals_is_that_of_the_whole_deaths_they_pay_for():
    """18 whole grants fit into 790 million; Garwood's exact 95 % interval of 18 seen: 10.67 to 28.45."""
    low, high = totals()["deaths_per_1000_interval"]
    years = 480_457_660 / 16_800 / 12
    assert (low * years / 1_000, high * years / 1_000) == pytest.approx((10.67, 28.45), abs=0.02)


def test_break_even_is_1_94_deaths_per_1000():
    assert round(totals()["break_even_per_1000"], 2) == 1.94


def test_totals_that_are_a_price_by_law_are_recognised():
    told = semesta("pool", "--contributions", 452_508_000, "--claims", 42_000_000, "--month", "2024-08", "--json").data[
        "totals"
    ]
    usual = next(one for one in told["prices"] if one["price"] == 16_800)
    assert (told["has_other_payments"], usual["months"], usual["left"]) == (False, 5_387 * 5, 0)


def test_a_deficit_is_told_in_three_parts_that_add_up(tmp_path):
    parts = totals("--expect", "terbit")["parts"]
    assert parts["result"] == 480_457_660 - 790_000_000
    assert parts["price"] + (parts["portfolio"] or 0) + parts["chance"] == parts["result"]
    assert "ipol" in parts["expected_by"] or "DPR" in parts["expected_by"]
    assert 0 <= parts["probability"] <= 1


def test_the_parts_of_cilegon_against_published_ratios_by_hand():
    """JKM-BPU of 2023 had 198.1 %, on 6,800 of every 16,800; the rest is 3.5 accidents of 1,000 a year at Rp8 million."""
    parts = totals("--expect", "terbit")["parts"]
    ratio = (1.981 * 6_800 + 3.5 / 12_000 * 8_000_000) / 16_800
    assert parts["price"] == 480_457_660 - round(480_457_660 * ratio) == 28_480_462
    assert (parts["portfolio"] or 0, parts["chance"]) == (0, -309_542_340 - 28_480_462)
    deaths = 480_457_660 * ratio / (790_000_000 / 18)
    assert parts["probability"] == pytest.approx(1 - sum(poisson(n, deaths) for n in range(18)), rel=1e-6)


def test_the_least_and_the_most_deaths_that_the_totals_pay_for():
    """Four with two scholarships of 87 million each beside the grant, or eighteen plain grants."""
    told = totals()
    least, most = -(-790_000_000 // (GRANT + 2 * 87_000_000)), 790_000_000 // GRANT
    assert (told["deaths_at_least"], told["deaths_at_most"]) == (least, most) == (4, 18)


def test_another_office_changes_nothing_of_the_others_against_an_expectation_that_is_named(tmp_path):
    """Against one ratio for all: what each differs by is its own."""

    def differences(folder, contributions, claims):
        folder.mkdir()
        told = semesta("pool", round_of(folder, contributions, claims), "--expect", "0.9", "--json").data["differences"]
        return {
            (one["programme"], each["name"]): (each["price"], each["portfolio"], each["chance"])
            for one in told
            for each in one["members"]
        }

    two = differences(tmp_path / "dua", OFFICES, CLAIMS)
    more = OFFICES + "36,C,2024,BPU,JKM,50000000\n", CLAIMS + "36,C,2024,BPU,JKM,person,2,84000000\n"
    three = differences(tmp_path / "tiga", *more)
    assert two.items() <= three.items()
    assert three["JKM", "C"][0] == 5_000_000
    assert sum(part or 0 for part in three["JKM", "C"]) == 50_000_000 - 84_000_000


def test_an_expectation_of_1_6_explains_the_totals_as_price():
    parts = totals("--expect", "1.6")["parts"]
    assert parts["price"] == round(480_457_660 - 1.6 * 480_457_660)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_screen_says_that_it_is_no_debt_of_the_region(lang):
    said = semesta(
        "pool", "--contributions", "480457660", "--claims", "790000000", "--month", "2024-07", "--lang", lang
    )
    text = " ".join(said.out.split())
    assert said.code == 0
    assert ("bukan utang" if lang == "id" else "debt") in text
    assert json.dumps(text)  # plain text
