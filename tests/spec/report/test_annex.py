"""The annex workbook: every number with its definition and source, safe to open, the same bytes for the same round."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook
from rounds_made import CITY, rich, round_of, small

from semesta.monev.measured import Measured
from semesta.monev.registry import INDICATORS
from semesta.report.annex import annex


@pytest.fixture(scope="module")
def measured() -> Measured:
    return round_of(rich(), {"members": 2})


@pytest.fixture(scope="module")
def book(measured: Measured) -> Workbook:
    return load_workbook(BytesIO(annex(measured, "id")))


def rows(book: Workbook, sheet: str) -> list[dict[str, object]]:
    """The rows of a sheet by their headings, which stand in the fourth row."""
    table = list(book[sheet].iter_rows(values_only=True))
    return [dict(zip(map(str, table[3]), row, strict=True)) for row in table[4:]]


def test_every_value_stands_in_it_with_its_codes(measured: Measured, book: Workbook) -> None:
    found = rows(book, "Indikator")
    assert len(found) == len(measured.values)
    for value, row in zip(measured.values, found, strict=True):
        assert row["Kode indikator"] == value.indicator
        assert row["Nilai"] == pytest.approx(value.value)
        assert (row["place"], row["group"] or "") == (value.node.place, value.node.group)


def test_a_missing_value_is_an_empty_cell_with_its_status_beside_it(measured: Measured, book: Workbook) -> None:
    missing = [row for row in rows(book, "Indikator") if row["Nilai"] is None]
    assert len(missing) == sum(v.value is None for v in measured.values)
    assert all(row["Keadaan"] not in (None, "", "tersedia") for row in missing)


def test_shares_and_amounts_have_their_number_formats(book: Workbook) -> None:
    sheet = book["Indikator"]
    formats = {(sheet.cell(n, 12).value, sheet.cell(n, 3).number_format) for n in range(5, sheet.max_row + 1)}
    assert ("coverage", "0.00%") in formats
    assert any(name == "contributions" and "Rp" in form for name, form in formats)


def test_every_indicator_has_its_card(book: Workbook) -> None:
    cards = {row["Kode"]: row for row in rows(book, "Definisi")}
    assert set(cards) == set(INDICATORS)
    assert cards["coverage"]["Rumus"] == INDICATORS["coverage"].formula.id


def test_rows_set_aside_are_grouped_by_cause_with_how_to_mend_them(book: Workbook) -> None:
    assert rows(book, "Baris disisihkan") == [
        {
            "Tingkat": "salah",
            "Berkas": "monev.xlsx",
            "Lembar": "Peserta",
            "Kolom": "C Jumlah orang",
            "Banyaknya": 2,
            "Baris": "9, 9",
            "Contoh isi": "banyak",
            "Seharusnya": "bilangan bulat",
            "Cara memperbaiki": "Tulis angkanya.",
        }
    ]


def test_each_row_that_entered_says_file_sheet_and_row(book: Workbook) -> None:
    first = rows(book, "Data Jumlah pekerja")[0]
    assert (first["Jumlah orang"], first["Berkas"], first["Lembar"], first["Baris"]) == (
        1528,
        "monev.xlsx",
        "Jumlah pekerja",
        2,
    )


def test_findings_name_every_correction_and_choose_none(measured: Measured, book: Workbook) -> None:
    found = next(f for f in measured.findings if len(f.corrections) > 1)
    row = next(r for r in rows(book, "Temuan") if r["Uraian"] == found.message.id)
    assert str(row["Koreksi yang mungkin (tidak dipilih)"]).count("→") == len(found.corrections)


def test_text_that_looks_like_a_formula_or_an_address_stays_text() -> None:
    evil = [
        '=HYPERLINK("http://x.example","Klik")',
        "+1+1",
        "@SUM(1)",
        "-2+3",
        "http://x.example",
        "=cmd|' /C calc'!A0",
    ]
    data = small() | {"obstacles": [{"place": CITY, "kind": "obstacle", "text": text} for text in evil]}
    made = annex(round_of(data), "id")
    found = [row["Uraian"] for row in rows(load_workbook(BytesIO(made)), "Data Potensi dan kendala")]
    assert found == evil
    with ZipFile(BytesIO(made)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


def test_the_same_round_gives_the_same_bytes(measured: Measured) -> None:
    assert annex(measured, "id") == annex(measured, "id")


def test_headings_are_frozen_filtered_and_repeated_in_print(book: Workbook) -> None:
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "B5", sheet.title
        assert sheet.print_title_rows == "$4:$4", sheet.title
        assert len(sheet.title) <= 31
        if sheet.max_row > 4:
            assert sheet.auto_filter.ref, sheet.title


def test_the_english_annex_shares_no_sheet_name_or_heading_with_the_indonesian(
    measured: Measured, book: Workbook
) -> None:
    english = load_workbook(BytesIO(annex(measured, "en")))
    assert english.sheetnames[:6] == ["Summary", "Indicators", "Definitions", "Findings", "Set aside", "Sources"]
    codes = set(rows(book, "Indikator")[0]) & set(rows(english, "Indicators")[0])
    assert codes == {
        "place",
        "office",
        "group",
        "segment",
        "programme",
        "funding",
        "period",
        "universe",
        "basis",
        "benefit",
        "document",
    }
