"""What stands beside a bill and under a benefit: the last day to pay, how late, from when covered, until when."""

from __future__ import annotations

import pytest
from asking import asked, semesta

PU = (
    "contribution",
    "--segment",
    "PU",
    "--wage",
    "10 juta",
    "--risk",
    "3",
    "--programmes",
    "JKK,JKM",
    "--month",
    "2025-06",
)
BPU = ("contribution", "--segment", "BPU", "--month", "2025-06", "--funding", "mandiri")


def test_a_bill_says_its_last_day_and_how_late_it_was_paid():
    due = asked(*PU, "--paid-on", "20 September 2025")["due"]
    assert (due["last_day"], due["months_late"]) == ("2025-07-15", 3)
    out = semesta(*PU, "--paid-on", "2025-09-20").out
    assert "dibayar paling lambat 15 Juli 2025" in out
    assert "dibayar 20 September 2025: terlambat 3 bulan" in out


def test_a_bill_paid_in_time_says_so():
    assert asked(*PU, "--paid-on", "2025-07-15")["due"]["months_late"] == 0
    assert "paid on 15 July 2025: in time" in semesta(*PU, "--paid-on", "2025-07-15", "--lang", "en").out


def test_a_bill_paid_late_has_the_fine_in_its_total():
    assert asked(*PU, "--paid-on", "2025-09-20")["total"] == 119_000 + 7_140  # 6 % of 89.000 and of 30.000


def test_cover_of_those_without_wage_lapses_after_three_unpaid_months_and_of_wage_earners_it_does_not():
    assert asked(*BPU)["cover"]["lapses_after_unpaid_months"] == 3
    assert asked(*PU)["cover"]["lapses_after_unpaid_months"] is None


def test_payments_tell_until_when_a_person_is_covered_and_which_months_were_not(tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text(
        "payments:\n- {paid_on: 2024-01-10, month: 2024-01}\n- {paid_on: 2025-06-10, month: 2025-06, months: 2}\n"
    )
    cover = asked(*BPU, file)["cover"]
    assert (cover["covered"], cover["until"]) == (True, "2025-10-31")
    assert cover["uncovered_months"][0] == "2024-05"


def test_without_a_history_nobody_says_that_a_payment_was_the_first():
    assert "bila itu iuran pertamanya, terlindungi sejak 10 Juni 2025" in semesta(*BPU, "--paid-on", "2025-06-10").out


@pytest.mark.parametrize(
    ("date", "covered"), [("2025-04-30", True), ("2025-05-01", False)], ids=["three months unpaid", "one day more"]
)
def test_a_benefit_says_whether_the_person_was_covered_on_the_day_by_the_payments(tmp_path, date, covered):
    file = tmp_path / "case.yaml"
    file.write_text(
        f"{{programme: JKM, event: death, date: {date}, segment: BPU, months_paid: 12, "
        "payments: [{paid_on: 2024-02-10, month: 2024-02, months: 12}]}"
    )
    assert asked("benefit", file)["cover"]["covered"] is covered


@pytest.mark.parametrize(
    ("payments", "named"),
    [("3", "payments perlu paid_on"), ("[{month: 2025-01}]", "payments[1] perlu paid_on")],
)
def test_payments_that_cannot_be_read_are_told(tmp_path, payments, named):
    file = tmp_path / "case.yaml"
    file.write_text(f"payments: {payments}")
    said = semesta(*BPU, file)
    assert (said.exit_code, said.out) == (2, "")
    assert named in said.err


def test_a_day_that_is_none_is_told_once():
    said = semesta(*PU, "--paid-on", "30-02-2025")
    assert said.err.strip() == "paid_on = 30-02-2025 bukan tanggal"


def test_pu_and_bpu_side_by_side_say_when_to_pay_and_when_cover_lapses():
    out = semesta("contribution", "--compare", "--wage", "2152323", "--risk", "1", "--month", "2023-06").out
    rows = {line.split("  ")[0]: line.split()[-6:] for line in out.splitlines()}
    assert rows["Dibayar paling lambat"] == ["17", "Juli", "2023", "15", "Juni", "2023"]
    assert rows["Gugur bila tidak dibayar"][-4:] == ["tidak", "gugur", "3", "bulan"]


def test_what_is_wrong_with_both_ways_is_told_once():
    said = semesta("contribution", "--compare", "--wage", "2152323", "--risk", "1")
    assert said.err.strip() == "month belum diisi: bulan iuran, misalnya 2025-06"
