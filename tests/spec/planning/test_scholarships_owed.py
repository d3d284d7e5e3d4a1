"""Scholarships still to be paid for children of known deaths, by the law."""

import datetime as dt

import pytest

from semesta.law.law import LAW
from semesta.planning.reserves.scholarships import Pupil, outstanding

DAY = dt.date
EVENT, COUNTED = DAY(2025, 9, 1), DAY(2025, 12, 31)


def owed(*pupils: Pupil, as_of: dt.date = COUNTED, law=LAW):
    return outstanding(pupils, as_of, law)


def test_a_child_is_paid_the_school_years_that_begin_after_the_day():
    # Third year of SMA in July 2025: after it five years of 12 m; of SMA nothing begins after June 2026.
    found = owed(Pupil("1", EVENT, "SMA", 3), as_of=DAY(2026, 6, 30))
    assert (found.least, found.most) == (0, 5 * 12_000_000)
    assert found.by_year()[0] == (2026, 0, 12_000_000)


def test_a_child_in_its_first_year_of_primary_school_has_five_left_at_that_level():
    # SD 1.5 m × 5, SMP 2 m × 3, SMA 3 m × 3, PT 12 m × 5.
    found = owed(Pupil("1", EVENT, "SD", 1))
    assert found.least == 7_500_000
    assert found.most == 7_500_000 + 6_000_000 + 9_000_000 + 60_000_000
    assert found.by_level() == [("SD", 1, found.least, found.most)]
    assert [year for year, _, _ in found.by_year()] == list(range(2026, 2042))


def test_a_child_that_turns_twenty_three_is_paid_no_longer():
    assert owed(Pupil("1", EVENT, "PT", 1, DAY(2003, 8, 1))).by_year() == [(2026, 12_000_000, 12_000_000)]
    assert owed(Pupil("1", EVENT, "PT", 1, DAY(2003, 7, 1))).left_out == {"nothing_left": 1}


def test_of_one_claim_the_children_with_most_left_are_paid_as_many_as_the_law_says():
    found = owed(*[Pupil("1", EVENT, level, 1) for level in ("SD", "SMP", "SMA")])
    assert (found.children, found.left_out) == (2, {"over": 1})
    assert [one.pupil.level for one in found.paid] == ["SD", "SMP"]
    assert owed(*[Pupil(claim, EVENT, "SD", 1) for claim in ("1", "2", "3")]).children == 3


def test_an_order_of_children_changes_nothing():
    pupils = [Pupil(str(n % 4), EVENT, level, 1) for n, level in enumerate(("SD", "SMP", "SMA", "PT", "TK") * 3)]
    assert owed(*pupils) == owed(*pupils[::-1])


def test_a_level_told_of_a_later_day_is_that_of_the_day():
    # Died 2021 when the child was in SD; the list of 2025 says SMP, second year: one SMP year is left.
    found = owed(Pupil("1", DAY(2021, 3, 1), "SMP", 2, as_of=DAY(2025, 10, 1)))
    assert (found.least, found.by_year()[0]) == (2_000_000, (2026, 2_000_000, 2_000_000))


@pytest.mark.parametrize(
    ("pupil", "reason"),
    [
        (Pupil("1", DAY(2026, 1, 5), "SD", 1), "event_later"),
        (Pupil("1", DAY(2019, 11, 5), "SD", 1), "before_law"),
        (Pupil("1", EVENT, "SD", 1, ended=True), "ended"),
        (Pupil("1", EVENT, "SD", 1, programme="JKM", months_paid=35), "too_few_months"),
    ],
)
def test_children_the_law_does_not_pay_are_counted_by_reason(pupil, reason):
    assert owed(pupil).left_out == {reason: 1}


def test_months_contributed_are_asked_by_jkm_and_not_by_jkk():
    paid = [
        Pupil("1", EVENT, "SD", 1, programme="JKM", months_paid=36),
        Pupil("2", EVENT, "SD", 1, programme="JKK", months_paid=1),
    ]
    assert owed(*paid).children == 2


def test_what_the_years_left_hang_on_and_is_not_known_is_counted():
    found = owed(Pupil("1", EVENT, "SD"), Pupil("2", EVENT, "SD", 1, DAY(2018, 1, 1), programme="JKK"))
    assert found.unsure == {"year": 1, "born": 1, "months_paid": 1}


def test_each_year_is_paid_by_the_law_recorded_for_it():
    risen = LAW.with_values({"scholarship_per_year": {"SD": 2_000_000}}, since="2028-01-01")
    found = owed(Pupil("1", EVENT, "SD", 3), law=risen)
    assert [(year, least) for year, least, _ in found.by_year() if least] == [
        (2026, 1_500_000),
        (2027, 1_500_000),
        (2028, 2_000_000),
    ]


def test_law_that_is_not_verified_is_told():
    supposed = LAW.with_values({"scholarship_children": 3}, since="2025-01-01")
    assert owed(Pupil("1", EVENT, "SD", 1)).verified
    assert not owed(Pupil("1", EVENT, "SD", 1), law=supposed).verified
