"""Regulations, commitments, actions, handovers and arrears; the day and the place of a round."""

import datetime as dt

import pytest
from small_rounds import DAY, findings, head, members, money, notes, only, people, round_of

from semesta.monev.measure import NothingThere

HERE = {"place": "36.72"}
ONE = [people(1)]


# ---- the day


@pytest.mark.parametrize(
    ("as_of", "persons"),
    [(None, 300), ("2025-01-01", 300), ("2024-12-31", 200), ("2024-06-01", 200), ("2024-05-31", 100)],
)
def test_the_latest_row_not_after_the_day_is_taken(as_of, persons):
    rows = [people(100, as_of="2024-01-01"), people(300, as_of="2025-01-01"), people(200, as_of="2024-06-01")]
    assert head(round_of(population=rows, as_of=as_of), "population").value == persons


def test_the_latest_row_is_taken_for_each_key_by_itself():
    rows = [
        people(100, group="rentan", as_of="2024-01-01"),
        people(110, group="rentan", as_of="2024-06-01"),
        people(50, group="non_asn", as_of="2024-03-01"),
    ]
    measured = round_of(population=rows)
    assert only(measured, "population", group="rentan").value == 110
    assert only(measured, "population", group="non_asn").value == 50


def test_before_the_first_row_nothing_is_known():
    assert head(round_of(population=[people(100)], as_of="2020-01-01"), "population").value is None


@pytest.mark.parametrize("number", ["registered", "active"])
def test_a_newer_row_that_leaves_a_number_open_does_not_push_out_an_older_one(number):
    other = {"registered": "active", "active": "registered"}[number]
    rows = [members(**{number: 10}, as_of="2025-05-01"), members(**{other: 20})]
    assert head(round_of(members=rows), number).value == 10


def test_the_default_day_is_the_latest_in_the_data_and_never_today():
    assert round_of(population=[people(1), people(1, "36.71", as_of="2025-02-01")]).as_of == dt.date(2025, 6, 30)
    assert round_of(contributions=[money(1, "2023")]).as_of == dt.date(2023, 12, 31)
    assert round_of(contributions=[money(1, "../2024-07-17")]).as_of == dt.date(2024, 7, 17)


def test_without_any_day_of_observation_the_latest_stage_reached_is_the_day():
    rows = [regulation("planned", "2024-03-01"), regulation("drafting", "2024-09-01")]
    assert round_of(regulations=rows).as_of == dt.date(2024, 9, 1)


def test_a_day_on_which_something_is_due_is_not_the_day_of_the_round():
    rows = [promise("a", "2030-01-01")]
    assert round_of(commitments=rows, population=ONE).as_of.isoformat() == DAY


def test_claims_of_a_period_that_had_not_begun_are_not_known():
    rows = [money(100, "2024"), money(200, "2025")]
    measured = round_of(contributions=rows, as_of="2024-12-31")
    assert [v.value for v in measured.of("contributions")] == [100]


# ---- the place


def test_the_default_place_is_the_smallest_that_holds_all_rows():
    assert round_of(population=[people(1)]).place == "36.72"
    assert round_of(population=[people(1, "36.72.01")]).place == "36.72.01"
    assert round_of(population=[people(1, "36.72.01")], members=[members(active=1)]).place == "36.72"
    assert round_of(population=[people(1), people(1, "36.71")]).place == "36"
    assert round_of(population=[people(1), people(1, "36.00")]).place == "36"
    assert round_of(population=[people(1), people(1, "32.73")]).place == "ID"


def test_rows_outside_a_given_place_are_not_counted():
    measured = round_of(population=[people(100), people(7, "36.71"), people(500, "36")], place="36.72")
    assert measured.place == "36.72"
    assert head(measured, "population").value == 100
    assert {v.node.place for v in measured.values} == {"36.72"}


def test_a_given_place_without_rows_is_refused_and_where_the_data_lie_is_said():
    with pytest.raises(NothingThere) as refused:
        round_of(population=[people(100)], place="36.71")
    assert refused.value.elsewhere == "36.72"


def test_headlines_of_a_place_come_before_its_breakdowns_and_the_round_s_place_first():
    measured = round_of(
        population=[
            people(n, place, group=group)
            for n, place, group in [
                (10, "36.71", "rentan"),
                (20, "36.71", "non_asn"),
                (30, "36.72", "rentan"),
                (40, "36.72", "non_asn"),
            ]
        ]
    )
    nodes = [(v.node.place, v.node.group) for v in measured.of("population")]
    assert nodes[0] == ("36", "")
    for place in ("36", "36.71", "36.72"):
        assert next(group for where, group in nodes if where == place) == ""


def test_values_stand_in_the_order_of_indicators_and_all_of_them_are_there():
    from semesta.monev.registry import ORDER

    names = list(dict.fromkeys(v.indicator for v in round_of(population=ONE).values))
    assert names == ORDER
    assert len(names) == 41


# ---- regulations


def regulation(stage, since=None, title="Jamsostek", kind="perda", **cells):
    return HERE | {"kind": kind, "stage": stage, "stage_since": since, "title": title} | cells


DRAFT_THEN_LAW = [regulation("drafting", "2024-01-31"), regulation("in_force", "2025-08-01")]


@pytest.mark.parametrize(("as_of", "in_force"), [("2025-07-31", 0), ("2025-08-01", 1)])
def test_a_regulation_counts_by_its_latest_stage_on_the_day(as_of, in_force):
    measured = round_of(regulations=DRAFT_THEN_LAW, population=ONE, as_of=as_of)
    assert head(measured, "regulations_in_force").value == in_force


@pytest.mark.parametrize(
    ("as_of", "months"),
    [("2024-02-28", 0), ("2024-03-30", 1), ("2024-03-31", 2), ("2025-01-31", 12), ("2025-07-31", 18)],
)
def test_months_in_stage_are_whole_months_since_the_stage_began(as_of, months):
    measured = round_of(regulations=DRAFT_THEN_LAW, population=ONE, as_of=as_of)
    assert head(measured, "months_in_stage").value == months


def test_a_regulation_in_force_waits_no_longer():
    measured = round_of(regulations=DRAFT_THEN_LAW, population=ONE, as_of="2025-09-01")
    assert head(measured, "months_in_stage").value is None


def test_a_revoked_regulation_is_not_in_force():
    rows = [regulation("in_force", "2024-01-01"), regulation("revoked", "2025-01-01")]
    assert head(round_of(regulations=rows, population=ONE), "regulations_in_force").value == 0


@pytest.mark.parametrize("stage", ["planned", "drafting", "harmonisation"])
def test_drafts_are_never_counted_as_in_force(stage):
    measured = round_of(regulations=[regulation(stage)], population=ONE)
    assert (head(measured, "regulations_in_force").value, head(measured, "regulations_in_force").denominator) == (0, 1)
    assert head(measured, "months_in_stage").value is None
    assert "missing" in head(measured, "months_in_stage").status


def test_the_oldest_draft_is_the_one_that_waits():
    rows = [regulation("planned", "2025-01-30", title="A"), regulation("harmonisation", "2024-06-30", title="B")]
    value = head(round_of(regulations=rows, population=ONE), "months_in_stage")
    assert (value.value, notes(value)) == (12, "B")


def test_no_regulation_row_is_missing_and_not_zero():
    assert head(round_of(population=ONE), "regulations_in_force").value is None


# ---- commitments, actions, handovers


def promise(text, due=None, status=None, kind=None):
    return HERE | {"text": text, "due": due, "status": status, "kind": kind}


def test_commitments_overdue_are_past_their_day_and_neither_done_nor_cancelled():
    rows = [
        promise("a", "2025-06-29"),
        promise("b", "2025-06-30"),
        promise("c", "2025-01-01", "done"),
        promise("d", "2025-01-01", "cancelled"),
        promise("e", "2025-01-01", "in_progress"),
        promise("f"),
        promise("g", "2025-01-01", kind="request"),
        promise("h", "2025-01-01", kind="recommendation"),
    ]
    measured = round_of(commitments=rows, population=ONE)
    assert head(measured, "commitments_overdue").value == 2
    assert (head(measured, "commitments_done").value, head(measured, "commitments_done").denominator) == (0.2, 5)


def test_overdue_is_computed_by_the_day_of_the_round():
    rows = [promise("a", "2025-03-31")]
    late = round_of(commitments=rows, population=ONE, as_of="2025-04-01")
    in_time = round_of(commitments=rows, population=ONE, as_of="2025-03-31")
    assert (head(late, "commitments_overdue").value, head(in_time, "commitments_overdue").value) == (1, 0)


def test_requests_alone_are_no_commitments():
    measured = round_of(commitments=[promise("a", "2025-01-01", kind="request")], population=ONE)
    assert head(measured, "commitments_overdue").value is None
    assert head(measured, "commitments_done").value is None


def test_inpres_actions_done_leave_out_what_was_cancelled():
    rows = [
        HERE | {"action": a, "status": s} for a, s in (("a", "done"), ("b", None), ("c", "cancelled"), ("d", "done"))
    ]
    value = head(round_of(inpres_actions=rows, population=ONE), "inpres_actions_done")
    assert (value.value, value.numerator, value.denominator) == (pytest.approx(2 / 3), 2, 3)


def test_handovers_are_heirs_up_to_the_day():
    rows = [HERE | {"heirs": 3, "date": DAY}, HERE | {"heirs": 2, "date": "2025-07-01"}]
    assert head(round_of(handovers=rows, population=ONE, as_of=DAY), "handovers").value == 3


def test_more_heirs_than_64_bits_hold_are_still_a_number():
    rows = [{"place": place, "heirs": 2**63 - 1, "date": DAY} for place in ("36.71", "36.72")]
    assert head(round_of(handovers=rows), "handovers").value == 2 * (2**63 - 1)


# ---- arrears


def breach(kind="arrears", **cells):
    return HERE | {"kind": kind, "period": "2025-01/2025-06"} | cells


def test_arrears_are_of_employers_in_arrears_only():
    rows = [breach(amount=100, recovered=40), breach("project", amount=77), breach("partial_wage", amount=5)]
    measured = round_of(compliance=rows)
    assert head(measured, "arrears").value == 100
    assert head(measured, "recovery_rate").value == 0.4


def test_arrears_without_a_known_recovery_have_no_rate():
    measured = round_of(compliance=[breach(amount=100)])
    assert (head(measured, "arrears").value, head(measured, "recovery_rate").value) == (100, None)


def test_arrears_of_which_the_recovery_is_unknown_stay_out_of_the_rate():
    measured = round_of(compliance=[breach(office="A", amount=100, recovered=40), breach(office="B", amount=30)])
    value = head(measured, "recovery_rate")
    assert (value.value, value.denominator, value.status) == (0.4, 100, ("partial",))
    assert head(measured, "arrears").value == 130


def test_arrears_of_offices_are_added():
    measured = round_of(compliance=[breach(office="A", amount=100), breach(office="B", amount=30)])
    assert head(measured, "arrears").value == 130
    assert findings(measured) == []


def test_a_year_around_its_period_does_not_contradict_it():
    rows = [money(10, "2024-01/2024-06", year=2024), money(20, "2024-01/2024-06", year=2023, programme="JKM")]
    measured = round_of(contributions=rows)
    assert measured.dataset.set_aside["contributions"] == 1
    assert head(measured, "contributions").value == 10


def test_a_meeting_may_lie_ahead_and_is_then_not_the_day_of_the_data():
    ahead = {"place": "36.72", "title": "monev", "date": "2027-01-05"}
    measured = round_of(meeting=[ahead], population=[people(10)])
    assert measured.dataset.set_aside["meeting"] == 0
    assert measured.as_of == dt.date.fromisoformat(DAY)
