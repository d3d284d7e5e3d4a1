"""Matriks Inpres 2/2021: the actions of a round, by government in the report of a semester or year."""

from __future__ import annotations

import datetime as dt
import io
import textwrap
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from report_text import tables, whole_text
from rounds_made import CITY, DAY, MEETING, Rows, rich, round_of, small

from semesta.basics.words import Lang
from semesta.report.column_widths import PAGE
from semesta.report.content import Document, Heading, Signature
from semesta.report.inpres.document import matrix
from semesta.report.inpres.workbook import workbook
from semesta.report.laporan.long_cells import LONGEST_CELL
from semesta.report.papers.registry import papers
from semesta.report.typeset_docx import docx
from semesta.report.typeset_pdf import pdf
from semesta.rounds.run import read_round

PROVINCE, OTHER = "36", "36.04"
LONG = "Kalimat panjang tentang pelaksanaan instruksi di daerah ini. " * 85


def action(text: str, place: str = CITY, **more: Any) -> dict[str, Any]:
    return {"place": place, "institution": "Dinas Tenaga Kerja", "action": text} | more


def round_with(actions: Rows, kind: str = "", **meeting: Any) -> dict[str, Rows]:
    held = MEETING | ({"kind": kind} if kind else {}) | meeting
    return {"meeting": [held], "inpres_actions": actions}


def written(rows: dict[str, Rows], lang: Lang = "id", place: str | None = None) -> Document:
    return matrix(round_of(rows, place=place), lang)


FULL = action(
    "Menganggarkan iuran",
    instruction="Butir kedua",
    measure="Orang dianggarkan",
    target="3.500 orang",
    achieved="2.900 orang",
    percent=0.83,
    evidence="DPA",
    obstacle="Ruang fiskal",
    follow_up="Usul APBD perubahan",
    due=dt.date(2024, 3, 1),
    status="in_progress",
    source="Disnaker",
)


# ---- the table


def test_the_matrix_has_the_columns_of_the_form_we_propose_and_says_that_it_is_ours() -> None:
    document = written(round_with([FULL]))
    heads = [column.title for column in tables(document)[0].columns]
    assert heads == [
        *("No.", "Instruksi", "Pelaksana", "Rencana aksi", "Ukuran", "Target", "Capaian s.d. 17 Juli 2024", "%"),
        *("Bukti", "Kendala", "Tindak lanjut", "Batas waktu", "Status"),
    ]
    assert "Bentuk usulan Semesta; bukan formulir resmi." in whole_text(document)


def test_every_cell_is_what_was_written() -> None:
    row = tables(written(round_with([FULL])))[0].rows[0]
    assert row[1:7] == (
        *("Butir kedua", "Dinas Tenaga Kerja", "Menganggarkan iuran", "Orang dianggarkan", "3.500 orang"),
        "2.900 orang",
    )
    assert row[7].replace("\u00a0", " ") == "83 %"
    assert row[8:12] == ("DPA", "Ruang fiskal", "Usul APBD perubahan", "1 Maret 2024")
    assert row[12] == "Berjalan; lewat batas waktu"


def test_a_column_that_nobody_filled_in_is_named_under_the_table() -> None:
    table = tables(written(round_with([action("Mendata nelayan")])))[0]
    assert [column.title for column in table.columns] == ["No.", "Pelaksana", "Rencana aksi"]
    assert any(note.startswith("Kolom yang belum diisi: Instruksi, Ukuran, Target") for note in table.notes)


def test_an_action_past_its_day_is_not_overdue_once_it_is_done() -> None:
    done = FULL | {"status": "done"}
    assert tables(written(round_with([done])))[0].rows[0][-1] == "Terlaksana"


def test_how_many_are_done_is_the_indicator() -> None:
    rows = [action("Satu", status="done"), action("Dua", status="open"), action("Tiga", status="cancelled")]
    text = whole_text(written(round_with(rows))).replace("\u00a0", " ")
    assert "Rencana aksi Inpres selesai: **50 %** (1 dari 2)." in text


@pytest.mark.parametrize("letters", [LONGEST_CELL + 1, 5_000])
def test_a_long_text_begins_in_its_cell_and_stands_whole_under_the_table(letters: int) -> None:
    text = LONG[:letters].strip()
    document = written(round_with([FULL | {"obstacle": text}]))
    cell = tables(document)[0].rows[0][9]
    assert cell.endswith("… (catatan 1)")
    assert f"**Catatan 1.** {text}" in whole_text(document)


def test_the_whole_document_lies_on_its_side() -> None:
    from pypdf import PdfReader

    read = PdfReader(io.BytesIO(pdf(written(round_with([FULL] * 30)))))
    assert all(page.mediabox.width > page.mediabox.height for page in read.pages)
    assert docx(written(round_with([FULL])))


@pytest.mark.parametrize(("paper", "millimetres"), [(None, (297, 210)), ("F4", (330, 215))])
def test_the_paper_is_that_of_the_office(paper: str | None, millimetres: tuple[int, int]) -> None:
    from pypdf import PdfReader

    rows = round_with([FULL]) | {"kantor": [{"place": CITY, "paper": paper}]}
    page = PdfReader(io.BytesIO(pdf(written(rows)))).pages[0]
    size = (round(float(page.mediabox.width) / 72 * 25.4), round(float(page.mediabox.height) / 72 * 25.4))
    assert size == millimetres


# ---- the report of a semester or year, by government


def several() -> Rows:
    return [
        action("Mendaftarkan nelayan", PROVINCE, status="in_progress"),
        action("Membayar iuran petani", CITY, status="done"),
        action("Membayar iuran kader", CITY, due=dt.date(2024, 1, 1)),
        action("Menyusun peraturan bupati", OTHER, status="open"),
    ]


@pytest.fixture(scope="module")
def semester() -> Document:
    return written(round_with(several(), "semester", reports_on="2024-01/2024-06", place=PROVINCE), place=PROVINCE)


def test_the_report_of_a_semester_has_a_table_for_each_government_the_reporting_one_first(semester: Document) -> None:
    heads = [block.text for block in semester.blocks if isinstance(block, Heading)]
    assert heads == ["Provinsi Banten", "Kab. Serang", "Kota Cilegon"]
    assert semester.title == "Laporan semester pelaksanaan Instruksi Presiden Nomor 2 Tahun 2021"
    assert semester.subtitle == "Provinsi Banten · Semester I Tahun 2024"


def test_its_first_table_counts_the_actions_of_each_government_by_status(semester: Document) -> None:
    table = tables(semester)[0]
    heads = [column.title for column in table.columns]
    assert heads == [
        *("Pemerintah", "Rencana aksi", "Belum dilaksanakan", "Berjalan", "Terlaksana", "Status belum diisi"),
        "Lewat batas waktu",
    ]
    assert table.rows[2] == ("Kota Cilegon", "2", "0", "0", "1", "1", "1")
    assert table.total == ("Jumlah", "4", "1", "1", "1", "1", "1")


def test_governments_of_which_nothing_was_reported_are_named_and_not_said_to_do_nothing(semester: Document) -> None:
    text = whole_text(semester)
    assert "tidak sama dengan belum melaksanakan" in text
    assert "Kab. Pandeglang, Kab. Lebak, Kab. Tangerang" in text


def test_a_report_is_signed_and_the_matrix_of_a_meeting_is_an_annex(semester: Document) -> None:
    assert any(isinstance(block, Signature) for block in semester.blocks)
    assert not any(isinstance(block, Signature) for block in written(round_with([FULL])).blocks)


def test_in_one_table_of_several_governments_each_action_names_its_own() -> None:
    table = tables(written(round_with(several(), place=PROVINCE), place=PROVINCE))[0]
    assert table.columns[1].title == "Pemerintah"
    assert [row[1] for row in table.rows] == ["Provinsi Banten", "Kab. Serang", "Kota Cilegon", "Kota Cilegon"]


@pytest.mark.parametrize(
    ("kind", "period", "said"),
    [
        ("semester", "2024-07/2024-12", "Semester II Tahun 2024"),
        ("semester", "2024-02/2024-07", "Februari–Juli 2024"),
        ("semester", None, "Keadaan sampai dengan 17 Juli 2024"),
        ("annual", "2024", "Tahun 2024"),
    ],
)
def test_the_period_is_the_one_stated_and_never_guessed_from_the_day(kind: str, period: str | None, said: str) -> None:
    assert written(round_with([FULL], kind, reports_on=period)).subtitle == f"Kota Cilegon · {said}"


def test_a_city_does_not_name_its_districts_as_silent() -> None:
    assert "tidak sama dengan belum melaksanakan" not in whole_text(written(round_with([FULL], "semester")))


def test_it_can_be_had_in_english() -> None:
    text = whole_text(written(round_with(several(), "annual", place=PROVINCE, reports_on="2024"), "en", PROVINCE))
    assert "A form proposed by Semesta, not an official one." in text
    assert "belum" not in text.lower().replace("belum dilaksanakan", "")


# ---- the workbook


def test_the_workbook_is_read_again_as_the_same_actions(tmp_path: Path) -> None:
    measured = round_of(round_with([FULL, *several()], place=PROVINCE), place=PROVINCE)
    (tmp_path / "matriks.xlsx").write_bytes(workbook(measured, "id"))
    again = read_round([tmp_path / "matriks.xlsx"], today=DAY).frame("inpres_actions")
    assert again is not None
    kept = [name for name in FULL if name != "place"]
    back = {row["action"]: row for row in again.to_dicts()}
    assert {name: back["Menganggarkan iuran"][name] for name in kept} == {name: FULL[name] for name in kept}
    assert len(back) == 5
    assert back["Menyusun peraturan bupati"]["place"] == OTHER


def test_the_workbook_says_what_it_is_and_that_the_form_is_ours() -> None:
    book = load_workbook(io.BytesIO(workbook(round_of(round_with([FULL])), "id")))
    sheet = book.worksheets[0]
    assert sheet.cell(1, 1).value.startswith("KONSEP · Matriks pelaksanaan Instruksi Presiden")
    assert sheet.cell(2, 1).value.startswith(
        "Bentuk usulan Semesta; bukan formulir resmi. Capaian sampai dengan 17 Juli 2024"
    )
    assert book.sheetnames == ["Inpres 2-2021", "Kemajuan"]


@pytest.mark.parametrize(("paper", "code"), [(None, 9), ("F4", 14)])
def test_all_columns_of_the_workbook_are_printed_large_enough_to_read(paper: str | None, code: int) -> None:
    rows = round_with([FULL, action("Mendaftarkan ketenagakerjaan", instruction="optimalisasi ketenagakerjaan " * 3)])
    rows |= {"kantor": [{"place": CITY, "government": "Pemerintah Kota Contoh", "paper": paper}]}
    page = load_workbook(io.BytesIO(workbook(round_of(rows), "id"))).worksheets[0]
    printed = [page.column_dimensions[letter].width for letter in "ABCDEFGHIJKLM"]
    # On A4 on its side so many characters of ten points are printed at seven points or more.
    assert sum(printed) <= 1.15 * PAGE
    assert page.column_dimensions["B"].width > len("ketenagakerjaan")
    assert page.page_setup.paperSize == code
    assert page.print_area.endswith("$M$6")


def test_empty_cells_stay_empty_to_be_filled_in_and_nothing_becomes_a_formula() -> None:
    rows = round_with([action('=1+1 / "kutip"')])
    sheet = load_workbook(io.BytesIO(workbook(round_of(rows), "id"))).worksheets[0]
    cells = {sheet.cell(4, n).value: sheet.cell(5, n) for n in range(1, sheet.max_column + 1)}
    assert cells["Rencana aksi"].data_type == "s"
    assert cells["Rencana aksi"].value == '=1+1 / "kutip"'
    assert cells["Target"].value is None


def test_a_text_that_no_row_can_hold_is_printed_whole_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    words = [f"kata{number}" for number in range(600)]
    text = " ".join(words[:300]) + "\n" + " ".join(words[300:])
    written = workbook(round_of(round_with([FULL, FULL | {"action": "Panjang", "obstacle": text}])), "id")
    book = load_workbook(io.BytesIO(written))
    assert book.sheetnames == ["Inpres 2-2021", "Kemajuan", "Teks panjang"]
    assert book.worksheets[0].cell(2, 1).value.endswith("tercetak utuh di lembar Teks panjang.")
    sheet = book["Teks panjang"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert rows[0][:3] == ["Inpres 2-2021", 6, "Kendala"]
    assert {row[2] for row in rows[1:]} == {"Kendala (lanjutan)"}
    assert " ".join(row[3] for row in rows).split() == words
    for number, row in enumerate(rows, 5):
        shown = sum(len(textwrap.wrap(line, 75)) for line in row[3].split("\n"))
        assert shown * 13 <= sheet.row_dimensions[number].height <= 409
    (tmp_path / "matriks.xlsx").write_bytes(written)
    again = read_round([tmp_path / "matriks.xlsx"], today=DAY).frame("inpres_actions")
    assert again is not None
    assert again["obstacle"].to_list() == [FULL["obstacle"], text]


# ---- where it cannot be made


def test_a_round_without_actions_says_who_holds_them() -> None:
    why = papers()["matriks-inpres"].lacking(round_of(small()))
    assert why is not None
    assert "Inpres 2-2021" in why.id
    assert "Bagian Kesejahteraan Rakyat, Disnaker" in why.id
    assert papers()["matriks-inpres"].lacking(round_of(rich())) is None


def test_actions_that_were_all_set_aside_are_to_be_mended() -> None:
    why = papers()["matriks-inpres"].lacking(round_of(small() | {"inpres_actions": []}, {"inpres_actions": 3}))
    assert why is not None
    assert "semua barisnya salah dan disisihkan" in why.id
