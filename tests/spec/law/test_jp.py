"""The pension: contributions up to the cap of the month, the pension age, and who gets how much each month."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semesta.law.answers import contribution
from semesta.law.faults import InputError, NoLawOnDate
from semesta.law.jp.schedules import first_payment, indexed_pensions, last_registration, pension_age_day, pension_begins
from semesta.law.law import LAW

DAY = dt.date.fromisoformat


def test_a_wage_of_twenty_million_pays_as_rbtv_disway_5165_published_for_2021(ask):
    row = {"date": DAY("2021-03-01"), "wage_per_month": 20_000_000}
    rules = ("jp_contribution", "jp_employer_contribution", "jp_worker_contribution")
    assert [ask(rule, row)[0] for rule in rules] == [
        (262_638, False, False),
        (175_092, False, False),
        (87_546, False, False),
    ]


def test_a_wage_of_ten_million_pays_as_fame_grid_464028442_published():
    case = {"segment": "PU", "wage_per_month": 10_000_000, "risk_class": 3, "month": "2025-06"}
    bill = contribution({**case, "programmes": "JKK,JKM,JHT,JP"})
    assert bill.total == 989_000
    assert sum(line.amount for line in bill.items if line.payer == "employer") == 689_000
    assert sum(line.amount for line in bill.items if line.payer == "worker") == 300_000
    assert [(line.payer, line.amount) for line in bill.items if line.programme == "JP"] == [
        ("employer", 200_000),
        ("worker", 100_000),
    ]


CAPS = [  # from, cap
    ("2015-07-01", 7_000_000),
    ("2016-03-01", 7_335_300),
    ("2017-03-01", 7_703_500),
    ("2018-03-01", 8_094_000),
    ("2019-03-01", 8_512_400),
    ("2020-03-01", 8_939_700),
    ("2021-03-01", 8_754_600),
    ("2022-03-01", 9_077_600),
    ("2023-03-01", 9_559_600),
    ("2024-03-01", 10_042_300),
    ("2025-03-01", 10_547_400),
    ("2026-03-01", 11_086_300),
]


@pytest.mark.parametrize(("earlier", "later"), list(pairwise(CAPS)))
def test_the_cap_changes_on_the_first_of_march_and_not_a_day_before(ask, earlier, later):
    first = DAY(later[0])
    rows = [{"date": day, "wage_per_month": 50_000_000} for day in (first - dt.timedelta(days=1), first)]
    assert [answer.value for answer in ask("jp_basis", *rows)] == [earlier[1], later[1]]


def test_before_july_2015_there_was_no_pension_programme(ask):
    rows = [{"date": DAY(day), "wage_per_month": 50_000_000} for day in ("2015-06-30", "2015-07-01")]
    assert ask("jp_contribution", *rows) == [(None, True, False), (210_000, False, False)]


# (cap before, growth of the year before in per 10.000, cap from March), as art. 29 has it
GROWTH = [479, 502, 507, 517, 502, -207, 369, 531, 505, 503, 511]


def test_each_cap_is_the_one_before_with_the_growth_of_the_year_rounded_down_to_100():
    caps = [cap for _, cap in CAPS]
    assert [cap * (10_000 + growth) // 10_000 // 100 * 100 for cap, growth in zip(caps, GROWTH, strict=False)] == caps[
        1:
    ]


def test_a_wage_below_the_cap_pays_on_itself_and_one_above_never_more_than_the_cap(ask):
    wages = (0, 1, 10_547_399, 10_547_400, 10_547_401, 10**10)
    answers = ask("jp_contribution", *[{"date": DAY("2025-03-01"), "wage_per_month": wage} for wage in wages])
    # 2 % and 1 % of 10.547.399 are 210.947,98 and 105.473,99.
    assert [answer.value for answer in answers] == [0, 0, 316_422, 316_422, 316_422, 316_422]


def test_only_in_february_2021_and_from_march_2027_is_the_cap_in_doubt(ask):
    days = ("2021-01-31", "2021-02-01", "2021-02-28", "2021-03-01", "2027-02-28", "2027-03-01")
    answers = ask("jp_basis", *[{"date": DAY(day), "wage_per_month": 50_000_000} for day in days])
    assert [answer.unverified for answer in answers] == [False, True, True, False, False, True]


def test_those_without_wage_have_no_pension_programme():
    answer = contribution({"segment": "BPU", "programmes": "JP", "month": "2025-06"})
    assert ["JP" in problem.id for problem in answer.problems] == [True]


# Bounds

BOUNDS = [  # from, lowest, highest, lowest verified, highest verified
    ("2015-07-01", 300_000, 3_600_000, True, True),
    ("2016-03-01", 310_050, 3_720_600, True, True),
    ("2017-03-01", 319_450, 3_833_000, True, True),
    ("2018-03-01", 331_000, 3_971_400, False, False),
    ("2019-03-01", 341_400, 4_095_750, False, False),
    ("2020-03-01", 350_700, 4_207_200, False, False),
    ("2021-03-01", 356_600, 4_277_900, False, False),
    ("2022-03-01", 363_300, 4_357_900, False, False),
    ("2023-03-01", 383_400, 4_598_100, True, True),
    ("2024-03-01", 393_500, 4_718_200, True, False),
    ("2025-03-01", 399_700, 4_792_300, True, True),
    ("2026-03-01", 411_400, 4_932_300, False, False),
]


@pytest.mark.parametrize(("since", "low", "high", "low_verified", "high_verified"), BOUNDS)
def test_the_lowest_and_highest_pension_of_a_year(ask, since, low, high, low_verified, high_verified):
    row = {"date": DAY(since)}
    assert ask("jp_pension_min", row)[0] == (low, False, not low_verified)
    assert ask("jp_pension_max", row)[0] == (high, False, not high_verified)


@pytest.mark.parametrize(("earlier", "later"), list(pairwise(BOUNDS)))
def test_the_bounds_change_on_the_first_of_march(ask, earlier, later):
    rows = [{"date": DAY(later[0]) - dt.timedelta(days=1)}, {"date": DAY(later[0])}]
    assert [answer.value for answer in ask("jp_pension_min", *rows)] == [earlier[1], later[1]]
    assert [answer.value for answer in ask("jp_pension_max", *rows)] == [earlier[2], later[2]]


OLD = {"months_paid": 180, "months_of_membership": 180, "jp_event": "old_age", "jp_recipient": "participant"}


@pytest.mark.parametrize(
    ("wage", "pension"),
    [(0, 399_700), (2_664_660, 399_700), (2_664_667, 399_700), (2_664_674, 399_701), (40_000_000, 4_792_300)],
)
def test_a_pension_is_never_below_the_lowest_nor_above_the_highest(ask, wage, pension):
    assert ask("jp_pension", {"date": DAY("2025-03-01"), **OLD, "jp_average_wage": wage})[0] == (pension, False, False)


# The formula


@pytest.mark.parametrize(
    ("months", "wage", "pension"),
    [
        (180, 9_736_693, 1_460_504),
        (180, 10_000_000, 1_500_000),
        (181, 10_000_000, 1_508_333),
        (360, 10_000_000, 3_000_000),
    ],
)
def test_one_percent_for_each_year_of_contributions(ask, months, wage, pension):
    row = {"date": DAY("2025-03-01"), **OLD, "months_paid": months, "jp_average_wage": wage}
    assert ask("jp_formula_pension", row)[0].value == pension


def test_less_than_fifteen_years_leave_no_monthly_pension_at_old_age(ask):
    case = {"date": DAY("2025-03-01"), **OLD, "jp_average_wage": 10_000_000, "jp_balance": 77}
    rows = [{**case, "months_paid": months} for months in (179, 180)]
    assert [answer.value for answer in ask("jp_pension", *rows)] == [0, 1_500_000]
    assert [answer.value for answer in ask("jp_lump_sum", *rows)] == [77, 0]


@pytest.mark.parametrize(
    ("event", "membership", "paid", "right"),
    [
        ("disability", 0, 0, False),  # the event must come a month after registration
        ("disability", 1, 1, True),
        ("disability", 10, 8, True),
        ("disability", 10, 7, False),
        ("death", 11, 11, False),  # a year for the survivors
        ("death", 12, 12, True),
        ("death", 100, 80, True),
        ("death", 100, 79, False),
        ("death", 300, 180, True),  # fifteen years paid: density does not matter any more
        ("old_age", 179, 179, False),
    ],
)
def test_disability_and_death_count_fifteen_years_for_those_who_paid_densely(ask, event, membership, paid, right):
    case = {"date": DAY("2025-03-01"), "jp_event": event, "months_of_membership": membership, "months_paid": paid}
    assert ask("jp_is_monthly", case)[0] == (right, False, False)


@pytest.mark.parametrize(
    ("recipient", "pension", "verified"),
    [
        ("participant", 1_500_000, True),
        ("spouse", 750_000, False),
        ("child", 750_000, False),
        ("parent", 399_700, False),
    ],
)
def test_survivors_get_half_a_parent_a_fifth_but_never_less_than_the_lowest(ask, recipient, pension, verified):
    case = {"jp_event": "death", "months_paid": 50, "months_of_membership": 60, "jp_average_wage": 10_000_000}
    answer = ask("jp_pension", {"date": DAY("2025-03-01"), **case, "jp_recipient": recipient})[0]
    assert answer == (pension, False, not verified)


def test_a_fifth_of_a_high_pension_is_a_fifth(ask):
    case = {**OLD, "jp_event": "death", "jp_recipient": "parent", "jp_average_wage": 20_000_000}
    assert ask("jp_pension", {"date": DAY("2025-03-01"), **case})[0].value == 600_000


@pytest.mark.parametrize("missing", ["months_paid", "jp_event", "jp_recipient", "jp_average_wage"])
def test_what_nobody_says_leaves_the_pension_unknown(ask, missing):
    # Of one short of fifteen years the event decides; of others it does not matter.
    months = 179 if missing == "jp_event" else 180
    case = {**OLD, "jp_average_wage": 10_000_000, "months_paid": months, missing: None}
    assert ask("jp_pension", {"date": DAY("2025-03-01"), **case}) == [(None, False, False)]


# Whatever is asked


@given(day=st.dates(dt.date(2015, 7, 1), dt.date(2030, 1, 1)), wage=st.integers(0, 10**9), more=st.integers(0, 10**8))
def test_a_higher_wage_never_pays_less_and_above_the_cap_no_more(day, wage, more):
    cap = LAW.value("jp_wage_cap", date=day).value
    low, high, top = (LAW.value("jp_contribution", date=day, wage_per_month=w).value for w in (wage, wage + more, cap))
    assert low <= high <= top
    assert high == top or wage + more < cap


@given(
    day=st.dates(dt.date(2015, 7, 1), dt.date(2030, 1, 1)),
    wage=st.integers(0, 10**9),
    months=st.integers(180, 600),
    recipient=st.sampled_from(["participant", "spouse", "child", "parent"]),
)
def test_every_monthly_pension_lies_between_the_bounds_of_its_day(day, wage, months, recipient):
    case = {**OLD, "jp_average_wage": wage, "months_paid": months, "jp_recipient": recipient}
    low, high = (LAW.value(name, date=day).value for name in ("jp_pension_min", "jp_pension_max"))
    assert low <= LAW.value("jp_pension", date=day, **case).value <= high


@given(wage=st.integers(0, 10**10), months=st.integers(0, 700))
def test_the_formula_is_the_exact_one_rounded_half_up(wage, months):
    row = {**OLD, "jp_average_wage": wage, "months_paid": months}
    exact = Fraction(wage * max(months, 180), 1200)
    assert LAW.value("jp_formula_pension", date=DAY("2025-03-01"), **row).value == int(exact + Fraction(1, 2))


# Ages and days


@pytest.mark.parametrize(
    ("born", "reached"),
    [
        ("1960-12-31", "2016-12-31"),  # 56
        ("1962-12-31", "2018-12-31"),  # the last at 56
        ("1963-01-01", "2020-01-01"),  # 56 on the day on which the age became 57
        ("1964-12-31", "2021-12-31"),  # the last at 57
        ("1965-01-01", "2023-01-01"),
        ("1966-06-15", "2024-06-15"),  # 58
        ("1967-01-01", "2026-01-01"),  # 58 on the day on which the age became 59
        ("1970-08-01", "2030-08-01"),  # 60
        ("1978-05-05", "2042-05-05"),  # the last at 64
        ("1979-05-05", "2044-05-05"),  # 65 at last
        ("1990-02-28", "2055-02-28"),
    ],
)
def test_the_pension_age_rises_by_a_year_each_third_january(born, reached):
    assert pension_age_day(DAY(born), LAW) == DAY(reached)


AGES = [("2019-01-01", 57), ("2022-01-01", 58), ("2025-01-01", 59), ("2028-01-01", 60), ("2031-01-01", 61)]
AGES += [("2034-01-01", 62), ("2037-01-01", 63), ("2040-01-01", 64), ("2043-01-01", 65)]


@pytest.mark.parametrize(("since", "age"), AGES)
def test_the_age_of_the_day_before_is_one_year_less(ask, since, age):
    rows = [{"date": DAY(since) - dt.timedelta(days=1)}, {"date": DAY(since)}]
    assert [answer.value for answer in ask("jp_pension_age", *rows)] == [age - 1, age]


def test_who_was_as_old_as_that_before_the_programme_has_no_law():
    with pytest.raises(NoLawOnDate):
        pension_age_day(DAY("1959-06-30"), LAW)


@pytest.mark.parametrize(
    ("asked", "begins"), [("2024-06-15", "2024-06-15"), ("2026-01-10", "2026-01-10"), ("2028-01-01", "2027-06-15")]
)
def test_who_works_on_may_wait_for_three_years_at_most(asked, begins):
    assert pension_begins(DAY("1966-06-15"), DAY(asked), LAW) == DAY(begins)


def test_a_worker_is_registered_a_month_before_the_pension_age_at_the_latest():
    assert last_registration(DAY("1966-03-31"), LAW) == DAY("2024-02-29")


def test_nobody_gets_it_a_day_too_early():
    with pytest.raises(InputError, match="15 June 2024"):
        pension_begins(DAY("1966-06-15"), DAY("2024-06-14"), LAW)


@pytest.mark.parametrize(
    ("event", "paid"), [("2024-06-15", "2024-07-01"), ("2024-06-01", "2024-07-01"), ("2024-12-31", "2025-01-01")]
)
def test_the_first_payment_is_on_the_first_of_the_month_after(event, paid):
    assert first_payment(DAY(event)) == DAY(paid)


def test_later_years_follow_the_general_inflation():
    assert indexed_pensions(1_000_000, {2023: 26_100, 2024: 15_700}) == [1_000_000, 1_026_100, 1_042_210]
