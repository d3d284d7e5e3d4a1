"""Covered on a day: member and paid, by the rules of the segment."""

from __future__ import annotations

import datetime as dt
import random
from itertools import product
from typing import Any

import duckdb
import narwhals as nw
import polars as pl
import pytest

from semesta.engines.engine import home
from semesta.law.due.cover import Payment
from semesta.law.law import LAW
from semesta.people.covered import paid_until, state, with_state

SEGMENTS = ("PU", "BPU", "JAKON", "PMI")
DAY = dt.date(2024, 7, 17)

MEMBERS = {
    "segment": pl.String,
    "begun": pl.Int64,
    "last_month": pl.Int64,
    "registered_on": pl.Date,
    "ended_on": pl.Date,
    "status": pl.String,
}


def states(rows: list[dict[str, Any]], day: dt.date | str = DAY, **known: bool) -> list[str | None]:
    frame = nw.from_native(pl.DataFrame(rows, schema=MEMBERS | {"died_on": pl.Date}))
    return home(with_state(frame, day, **known))["state"].to_list()


def month(year: int, number: int) -> int:
    return year * 12 + number


@pytest.mark.parametrize(
    ("last_paid", "said"),
    [
        ((2024, 8), "active"),
        ((2024, 7), "active"),
        ((2024, 5), "active"),
        ((2024, 4), "about_to_lapse"),
        ((2024, 3), "lapsed"),
        ((2023, 12), "lapsed"),
    ],
)
def test_those_without_wage_lapse_after_three_whole_unpaid_months(last_paid: tuple[int, int], said: str):
    assert states([{"segment": "BPU", "last_month": month(*last_paid)}]) == [said]


def test_wage_earners_stay_covered_whatever_the_employer_owes_until_they_leave():
    long_ago = month(2023, 1)
    assert states(
        [
            {"segment": "PU", "last_month": long_ago},
            {"segment": "PU", "last_month": long_ago, "ended_on": dt.date(2024, 7, 16)},
            {"segment": "PU", "last_month": long_ago, "ended_on": DAY},
            {"segment": "PU", "last_month": long_ago, "status": "inactive"},
        ]
    ) == ["active", "lapsed", "active", "lapsed"]


def test_construction_without_the_last_day_of_the_project_cannot_be_told_but_by_status():
    assert states(
        [
            {"segment": "JAKON", "last_month": month(2024, 1)},
            {"segment": "JAKON", "last_month": month(2024, 1), "ended_on": dt.date(2024, 12, 31)},
            {"segment": "JAKON", "status": "active"},
        ]
    ) == [None, "active", "active"]


def test_cover_that_begins_later_has_never_begun():
    assert states(
        [
            {"segment": "BPU", "last_month": month(2024, 8), "begun": 2024_07_18},
            {"segment": "BPU", "last_month": month(2024, 8), "begun": 2024_07_17},
            {"segment": "BPU", "last_month": month(2024, 8), "registered_on": dt.date(2024, 8, 1)},
        ]
    ) == ["never", "active", "never"]


def test_who_is_listed_without_any_payment_has_never_been_covered_when_all_payments_are_known():
    row = {"segment": "BPU"}
    assert states([row], payments_known=True) == ["never"]
    assert states([row], payments_known=False) == [None]


def test_what_bpjs_says_counts_where_payments_are_not_known():
    rows = [{"status": "active"}, {"status": "inactive"}, {"segment": "BPU", "status": "active"}, {}]
    assert states(rows) == ["active", "lapsed", "active", None]


def test_each_row_may_have_a_day_of_its_own():
    paid = {"segment": "BPU", "last_month": month(2024, 4)}
    days = [dt.date(2024, 7, 31), dt.date(2024, 8, 1), None, dt.date(2010, 1, 1)]
    assert states([paid | {"died_on": day} for day in days], "died_on") == ["about_to_lapse", "lapsed", None, None]


@pytest.mark.parametrize("segment", SEGMENTS)
def test_columns_say_of_each_member_what_the_law_says_of_one(segment: str):
    payments = [
        [],
        [("2024-04-10", "2024-04")],
        [("2024-03-31", "2024-03")],
        [("2024-07-20", "2024-07"), ("2024-01-05", "2024-01")],
        [("2024-07-20", "2024-07")],
        [("2024-02-01", "2024-09")],
    ]
    dates = [None, dt.date(2024, 7, 1), dt.date(2024, 7, 30)]
    cases = list(product(payments, dates, dates))
    by_law = [
        state(
            DAY,
            segment=segment,
            payments=[Payment(dt.date.fromisoformat(on), dt.date.fromisoformat(f"{m}-01")) for on, m in paid],
            registered_on=registered,
            ended_on=ended,
        )
        for paid, registered, ended in cases
    ]
    rows = [{"key": n, "month": m, "paid_on": dt.date.fromisoformat(on)} for n, c in enumerate(cases) for on, m in c[0]]
    members = [
        {"key": n, "segment": segment, "registered_on": registered, "ended_on": ended}
        for n, (_, registered, ended) in enumerate(cases)
    ]
    schema = {"key": pl.Int64, "segment": pl.String, "registered_on": pl.Date, "ended_on": pl.Date}
    paid = paid_until(nw.from_native(pl.DataFrame(rows).lazy()), DAY, "key")
    table = nw.from_native(pl.LazyFrame(members, schema=schema)).join(paid, on="key", how="left")
    assert home(with_state(table, DAY, payments_known=True).sort("key"))["state"].to_list() == by_law


def histories(members: int) -> dict[int, list[tuple[dt.date | None, dt.date]]]:
    """For each member the days of payment and the months paid: now and then a gap, arrears, and months paid ahead."""
    chance = random.Random(4)
    made: dict[int, list[tuple[dt.date | None, dt.date]]] = {}
    for member in range(members):
        days = chance.sample(range(600), chance.randint(1, 6))
        paid_on = [dt.date(2023, 1, 1) + dt.timedelta(days=n) for n in days]
        shift = [chance.choice([0, 0, 0, -1, -4, 2, 5]) for _ in days]
        made[member] = [(on, _month_from(on, by)) for on, by in zip(paid_on, shift, strict=True)]
    return made


def _month_from(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, 1)


@pytest.mark.parametrize("segment", SEGMENTS)
@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_a_lapse_in_the_middle_is_one_whatever_was_paid_before_after_and_ahead(segment: str, engine: str):
    paid, days = histories(250), [dt.date(2024, 1, 1), dt.date(2024, 4, 30), dt.date(2024, 7, 17)]
    rows = pl.DataFrame(
        [
            {"member": key, "died_on": day, "month": f"{month:%Y-%m}", "paid_on": on}
            for key, payments in paid.items()
            for day in days
            for on, month in payments
        ]
    ).with_columns(key=pl.format("{}|{}", "member", "died_on"))
    keys = [(f"{key}|{day}", key, day) for key in paid for day in days]
    by_law = {
        key: state(day, segment=segment, payments=[Payment(on, month) for on, month in paid[member]], ended_on=None)
        for key, member, day in keys
    }
    members = pl.DataFrame([{"key": key, "died_on": day, "segment": segment} for key, _, day in keys])
    given, payments = (
        nw.from_native(frame.lazy() if engine == "polars" else duckdb.from_arrow(frame.to_arrow()))
        for frame in (members, rows)
    )
    table = given.join(paid_until(payments, "died_on", "key"), on="key", how="left")
    told = home(with_state(table, "died_on", payments_known=True))
    assert dict(told.select("key", "state").iter_rows()) == by_law
    assert {"active", "lapsed", "never"} <= set(by_law.values()) or segment in ("PU", "JAKON")


def test_months_without_a_day_of_payment_count_from_that_month_on():
    paid = ["2024-01", "2024-02", "2024-03", "2024-09", "2024-10"]
    payments = pl.DataFrame({"key": [1] * len(paid), "month": paid})
    days = {dt.date(2024, 6, 30): "about_to_lapse", dt.date(2024, 7, 1): "lapsed", dt.date(2024, 8, 31): "lapsed",
            dt.date(2024, 9, 1): "active"}  # fmt: skip
    for unknown in (payments, payments.with_columns(paid_on=pl.lit(None, pl.Date))):
        for day, said in days.items():
            member = paid_until(nw.from_native(unknown), day, "key").with_columns(segment=nw.lit("BPU"))
            assert home(with_state(member, day))["state"].to_list() == [said], day


def test_duckdb_says_what_polars_says():
    rows = [
        {
            "segment": segment,
            "last_month": last,
            "ended_on": ended,
            "status": status,
            "registered_on": None,
            "begun": None,
        }
        for segment in (*SEGMENTS, None)
        for last in (None, month(2024, 3), month(2024, 4), month(2024, 9))
        for ended in (None, dt.date(2024, 7, 1), dt.date(2024, 8, 1))
        for status in (None, "active", "inactive")
    ]
    frame = pl.DataFrame(rows, schema=MEMBERS).with_row_index("n")
    on_polars = home(with_state(nw.from_native(frame), DAY)).sort("n")
    on_duckdb = home(with_state(nw.from_native(duckdb.from_arrow(frame.to_arrow())), DAY)).sort("n")
    assert on_duckdb["state"].to_list() == on_polars["state"].to_list()
    assert on_duckdb["active"].to_list() == on_polars["active"].to_list()


def test_the_months_until_cover_lapses_are_those_of_the_law():
    strict = LAW.with_values({"cover_lapses_after_unpaid_months": {"BPU": 1}}, since="2024-01-01")
    frame = nw.from_native(pl.DataFrame([{"segment": "BPU", "last_month": month(2024, 5)}], schema=MEMBERS))
    assert home(with_state(frame, DAY, law=strict))["state"].to_list() == ["lapsed"]


def test_a_month_said_to_be_unpaid_is_no_payment():
    rows = pl.DataFrame({"id": ["1", "1", "2"], "month": ["2024-01", "2024-06", "2024-06"], "amount": [16800, 0, None]})
    found = paid_until(nw.from_native(rows), dt.date(2024, 7, 1), "id").to_native().sort("id")
    assert found["last_month"].to_list() == [2024 * 12 + 1, 2024 * 12 + 6]
