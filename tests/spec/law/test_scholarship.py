"""The scholarship: by child and level, the most that can be drawn, year by year until the age at which it ends."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semesta.law.answers import benefit
from semesta.law.law import LAW
from semesta.law.scholarship.calendar import school_years
from semesta.law.scholarship.children import children_of

DAY = dt.date(2024, 8, 1)
JKK = {"programme": "JKK", "event": "death", "date": DAY, "segment": "BPU"}
JKM = {"programme": "JKM", "event": "death", "date": DAY, "segment": "PU"}
LEVELS = ("TK", "SD", "SMP", "SMA", "PT")


def _scholarship(case):
    return [item.amount for item in benefit(case).items if "scholarship" in item.rule]


@pytest.mark.parametrize(
    ("level", "most"),
    [("TK", 87_000_000), ("SD", 84_000_000), ("SMP", 75_000_000), ("SMA", 69_000_000), ("PT", 60_000_000)],
)
def test_a_child_can_draw_all_years_of_its_level_and_of_those_above(ask, level, most):
    assert ask("scholarship_child", {"date": DAY, "child_level": level})[0] == (most, False, False)


def test_a_family_can_draw_174_million_as_detik_4858380_published(ask):
    assert ask("scholarship_family_max", {"date": DAY})[0].value == 174_000_000
    assert ask("scholarship_child_max", {"date": DAY})[0].value == 87_000_000


@pytest.mark.parametrize(
    ("level", "amount"),
    [("TK", 1_500_000), ("SD", 1_500_000), ("SMP", 2_000_000), ("SMA", 3_000_000), ("PT", 12_000_000)],
)
def test_each_level_has_its_amount_per_year(ask, level, amount):
    assert ask("scholarship_year", {"date": DAY, "child_level": level})[0].value == amount


def test_before_2_december_2019_one_child_got_12_million_at_once(ask):
    rows = [{"date": dt.date(2019, 12, day), "child_level": "SMA"} for day in (1, 2)]
    assert [answer.value for answer in ask("scholarship_child", *rows)] == [12_000_000, 69_000_000]
    assert _scholarship({**JKK, "date": dt.date(2019, 12, 1), "children": ["SD", "SMA"]}) == [12_000_000, 0]


@pytest.mark.parametrize(
    ("day", "months", "most"),
    [
        (dt.date(2019, 12, 1), 59, 0),
        (dt.date(2019, 12, 1), 60, 12_000_000),
        (dt.date(2019, 12, 2), 35, 0),
        (dt.date(2019, 12, 2), 36, 69_000_000),
        (dt.date(2019, 12, 2), None, None),
    ],
)
def test_jkm_asks_for_months_of_contribution(ask, day, months, most):
    row = {"date": day, "child_level": "SMA", "months_paid": months}
    assert ask("jkm_scholarship_child", row)[0].value == most


def test_jkk_asks_for_none():
    assert _scholarship({**JKK, "months_paid": 0, "children": ["SMA"]}) == [69_000_000]


def test_jkm_with_too_few_months_says_so_in_one_line_of_zero():
    assert _scholarship({**JKM, "months_paid": 35, "children": ["SMA", "SD"]}) == [0]
    assert _scholarship({**JKM, "children": ["SMA", "SD"]}) == [None]


def test_at_most_two_children_and_those_with_the_most():
    assert _scholarship({**JKK, "children": ["PT", "TK", "SMA"]}) == [0, 87_000_000, 69_000_000]


def test_a_child_already_in_a_level_draws_the_rest_of_it():
    assert sum(_scholarship({**JKK, "children": [{"level": "SMA", "year": 3}]})) == 3_000_000 + 60_000_000
    assert sum(_scholarship({**JKK, "children": [{"level": "PT", "year": 5}]})) == 12_000_000


def test_the_calendar_names_each_school_year_with_level_and_amount():
    (child,) = children_of([{"level": "SMP", "year": 3, "born": dt.date(2009, 9, 10)}], DAY, LAW)
    years = school_years(child, DAY, LAW)
    assert [(year.begins, year.level, year.year) for year in years][:3] == [
        (2024, "SMP", 3),
        (2025, "SMA", 1),
        (2026, "SMA", 2),
    ]
    assert [year.amount for year in years] == [2_000_000, *[3_000_000] * 3, *[12_000_000] * 5]


def test_no_year_is_paid_to_whom_its_first_of_july_finds_at_23():
    def last(born):
        (child,) = children_of([{"level": "PT", "year": 1, "born": born}], DAY, LAW)
        return school_years(child, DAY, LAW)[-1].begins

    assert last(dt.date(2003, 7, 1)) == 2025  # 23 on 1 July 2026
    assert last(dt.date(2003, 7, 2)) == 2026


def test_a_child_not_yet_at_school_begins_when_it_enters():
    (child,) = children_of([{"born": dt.date(2023, 1, 1)}], DAY, LAW)
    years = school_years(child, DAY, LAW)
    assert (years[0].begins, years[0].level, years[0].year) == (2027, "TK", 1)
    assert sum(year.amount for year in years) == 87_000_000


@pytest.mark.parametrize("guessed", [{"age": 10}, {"level": "SD", "age": 10}])
def test_a_level_or_a_year_in_it_that_is_guessed_from_the_age_is_not_verified(guessed):
    assert not benefit({**JKK, "children": [guessed]}).verified
    assert benefit({**JKK, "children": [{"level": "SD", "year": 4, "age": 10}]}).verified


def test_a_child_whose_age_is_said_is_taken_to_be_in_the_year_of_children_of_that_age():
    # 10 on 1 August 2024 and on 1 July: the fifth year of primary school, so that all later years fit in before 23.
    born = dt.date(2014, 3, 1)
    paid = _scholarship({**JKK, "children": [{"level": "SD", "born": born}]})
    assert paid == [1_500_000] * 2 + [2_000_000] * 3 + [3_000_000] * 3 + [12_000_000] * 5


@pytest.mark.parametrize(
    ("day", "child", "paid"),
    [
        ("2025-02-24", {"level": "PT", "married": True}, 0),
        ("2025-02-24", {"level": "PT", "married": False}, 60_000_000),
        ("2025-02-23", {"level": "PT", "works": "BPU"}, 0),
        ("2025-02-24", {"level": "PT", "works": "BPU"}, 60_000_000),
        ("2025-02-24", {"level": "PT", "works": "intern"}, 60_000_000),
        ("2025-02-24", {"level": "PT", "works": "PU", "works_months": 6}, 60_000_000),
        ("2025-02-24", {"level": "PT", "works": "PU", "works_months": 7}, 0),
        ("2025-02-24", {"level": "PT", "works": "PU"}, None),
    ],
)
def test_marriage_and_work_end_it_with_what_permenaker_1_of_2025_allows(day, child, paid):
    assert _scholarship({**JKK, "date": day, "children": [child]}) == [paid]


def test_the_scholarship_can_be_asked_for_alone():
    alone = {"programme": "JKM", "event": "scholarship", "date": DAY, "segment": "PU", "months_paid": 36}
    assert benefit({**alone, "children": ["TK", "TK"]}).total == 174_000_000
    assert "children" in benefit(alone).items[0].because.id


def test_a_child_of_whom_nothing_is_said_leaves_the_total_unknown():
    assert benefit({**JKK, "children": [{}]}).total is None


def test_a_child_past_the_age_gets_nothing():
    assert _scholarship({**JKK, "children": [{"level": "PT", "year": 2, "age": 24}]}) == [0]


def test_what_a_child_may_not_say_is_told_with_what_it_may():
    case = {"programme": "JKK", "event": "scholarship", "date": "2025-03-01", "children": [{"levle": "SD"}]}
    assert [problem.id for problem in benefit(case).problems] == [
        "children[1]: levle tidak dikenal; yang ada: level, year, born, age, name, married, works, works_months; yang mirip: level"
    ]


def test_wrong_children_are_all_named():
    children = ["SMK", {"level": "SMA", "year": 4}, {"born": "kemarin"}, {"level": "SD", "klas": 2}]
    said = " ".join(problem.id for problem in benefit({**JKK, "children": children}).problems)
    assert [f"children[{number}]" in said for number in (1, 2, 3, 4)] == [True] * 4


@settings(max_examples=60, deadline=None)
@given(
    children=st.lists(
        st.fixed_dictionaries({}, optional={"level": st.sampled_from(LEVELS), "age": st.integers(0, 30)}).filter(bool),
        min_size=1,
        max_size=5,
    ),
    on=st.dates(dt.date(2019, 12, 2), dt.date(2030, 1, 1)),
)
def test_a_family_never_draws_more_than_its_maximum(children, on):
    paid = _scholarship({**JKK, "date": on, "children": children})
    assert sum(paid) <= LAW.value("scholarship_family_max", date=on).value
