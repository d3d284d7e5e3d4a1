"""Surat permintaan data: one to each who holds data that are wanting, with the sheets to fill in and no others."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from report_text import whole_text
from rounds_made import CITY, group, members, rich, round_of

from semesta.basics.places import PLACES
from semesta.files.read import read
from semesta.report.laporan.draft import Draft
from semesta.report.letters.data_request import (
    HOLDERS,
    OF_THE_MEETING,
    Request,
    blank_sheets,
    data_request,
    holders,
    lacking,
    requests,
)
from semesta.report.papers.registry import papers
from semesta.tables.registry import TABLES

ONE = {"population": [group("rentan", 900)]}


def asked(**tables: object) -> dict[str, Request]:
    rows = round_of(tables or ONE)  # type: ignore[arg-type]
    return {request.name: request for request in requests(Draft(rows, "id"))}


def test_who_holds_data_that_are_wanting_is_asked_for_them() -> None:
    found = asked()
    assert {"members", "contributions", "claims", "billing", "compliance", "handovers"} <= set(
        found["bpjs-ketenagakerjaan"].tables
    )
    assert found["bagian-hukum"].tables == ("regulations",)
    assert "population" not in {table for request in found.values() for table in request.tables}


def test_two_who_share_a_table_are_both_asked() -> None:
    found = asked()
    assert "budgets" in found["bpkad-bkad"].tables
    assert "budgets" in found["bappeda"].tables


def test_nobody_is_asked_for_what_the_meeting_writes_down_itself() -> None:
    assert not {table for request in asked().values() for table in request.tables} & {*OF_THE_MEETING, "kantor"}


def test_where_only_the_registered_are_known_the_active_are_asked_for() -> None:
    found = asked(**ONE, members=[members("rentan", 300)])["bpjs-ketenagakerjaan"]
    assert found.lacks[0].what.id == "Peserta aktif"
    assert "members" in found.tables


def test_a_full_round_asks_nobody() -> None:
    full = round_of(rich())
    assert lacking(full) is not None
    assert dict(papers()["surat-permintaan-data"].files(full, "id")) == {}


@pytest.mark.parametrize(
    "table", [t.name for t in TABLES.values() if t.name not in (*OF_THE_MEETING, "kantor", "statements")]
)
def test_every_holder_has_a_name_in_both_languages(table: str) -> None:
    assert set(holders(TABLES[table].holder.id)) <= set(HOLDERS)


def test_each_letter_has_its_workbook_beside_it() -> None:
    names = set(papers()["surat-permintaan-data"].files(round_of(ONE), "id"))
    assert {"surat-permintaan-data/bappeda.docx", "surat-permintaan-data/bappeda.pdf"} <= names
    assert "surat-permintaan-data/bappeda.xlsx" in names
    assert len(names) == 3 * len(asked())


def test_the_blank_sheets_are_of_the_tables_asked_for_and_read_back_empty(tmp_path: Path) -> None:
    rows = round_of(ONE)
    request = asked()["bappeda"]
    path = tmp_path / "bappeda.xlsx"
    path.write_bytes(blank_sheets(rows, request, "id"))
    dataset = read([path], today=dt.date(2024, 8, 1), places=PLACES)
    assert set(dataset.frames) == set(request.tables)
    assert not any(dataset.read.values())


def test_the_letter_asks_for_no_name_and_gives_no_day_that_nobody_set() -> None:
    said = whole_text(data_request(round_of(ONE), asked()["bappeda"], "id"))
    assert "tanpa nama dan NIK orang" in said
    assert "paling lambat ………" in said
    assert "Yth. Pimpinan Bappeda" in said


def test_rows_that_were_given_but_set_aside_are_not_said_to_be_wanting() -> None:
    rows = round_of(ONE | {"regulations": []}, {"regulations": 2})
    [request] = [r for r in requests(Draft(rows, "id")) if r.name == "bagian-hukum"]
    assert "semua barisnya salah dan disisihkan" in whole_text(data_request(rows, request, "id"))


def test_the_english_letter_names_the_holder_in_english() -> None:
    rows = round_of({"population": [group("rentan", 900, place=CITY)]})
    [request] = [r for r in requests(Draft(rows, "en")) if r.name == "bappeda"]
    assert "To the head of the planning office" in whole_text(data_request(rows, request, "en")) or (
        "To the planning office" in whole_text(data_request(rows, request, "en"))
    )
