"""Every rule of the book gives on Spark, cell by cell, what it gives on plain values."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from typing import Any, NamedTuple

import polars as pl
import pytest
from pyspark.sql import SparkSession

from semesta.law.faults import NoLawOnDate
from semesta.law.inputs import Input
from semesta.law.law import LAW

KINDS = {"whole": pl.Int64, "text": pl.String, "yes_no": pl.Boolean}
BEFORE_ANY_LAW = dt.date(1950, 1, 1)
CASES_A_DAY = 3
MOST_AMOUNT = 2**53 - 1  # the largest of which `share` is exact


class Answer(NamedTuple):
    value: object
    no_law: bool
    unverified: bool


def _cell(chance: random.Random, declared: Input) -> int | str | bool | None:
    if chance.random() < 0.15:
        return None
    if declared.values:
        return chance.choice(sorted(declared.values, key=str))
    if declared.kind == "yes_no":
        return chance.random() < 0.5
    if declared.unit == "rupiah":
        return chance.choice([0, chance.randrange(10**6), chance.randrange(10**8), chance.randrange(10**11)])
    return chance.choice([chance.randrange(4), chance.randrange(300), chance.randrange(1_000_000)])


def _people(rule: str) -> list[dict[str, Any]]:
    """Some cases on both sides of every day on which anything the rule needs changes, and before any law."""
    chance = random.Random(rule)
    changes = LAW.book.changes([rule])
    days = [BEFORE_ANY_LAW, *(day - dt.timedelta(days=back) for day in changes for back in (1, 0))]
    inputs = [LAW.book.inputs[need] for need in sorted(LAW.book.all_needs([rule])) if need in LAW.book.inputs]
    return [
        {"date": day, **{declared.name: _cell(chance, declared) for declared in inputs}}
        for day in days
        for _ in range(CASES_A_DAY)
    ]


def _by_value(rule: str, people: Sequence[dict[str, Any]]) -> list[Answer]:
    answers = []
    for person in people:
        try:
            result = LAW.value(rule, **person)
        except NoLawOnDate:
            answers.append(Answer(None, no_law=True, unverified=False))
        else:
            answers.append(Answer(result.value, no_law=False, unverified=not result.verified))
    return answers


def _on_spark(spark: SparkSession, rule: str, people: Sequence[dict[str, Any]]) -> pl.DataFrame:
    types = {key: pl.Date if key == "date" else KINDS[LAW.book.inputs[key].kind] for key in people[0]}
    frame = pl.DataFrame(people, schema=types).with_row_index("row").cast({"row": pl.Int64})
    computed = LAW.columns(spark.createDataFrame(frame.to_arrow()), [rule], date="date")
    return pl.DataFrame(computed.toArrow()).sort("row").select(rule, f"{rule}__no_law", f"{rule}__unverified")


@pytest.mark.parametrize("rule", sorted(LAW.book.rules))
def test_a_rule_gives_the_same_on_spark_as_on_plain_values(spark: SparkSession, rule: str):
    people = _people(rule)
    assert [Answer(*row) for row in _on_spark(spark, rule, people).iter_rows()] == _by_value(rule, people)


@pytest.mark.parametrize("wage", [MOST_AMOUNT, MOST_AMOUNT - 1, 9 * 10**15, 10**15 + 499_999, 999_999])
@pytest.mark.parametrize("rule", ["jht_pu_employer_contribution", "jht_pu_worker_contribution", "jkk_pu_contribution"])
def test_amounts_up_to_2_to_the_53_are_exact_though_spark_divides_in_floating_point(spark, rule, wage):
    people = [{"date": dt.date(2024, 1, 1), "wage_per_month": wage, "risk_class": risk} for risk in (1, 2, 3, 4, 5)]
    needs = {"date", *LAW.book.all_needs([rule])}
    people = [{key: value for key, value in person.items() if key in needs} for person in people]
    assert _on_spark(spark, rule, people)[rule].to_list() == [LAW.value(rule, **person).value for person in people]


def test_money_is_64_bits_wide_on_spark_though_the_law_only_says_a_constant(spark: SparkSession):
    found = _on_spark(spark, "jkm_full_benefit", [{"date": dt.date(2024, 1, 1)}])
    assert found.dtypes == [pl.Int64, pl.Boolean, pl.Boolean]


def test_a_row_without_a_date_has_no_result_on_spark_and_is_not_called_lawless(spark: SparkSession):
    people = [{"date": None, "segment": "BPU", "months_paid": 1}]
    assert _on_spark(spark, "jkm_benefit", people).row(0) == (None, False, False)
