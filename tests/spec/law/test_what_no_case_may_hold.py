"""Numbers, texts and days that nobody means: told by name, never repeated, and never the end of the program."""

from __future__ import annotations

import pytest

from semesta.law.answers import benefit, compared, contribution

DEATH = {"programme": "JKM", "event": "death", "date": "2026-01-05", "segment": "BPU", "months_paid": 12}
OFF_WORK = {"programme": "JKK", "event": "incapacity", "date": "2026-01-05", "segment": "BPU"}
BILL = {"segment": "PU", "wage_per_month": 1_000_000, "risk_class": 1, "programmes": "JKK", "month": "2025-06"}


def told(answer) -> list[str]:
    assert answer.total is None
    return [problem.en for problem in answer.problems]


@pytest.mark.parametrize(
    ("case", "name"),
    [
        (DEATH | {"months_paid": "9" * 5_000}, "months_paid is longer than 200 signs"),
        (DEATH | {"months_paid": 9**5_000}, "months_paid is too large to be computed"),
        (DEATH | {"segment": "B" * 3_000}, "segment is longer than 200 signs"),
        (DEATH | {"complete_on": "9999-12-31"}, "complete_on is after the year 2200"),
        (DEATH | {"date": "9999-12-31"}, "date is after the year 2200"),
        (DEATH | {"date": "2201-01-01"}, "date is after the year 2200"),
        (DEATH | {"children": [{"level": "SD"}, {"level": "9" * 201}]}, "children[2].level is longer than 200 signs"),
        (OFF_WORK | {"months_off_work": "9" * 60}, "months_off_work is too large to be computed"),
        (OFF_WORK | {"months_off_work": 10**15}, "months_off_work is too large to be computed"),
    ],
)
def test_a_benefit_of_what_nobody_means_is_refused_by_its_name(case, name):
    assert told(benefit(case)) == [name]


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"wage_per_month": 10**40}, "wage_per_month is too large to be computed"),
        ({"wage_per_month": float("nan")}, "wage_per_month is too large to be computed"),
        ({"wage_per_month": float("inf")}, "wage_per_month is too large to be computed"),
        ({"paid_on": "9999-12-31"}, "paid_on is after the year 2200"),
        ({"month": "9999-12"}, "month = 9999-12 is no month; as 2025-06"),
        ({"segment": "JAKON", "project_value": 10**50}, "project_value is too large to be computed"),
    ],
)
def test_a_bill_of_what_nobody_means_is_refused_by_its_name(more, name):
    assert name in told(contribution(BILL | more))
    assert name in told(compared({**BILL, **more, "segment": "PU"}).sides["PU"])


def test_the_largest_that_somebody_may_mean_is_computed():
    assert contribution(BILL | {"wage_per_month": 10**15 - 1, "month": "2090-12"}).total == 2_400_000_000_000
    assert benefit(DEATH | {"date": "2200-12-31", "complete_on": "2200-12-31"}).total == 42_000_000
