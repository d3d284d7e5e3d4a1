"""Loss of work: where contributions come from, what is paid, to whom, and until when to claim."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semesta.law.answers import benefit, contribution
from semesta.law.history import month_of
from semesta.law.jkp.schedules import claim_until, months_in_a_row, months_in_window, months_to_claim
from semesta.law.law import LAW

DAY = dt.date.fromisoformat
OLD, NEW = DAY("2025-02-06"), DAY("2025-02-07")

# Contributions


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("jkp_from_jkk", 7_000, 7_000),
        ("jkp_from_jkm", 5_000, 0),
        ("jkp_government_contribution", 11_000, 11_000),
        ("jkp_contribution", 23_000, 18_000),  # 0,46 % and 0,36 % of 5 million
        ("jkk_contribution_left", 37_500, 37_500),  # 0,75 %
        ("jkm_contribution_left", 10_000, 15_000),  # 0,20 % and 0,30 %
    ],
)
def test_both_sides_of_7_february_2025_at_medium_risk_and_five_million(ask, rule, before, after):
    case = {"wage_per_month": 5_000_000, "risk_class": 3, "jkp_member": True}
    assert [answer.value for answer in ask(rule, {"date": OLD, **case}, {"date": NEW, **case})] == [before, after]


@pytest.mark.parametrize(("risk", "net"), [(1, 1_000), (2, 4_000), (3, 7_500), (4, 11_300), (5, 16_000)])
def test_the_net_rates_of_work_accidents_by_class(ask, risk, net):
    case = {"date": DAY("2024-06-01"), "wage_per_month": 1_000_000, "risk_class": risk}
    rows = [{**case, "jkp_member": True}, {**case, "jkp_member": False}, {**case, "jkp_member": None}]
    assert [answer.value for answer in ask("jkk_contribution_left", *rows)] == [net, net + 1_400, None]


def test_the_employers_bill_is_the_same_with_and_without_it():
    case = {"segment": "PU", "wage_per_month": 10_000_000, "risk_class": 3, "month": "2025-06"}
    bills = [contribution({**case, "programmes": which}) for which in ("JKK,JKM", "JKK,JKM,JKP")]
    employer = [sum(line.amount for line in bill.items if line.payer == "employer") for bill in bills]
    assert employer == [119_000, 119_000]
    assert [(line.payer, line.amount) for line in bills[1].items if line.programme == "JKP"] == [("government", 11_000)]


def test_the_parts_of_a_member_add_up_to_what_the_employer_pays(ask):
    case = {"date": NEW, "wage_per_month": 8_000_000, "risk_class": 2, "jkp_member": True}
    left, moved, whole = (
        ask(rule, case)[0].value for rule in ("jkk_contribution_left", "jkp_from_jkk", "jkk_pu_contribution")
    )
    assert (left + moved, moved) == (whole, 7_000)


def test_before_it_began_all_of_jkk_and_jkm_was_theirs_and_there_was_no_jkp(ask):
    case = {"wage_per_month": 1_000_000, "risk_class": 1, "jkp_member": True, "in_arrears": True}
    days = [DAY("2021-01-31"), DAY("2021-02-01"), DAY("2021-03-01")]
    rows = [{"date": day, **case} for day in days]
    assert ask("jkk_contribution_left", *rows)[0].value == 2_400
    assert ask("jkp_contribution", *rows) == [(None, True, False), (4_600, False, True), (4_600, False, False)]


def test_what_goes_to_jkp_while_jkk_is_halved_is_not_known(ask):
    case = {"wage_per_month": 1_000_000, "industry": "footwear", "workers": 50, "in_arrears": False}
    days = [DAY(day) for day in ("2025-01-31", "2025-02-01", "2026-01-31", "2026-02-01")]
    answers = ask("jkp_from_jkk", *[{"date": day, **case} for day in days])
    assert [answer.value for answer in answers] == [1_400, None, None, 1_400]


@given(day=st.dates(dt.date(2021, 3, 1), dt.date(2027, 1, 1)), wage=st.integers(0, 10**9), risk=st.integers(1, 5))
def test_what_goes_to_jkp_and_what_is_left_is_always_the_whole_bill(day, wage, risk):
    case = {"wage_per_month": wage, "risk_class": risk, "jkp_member": True}

    def rupiah(rule: str) -> int:
        needed = [name for name in LAW.book.all_needs([rule]) if name in case]
        return LAW.value(rule, date=day, **{name: case[name] for name in needed}).value

    assert rupiah("jkk_contribution_left") + rupiah("jkp_from_jkk") == rupiah("jkk_pu_contribution")
    assert rupiah("jkm_contribution_left") + rupiah("jkp_from_jkm") == rupiah("jkm_pu_contribution")
    assert rupiah("jkk_contribution_left") >= 0


# The cash


@pytest.mark.parametrize(
    ("source", "day", "wage", "amount"),
    [
        ("kompas.tv 261555; parapuan.co 533159714", OLD, 5_000_000, 10_500_000),
        ("the same above the cap", OLD, 8_000_000, 10_500_000),
        ("60 % of 5 million for six months: statusternate.com", NEW, 5_000_000, 18_000_000),
        ("the same above the cap", NEW, 8_000_000, 18_000_000),
        ("below the cap", NEW, 3_000_000, 10_800_000),
        ("below the cap", OLD, 3_000_000, 6_300_000),
    ],
)
def test_published_benefits_of_six_months(ask, source, day, wage, amount):
    assert ask("jkp_benefit", {"date": day, "wage_per_month": wage})[0] == (amount, False, False)


@pytest.mark.parametrize(
    ("months", "before", "after"),
    [
        (0, 0, 0),
        (1, 2_250_000, 3_000_000),
        (3, 6_750_000, 9_000_000),
        (4, 8_000_000, 12_000_000),
        (6, 10_500_000, 18_000_000),
        (9, 10_500_000, 18_000_000),
    ],
)
def test_it_is_paid_for_the_months_without_work_up_to_six(ask, months, before, after):
    case = {"wage_per_month": 5_000_000, "jkp_months_without_work": months}
    assert [a.value for a in ask("jkp_benefit", {"date": OLD, **case}, {"date": NEW, **case})] == [before, after]


def test_each_month_is_rounded_on_its_own(ask):
    # 45 % of 1.111.111 is 499.999,95 and 25 % is 277.777,75.
    assert ask("jkp_benefit", {"date": OLD, "wage_per_month": 1_111_111})[0].value == 3 * 500_000 + 3 * 277_778


# Who has the right

RIGHT = {
    "jkp_member": True,
    "end_of_work": "dismissal",
    "jkp_months_in_window": 12,
    "jkp_months_in_a_row": 6,
    "jkp_age_at_registration": 53,
    "jkp_claims_before": 0,
    "jkp_months_since_claim": None,
    "jkp_months_to_claim": 3,
}


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        ({}, True, True),
        ({"jkp_months_in_window": 11}, False, False),
        ({"jkp_months_in_a_row": 5}, False, True),
        ({"jkp_months_in_a_row": None}, None, True),
        ({"jkp_months_to_claim": 4}, False, True),
        ({"jkp_months_to_claim": 6}, False, True),
        ({"jkp_months_to_claim": 7}, False, False),
        ({"jkp_age_at_registration": 54}, False, False),
        ({"jkp_member": False}, False, False),
        ({"jkp_member": None}, None, None),
        ({"indonesian_citizen": False}, False, False),
        ({"indonesian_citizen": None}, None, None),
        ({"end_of_work": "contract_cut_short"}, True, True),
        ({"jkp_claims_before": 1}, None, None),
        ({"jkp_claims_before": 1, "jkp_months_since_claim": 59}, False, False),
        ({"jkp_claims_before": 2, "jkp_months_since_claim": 60}, True, True),
        ({"jkp_claims_before": 3, "jkp_months_since_claim": 200}, False, False),
    ],
)
def test_conditions_on_both_sides_of_7_february_2025(ask, change, before, after):
    rows = [{"date": day, **RIGHT, **change} for day in (OLD, NEW)]
    assert [answer.value for answer in ask("jkp_has_right", *rows)] == [before, after]


@pytest.mark.parametrize(
    "end",
    ["resignation", "pension_age", "agreed_pension", "total_disability", "death", "end_of_contract", "left_indonesia"],
)
def test_who_was_not_dismissed_has_no_right(ask, end):
    row = {"date": NEW, **RIGHT, "end_of_work": end, "wage_per_month": 5_000_000}
    assert ask("jkp_has_right", row)[0].value is False
    assert ask("jkp_benefit_due", row)[0].value == 0


def test_a_condition_that_nobody_knows_leaves_what_is_due_unknown(ask):
    rows = [{"date": NEW, **RIGHT, "wage_per_month": 5_000_000, "jkp_months_in_window": n} for n in (12, None, 11)]
    assert [answer.value for answer in ask("jkp_benefit_due", *rows)] == [18_000_000, None, 0]


def test_the_age_limit_before_2025_is_not_verified(ask):
    rows = [{"date": day, "jkp_age_at_registration": 40} for day in (OLD, NEW)]
    assert [answer.unverified for answer in ask("jkp_young_enough", *rows)] == [True, False]


@pytest.mark.parametrize(
    ("months", "bankrupt", "before", "after"),
    [
        (0, None, True, True),
        (3, False, True, True),
        (4, False, False, False),
        (4, True, False, True),
        (6, True, False, True),
        (7, True, False, False),
        (4, None, False, None),
    ],
)
def test_arrears_of_the_employer_and_a_bankrupt_one(ask, months, bankrupt, before, after):
    case = {"jkp_arrears_months": months, "employer_bankrupt": bankrupt}
    answers = ask("jkp_fund_pays", {"date": OLD, **case}, {"date": NEW, **case})
    assert [answer.value for answer in answers] == [before, after]


def test_before_2_february_2021_there_is_no_such_benefit(ask):
    rows = [{"date": DAY(day), "wage_per_month": 5_000_000} for day in ("2021-02-01", "2021-02-02")]
    assert ask("jkp_benefit", *rows) == [(None, True, False), (10_500_000, False, False)]


# Days and months


def test_the_window_is_the_24_calendar_months_before_the_month_of_dismissal():
    dismissed = DAY("2025-03-15")
    paid = range(month_of(DAY("2023-01-01")), month_of(DAY("2025-04-01")))
    assert months_in_window(paid, dismissed) == 24
    assert (
        months_in_window(
            [month_of(DAY(day)) for day in ("2023-02-01", "2023-03-01", "2025-02-01", "2025-03-01")], dismissed
        )
        == 2
    )


def test_months_in_a_row_end_at_the_first_gap_and_the_month_of_dismissal_is_none():
    months = [month_of(DAY(f"2024-{number:02}-01")) for number in (1, 2, 3, 5, 6, 7)]
    assert months_in_a_row(months, DAY("2024-07-31")) == 3
    assert months_in_a_row(months, DAY("2024-08-20")) == 3
    assert months_in_a_row(months, DAY("2024-09-01")) == 0
    assert months_in_a_row([], DAY("2024-09-01")) == 0


@pytest.mark.parametrize(
    ("claimed", "months"),
    [("2025-03-10", 0), ("2025-03-11", 1), ("2025-04-10", 1), ("2025-04-11", 2), ("2025-09-10", 6), ("2025-09-11", 7)],
)
def test_a_begun_month_until_the_claim_counts_as_a_whole(claimed, months):
    assert months_to_claim(DAY("2025-03-10"), DAY(claimed)) == months


@pytest.mark.parametrize(
    ("dismissed", "until"), [("2025-02-06", "2025-05-06"), ("2025-02-07", "2025-08-07"), ("2024-11-30", "2025-02-28")]
)
def test_the_last_day_to_claim(dismissed, until):
    assert claim_until(DAY(dismissed), LAW) == DAY(until)


# A whole case

CASE = {"programme": "JKP", "event": "dismissal", "date": "2025-03-10"}
WORKED = [{"period": "2024-01/2025-02", "wage_per_month": 4_000_000}]
SAID = {"jkp_member": True, "jkp_age_at_registration": 30, "jkp_claims_before": 0, "claimed_on": "2025-06-01"}


def test_a_case_with_its_history_is_counted_and_checked():
    answer = benefit({**CASE, **SAID, "wage_history": WORKED})
    assert (answer.total, answer.verified, answer.items[0].payer) == (14_400_000, True, "fund")
    assert "belum diperiksa" not in answer.items[0].because.id
    assert "klaim paling lambat 10 September 2025" in answer.items[0].because.id


def test_a_bare_case_gives_the_amount_and_names_what_was_not_checked():
    answer = benefit({**CASE, "wage_per_month": 8_000_000})
    assert answer.total == 18_000_000
    assert "bila semua syarat terpenuhi" in answer.items[0].title.id
    assert "Masa iur untuk JKP tercapai" in answer.items[0].because.id


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"wage_history": [{"period": "2024-06/2025-02", "wage_per_month": 4_000_000}]}, "Masa iur"),
        ({"claimed_on": "2025-09-11"}, "batas waktu"),
        ({"end_of_work": "resignation"}, "Sebab berhenti bekerja"),
        ({"jkp_member": False}, "Peserta JKP"),
        ({"indonesian_citizen": "tidak"}, "Warga negara Indonesia"),
        ({"segment": "BPU"}, "penerima upah"),
        ({"jkp_claims_before": 3}, "diulang"),
    ],
)
def test_a_condition_that_fails_pays_nothing_and_says_which(change, reason):
    answer = benefit({**CASE, **SAID, "wage_history": WORKED, **change})
    assert answer.total == 0
    assert reason in answer.items[0].because.id


def test_an_employer_that_owes_too_much_pays_first_unless_it_is_bankrupt():
    case = {**CASE, **SAID, "wage_history": WORKED, "jkp_arrears_months": 5}
    payers = [benefit({**case, "employer_bankrupt": bankrupt}).items[0].payer for bankrupt in (False, True)]
    assert payers == ["employer", "fund"]


def test_without_a_wage_the_answer_says_so():
    answer = benefit(CASE)
    assert answer.total is None
    assert "wage_per_month" in answer.items[0].because.id


def test_a_dismissal_before_the_programme_is_no_law():
    answer = benefit({**CASE, "date": "2021-01-31", "wage_per_month": 5_000_000})
    assert answer.total is None
    assert answer.problems
