"""Nota dinas: who reads nothing else can decide, on one page."""

from __future__ import annotations

import csv
import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from example_papers import FOLDER, TODAY, example
from PIL import Image
from report_text import whole_text
from rounds_made import CITY, MEETING, Rows, group, members, rich, round_of, small

from semesta.basics.places import PLACES
from semesta.monev.measured import Measured
from semesta.report.content import Document, Fields, Listed, Paragraph, Signature, Table
from semesta.report.laporan import figures, phrases
from semesta.report.laporan.content import laporan
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.summary import five, uncertain
from semesta.report.letters.nota_dinas import nota_dinas
from semesta.report.minutes.accord import accord
from semesta.report.typeset_pdf import pages
from semesta.rounds.run import measured_round, read_round


@pytest.fixture(scope="module")
def rich_round() -> Measured:
    return round_of(rich())


@pytest.fixture(scope="module")
def note(rich_round: Measured) -> Document:
    return nota_dinas(rich_round, "id")


def figures_of(document: Document) -> Table:
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    return table


def fields_of(document: Document) -> dict[str, str]:
    return dict(next(block for block in document.blocks if isinstance(block, Fields)).fields)


def test_a_reader_of_the_note_alone_finds_the_five_figures(note: Document, rich_round: Measured) -> None:
    values = five(rich_round)
    shown = [
        (figures.key_figure(v, rich_round, "id").name, figures.key_figure(v, rich_round, "id").value) for v in values
    ]
    assert len(values) == 5
    assert [row[:2] for row in figures_of(note).rows] == shown


def test_a_reader_of_the_note_alone_finds_the_decisions_asked(note: Document) -> None:
    [asked] = [block for block in note.blocks if isinstance(block, Listed)]
    assert asked.numbered
    assert asked.items[0].startswith("Menambah anggaran")
    assert 1 <= len(asked.items) <= 3


def test_a_figure_that_is_wanting_says_who_has_it() -> None:
    note = nota_dinas(round_of({"members": [members("rentan.nelayan", 300)]}), "id")
    [row] = [row for row in figures_of(note).rows if row[0] == "Cakupan"]
    assert row[1] == "belum ada data"
    assert row[2].startswith("dipegang ")


def test_under_a_pool_figure_stands_that_it_is_no_debt() -> None:
    table = figures_of(nota_dinas(round_of(small()), "id"))
    assert "Selisih iuran dan manfaat" in [row[0] for row in table.rows]
    assert phrases.NOT_A_DEBT.id in table.notes


def test_where_nothing_else_can_be_asked_the_note_asks_for_the_data_that_are_wanting() -> None:
    told = whole_text(nota_dinas(round_of({"meeting": [MEETING]}), "id"))
    assert "Meminta pemegang data menyampaikan angka yang belum ada: cakupan (" in told
    assert "anggaran ditetapkan (BPKAD/BKAD dan Bappeda)" in told


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("rows", [small, rich])
def test_the_note_is_one_page(rows: object, paper: str) -> None:
    tables: dict[str, Rows] = rows() | {"kantor": [letterhead(paper)]}  # type: ignore[operator]
    assert pages(nota_dinas(round_of(tables), "id")) == 1


def test_two_hundred_long_requests_leave_the_note_on_one_page_and_whole_in_the_report() -> None:
    text = "Menambah anggaran iuran bagi pekerja rentan " * 20
    asked = [{"place": CITY, "kind": "request", "text": f"{text}{n}", "status": "open"} for n in range(200)]
    rows = round_of({"population": [group("rentan", 900)], "commitments": asked, "kantor": [letterhead("A4")]})
    note = nota_dinas(rows, "id")
    assert pages(note) == 1
    assert "198 usul keputusan lain ada dalam bab rekomendasi laporan" in whole_text(note)
    assert f"{text}199" in whole_text(laporan(rows, "id"))


def test_numbers_of_tables_are_those_of_the_report(note: Document, rich_round: Measured) -> None:
    report = {b.number: b.caption for b in laporan(rich_round, "id").blocks if isinstance(b, Table)}
    [number] = [n for n, caption in report.items() if caption == "Rencana tindak lanjut"]
    assert f"Menambah anggaran (Tabel\u00a0{number})" in whole_text(note)


def test_the_note_goes_to_the_head_of_the_region_unless_the_sheet_says_who() -> None:
    assert fields_of(nota_dinas(round_of(small()), "id"))["Yth."] == "Wali Kota Cilegon"
    told = small() | {"kantor": [{"place": CITY, "to": "Penjabat Wali Kota"}]}
    assert fields_of(nota_dinas(round_of(told), "id"))["Yth."] == "Penjabat Wali Kota"
    province = round_of({"population": [group("rentan", 900, place="36")]}, place="36")
    assert fields_of(nota_dinas(province, "id"))["Yth."] == "Gubernur Banten"


def test_no_field_of_the_office_is_invented() -> None:
    note = nota_dinas(round_of(small()), "id")
    fields = fields_of(note)
    assert fields["Dari"] == "${jabatan_pengirim}"
    assert fields["Nomor"] == "${nomor_naskah}"
    assert fields["Tanggal"] == "${tanggal_naskah}"
    assert fields["Sifat"] == "${sifat}"
    signature = note.blocks[-1]
    assert isinstance(signature, Signature)
    assert (signature.name, signature.nip) == ("${nama_pengirim}", "${nip_pengirim}")
    assert (note.letterhead.government, note.letterhead.office, note.letterhead.picture) == ("", "", None)
    assert "${…}" in note.footer


def test_the_note_is_a_draft_until_a_person_removes_the_mark(note: Document) -> None:
    assert note.mark == "KONSEP"
    assert nota_dinas(round_of(small(), {"members": 2}), "id").mark == "KONSEP · SEMENTARA"


def test_the_english_note_says_the_same_in_english(rich_round: Measured, note: Document) -> None:
    english = nota_dinas(rich_round, "en")
    assert [type(block) for block in english.blocks] == [type(block) for block in note.blocks]
    assert "Decisions asked" in whole_text(english)


def letterhead(paper: str) -> dict[str, object]:
    return {
        "place": CITY,
        "government": "Pemerintah Kota Contoh",
        "office_name": "Dinas Tenaga Kerja",
        "address": "Jalan Contoh Nomor 1, Telepon (0254) 000000, surel dinas@contoh.go.id, Kode Pos 42400",
        "copies": "Sekretaris Daerah; Inspektur; Kepala Bappeda",
        "post": "Kepala Dinas Tenaga Kerja",
        "rank": "Pembina Utama Muda (IV/c)",
        "paper": paper,
    }


def test_the_meeting_is_named_where_its_day_is_not_that_of_the_data() -> None:
    rows = small() | {"population": [group("rentan", 900, as_of=dt.date(2024, 7, 31))]}
    assert "(rapat 17 Juli 2024)" in whole_text(nota_dinas(round_of(rows), "id"))


def test_smaller_type_comes_before_shorter_sentences() -> None:
    text = (
        "Menambah anggaran iuran bagi pekerja rentan menurut usulan perangkat daerah dan hasil rapat koordinasi, tahap"
    )
    asked = [{"place": CITY, "kind": "request", "text": f"{text} {n}", "status": "open"} for n in range(3)]
    rows = round_of(small() | {"commitments": asked, "kantor": [letterhead("A4")]})
    note = nota_dinas(rows, "id")
    assert note.compact
    assert [n for n in range(3) if f"{text} {n} (Tabel" not in whole_text(note)] == []
    assert pages(note) == 1


def test_on_f4_with_a_logo_and_long_requests_five_lines_are_left_for_word_and_libreoffice(tmp_path: Path) -> None:
    folder = tmp_path / "banten"
    shutil.copytree(FOLDER / "banten-2025", folder)
    text = "Menambah anggaran iuran bagi pekerja rentan menurut usulan perangkat daerah dan hasil rapat koordinasi " * 8
    with (folder / "commitments.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"36,request,{text}{n},Dinas Tenaga Kerja,2026-03-01,open,,,,,,\n" for n in range(199))
    office = letterhead("F4") | {"place": "36", "name": "Contoh Nama", "nip": "1" * 18, "logo": "lambang.png"}
    with (folder / "kantor.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([office.keys(), office.values()])
    Image.new("RGB", (300, 360)).save(folder / "lambang.png")
    measured = measured_round(read_round([folder], today=TODAY, places=PLACES), places=PLACES, today=TODAY)
    note = nota_dinas(measured, "id")
    assert note.letterhead.picture is not None
    assert pages(replace(note, blocks=(*note.blocks, *[Paragraph("\u00a0")] * 5))) == 1


def test_what_is_at_odds_is_quoted_as_it_was_written_with_its_day_and_universe() -> None:
    found = uncertain(Draft(example("banten-2025"), "id"))[:2]
    universe = "penduduk bekerja di luar ASN, TNI dan Polri"
    assert [text.replace("\xa0", " ") for text in found] == [
        f"Cakupan ({universe}): tertulis 46,28 % (31 Maret 2025), terhitung 47,50 % (28 Februari 2025).",
        f"Kesenjangan ({universe}): tertulis sekitar 3,8 juta (31 Maret 2025), terhitung 3.040.000 (28 Februari 2025).",
    ]


def test_an_english_paper_says_once_that_the_words_of_the_office_are_in_indonesian() -> None:
    rows = rich() | {
        "commitments": [{"place": CITY, "kind": "request", "text": "Menganggarkan iuran bagi nelayan"}],
        "obstacles": [{"place": CITY, "kind": "obstacle", "text": "Kemampuan fiskal terbatas"}],
    }
    measured = round_of(rows)
    told = "quoted as the office wrote them, in Indonesian."
    english = {make.__name__: whole_text(make(measured, "en")) for make in (nota_dinas, laporan, accord)}
    assert {name: text.count(told) for name, text in english.items()} == {"nota_dinas": 1, "laporan": 1, "accord": 1}
    assert "“Menganggarkan iuran bagi nelayan”" in english["nota_dinas"]
    assert "Requests and commitments are quoted" in english["nota_dinas"]
    assert all(mark not in whole_text(nota_dinas(measured, "id")) for mark in ("“", told))


def test_an_english_note_without_requests_says_nothing_of_quotations() -> None:
    assert "quoted" not in whole_text(nota_dinas(round_of({"population": [group("rentan", 900)]}), "en"))
