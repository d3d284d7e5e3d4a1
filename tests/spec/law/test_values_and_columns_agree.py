"""Random people on random days get the same from plain values, Polars and DuckDB, missing inputs and all."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semesta.law.faults import NoLawOnDate
from semesta.law.law import LAW


def _values(name: str) -> st.SearchStrategy[int | str | bool]:
    declared = LAW.book.inputs[name]
    if declared.values:
        return st.sampled_from(sorted(declared.values))
    if declared.kind == "yes_no":
        return st.booleans()
    return st.integers(0, 12) if declared.unit == "months" else st.integers(0, 10**10)


CASE = {name: st.none() | _values(name) for name in LAW.book.inputs}
EMPTY: dict[str, object] = dict.fromkeys(CASE)
PEOPLE = st.lists(
    st.fixed_dictionaries({"date": st.dates(dt.date(2014, 1, 1), dt.date(2028, 1, 1)), **CASE}), min_size=1, max_size=20
)


@settings(max_examples=40, deadline=None)
@given(people=PEOPLE, rule=st.sampled_from(sorted(LAW.book.rules)))
def test_values_polars_and_duckdb_agree(ask_all_ways, people, rule):
    answers = ask_all_ways(rule, people)
    assert answers["values"] == answers["polars"] == answers["duckdb"]


@settings(max_examples=30, deadline=None)
@given(people=PEOPLE, rules=st.lists(st.sampled_from(sorted(LAW.book.rules)), min_size=1, max_size=4, unique=True))
def test_values_and_columns_of_codes_agree(ask_all_ways, people, rules):
    """Codes are looked up in tables of all combinations; the codes of a frame have an order of their own, and odd ones."""
    found = LAW.columns(_in_codes(people), rules, date="date")
    for rule in rules:
        answers = found.select(rule, f"{rule}__no_law", f"{rule}__unverified").rows()
        assert answers == ask_all_ways(rule, people)["values"]


def test_a_row_without_a_date_has_no_result_where_everything_is_looked_up():
    person = {"date": None, "segment": "BPU", "funding": "mandiri", "sector": "other", "months_paid": 1}
    rules = ["jkm_benefit", "jkm_bpu_contribution"]
    assert LAW.columns(_in_codes([{**EMPTY, **person}]), rules, date="date").select(rules).rows() == [(None, None)]


def _in_codes(people: list[dict[str, object]]) -> pl.DataFrame:
    kinds = {"whole": pl.Int64, "text": pl.String, "yes_no": pl.Boolean}
    inputs = LAW.book.inputs.values()
    codes = {i.name: pl.Enum(["odd", *sorted(map(str, i.values))]) for i in inputs if i.kind == "text" and i.values}
    types = {"date": pl.Date, **{i.name: codes.get(i.name, kinds[i.kind]) for i in inputs}}
    return pl.DataFrame(people, schema=types)


@settings(max_examples=100, deadline=None)
@given(
    wage=st.integers(0, 10**10),
    more=st.integers(0, 10**6),
    risk=st.integers(1, 5),
    package=st.sampled_from(["JKK+JKM", "JKK+JKM+JHT"]),
)
def test_a_higher_wage_never_pays_less(wage, more, risk, package):
    case = {"date": dt.date(2026, 3, 1), "segment": "PU", "risk_class": risk, "package": package}
    low, high = (LAW.value("cover_price_per_month", wage_per_month=w, **case).value for w in (wage, wage + more))
    assert low <= high


@settings(max_examples=30, deadline=None)
@given(person=PEOPLE.map(lambda people: people[0]), rules=st.lists(st.sampled_from(sorted(LAW.book.rules)), max_size=5))
def test_several_results_of_one_case_are_those_of_each_alone(person, rules):
    def alone(rule: str) -> object:
        return LAW.value(rule, **person).value

    try:
        together = [result.value for result in LAW.values(rules, **person)]
    except NoLawOnDate as lawless:
        with pytest.raises(NoLawOnDate):
            alone(lawless.name)
    else:
        assert together == [alone(rule) for rule in rules]


def test_a_column_of_codes_gives_what_a_column_of_texts_gives():
    people = pl.DataFrame(
        {"on": [dt.date(2026, 5, 1)] * 5, "funding": ["apbd", "mandiri", None, "csr", "zakat"], "sector": "other"}
    )
    codes = people.with_columns(pl.col("funding").cast(pl.Enum(["zakat", "csr", "mandiri", "apbd"])))
    found = [LAW.columns(frame, ["jkm_bpu_contribution"], date="on") for frame in (people, codes)]
    assert found[0].select(pl.exclude("funding")).equals(found[1].select(pl.exclude("funding")))
    assert found[0]["jkm_bpu_contribution"].to_list() == [6_800, 3_400, None, 3_400, None]


def test_a_row_without_a_date_has_no_result_and_is_not_called_lawless(engine_answers):
    people = pl.DataFrame({"date": [None, dt.date(2024, 1, 1)]}, schema={"date": pl.Date})
    assert engine_answers("jkm_full_benefit", people) == [(None, False, False), (42_000_000, False, False)]


def test_a_frame_keeps_its_own_columns_and_gets_nothing_but_the_results():
    people = pl.DataFrame({"name": ["x"], "on": [dt.date(2024, 1, 1)]})
    found = LAW.columns(people, ["jkm_full_benefit", "jkm_bpu_flat"], date="on")
    flags = [
        f"{name}{flag}" for name in ("jkm_full_benefit", "jkm_bpu_flat") for flag in ("", "__no_law", "__unverified")
    ]
    assert found.columns == ["name", "on", *flags]
    assert found["jkm_full_benefit"].dtype == pl.Int64


def test_a_cell_that_is_not_allowed_counts_as_missing_in_a_frame():
    people = pl.DataFrame({"on": [dt.date(2026, 1, 1)] * 2, "segment": ["BPUU", "BPU"], "months_paid": [0, -1]})
    assert LAW.columns(people, ["jkm_benefit"], date="on")["jkm_benefit"].to_list() == [None, None]
