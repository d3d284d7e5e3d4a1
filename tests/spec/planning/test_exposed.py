"""Months of cover of those a plan pays for: paid, unpaid and still covered, waiting, and before scholarships are earned."""

from __future__ import annotations

from typing import Any

import pytest
from scenarios import assumed, group, payer, plan, span

from semesta.law.law import LAW
from semesta.planning.budget import budget
from semesta.planning.exposed import Exposed, exposed
from semesta.planning.parts.claims import PART, Claims
from semesta.planning.price import Prices

FISHER, RT = "rentan.nelayan", "non_asn.rt_rw"
GRANT, FUNERAL = 42_000_000, 10_000_000
SURE = {"jkm_scholarship_per_death": assumed(4_000_000, 4_000_000, 4_000_000)}


def covers(*payers: dict[str, Any], years: tuple[int, int] = (2027, 2027), **route: Any) -> list[Exposed]:
    """Of each year, for one person where a payer has one."""
    made = plan(groups=[group(RT if route else FISHER, *payers, **route)], years=span(*years))
    prices = Prices(LAW, years[0])
    return [exposed(need, prices) for need in budget(made.scenario, prices).needs]


def counts(cover: Exposed) -> tuple[int, int, int]:
    return cover.months, cover.waiting, cover.unearned


def claims(*payers: dict[str, Any], years: tuple[int, int] = (2027, 2027)) -> Claims:
    found = plan(groups=[group(FISHER, *payers)], years=span(*years), claims={}, assumptions=SURE).of(PART)
    assert found is not None
    return found


def test_who_is_paid_for_all_year_is_covered_all_year():
    assert counts(covers(payer(1))[0]) == (12, 0, 0)


def test_three_unpaid_months_are_covered_and_who_comes_back_waits_anew():
    # Paid August to December: January to March are covered still, April to July are not, and August to October wait.
    assert counts(covers(payer(1, months="8-12"))[0]) == (8, 3, 0)
    assert counts(covers(payer(1, months="1-6"))[0]) == (9, 3, 0)


def test_a_gap_that_cover_spans_costs_nothing():
    assert counts(covers(payer(1, months="3-12"))[0]) == (12, 0, 0)
    assert counts(covers(payer(1, months="1-9"))[0]) == (12, 0, 0)


def test_a_gap_over_new_year_is_counted_in_the_year_in_which_it_falls():
    # Paid March to October: November to January are covered, February is not.
    assert counts(covers(payer(1, months="3-10"))[0]) == (8 + 2 + 1, 3, 0)


def test_who_is_new_was_not_covered_before_and_stays_covered_for_three_months():
    first, second = covers(payer(0, added={2027: 1}, months="1-8", begins=4), years=(2027, 2028))
    assert counts(first) == (5 + 3, 3, 8)
    assert counts(second) == (8 + 3, 3, 11)


def test_who_pays_for_fewer_months_than_the_wait_waits_until_cover_ends():
    assert counts(covers(payer(0, added={2027: 1}, months="1-8", begins=7))[0]) == (2 + 3, 5, 5)


def test_who_began_in_december_still_waits_in_january_and_february():
    found = covers(payer(0, added={2027: 1}, begins=12), years=(2027, 2029))
    assert [counts(one)[:2] for one in found] == [(1, 1), (12, 2), (12, 0)]


def test_whose_last_month_paid_ends_the_wait_is_covered_in_full_after_it():
    # Paid August to October: November and December are covered still, and three months have been paid by then.
    assert counts(covers(payer(0, added={2027: 1}, months="8-10"))[0]) == (3 + 2, 3, 5)


def test_who_pays_for_two_months_a_year_never_comes_to_the_end_of_the_wait():
    # Paid November and December: January to March are covered still, and heirs get the funeral alone in them too.
    assert counts(covers(payer(1, months="11-12"))[0])[:2] == (5, 5)


def test_months_until_a_scholarship_are_months_paid():
    # Eight a year: 24 by the end of 2029, 32 of 2030 and the 36th in April 2031.
    found = covers(payer(0, added={2027: 1}, months="1-8"), years=(2027, 2032))
    assert [one.unearned for one in found] == [11, 11, 11, 11, 4, 0]


def test_employers_owe_what_they_do_not_pay_and_their_people_stay_covered():
    wage = {"route": "PU", "wage_per_month": 1_000_000, "risk_class": 1}
    assert counts(covers(payer(1, months="8-12"), **wage)[0])[:2] == (12, 0)


def test_persons_are_added_up_and_the_order_of_payers_changes_nothing():
    one, other = payer(3, added={2027: 2}, months="8-12"), payer(5, funding="csr")
    forth, back = covers(one, other), covers(other, one)
    assert counts(forth[0]) == (3 * 8 + 2 * 5, 3 * 3 + 2 * 3, 2 * 5)
    assert [counts(each) for each in forth] == [counts(each) for each in back[::-1]]


def test_claims_are_expected_of_covered_months_and_contributions_are_those_paid():
    found = claims(payer(1_000, months="8-12"))
    jkk, jkm = found.rows
    assert (jkk.contributions, jkm.contributions) == (1_000 * 5 * 10_000, 1_000 * 5 * 6_800)
    assert jkk.found.cases.central == pytest.approx(3.5 * 8 / 12)
    assert jkm.found.amount.central == pytest.approx(3.5 / 12 * (5 * GRANT + 3 * FUNERAL + 8 * 4_000_000))
    assert "unpaid months that are still covered" in found.notes[0].en


def test_nothing_is_said_of_unpaid_months_where_there_are_none():
    assert not any("unpaid" in note.en for note in claims(payer(1_000)).notes)
