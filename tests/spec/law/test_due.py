"""When contributions are due, what being late costs an employer, and who is covered on a day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semesta.law.answers import contribution
from semesta.law.due.cover import Payment, covered_on, months_uncovered
from semesta.law.due.days import due_day, months_late
from semesta.law.faults import InputError, NoLawOnDate
from semesta.law.law import LAW


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


DUE = [
    # (segment, month of contribution, due day)
    ("PU", "2025-06-01", "2025-07-15"),  # a Tuesday
    ("PU", "2025-12-01", "2026-01-15"),  # over the end of the year
    ("PU", "2025-02-01", "2025-03-17"),  # 15 March is a Saturday
    ("PU", "2024-05-01", "2024-06-19"),  # a Saturday, then Idul Adha on Monday and joint leave on Tuesday
    ("BPU", "2025-07-01", "2025-07-15"),
    ("BPU", "2025-06-01", "2025-06-16"),  # 15 June is a Sunday
]


@pytest.mark.parametrize(("segment", "month", "day"), DUE)
def test_pu_pays_by_the_15th_of_the_next_month_and_bpu_of_the_same_on_a_working_day(segment, month, day):
    # keuangan.kontan.co.id, siapa yang bayar iuran JKK
    found = due_day(LAW, segment=segment, month=_day(month))
    assert (found.day, found.verified) == (_day(day), True)


@pytest.mark.parametrize(
    ("month", "day", "verified"),
    [
        ("2020-07-01", "2020-08-18", True),  # Saturday, Sunday, Independence Day
        ("2020-08-01", "2020-09-30", False),
        ("2021-01-01", "2021-03-01", False),  # February has no 30th, and its last day was a Sunday
        ("2021-02-01", "2021-03-15", True),
    ],
)
def test_in_the_pandemic_relief_the_30th_held(month, day, verified):
    found = due_day(LAW, segment="PU", month=_day(month))
    assert (found.day, found.verified) == (_day(day), verified)


def test_any_day_of_the_month_of_contribution_names_it():
    assert due_day(LAW, segment="BPU", month=_day("2025-07-31")).day == _day("2025-07-15")


def test_no_due_day_is_made_up_for_a_segment_without_one():
    assert (due_day(LAW, segment="JAKON", month=_day("2025-06-01")).day) is None


def test_a_due_day_before_the_law_is_no_law():
    with pytest.raises(NoLawOnDate):
        due_day(LAW, segment="PU", month=_day("2015-06-01"))


@pytest.mark.parametrize(
    ("paid", "months"),
    [
        ("2025-07-15", 0),
        ("2025-07-16", 1),
        ("2025-08-15", 1),
        ("2025-08-16", 2),
        ("2026-07-15", 12),
        ("2026-07-16", 13),
    ],
)
def test_each_month_begun_is_a_month_late(paid, months):
    assert months_late(_day("2025-07-15"), _day(paid)) == months


LATE = {"amount_due": 1_000_000, "months_late": 3}


@pytest.mark.parametrize(
    ("day", "segment", "fine", "unverified"),
    [
        ("2020-07-31", "PU", 60_000, False),  # 2 % a month: keuangan.kontan.co.id
        ("2020-08-01", "PU", 15_000, True),  # 0,5 %: PP 49/2020
        ("2021-01-31", "PU", 15_000, True),
        ("2021-02-01", "PU", 60_000, False),
        ("2025-06-01", "BPU", 0, False),  # media.alkhairaat.id
    ],
)
def test_an_employer_pays_two_percent_a_month_and_those_without_wage_nothing(ask, day, segment, fine, unverified):
    assert ask("late_fine", {"date": _day(day), "segment": segment, **LATE}) == [(fine, False, unverified)]


@pytest.mark.parametrize(
    ("day", "workers", "fine"),
    [
        ("2025-01-31", 50, 60_000),
        ("2025-02-01", 50, 15_000),
        ("2025-02-01", 49, 60_000),
        ("2025-07-31", 50, 15_000),
        ("2025-08-01", 50, 60_000),  # PP 36/2025 carried the relief on, not the lower fine
    ],
)
def test_labour_intensive_industries_had_a_lower_fine_for_jkk_until_july_2025(ask, day, workers, fine):
    row = {"date": _day(day), "segment": "PU", "industry": "textile", "workers": workers, **LATE}
    assert ask("jkk_late_fine", row)[0].value == fine


def test_what_is_not_known_is_not_fined(ask):
    row = {"date": _day("2025-06-01"), "segment": "PU", "amount_due": 1_000_000, "months_late": None}
    assert ask("late_fine", row) == [(None, False, False)]


WORKER = {"segment": "PU", "wage_per_month": 10_000_000, "risk_class": 3, "month": "2025-06", "programmes": "JKK,JKM"}


def test_a_bill_paid_late_has_a_line_for_the_fine_of_each_programme():
    answer = contribution({**WORKER, "paid_on": "2025-09-20"})
    fines = {item.programme: item.amount for item in answer.items if "late_fine" in item.rule}
    assert fines == {"JKK": 5_340, "JKM": 1_800}  # 6 % of 89.000 and of 30.000
    assert answer.total == 119_000 + 7_140
    assert (
        "jatuh tempo 15 Juli 2025, dibayar 20 September 2025: 3 bulan"
        in answer.items[0].because.id + answer.items[1].because.id
    )


def test_a_fine_is_not_verified_while_nobody_says_how_a_month_begun_counts():
    answer = contribution({**WORKER, "paid_on": "2025-09-20"})
    assert {item.verified for item in answer.items if "late_fine" in item.rule} == {False}


def test_months_of_delay_that_the_case_says_are_fined_as_said():
    answer = contribution({**WORKER, "months_late": "3"})
    assert (answer.total, answer.verified) == (119_000 + 7_140, True)
    assert answer.items[1].because.id.startswith("jatuh tempo 15 Juli 2025: 3 bulan")


@pytest.mark.parametrize(
    "case", [{**WORKER, "paid_on": "2025-07-15"}, {**WORKER, "paid_on": "2025-07-15", "months_late": 3}, WORKER]
)
def test_a_bill_paid_in_time_has_no_fine(case):
    assert contribution(case).total == 119_000


def test_those_without_wage_have_no_line_for_a_fine():
    case = {"segment": "BPU", "month": "2025-06", "funding": "mandiri", "paid_on": "2026-06-01"}
    assert contribution(case).total == 16_800


def test_a_fine_on_an_unknown_wage_is_unknown_and_says_so():
    answer = contribution({**WORKER, "wage_per_month": None, "paid_on": "2025-09-20"})
    fine = next(item for item in answer.items if item.rule == "late_fine")
    assert fine.amount is None
    assert "wage_per_month" in fine.because.id


def test_a_day_of_payment_that_is_none_is_said():
    assert "paid_on = besok" in contribution({**WORKER, "paid_on": "besok"}).problems[0].id


QUARTER = Payment(_day("2025-01-10"), _day("2025-01-01"), months=3)


@pytest.mark.parametrize(
    ("day", "covered"),
    [
        ("2025-01-09", False),  # nothing paid yet
        ("2025-01-10", True),  # from the first payment on
        ("2025-06-30", True),  # April, May and June are unpaid, the third not over
        ("2025-07-01", False),  # three whole months unpaid: media.alkhairaat.id, star.grid.id 453722708
    ],
)
def test_those_without_wage_are_covered_from_the_first_payment_until_three_months_are_unpaid(day, covered):
    assert covered_on(LAW, _day(day), segment="BPU", payments=[QUARTER]).covered is covered


def test_a_late_payment_mends_nothing_of_the_days_before_it():
    payments = [QUARTER, Payment(_day("2025-08-20"), _day("2025-08-01"))]
    days = ["2025-08-19", "2025-08-20", "2025-11-30", "2025-12-01"]
    found = [covered_on(LAW, _day(day), segment="BPU", payments=payments).covered for day in days]
    assert found == [False, True, True, False]


def test_cover_says_since_when_it_runs_again_after_a_gap():
    payments = [QUARTER, Payment(_day("2025-10-06"), _day("2025-04-01"), months=7)]
    found = {day: covered_on(LAW, _day(day), segment="BPU", payments=payments) for day in ("2025-06-30", "2025-10-06")}
    assert (found["2025-06-30"].since, found["2025-06-30"].until) == (_day("2025-01-10"), _day("2025-06-30"))
    assert (found["2025-10-06"].since, found["2025-10-06"].until) == (_day("2025-10-06"), _day("2026-01-31"))


def test_a_month_paid_ahead_covers_nothing_before_it_once_cover_had_ended():
    payments = [QUARTER, Payment(_day("2025-08-10"), _day("2025-09-01"))]
    days = ["2025-06-30", "2025-07-01", "2025-08-31", "2025-09-01"]
    found = [covered_on(LAW, _day(day), segment="BPU", payments=payments).covered for day in days]
    assert found == [True, False, False, True]


def test_payments_in_any_order_say_the_same():
    payments = [QUARTER, Payment(_day("2025-04-02"), _day("2025-04-01"), months=2)]
    one, other = (covered_on(LAW, _day("2025-08-31"), segment="BPU", payments=p) for p in (payments, payments[::-1]))
    assert one == other
    assert (one.since, one.until) == (_day("2025-01-10"), _day("2025-08-31"))


def test_migrant_workers_are_covered_by_their_own_regulation():
    package = [Payment(_day("2024-01-20"), _day("2024-02-01"), months=24)]
    assert covered_on(LAW, _day("2024-02-01"), segment="PMI", payments=package).law == "Permenaker 4/2023"
    with pytest.raises(NoLawOnDate):
        covered_on(LAW, _day("2018-12-31"), segment="PMI", payments=package)


def test_a_government_that_pays_late_leaves_months_without_cover():
    # Paid for January to March, then nothing until October: no fine, but a gap.
    payments = [QUARTER, Payment(_day("2025-10-06"), _day("2025-04-01"), months=9)]
    gap = months_uncovered(LAW, _day("2025-02-01"), _day("2025-12-01"), segment="BPU", payments=payments)
    assert gap == [_day(f"2025-{month:02}-01") for month in (7, 8, 9, 10)]


def test_cover_says_from_when_until_when_and_what_is_not_verified():
    found = covered_on(LAW, _day("2025-02-01"), segment="BPU", payments=[QUARTER])
    assert (found.since, found.until, found.verified) == (_day("2025-01-10"), _day("2025-06-30"), False)
    assert found.because.id.startswith("terlindungi sejak 10 Januari 2025 sampai 30 Juni 2025; belum terverifikasi: ")


def test_cover_does_not_begin_before_the_forms_are_complete_nor_before_the_month_paid_for():
    late_forms = covered_on(
        LAW, _day("2025-01-31"), segment="BPU", payments=[QUARTER], registered_on=_day("2025-02-03")
    )
    early = covered_on(
        LAW, _day("2025-01-31"), segment="BPU", payments=[Payment(_day("2025-01-20"), _day("2025-02-01"))]
    )
    assert (late_forms.covered, late_forms.since) == (False, _day("2025-02-03"))
    assert (early.covered, early.since) == (False, _day("2025-02-01"))


def test_wage_earners_stay_covered_until_they_leave_whatever_the_employer_owes():
    days, leaves = ["2025-01-09", "2025-01-10", "2026-12-31", "2027-01-01"], _day("2026-12-31")
    found = [covered_on(LAW, _day(d), segment="PU", payments=[QUARTER], ends_on=leaves).covered for d in days]
    assert found == [False, True, True, False]


def test_a_construction_project_is_covered_from_its_first_term_paid_until_it_ends():
    # flipbuilder.com PROBIS p.98
    first_term = [Payment(_day("2025-03-05"), _day("2025-03-01"))]
    days, ends = ["2025-03-04", "2025-03-05", "2025-12-15", "2025-12-16"], _day("2025-12-15")
    found = [covered_on(LAW, _day(d), segment="JAKON", payments=first_term, ends_on=ends) for d in days]
    assert [cover.covered for cover in found] == [False, True, True, False]
    assert all(cover.verified for cover in found)


def test_a_project_whose_end_is_not_given_is_not_guessed():
    found = covered_on(
        LAW, _day("2025-04-01"), segment="JAKON", payments=[Payment(_day("2025-03-05"), _day("2025-03-01"))]
    )
    assert found.covered is None
    assert "ends_on" in found.because.id


def test_migrant_workers_are_covered_for_the_months_of_their_package():
    package = [Payment(_day("2024-01-20"), _day("2024-02-01"), months=24)]
    days = ["2024-01-31", "2024-02-01", "2026-01-31", "2026-02-01"]
    assert [covered_on(LAW, _day(d), segment="PMI", payments=package).covered for d in days] == [
        False,
        True,
        True,
        False,
    ]


def test_nobody_is_covered_without_a_payment_and_an_unknown_segment_is_named():
    assert covered_on(LAW, _day("2025-01-01"), segment="BPU", payments=[]).covered is False
    with pytest.raises(InputError, match=r"BPUU is unknown.*BPU"):
        covered_on(LAW, _day("2025-01-01"), segment="BPUU", payments=[])


def test_cover_before_the_law_is_no_law():
    with pytest.raises(NoLawOnDate):
        covered_on(LAW, _day("2015-06-30"), segment="BPU", payments=[QUARTER])


@given(months=st.integers(1, 24), days=st.integers(0, 1200), more=st.integers(1, 12))
def test_paying_for_more_months_never_shortens_cover(months, days, more):
    day = _day("2024-01-01") + dt.timedelta(days)
    short, long = (
        covered_on(LAW, day, segment="BPU", payments=[Payment(_day("2024-01-01"), _day("2024-01-01"), months=n)])
        for n in (months, months + more)
    )
    assert long.covered or not short.covered
