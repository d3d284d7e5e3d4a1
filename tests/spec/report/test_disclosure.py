"""Published figures: small numbers of people withheld, with what belongs to them and what would give them away."""

from __future__ import annotations

import datetime as dt

import pytest
from rounds_made import DAY, dataset

from semesta.basics.places import PLACES
from semesta.monev.disclosure import WITHHELD, Published, disclosed
from semesta.monev.measure import measured

TOWNS = ("36.01", "36.71", "36.72")


def round_of(tables, day=DAY, place="36"):
    return measured(dataset(tables), places=PLACES, place=place, as_of=day)


def claims(cases, *, period="2024-01/2024-06", total=True):
    """Deaths paid in three towns, and in the province."""
    each = [
        {"place": town, "period": period, "programme": "JKM", "unit": "case", "cases": n, "amount": 42_000_000 * n}
        for town, n in zip(TOWNS, cases, strict=True)
    ]
    whole = {"place": "36", "period": period, "programme": "JKM", "unit": "case"}
    return [*each, *([whole | {"cases": sum(cases), "amount": 42_000_000 * sum(cases)}] if total else [])]


def column(found, table, name):
    return found.measured.dataset.frames[table][name].to_list()


def value(found, indicator, place):
    return next(v for v in found.measured.values if v.indicator == indicator and v.node.place == place)


def test_few_cases_go_with_their_amount_and_with_another_place_from_which_they_could_be_subtracted():
    found = disclosed(round_of({"claims": claims([3, 20, 60])}))
    assert column(found, "claims", "cases") == [None, None, 60, 83]
    assert column(found, "claims", "amount") == [None, None, 2_520_000_000, 3_486_000_000]
    assert value(found, "claim_cases", "36.01").value is None
    assert value(found, "claim_cases", "36.01").status == ("withheld",)
    assert value(found, "claims_paid", "36.71").value is None
    assert value(found, "claims_paid", "36").value == 3_486_000_000


def test_a_total_that_nobody_wrote_down_counts_because_its_figure_is_shown():
    found = disclosed(round_of({"claims": claims([3, 20, 60], total=False)}))
    assert column(found, "claims", "cases") == [None, None, 60]
    assert value(found, "claim_cases", "36").value == 83


@pytest.mark.parametrize("few", [1, 2, 3, 4])
def test_one_to_four_are_few(few):
    assert column(disclosed(round_of({"claims": claims([few, 20, 60])})), "claims", "cases")[0] is None


@pytest.mark.parametrize("cases", [[5, 20, 60], [0, 20, 60]])
def test_five_are_not_few_and_none_are_nobody(cases):
    found = disclosed(round_of({"claims": claims(cases)}))
    assert column(found, "claims", "cases")[:3] == cases
    assert not found.withheld


def test_money_of_an_unknown_number_of_people_is_withheld_where_it_could_be_of_four():
    rows = [row | {"cases": None} for row in claims([2, 20, 60], total=False)]
    assert column(disclosed(round_of({"claims": rows})), "claims", "amount") == [None, None, 2_520_000_000]


def test_contributions_of_few_members_go_with_them():
    members = [
        {"place": town, "funding": "apbd.kabkota", "basis": "residence", "registered": n, "active": n, "as_of": DAY}
        for town, n in zip(TOWNS, [3, 40, 90], strict=True)
    ]
    paid = [
        {"place": town, "funding": "apbd.kabkota", "period": "2024-01/2024-06", "amount": n * 16_800 * 6}
        for town, n in zip(TOWNS, [3, 40, 90], strict=True)
    ]
    found = disclosed(round_of({"members": members, "contributions": paid}))
    assert column(found, "members", "active") == [None, None, 90]
    assert column(found, "contributions", "amount") == [None, None, 9_072_000]


def test_a_difference_of_one_to_four_is_few_people_too():
    people = {"place": "36", "universe": "pemda", "basis": "residence", "persons": 100, "as_of": DAY}
    members = {"place": "36", "basis": "residence", "registered": 100, "active": 97, "as_of": DAY}
    found = disclosed(round_of({"population": [people], "members": [members]}))
    told = [value(found, name, "36").value for name in ("active", "gap", "lapsed", "coverage")]
    assert told == [None] * 4


def test_nothing_below_districts_is_told():
    people = [
        {"place": code, "universe": "pemda", "basis": "residence", "persons": n, "as_of": DAY}
        for code, n in (("36.72", 900), ("36.72.01", 500), ("36.72.01.1001", 300), ("36.72.01.1002", 200))
    ]
    found = disclosed(round_of({"population": people}, place="36.72"))
    assert column(found, "population", "place") == ["36.72", "36.72.01"]
    assert {len(v.node.place) for v in found.measured.values} <= {5, 8}


def test_the_day_on_which_one_family_was_paid_is_not_told():
    handed = [
        {"place": "36.72", "date": dt.date(2024, 5, 2), "programme": "JKM", "heirs": 2, "amount": 42_000_000},
        {"place": "36.72", "date": dt.date(2024, 6, 2), "programme": "JKM", "heirs": 30, "amount": 630_000_000},
    ]
    found = disclosed(round_of({"handovers": handed}))
    assert dt.date(2024, 5, 2) not in column(found, "handovers", "date")
    assert (value(found, "handovers", "36.72").value, column(found, "handovers", "date")) == (
        None,
        [dt.date(2024, 6, 2)],
    )


def test_letterheads_and_attendance_stay_at_home():
    kantor = {"place": "36", "office_name": "Disnaker", "name": "Seseorang"}
    sat = {"place": "36", "date": DAY, "institution": "Bappeda", "persons": 2}
    found = disclosed(round_of({"claims": claims([5, 20, 60]), "kantor": [kantor], "attendance": [sat]}))
    assert set(found.measured.dataset.frames) == {"claims"}


def test_what_somebody_said_of_a_withheld_number_is_withheld():
    said = {"place": "36.01", "indicator": "claim_cases", "stated": 20.0, "text": "sekitar 20", "as_of": DAY}
    other = {"place": "36.72", "indicator": "claim_cases", "stated": 60.0, "text": "enam puluh", "as_of": DAY}
    found = disclosed(round_of({"claims": claims([3, 20, 60]), "statements": [said, other]}))
    assert column(found, "statements", "place") == ["36.72"]


def test_a_longer_period_does_not_tell_of_few_whom_a_shorter_one_left_out():
    first = round_of({"claims": claims([30, 40, 60])})
    shown = disclosed(first).measured
    later = round_of({"claims": claims([33, 40, 60], period="2024-01/2024-07")}, dt.date(2024, 8, 17))
    found = disclosed(
        round_of(
            {"claims": [*claims([30, 40, 60]), *claims([33, 60, 90], period="2024-01/2024-07")]}, dt.date(2024, 8, 17)
        )
    )
    assert column(found, "claims", "cases")[0] is None or column(found, "claims", "cases")[4] is None
    after = disclosed(later, [Published(first, shown)])
    assert column(after, "claims", "cases")[0] is None
    assert column(after, "claims", "amount")[3] is None


def test_a_figure_that_changed_by_few_since_it_was_published_is_withheld():
    first = round_of({"claims": claims([30, 40, 60])})
    shown = disclosed(first).measured
    again = disclosed(round_of({"claims": claims([32, 40, 60])}), [Published(first, shown)])
    assert column(again, "claims", "cases")[0] is None
    assert value(again, "claim_cases", "36").value is None


def test_the_same_round_published_again_is_shown_the_same():
    first = round_of({"claims": claims([3, 20, 60])})
    shown = disclosed(first)
    again = disclosed(first, [Published(first, shown.measured)])
    assert again.measured.values == shown.measured.values
    assert again.leaked == 0


def test_what_was_published_before_without_care_is_counted_as_known():
    open_handed = round_of({"claims": claims([3, 20, 60])})
    again = disclosed(round_of({"claims": claims([3, 20, 60])}), [Published(open_handed, open_handed)])
    assert column(again, "claims", "cases")[0] is None
    assert again.leaked > 0


def test_findings_about_withheld_rows_are_withheld():
    rows = claims([3, 20, 60], total=False)
    whole = {"place": "36", "period": "2024-01/2024-06", "programme": "JKM", "unit": "case", "cases": 82, "amount": 1}
    found = disclosed(round_of({"claims": [*rows, whole]}))
    assert [one for one in round_of({"claims": [*rows, whole]}).findings if "83" in one.message.id]
    assert not [one for one in found.measured.findings if "83" in one.message.id]


def test_a_withheld_figure_says_why():
    found = disclosed(round_of({"claims": claims([3, 20, 60])}))
    assert value(found, "claim_cases", "36.01").notes == (WITHHELD,)


def test_without_time_more_is_hidden_and_never_less():
    round = round_of({"claims": claims([3, 20, 60])})
    in_time, too_late = disclosed(round), disclosed(round, seconds=-1)
    assert (in_time.undecided, too_late.undecided) == (0, 2)
    assert column(too_late, "claims", "cases") == [None] * 4
    assert column(too_late, "claims", "amount") == [None] * 4


def test_it_is_told_how_far_hiding_is():
    told = []
    disclosed(round_of({"claims": claims([3, 20, 60])}), progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1] < 1) == (0.0, True)


def test_what_was_hidden_and_has_not_changed_stays_hidden():
    members = [
        {"place": town, "basis": "residence", "registered": n, "as_of": DAY}
        for town, n in zip(TOWNS, [3, 20, 60], strict=True)
    ]
    whole = {"place": "36", "basis": "residence", "registered": 83, "as_of": DAY}
    first = round_of({"members": [*members, whole]})
    shown = disclosed(first).measured
    later = dt.date(2024, 12, 31)
    again = [
        row | {"as_of": later}
        for row in [*members, whole | {"registered": 110}, members[0] | {"place": "36.02", "registered": 27}]
    ]
    found = disclosed(round_of({"members": again}, later), [Published(first, shown)])
    assert column(found, "members", "registered")[:3] == [None, None, 60]
    assert found.leaked == 0
