"""One row typed into a form is read as a row of a file would be."""

from __future__ import annotations

import datetime as dt

import pytest

from semesta.basics.places import PLACES
from semesta.files.one_row import read_row
from semesta.tables.registry import TABLES

TODAY = dt.date(2026, 11, 21)
PROMISE = {"place": "Kota Cilegon", "text": "Menyiapkan rancangan perwal"}


def read(table="commitments", **typed):
    return read_row(TABLES[table], typed, today=TODAY, places=PLACES)


def test_codes_and_days_come_back_in_their_own_form():
    row = read(**PROMISE, due="31 Desember 2026", status="Selesai")
    assert dict(row.cells) == {**PROMISE, "place": "36.72", "due": "2026-12-31", "status": "done"}


def test_a_number_comes_back_with_its_digits():
    assert read(**PROMISE, budget="Rp790 juta").cells["budget"] == "790 juta"
    assert read(**PROMISE, budget="790.000.000").cells["budget"] == "790000000"


def test_each_faulty_field_is_said_at_once():
    row = read(place="Kota Mana", text="", due="31/02/2026")
    assert set(row.faults) == {"place", "text", "due"}
    assert not row.cells


@pytest.mark.parametrize("typed", [{}, {"place": "36.72"}, {"text": "hanya uraian"}])
def test_a_row_that_is_all_but_empty_lacks_what_is_required(typed):
    assert set(read(**typed).faults) == {"place", "text"} - set(typed)


def test_checks_between_fields_hold():
    row = read("compliance", place="36.72", kind="arrears", period="2026", amount="10 juta", recovered="20 juta")
    assert set(row.faults) == {"recovered"}


def test_days_that_were_observed_do_not_lie_ahead():
    assert set(read("handovers", place="36.72", heirs="2", date="2026-12-01").faults) == {"date"}
    assert not read("meeting", place="36.72", date="2026-12-01").faults


def test_what_may_be_meant_otherwise_is_remarked_and_taken():
    row = read(**PROMISE, budget="2,2 M")
    assert row.cells["budget"] == "2,2 miliar"
    assert set(row.remarks) == {"budget"}
