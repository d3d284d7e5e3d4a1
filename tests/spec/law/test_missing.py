"""Missing in, missing out: a result never rests on what nobody knows, and is there where nobody needs to know."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import duckdb
import narwhals as nw
import polars as pl
import pytest

from semesta.basics.words import Words
from semesta.law.column import Cells
from semesta.law.column import cells as by_row
from semesta.law.grammar import MISSING, greatest, least, lookup, share, when
from semesta.law.law import LAW, Law
from semesta.law.parameters import Parameter, Step
from semesta.law.rows import Rows
from semesta.law.rule import rule

TODAY = dt.date(2026, 5, 1)


def test_a_missing_month_count_does_not_pay_42_million(ask):
    case = {"date": TODAY, "segment": "BPU", "months_paid": None}
    assert ask("jkm_benefit", case) == [(None, False, False)]


def test_a_wage_earner_needs_no_month_count(ask):
    case = {"date": TODAY, "segment": "PU", "months_paid": None}
    assert ask("jkm_benefit", case)[0].value == 42_000_000


def test_a_missing_segment_is_decided_by_enough_months(ask):
    rows = [{"date": TODAY, "segment": None, "months_paid": months} for months in (2, 3)]
    assert [answer.value for answer in ask("jkm_grant_paid", *rows)] == [None, 20_000_000]


def test_no_amount_of_others_is_given_for_migrant_workers_or_who_may_be_one(ask):
    rows = [{"date": TODAY, "segment": segment, "months_paid": 40} for segment in ("PMI", None, "JAKON")]
    assert [answer.value for answer in ask("jkm_benefit", *rows)] == [None, None, 42_000_000]


def test_a_missing_income_is_not_the_lowest_basis_unless_no_one_was_asked(ask):
    case = {"date": dt.date(2025, 1, 1)}
    assert ask("jkk_bpu_contribution", case)[0].value == 10_000
    assert ask("jkk_bpu_contribution", {**case, "income_per_month": None})[0].value is None


@pytest.mark.parametrize(
    ("sector", "days"),
    [
        ("transport", ["2025-12-31", "2026-01-01", "2027-03-31", "2027-04-01"]),
        ("other", ["2026-03-31", "2026-04-01", "2026-12-31", "2027-01-01"]),
    ],
)
def test_who_pays_matters_only_while_the_relief_of_pp_50_runs_for_the_sector(ask, sector, days):
    case = {"segment": "BPU", "package": "JKK+JKM", "sector": sector}
    answers = ask("cover_price_per_month", *[{"date": dt.date.fromisoformat(day), **case} for day in days])
    assert [answer.value for answer in answers] == [16_800, None, None, 16_800]


def test_a_worker_of_whom_no_sector_is_said_is_no_transport_worker_but_an_empty_cell_is_not_known(ask):
    row = {"date": dt.date(2026, 1, 1), "segment": "BPU", "funding": "mandiri"}
    assert ask("bpu_relief", row)[0].value == 1_000_000
    assert ask("bpu_relief", {**row, "sector": None})[0].value is None


def test_a_result_without_value_says_which_input_is_missing():
    assert LAW.value("cover_price_per_month", date=TODAY, segment="BPU", package="JKK+JKM").missing == ("funding",)
    assert LAW.value("jkk_contribution", date=TODAY, segment="PU", risk_class=1).missing == ("wage_per_month",)


def test_income_counts_between_the_lowest_and_the_highest_basis(ask):
    incomes = (0, 999_999, 1_000_000, 2_000_000, 20_700_000, 20_700_001, 10**15)
    answers = ask("jkk_bpu_contribution", *[{"date": dt.date(2025, 1, 1), "income_per_month": i} for i in incomes])
    assert [answer.value for answer in answers] == [10_000, 10_000, 10_000, 20_500, 207_000, 207_000, 207_000]


def _on_a_column(build, cells):
    """What words of the grammar make of a column of whole numbers."""
    frame = nw.from_native(pl.DataFrame({"a": cells}, schema={"a": pl.Int64}))
    term = by_row(build(Cells(Rows(nw.col("day")), nw.col("a"))))
    return frame.with_columns(b=term.rows.column(term.expr))["b"].to_list()


@pytest.mark.parametrize("column", [False, True])
@pytest.mark.parametrize(
    ("build", "known"),
    [
        (lambda a: when(a > 1, 1, 2), {1: 2, 2: 1}),
        (lambda a: least(a, 5), {3: 3, 7: 5}),
        (lambda a: least(5, a), {3: 3, 7: 5}),
        (lambda a: greatest(a, 5, 6), {3: 6, 7: 7}),
        (lambda a: lookup(a, {1: 10, 2: 20}), {1: 10, 2: 20, 3: None}),
        (lambda a: lookup(a, {}), {1: None}),
        (lambda a: when((a > 1) & (a < 3), 1, 0), {1: 0, 2: 1, 3: 0}),
        (lambda a: when((a > 1) | (a < 0), 1, 0), {1: 0, 2: 1}),
        (lambda a: 10 - a * 2 + 1, {3: 5}),
    ],
)
def test_each_word_of_the_grammar_gives_the_same_on_values_and_columns(build, known, column):
    expected = {**known, None: None}
    if column:
        found = dict(zip(expected, _on_a_column(build, list(expected)), strict=True))
    else:
        values = {a: build(MISSING if a is None else a) for a in expected}
        found = {a: None if value is MISSING else value for a, value in values.items()}
    assert found == expected


def test_a_missing_condition_in_an_if_is_a_loud_mistake():
    with pytest.raises(TypeError, match="write `when`"):
        bool(MISSING == 3)


@pytest.mark.parametrize(
    ("amount", "rate", "expected"),
    [
        (1, 500_000, 1),  # half up
        (3, 500_000, 2),
        (2_152_323, 2_400, 5_166),
        (2_152_323, 3_000, 6_457),
        (0, 57_000, 0),
        (2**53 - 1, 1_000_000, 2**53 - 1),
        (2**53 - 1, 1, 9_007_199_255),  # 9_007_199_254.740991
        (-3, 500_000, -1),
    ],
)
def test_share_is_exact_and_half_up_to_its_stated_bound(amount, rate, expected):
    assert share(amount, rate) == expected
    assert _on_a_column(lambda a: share(a, rate), [amount]) == [expected]


def test_every_column_has_its_type_though_nothing_in_it_is_known():
    names = [*LAW.book.rules, *(name for name, held in LAW.book.parameters.items() if not held.is_table)]
    days = pl.DataFrame({"on": [dt.date(1970, 1, 1), dt.date(2026, 6, 1), None]})
    for people in (days, days.with_columns([pl.lit(None).alias(name) for name in LAW.book.inputs])):
        found = LAW.columns(people, names, date="on").schema
        assert {name: kind for name, kind in found.items() if kind == pl.Null and name not in people.columns} == {}


@pytest.mark.parametrize("since", ["2026-01-01", "9999-01-01"])
def test_a_yes_no_that_nobody_verified_or_that_is_not_law_yet_is_a_column_of_yes_no(since):
    """Null has no type of its own, and an engine that took it for one could not go on."""
    title, note = {"id": "Ya", "en": "Yes"}, Words("belum", "not yet")
    step = Step(dt.date.fromisoformat(since), True, "", "", verified=False, note=note, doubts={})
    law = Law.of(
        [
            rule(name="both", law="x", unit="yes_no", title=title)(lambda held, in_arrears: held & in_arrears),
            rule(name="either", law="x", unit="yes_no", title=title)(lambda held, in_arrears: held | in_arrears),
            rule(name="not_held", law="x", unit="yes_no", title=title)(lambda held: ~held),
            rule(name="chosen", law="x", unit="rupiah", title=title)(
                lambda held, risk_class: when(held, 1, risk_class)
            ),
        ],
        [Parameter("held", Words("Berlaku", "Held"), "yes_no", (step,), "here")],
        [replace(LAW.book.inputs[name], otherwise=None) for name in ("in_arrears", "risk_class")],
    )
    names = ["held", "both", "either", "not_held", "chosen"]
    people = pl.DataFrame(
        {"on": [dt.date(2026, 6, 1)] * 3, "in_arrears": [True, False, None], "risk_class": [1, 2, None]}
    )
    found = law.columns(people, names, date="on")
    assert [found.schema[name] for name in names] == [pl.Boolean] * 4 + [pl.Int64]
    of_duckdb = law.columns(duckdb.from_arrow(people.to_arrow()), names, date="on").to_arrow_table()
    assert sorted(pl.DataFrame(of_duckdb).rows(), key=str) == sorted(found.rows(), key=str)
