"""The budget proposal: its lines add up to the need, its codes are the office's own, its stages those still open."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pytest
from openpyxl import load_workbook
from report_text import tables, whole_text
from rounds_made import CITY, Rows, members, rich, round_of, small

from semesta.monev.measured import Measured
from semesta.report.content import Document
from semesta.report.papers.registry import papers
from semesta.report.usulan.codes import activity_of, programme_of
from semesta.report.usulan.content import usulan_anggaran
from semesta.report.usulan.lines import asked
from semesta.report.usulan.workbook import workbook


@pytest.fixture(scope="module")
def rich_round() -> Measured:
    return round_of(rich())


@pytest.fixture(scope="module")
def proposal(rich_round: Measured) -> Document:
    return usulan_anggaran(rich_round, "id")


def planned(**line: Any) -> Rows:
    return [{"place": CITY, "year": 2025, "funding": "apbd.kabkota", "status": "proposed", "source": "BKAD"} | line]


def need(measured: Measured) -> int:
    value = measured.headline("need")
    assert value is not None
    assert value.value is not None
    return int(value.value)


def test_the_lines_add_up_to_the_need_of_the_report(rich_round: Measured, proposal: Document) -> None:
    assert sum(line.amount for line in asked(rich_round)) == need(rich_round) == 288_691_200
    assert "Rp288.691.200" in whole_text(proposal)
    words = "dua ratus delapan puluh delapan juta enam ratus sembilan puluh satu ribu dua ratus rupiah"
    assert f"Terbilang: {words}." in whole_text(proposal)


def test_every_line_is_volume_times_price(rich_round: Measured) -> None:
    for line in asked(rich_round):
        assert line.price is not None
        assert line.volume * line.price == line.amount


def test_a_price_by_law_becomes_one_line_for_each_programme() -> None:
    lines = asked(round_of({"budgets": planned(group="rentan", persons=100, months=12)}))
    assert [(line.programme, line.price, line.amount) for line in lines] == [
        ("JKK", 10_000, 12_000_000),
        ("JKM", 6_800, 8_160_000),
    ]


def test_an_account_that_the_office_wrote_is_not_torn_apart_nor_replaced() -> None:
    rows = planned(group="rentan", persons=100, months=12, account="5.1.02.02.02.0006")
    assert [(line.account, line.amount) for line in asked(round_of({"budgets": rows}))] == [
        ("5.1.02.02.02.0006", 20_160_000)
    ]


def test_accounts_with_prices_of_their_own_are_lines_of_their_own() -> None:
    rows = [
        planned(group="non_asn", persons=100, months=12, account=account, price=price)[0]
        for account, price in (("5.1.02.02.02.0006", 12_000), ("5.1.02.02.02.0007", 7_200))
    ]
    lines = asked(round_of({"budgets": rows}))
    assert [(line.programme, line.account, line.price, line.amount) for line in lines] == [
        ("JKK", "5.1.02.02.02.0006", 12_000, 14_400_000),
        ("JKM", "5.1.02.02.02.0007", 7_200, 8_640_000),
    ]


def test_those_already_paid_for_are_asked_for_again_though_no_line_holds_them() -> None:
    rows = {
        "members": [members("rentan", 60, 60)],
        "budgets": planned(group="rentan", persons=40, months=12, opd="Dinas Sosial"),
    }
    lines = asked(round_of(rows))
    assert sorted({(line.opd, line.persons) for line in lines}) == [("", 20), ("Dinas Sosial", 40)]


def test_programme_and_activity_are_read_from_the_code_of_the_sub_activity() -> None:
    assert activity_of("2.07.05.2.02.0005 Pengembangan") == "2.07.05.2.02"
    assert programme_of("2.07.05.2.02.0005") == "2.07.05"
    assert activity_of("Pendataan dan sosialisasi") == ""


def test_a_code_that_nobody_wrote_is_offered_below_and_never_filled_in() -> None:
    measured = round_of({"budgets": planned(group="non_asn.rt_rw", persons=100, months=12)})
    document = usulan_anggaran(measured, "id")
    assert not any("5.1.02" in cell for table in tables(document) for row in table.rows for cell in row)
    told = whole_text(document)
    assert "Rekening: 2 dari 2 baris belum diisi." in told
    assert "Kode yang lazim dipakai, belum diverifikasi" in told
    assert "5.1.02.02.02.0007 Belanja Iuran Jaminan Kematian bagi Non ASN" in told


def test_a_complete_line_asks_the_office_for_nothing() -> None:
    rows = planned(
        group="rentan",
        persons=10,
        months=12,
        account="5.1.1",
        subkegiatan="2.07.05.2.02.0005",
        opd="Dinas Tenaga Kerja",
    )
    assert "masih dilengkapi" not in whole_text(usulan_anggaran(round_of({"budgets": rows}), "id"))


def test_every_stage_of_the_year_is_shown_with_its_article_and_the_next_one_named(proposal: Document) -> None:
    told = whole_text(proposal)
    assert "tahap terdekat yang masih dapat menampung: **KUA-PPAS disepakati bersama DPRD" in told
    table = next(t for t in tables(proposal) if t.caption.startswith("Tahap penyusunan"))
    assert [row[3] for row in table.rows] == ["sudah lewat", "masih dapat", "masih dapat", "masih dapat", "masih dapat"]
    assert all("Pasal" in row[2] and "belum diverifikasi" in row[2] for row in table.rows)


def test_a_year_whose_stages_are_all_past_says_so() -> None:
    rows = {"budgets": planned(group="rentan", persons=10, months=12, year=2024), "meeting": [late_meeting()]}
    assert "semua tahap anggaran 2024 sudah lewat" in whole_text(usulan_anggaran(round_of(rows), "id"))


def late_meeting() -> dict[str, Any]:
    return {"place": CITY, "date": dt.date(2024, 12, 20), "venue": "Aula"}


def test_the_workbook_has_the_columns_of_a_budget_system_and_numbers_as_numbers(rich_round: Measured) -> None:
    page = load_workbook(io.BytesIO(workbook(rich_round, "id")))["Usulan"]
    titles = [cell.value for cell in page[4]]
    for wanted in (
        "Program",
        "Kegiatan",
        "Sub kegiatan",
        "Rekening",
        "Satuan",
        "Volume",
        "Sumber dana",
        "Paling lambat",
    ):
        assert wanted in titles
    amount = titles.index("Pagu usulan (Rp)")
    assert sum(row[amount] for row in page.iter_rows(min_row=5, values_only=True)) == need(rich_round)


def test_a_round_without_persons_to_pay_for_has_no_proposal_and_says_who_has_the_data() -> None:
    why = papers()["usulan-anggaran"].lacking(
        round_of({"population": [{"place": CITY, "group": "rentan", "persons": 9, "as_of": dt.date(2024, 7, 17)}]})
    )
    assert why is not None
    assert "BPKAD" in why.id
    assert "BPJS Ketenagakerjaan" in why.id


def test_forty_offices_with_long_and_strange_names_are_all_there() -> None:
    rows = [
        planned(group="rentan", persons=n + 1, months=12, opd=f'Dinas "{n}" / <b>&{"x" * 300}')[0] for n in range(40)
    ]
    measured = round_of({"budgets": rows})
    lines = asked(measured)
    assert len({line.opd for line in lines}) == 40
    assert sum(line.amount for line in lines) == need(measured)
    made = {name: make() for name, make in papers()["usulan-anggaran"].files(measured, "id").items()}
    assert set(made) == {"usulan-anggaran.docx", "usulan-anggaran.pdf", "usulan-anggaran.xlsx"}


def test_the_english_form_says_the_same_amount() -> None:
    document = usulan_anggaran(round_of(small()), "en")
    assert document.title == "Budget proposal for contributions"
    assert "In words: seven hundred and five million, six hundred thousand rupiah." in whole_text(document)
