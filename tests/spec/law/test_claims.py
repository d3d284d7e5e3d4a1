"""What the facts of a claim decide, by values, Polars and DuckDB: cover, the basis of special groups, membership of JKP."""

from __future__ import annotations

import datetime as dt

import pytest

from semesta.law.answers import benefit

DAY = dt.date(2025, 6, 1)


@pytest.mark.parametrize(
    ("day", "segment", "months", "covered"),
    [
        (dt.date(2015, 6, 30), "PU", 6, True),
        (dt.date(2015, 6, 30), "PU", 7, False),
        (dt.date(2015, 7, 1), "PU", 7, True),
        (dt.date(2015, 7, 1), "BPU", 2, True),
        (dt.date(2015, 7, 1), "BPU", 3, False),
        (dt.date(2025, 6, 1), "JAKON", 3, True),
        (dt.date(2025, 6, 1), "PMI", 3, None),
        (dt.date(2025, 6, 1), "BPU", None, None),
    ],
)
def test_cover_outlasts_contributions_by_the_months_of_its_time(ask, day, segment, months, covered):
    assert ask("still_covered", {"date": day, "segment": segment, "months_unpaid": months})[0].value is covered


@pytest.mark.parametrize(
    ("segment", "group", "basis", "unverified"),
    [
        ("PU", "ordinary", 4_000_000, False),
        ("JAKON", "ordinary", 4_000_000, False),
        ("BPU", "ordinary", 1_000_000, False),
        ("BPU", "intern", 4_000_000, True),
        ("BPU", "employer", 4_000_000, True),
        ("PMI", "ordinary", None, False),
    ],
)
def test_a_benefit_counts_on_what_contributions_count_on(ask, segment, group, basis, unverified):
    row = {"date": DAY, "segment": segment, "bpu_group": group, "wage_per_month": 4_000_000}
    answer = ask("jkk_benefit_basis", {**row, "income_per_month": 900_000})[0]
    assert (answer.value, answer.unverified) == (basis, unverified)


@pytest.mark.parametrize(
    ("size", "without", "suffices"),
    [
        ("large", None, True),
        ("large", "jp", False),
        ("medium", "jp", False),
        ("small", "jp", True),
        ("micro", "jp", True),
        ("micro", "jkn", False),
        ("small", "jht", False),
        (None, None, None),
    ],
)
def test_jkp_asks_for_other_programmes_by_the_size_of_the_firm(ask, size, without, suffices):
    members = {f"{code}_member": code != without for code in ("jkk", "jkm", "jht", "jp", "jkn")}
    rows = [{"date": day, "firm_size": size, **members} for day in (dt.date(2025, 2, 6), dt.date(2025, 2, 7))]
    old, new = ask("jkp_programmes_suffice", *rows)
    assert (old.value, new.value) == (suffices, suffices)
    assert (old.unverified, new.unverified) == (suffices is not None and without not in ("jkn", "jht"), False)


def test_jkp_is_paid_since_february_2022(ask):
    rows = [{"date": dt.date(2022, month, day)} for month, day in ((1, 31), (2, 1))]
    assert [answer.value for answer in ask("jkp_begun", *rows)] == [False, True]
    assert ask("jkp_begun", {"date": dt.date(2021, 2, 1)})[0].no_law


DEATH = {"programme": "JKK", "event": "death", "date": DAY, "segment": "PU", "wage_per_month": 3_000_000}


@pytest.mark.parametrize("day", ["claimed_on", "reported_on"])
def test_a_day_of_the_claim_that_is_none_is_refused(day):
    answer = benefit({**DEATH, day: "kemarin"})
    assert (answer.items, [problem.id for problem in answer.problems]) == ((), [f"{day} = kemarin bukan tanggal"])


def test_what_was_never_registered_has_no_cover_without_an_employer():
    answer = benefit({**DEATH, "segment": "BPU", "registered": False})
    assert (answer.total, {item.because.en for item in answer.items}) == (0, {"not registered on the day of the event"})


def test_a_scholarship_is_no_part_of_what_was_paid_late():
    case = {**DEATH, "children": ["PT"], "complete_on": "2025-09-01", "paid_on": "2025-09-20"}
    *_, late = benefit(case).items
    # Seven working days after 1 September end on the 11th, for the 5th is a holiday; nine days of 1 % of 166 million.
    assert (late.rule, late.amount) == ("late_compensation", 9 * 1_660_000)
    assert benefit(case).total == 166_000_000 + 60_000_000 + 14_940_000


def test_an_unknown_line_leaves_the_compensation_unknown():
    case = {**DEATH, "wage_per_month": None, "complete_on": "2025-09-01", "paid_on": "2025-09-20"}
    assert benefit(case).items[-1].amount is None


def test_the_pension_of_later_years_is_told_with_the_inflation_that_is_known():
    case = {"programme": "JP", "event": "disability.total", "date": DAY, "months_paid": 24, "months_of_membership": 24}
    (line,) = benefit({**case, "jp_average_wage": 8_000_000, "inflation": {2025: 2.5, 2026: 4}}).items
    assert line.amount == 1_200_000
    assert line.because.en.splitlines()[-1] == "indexed by inflation: 2026 Rp1,230,000, 2027 Rp1,279,200"


@pytest.mark.parametrize(
    ("case", "cited"),
    [
        ({"programme": "JKP", "event": "dismissal", "date": "2022-03-01"}, "PP 37/2021 Pasal 19–21, 39 dan 40"),
        (
            {"programme": "JKP", "event": "dismissal", "date": "2025-03-01"},
            "PP 37/2021 Pasal 19–21, 39 dan 40 jo. PP 6/2025",
        ),
        ({"programme": "JHT", "event": "death", "date": "2018-03-01", "jht_balance": 1}, "PP 46/2015 Pasal 22"),
        (
            {"programme": "JKK", "event": "scholarship", "date": "2018-03-01", "children": ["SD"]},
            "PP 44/2015 Lampiran III",
        ),
    ],
)
def test_a_line_of_a_history_cites_what_was_in_force(case, cited):
    assert {item.law for item in benefit(case).items} == {cited}


def test_the_order_of_heirs_cites_what_was_in_force():
    orders = [benefit({"programme": "JKM", "event": "death", "date": day, "segment": "PU"}).after.order for day in DAYS]
    assert ["Permenaker 1/2025" in order.law for order in orders] == [False, False, True]


DAYS = ("2014-03-01", "2018-03-01", "2025-03-01")
