"""On the day before a change of law the old amount holds, on the day itself the new one."""

from __future__ import annotations

import datetime as dt

import pytest

SELF_PAID = {"segment": "BPU", "package": "JKK+JKM", "funding": "mandiri"}
BY_APBD = {**SELF_PAID, "funding": "apbd"}
WAGE_EARNER = {"segment": "PU", "package": "JKK+JKM+JHT", "wage_per_month": 3_000_000, "risk_class": 2}

CHANGES = [
    # (first day of the new law, rule, case, before, from then on)
    ("2019-12-02", "jkm_benefit", {"segment": "PU"}, 24_000_000, 42_000_000),
    ("2019-12-02", "jkm_full_benefit", {}, 24_000_000, 42_000_000),
    ("2015-07-01", "jkm_full_benefit", {}, 21_000_000, 24_000_000),
    ("2025-02-24", "jkm_benefit", {"segment": "BPU", "months_paid": 2}, 42_000_000, 10_000_000),
    ("2025-02-24", "jkm_benefit", {"segment": "PU", "months_paid": 2}, 42_000_000, 42_000_000),
    ("2020-08-01", "cover_price_per_month", BY_APBD, 16_800, 168),
    ("2021-02-01", "cover_price_per_month", BY_APBD, 168, 16_800),
    ("2020-08-01", "cover_price_per_month", WAGE_EARNER, 16_200 + 9_000 + 171_000, 162 + 90 + 171_000),
    ("2021-02-01", "cover_price_per_month", WAGE_EARNER, 162 + 90 + 171_000, 16_200 + 9_000 + 171_000),
    ("2026-01-01", "cover_price_per_month", {**SELF_PAID, "sector": "transport"}, 16_800, 8_400),
    ("2027-04-01", "cover_price_per_month", {**SELF_PAID, "sector": "transport"}, 8_400, 16_800),
    ("2026-01-01", "cover_price_per_month", {**SELF_PAID, "sector": "other"}, 16_800, 16_800),
    ("2026-04-01", "cover_price_per_month", {**SELF_PAID, "sector": "other"}, 16_800, 8_400),
    ("2027-01-01", "cover_price_per_month", {**SELF_PAID, "sector": "other"}, 8_400, 16_800),
    ("2026-01-01", "cover_price_per_month", {**BY_APBD, "sector": "transport"}, 16_800, 16_800),
    ("2026-04-01", "cover_price_per_month", {**BY_APBD, "sector": "other"}, 16_800, 16_800),
    ("2027-01-01", "cover_price_per_month", BY_APBD, 16_800, 16_800),
    ("2027-04-01", "cover_price_per_month", BY_APBD, 16_800, 16_800),
    ("2015-07-01", "cover_price_per_month", BY_APBD, None, 16_800),
]


@pytest.mark.parametrize(("since", "rule", "case", "before", "after"), CHANGES)
def test_both_sides_of_a_change(ask, since, rule, case, before, after):
    first = dt.date.fromisoformat(since)
    rows = [{"date": first - dt.timedelta(days=1), **case}, {"date": first, **case}]
    assert [answer.value for answer in ask(rule, *rows)] == [before, after]


def test_one_batch_spans_changes_of_law(ask):
    days = [dt.date(2019, 12, 1), dt.date(2019, 12, 2), dt.date(2025, 2, 23), dt.date(2025, 2, 24)]
    answers = ask("jkm_benefit", *[{"date": day, "segment": "BPU", "months_paid": 0} for day in days])
    assert [answer.value for answer in answers] == [24_000_000, 42_000_000, 42_000_000, 10_000_000]


def test_before_any_law_there_is_no_amount_and_never_zero(ask):
    case = {"date": dt.date(2012, 12, 31), "segment": "BPU", "months_paid": 12}
    assert ask("jkm_benefit", case) == [(None, True, False)]


def test_a_table_before_its_first_day_is_no_law_either(ask):
    case = {"date": dt.date(2015, 6, 30), "segment": "PU", "wage_per_month": 1_000_000, "risk_class": 1}
    assert ask("jkk_contribution", case) == [(None, True, False)]


def test_every_day_of_change_computes_a_price_and_a_benefit(ask):
    from semesta.law.law import LAW

    case = {**SELF_PAID, "sector": "other", "months_paid": 12}
    days = LAW.book.changes(LAW.book.rules)
    first_of = {"cover_price_per_month": dt.date(2015, 7, 1), "jkm_benefit": dt.date(2013, 1, 1)}
    for rule, first in first_of.items():
        rows = [{"date": day, **case} for day in days if day >= first]
        assert len(rows) > 10
        assert all(answer.value for answer in ask(rule, *rows))
