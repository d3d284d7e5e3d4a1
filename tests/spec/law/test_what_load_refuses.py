"""A mistake in a declaration is an error at load that names its place, before any amount is computed."""

from __future__ import annotations

import datetime as dt

import pytest

from semesta.basics.words import Words
from semesta.law.faults import InputError, LawError, NoLawOnDate
from semesta.law.inputs import Input
from semesta.law.law import LAW, Law
from semesta.law.parameters import read_parameters
from semesta.law.rule import Rule, rule

WAGE = Input("wage", Words("Upah", "Wage"), "whole", "rupiah")


def _rule(function, **dates) -> Rule:
    return rule(law="UU 1/2000", unit="rupiah", title={"id": "Uji", "en": "Test"}, **dates)(function)


def _loads(*rules: Rule) -> Law:
    return Law.of(rules, [], [WAGE])


def test_a_misspelt_argument_names_the_rule_its_file_and_the_nearest_name():
    def due(wagee):
        return wagee

    with pytest.raises(LawError, match=r"test_what_load_refuses\.py:\d+: rule due needs wagee.*did you mean wage"):
        _loads(_rule(due))


def test_a_cycle_is_named_in_full():
    def one(two):
        return two

    def two(one):
        return one

    with pytest.raises(LawError, match="cycle: one → two → one"):
        _loads(_rule(one), _rule(two))


def test_versions_that_overlap_by_one_day_are_refused_and_neighbours_are_not():
    def due(wage):
        return wage

    old = _rule(due, until="2020-01-01")
    with pytest.raises(LawError, match="two versions of rule due overlap"):
        _loads(old, _rule(due, since="2020-01-01"))
    assert _loads(old, _rule(due, since="2020-01-02")).value("due", date=dt.date(2020, 1, 2), wage=5).value == 5


def test_a_gap_between_two_versions_is_no_law():
    def due(wage):
        return wage

    law = _loads(_rule(due, until="2020-01-01"), _rule(due, since="2021-01-01"))
    with pytest.raises(NoLawOnDate, match="due on 2020-06-01"):
        law.value("due", date=dt.date(2020, 6, 1), wage=5)


def test_one_name_for_a_rule_and_an_input_is_refused():
    def wage():
        return 1

    with pytest.raises(LawError, match=r"wage.*declared twice"):
        _loads(_rule(wage))


def _yaml(steps: str) -> str:
    return f"fee:\n  title: {{id: Biaya, en: Fee}}\n  unit: rupiah\n  steps:\n{steps}"


GOOD = "    - {from: 2015-07-01, value: 5, article: PP 1/2015, verified: true}\n"

REFUSED = {
    "a value without article": ("    - {from: 2015-07-01, value: 5, verified: true}\n", "needs an article"),
    "an unverified value without a note": (
        "    - {from: 2015-07-01, value: 5, article: PP 1/2015, verified: false}\n",
        "needs a note",
    ),
    "nothing said of verification": (
        "    - {from: 2015-07-01, value: 5, article: PP 1/2015}\n",
        "`verified` is missing",
    ),
    "two values from one day": (GOOD + GOOD, "overlap from 2015-07-01"),
    "days in disorder": (GOOD + GOOD.replace("2015", "2014"), "2014-07-01 stands after 2015-07-01"),
    "a fraction of a rupiah": (GOOD.replace("value: 5", "value: 5.5"), "whole numbers"),
    "a number and a code in turn": (
        GOOD + "    - {from: 2016-07-01, value: x, article: A, verified: true}\n",
        "one kind",
    ),
    "a misspelt key": (GOOD.replace("article", "artikel"), "unknown .'artikel'"),
    "a day that is none": (GOOD.replace("2015-07-01", "soon"), "not a day"),
    "a doubt about no entry": (
        "    - {from: 2015-07-01, value: {a: 1}, article: A, verified: true, doubts: {b: {id: x, en: x}}}\n",
        "doubts about",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_parameter_is_refused_with_its_file_and_key(case):
    steps, message = REFUSED[case]
    with pytest.raises(LawError, match=rf"law/x/parameters\.yaml: fee.*{message}"):
        read_parameters(_yaml(steps), "law/x/parameters.yaml")


def test_a_parameter_given_twice_in_one_file_is_refused():
    with pytest.raises(LawError, match=r"law/x/parameters\.yaml: fee is given twice"):
        read_parameters(_yaml(GOOD) + _yaml(GOOD), "law/x/parameters.yaml")


def test_every_value_has_an_article_or_is_marked_and_noted():
    steps = [step for parameter in LAW.book.parameters.values() for step in parameter.steps]
    assert all(step.article or (not step.verified and step.note) for step in steps)
    assert all(version.law for versions in LAW.book.rules.values() for version in versions)


def test_all_wrong_inputs_are_named_at_once_with_the_nearest_names():
    with pytest.raises(InputError) as caught:
        LAW.value(
            "jkm_benefit", date=dt.date(2026, 1, 1), segment="BPUU", month_paid=2, wage_per_month=1.5, risk_class=-1
        )
    said = caught.value.said("id")
    assert [word in said for word in ("BPU", "months_paid", "wage_per_month = 1.5", "risk_class = -1")] == [True] * 4
    assert len(caught.value.problems) == 4


def test_an_unknown_rule_is_named_with_the_nearest():
    with pytest.raises(LawError, match="jkm_benefitt; did you mean jkm_benefit"):
        LAW.value("jkm_benefitt", date=dt.date(2026, 1, 1))


def test_no_law_names_the_rule_what_is_lacking_and_the_day():
    with pytest.raises(NoLawOnDate) as caught:
        LAW.value("jkm_full_benefit", date=dt.date(2012, 5, 1))
    assert (caught.value.name, caught.value.lacking, caught.value.day) == (
        "jkm_full_benefit",
        "jkm_grant",
        dt.date(2012, 5, 1),
    )
    assert "2012-05-01" in caught.value.said("id")


def test_a_frame_of_the_wrong_types_is_refused_with_all_its_faults():
    import polars as pl

    people = pl.DataFrame({"on": ["2024-01-01"], "months_paid": [1.0], "segment": ["BPU"], "jkm_benefit": [0]})
    with pytest.raises(InputError) as caught:
        LAW.columns(people, ["jkm_benefit"], date="on")
    assert len(caught.value.problems) == 3
