"""A recap per account: who was paid for in a month of grace is covered, though later bills are unpaid."""

import datetime as dt

import polars as pl

from semesta.monev.billed_persons import active_by_bills
from semesta.monev.stocks import POSITION

DAY = dt.date(2025, 12, 31)


def active(*bills: tuple[str, str, int, int, int]) -> list[tuple[int | float, int | float]]:
    columns = ("account_no", "month", "persons_billed", "billed", "paid")
    frame = (
        pl.DataFrame(bills, schema=columns, orient="row").with_columns(place=pl.lit("36.72")).with_row_index(POSITION)
    )
    return [(cell.amount, cell.upper) for cell in active_by_bills(frame, DAY, ("place",))]


def test_accounts_paid_to_a_month_of_grace_are_active_with_bounds():
    bills = [
        (f"A{n}", f"2025-{month}", 100 + n, 10, 10 if month <= "10" else 0)
        for n in range(3)
        for month in ("08", "09", "10", "11", "12")
    ]
    assert active(*bills) == [(102, 303)]


def test_an_account_unpaid_for_longer_than_the_grace_is_not_active():
    assert active(("A", "2025-08", 100, 10, 10), ("A", "2025-12", 100, 10, 0)) == [(0, 0)]


def test_the_last_paid_bill_says_how_many():
    assert active(("A", "2025-11", 100, 10, 10), ("A", "2025-12", 90, 10, 10)) == [(90, 90)]
