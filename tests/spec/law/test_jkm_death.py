"""What a death pays that no accident caused: by date, segment, months of contribution and number of employers."""

from __future__ import annotations

import datetime as dt

import pytest

from semesta.law.answers import benefit

CASE = {"programme": "JKM", "event": "death", "segment": "PU"}


@pytest.mark.parametrize(
    ("day", "parts", "verified"),
    [
        ("2013-01-01", [14_200_000, 4_800_000, 2_000_000], True),
        ("2015-06-30", [14_200_000, 4_800_000, 2_000_000], True),
        ("2015-07-01", [16_200_000, 4_800_000, 3_000_000], True),
        ("2019-12-01", [16_200_000, 4_800_000, 3_000_000], True),
        ("2019-12-02", [20_000_000, 12_000_000, 10_000_000], True),
    ],
)
def test_the_parts_of_each_time(day, parts, verified):
    answer = benefit({**CASE, "date": day})
    assert ([item.amount for item in answer.items], answer.verified) == (parts, verified)
    assert all(("PP 53/2012" in item.law) is (day < "2015-07-01") for item in answer.items)


def test_2012_is_left_out_because_its_first_day_is_not_known():
    answer = benefit({**CASE, "date": "2012-12-31"})
    assert (answer.total, len(answer.items)) == (None, 0)
    assert "2013-01-01" in answer.problems[0].id


@pytest.mark.parametrize(
    ("day", "segment", "months", "total"),
    [
        ("2025-02-23", "BPU", 0, 42_000_000),
        ("2025-02-24", "BPU", 2, 10_000_000),
        ("2025-02-24", "BPU", 3, 42_000_000),
        ("2025-02-24", "PU", 0, 42_000_000),
    ],
)
def test_within_the_waiting_time_of_those_without_wage_only_the_funeral_is_paid(day, segment, months, total):
    case = {"programme": "JKM", "event": "death", "date": day, "segment": segment, "months_paid": months}
    assert benefit(case).total == total


def test_only_who_may_have_registered_before_the_waiting_time_began_is_in_doubt(ask):
    def asked(day, segment, months):
        return {"date": dt.date(2025, *day), "segment": segment, "months_paid": months}

    rows = [asked((2, 24), "BPU", 2), asked((5, 23), "BPU", 2), asked((5, 24), "BPU", 2), asked((2, 24), "BPU", 3)]
    answers = ask("jkm_benefit", *rows, asked((2, 24), "PU", 0))
    assert [answer.unverified for answer in answers] == [True, True, False, False, False]


def test_the_lines_add_up_to_the_benefit(ask):
    rows = [
        {"date": dt.date(2025, 3, 1), "segment": segment, "months_paid": months}
        for segment in ("PU", "BPU")
        for months in (2, 3)
    ]
    parts = [ask(rule, *rows) for rule in ("jkm_grant_paid", "jkm_periodic_grant_paid", "jkm_funeral_paid")]
    sums = [sum(part.value for part in of_row) for of_row in zip(*parts, strict=True)]
    assert sums == [answer.value for answer in ask("jkm_benefit", *rows)]


def test_two_employers_pay_two_benefits_and_one_funeral_as_beritapagi88_published():
    assert benefit({**CASE, "date": "2025-03-01", "employers": 2}).total == 74_000_000
    assert benefit({**CASE, "date": "2025-03-01", "employers": 1}).total == 42_000_000


def test_the_second_employer_counts_from_the_first_day_of_permenaker_1_of_2025(ask):
    rows = [{"date": dt.date(2025, 2, day), "segment": "PU", "months_paid": 5, "employers": 2} for day in (23, 24)]
    assert [answer.value for answer in ask("jkm_second_employer_grants", *rows)] == [None, 32_000_000]


def test_of_three_employers_the_law_says_nothing_and_so_do_we():
    answer = benefit({**CASE, "date": "2025-03-01", "employers": 3})
    assert answer.total is None
    assert "employers = 3" in answer.problems[0].id


def test_unknown_months_leave_the_total_of_those_without_wage_unknown():
    answer = benefit({**CASE, "segment": "BPU", "date": "2025-03-01"})
    assert (answer.total, answer.at_least) == (None, 10_000_000)
    assert "months_paid" in answer.items[0].because.id
