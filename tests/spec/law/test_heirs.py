"""Who receives, with which documents, by which working day, and what is owed for delay."""

from __future__ import annotations

import datetime as dt

import pytest

from semesta.law.answers import benefit
from semesta.law.faults import InputError, LawError, NoLawOnDate
from semesta.law.heirs.documents import all_documents, documents
from semesta.law.heirs.order import order_of, receivers
from semesta.law.heirs.payment import payment_deadline
from semesta.law.law import LAW
from semesta.law.working_days import after_working_days, first_working_day, is_working_day


@pytest.mark.parametrize(
    ("programme", "living", "relatives", "place"),
    [
        ("JKM", ["spouse", "child", "parent"], ("spouse", "child"), 1),
        ("JKM", ["child"], ("child",), 1),
        ("JKK", ["sibling", "grandchild", "parent"], ("parent", "grandchild"), 2),
        ("JHT", ["parent_in_law", "sibling"], ("sibling",), 3),
        ("JKM", ["will", "parent_in_law"], ("parent_in_law",), 4),
        ("JHT", ["will"], ("will",), 5),
        ("JP", ["spouse", "child"], ("spouse",), 1),
        ("JP", ["child", "parent"], ("child",), 2),
    ],
)
def test_the_nearest_rank_receives(programme, living, relatives, place):
    found = receivers(programme, living)
    assert (found.relatives, found.place) == (relatives, place)


def test_without_heirs_jkm_pays_the_funeral_to_whoever_buried_and_the_rest_to_the_fund():
    found = receivers("JKM", [])
    assert found.place is None
    assert "Dana Jaminan Sosial" in found.title.id
    assert "pemakaman" in found.title.id


def test_before_pp_44_of_2015_siblings_were_no_heirs_and_the_public_trustee_took_the_rest():
    before, after = dt.date(2015, 6, 30), dt.date(2015, 7, 1)
    assert receivers("JKM", ["sibling", "will"], before).relatives == ("will",)
    assert receivers("JKM", ["sibling", "will"], after).relatives == ("sibling",)
    assert "Balai Harta Peninggalan" in receivers("JKM", ["parent_in_law"], before).title.id
    told = benefit({"programme": "JKM", "event": "death", "date": before, "segment": "PU", "heirs": ["sibling"]}).after
    assert (told.order.law, told.receivers.place) == ("PP 14/1993 Pasal 22 jo. PP 53/2012", None)


def test_without_heirs_jht_goes_to_the_public_trustee():
    assert receivers("JHT", []).title.id == "Balai Harta Peninggalan"


@pytest.mark.parametrize("programme", ["JKK", "JKM", "JHT"])
def test_no_share_is_made_up_where_the_law_gives_none(programme):
    assert "tidak menyebut pembagian" in order_of(programme).shares.id


def test_unknown_relatives_and_programmes_are_refused_with_the_nearest():
    with pytest.raises(InputError, match="did you mean sibling"):
        receivers("JKM", ["siblin"])
    with pytest.raises(InputError, match="JKP"):
        receivers("JKP", [])


def test_each_claim_has_its_documents_each_with_a_source_or_a_note():
    assert {"JKK", "JKM", "scholarship", "JHT", "JP", "JKP"} == set(all_documents())
    every = [document for listed in all_documents().values() for document in listed]
    assert all((document.source if document.verified else document.note) for document in every)
    titles = [document.title.id for document in documents("JKM")]
    assert {"Akta kematian", "Kartu keluarga"} <= set(titles)
    with pytest.raises(InputError, match="did you mean JKM"):
        documents("JKMM")


@pytest.mark.parametrize(
    ("programme", "complete", "last"),
    [
        ("JKM", dt.date(2025, 9, 1), dt.date(2025, 9, 4)),
        ("JKM", dt.date(2025, 9, 4), dt.date(2025, 9, 10)),  # Friday 5 September is a holiday, then a weekend
        ("JKK", dt.date(2025, 10, 1), dt.date(2025, 10, 10)),
        ("JHT", dt.date(2025, 10, 1), dt.date(2025, 10, 8)),
        ("JKM", dt.date(2026, 3, 17), dt.date(2026, 3, 27)),  # Nyepi, Idul Fitri and their joint leave
    ],
)
def test_a_complete_request_is_paid_within_working_days(programme, complete, last):
    found = payment_deadline(programme, complete, LAW)
    assert (found.last_day, found.estimated) == (last, False)
    assert found.verified == (programme != "JHT")


def test_feasts_that_are_not_decreed_yet_make_the_day_an_estimate():
    found = payment_deadline("JKM", dt.date(2028, 7, 3), LAW)
    assert found.estimated
    assert "perkiraan" in found.note.id
    assert after_working_days(dt.date(2027, 3, 8), 1).estimated
    assert not after_working_days(dt.date(2027, 8, 2), 3).estimated


def test_a_due_day_on_a_holiday_moves_to_the_next_working_day():
    assert first_working_day(dt.date(2025, 12, 25)).day == dt.date(2025, 12, 29)
    assert first_working_day(dt.date(2025, 12, 24)).day == dt.date(2025, 12, 24)
    assert not is_working_day(dt.date(2025, 8, 17))


def test_of_other_programmes_no_working_days_are_known():
    with pytest.raises(LawError, match="JP"):
        payment_deadline("JP", dt.date(2025, 1, 1), LAW)
    with pytest.raises(NoLawOnDate):
        payment_deadline("JKM", dt.date(2015, 6, 30), LAW)


def test_delay_costs_one_percent_a_day(ask):
    rows = [{"date": dt.date(2025, 9, 1), "claim_amount": 42_000_000, "days_late": days} for days in (0, 1, 10)]
    assert [answer.value for answer in ask("late_compensation", *rows)] == [0, 420_000, 4_200_000]


def test_days_late_are_counted_from_the_last_working_day():
    case = {"programme": "JKM", "event": "late_payment", "date": "2026-03-17", "claim_amount": 42_000_000}
    late = benefit({**case, "complete_on": "2026-03-17", "paid_on": "2026-04-01"})
    assert late.total == 5 * 420_000
    assert "27 Maret 2026" in late.items[0].because.id
    assert benefit({**case, "complete_on": "2026-03-17", "paid_on": "2026-03-27"}).total == 0
    assert benefit(case).total is None
    assert benefit({**case, "paid_on": "2026-03-27"}).problems
