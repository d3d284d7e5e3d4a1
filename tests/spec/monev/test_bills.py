"""Bills office by office: what is compared, what a difference is, and that the sums are those of the indicators."""

import datetime as dt

import pytest
from small_rounds import round_of

from semesta.monev.bills import Bill, compared, payers


def bill(month, billed=None, paid=None, **cells):
    row = {"place": "36.72", "month": month, "billed": billed, "paid": paid, "opd": "Dinas Sosial"} | cells
    return {name: cell for name, cell in row.items() if cell is not None}


def test_only_bills_of_which_the_payment_is_known_are_held_against_it():
    (payer,) = payers(round_of(billing=[bill("2025-01", 100, 60), bill("2025-02", 110)]))

    assert (payer.billed, payer.paid, payer.difference) == (100, 60, 40)


def test_an_office_of_which_no_payment_is_known_has_no_difference_and_not_nought():
    (payer,) = payers(round_of(billing=[bill("2025-01", 100)]))

    assert (payer.billed, payer.paid, payer.difference) == (None, None, None)


def test_billed_less_paid_is_the_difference_in_every_row():
    measured = round_of(billing=[bill("2025-01", 100, 60), bill("2025-02", 50), bill("2025-01", 30, 30, opd="BKAD")])

    assert all((one.billed or 0) - (one.paid or 0) == (one.difference or 0) for one in payers(measured))


def test_the_sums_over_offices_are_those_of_the_collection_rate():
    rows = [bill("2025-01", 100, 60), bill("2025-02", 110), bill("2025-01", 300, 300, opd="BKAD")]
    measured = round_of(billing=rows)
    rate = next(measured.of("collection_rate", place="36.72", period="2025-01"))
    whole = compared(measured, payers(measured))

    assert whole is not None
    assert (whole.billed, whole.paid, whole.difference) == (400, 360, 40)
    assert (rate.denominator, rate.numerator) == (400, 360)


def test_a_bill_that_is_a_total_stands_for_its_parts():
    total = {"place": "36.72", "month": "2025-01", "billed": 400, "paid": 400}
    (payer,) = payers(round_of(billing=[total, bill("2025-01", 100, 60), bill("2025-01", 300, 300, opd="BKAD")]))

    assert (payer.name, payer.billed) == ("", 400)


def test_bills_that_overlap_have_no_total():
    by_account = bill("2025-01", 70, 70, opd=None, account_no="W-1")
    measured = round_of(billing=[by_account, bill("2025-01", 100, 60)])

    assert [payer.name for payer in payers(measured)] == ["W-1", "Dinas Sosial"]
    assert compared(measured, payers(measured)) is None


def test_a_month_that_had_not_begun_is_no_bill_yet():
    rows = [bill("2025-06", 100, 100), bill("2025-07", 100, 0)]
    (payer,) = payers(round_of(billing=rows, as_of="2025-06-30"))

    assert [one.month for one in payer.bills] == ["2025-06"]


@pytest.mark.parametrize(
    ("billed", "paid", "due_on", "state"),
    [
        (100, 100, "2025-07-15", "settled"),
        (100, 0, "2025-07-15", "unpaid"),
        (100, 40, "2025-07-15", "part"),
        (100, None, "2025-07-15", "unknown"),
        (None, 40, "2025-07-15", "unknown"),
        (100, 40, "2025-08-15", "ahead"),
        (100, None, "2025-08-15", "ahead"),
        (100, 100, "2025-08-15", "settled"),
        (100, 0, None, "unpaid"),
        (0, 0, "2025-07-15", "settled"),
    ],
)
def test_a_bill_is_settled_unpaid_paid_in_part_not_yet_due_or_unknown(billed, paid, due_on, state):
    due = dt.date.fromisoformat(due_on) if due_on else None
    one = Bill("36.72", "BKAD", "", "2025-06", None, None, billed, paid, due, None, "")

    assert one.state(dt.date(2025, 7, 31)) == state
