"""Until when projects and non-ASN are registered, and who is of an age to be."""

from __future__ import annotations

import datetime as dt

import pytest

from semesta.law.answers import contribution
from semesta.law.due.registration import registration_deadlines
from semesta.law.faults import InputError
from semesta.law.law import LAW


def told(case):
    return [(found.last_day.isoformat(), found.verified) for found in registration_deadlines(case, LAW)]


@pytest.mark.parametrize(
    ("order", "last", "verified"),
    [
        ("2015-06-30", None, None),  # before the law
        ("2019-07-01", "2019-07-19", True),  # pasal.id permenakertrans-no-44-tahun-2015: 14 working days
        ("2021-03-31", "2021-04-21", True),  # Friday 2 April was a holiday
        ("2021-04-01", "2021-04-22", False),  # by the regulation that replaced it
    ],
)
def test_a_project_is_registered_within_14_working_days_of_the_order_to_begin(order, last, verified):
    case = {"segment": "JAKON", "order_on": dt.date.fromisoformat(order)}
    assert told(case) == ([(last, verified)] if last else [])


def test_its_certificate_is_issued_one_working_day_after_the_first_payment():
    friday = dt.date(2019, 7, 5)
    assert told({"segment": "JAKON", "paid_on": friday}) == [("2019-07-08", True)]


@pytest.mark.parametrize(("form", "last"), [("2025-02-23", None), ("2025-02-24", "2025-04-16")])
def test_non_asn_are_registered_within_30_working_days_since_permenaker_1_of_2025(form, last):
    # ainamulyana.wixsite.com; siplawfirm.id. Nyepi and Idul Fitri with joint leave lie between: 28 March to 7 April.
    case = {"segment": "PU", "form_on": dt.date.fromisoformat(form)}
    assert told(case) == ([(last, True)] if last else [])


def test_days_of_other_segments_say_nothing_and_a_day_that_is_none_is_named():
    assert told({"segment": "BPU", "order_on": dt.date(2025, 1, 1), "paid_on": dt.date(2025, 1, 1)}) == []
    with pytest.raises(InputError, match="order_on = besok is no day"):
        registration_deadlines({"segment": "JAKON", "order_on": "besok"}, LAW)


def test_who_is_65_is_not_registered_without_wage_and_the_limit_is_not_verified(ask):
    rows = [{"date": dt.date(2025, 1, 1), "age_at_registration": age} for age in (64, 65, None)]
    assert [(answer.value, answer.unverified) for answer in ask("bpu_young_enough", *rows)] == [
        (True, True),
        (False, True),
        (None, False),
    ]


def test_a_person_without_wage_may_be_covered_in_two_occupations():
    assert LAW.value("bpu_occupations_most", date=dt.date(2025, 1, 1)).value == 2


def test_the_last_days_stand_beside_the_bill_of_a_project():
    case = {"segment": "JAKON", "month": "2019-07", "project_value": 10**9, "order_on": "2019-07-01"}
    bill = contribution({**case, "paid_on": "2019-07-05"})
    assert [found.last_day for found in bill.beside.deadlines] == [dt.date(2019, 7, 19), dt.date(2019, 7, 8)]
    assert contribution(case | {"order_on": "besok"}).problems[0].id == "order_on = besok bukan tanggal"


@pytest.mark.parametrize(("month", "last"), [("2025-07", []), ("2025-08", [dt.date(2026, 6, 30)]), ("2026-02", [])])
def test_the_months_that_pp_36_of_2025_carried_on_are_paid_by_30_june_2026(month, last):
    # expatindonesia.id ?p=2126
    case = {"segment": "PU", "month": month, "wage_per_month": 5_000_000, "risk_class": 1, "industry": "toys"}
    found = {workers: contribution({**case, "workers": workers}).beside.deadlines for workers in (50, 49)}
    assert [day.last_day for day in found[50]] == last
    assert found[49] == ()
