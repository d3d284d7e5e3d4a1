"""Berita acara kesepakatan: parties by post, figures agreed with their source, commitments, signatures; nothing invented."""

from __future__ import annotations

import datetime as dt

import pytest
from example_papers import example
from report_text import between, tables, whole_text
from rounds_made import CITY, DAY, MEETING, group, members, rich, round_of
from sample_document import NASTY
from test_pdf import pages, squeezed, words_beyond_the_page

from semesta.monev.registry import INDICATORS
from semesta.report.content import Document, Listed, Paragraph, Signatures
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.long_cells import LONGEST_CELL
from semesta.report.minutes.accord import AGREED, accord, agreed_values, lacking
from semesta.report.minutes.parties import post_of
from semesta.report.typeset_pdf import pdf

OPDS = [f'Dinas "Contoh" / O\'Brien & <b>{n}</b>' for n in range(1, 41)]
LONG = ("Uraian panjang dengan / garis " * 200)[:5000].strip()


def parties_of(document: Document) -> tuple[str, ...]:
    return next(block for block in document.blocks if isinstance(block, Listed)).items


def signatures_of(document: Document) -> Signatures:
    return next(block for block in document.blocks if isinstance(block, Signatures))


def first_paragraph(document: Document) -> str:
    return next(block.text for block in document.blocks if isinstance(block, Paragraph))


def test_the_hosts_are_the_parties_by_the_post_that_stands_in_the_attendance():
    said = parties_of(accord(example("cilegon-2024"), "id"))

    assert said == (
        "Kepala Dinas, Dinas Tenaga Kerja Kota Cilegon, selanjutnya disebut **PIHAK KESATU**",
        "Kepala Kantor, BPJS Ketenagakerjaan Kantor Cabang Cilegon, selanjutnya disebut **PIHAK KEDUA**",
    )


def test_whoever_opened_the_meeting_signs_that_it_was_seen():
    blocks = [block for block in accord(example("cilegon-2024"), "id").blocks if isinstance(block, Signatures)]
    (last,) = blocks[-1].signatures

    assert [len(block.signatures) for block in blocks] == [2, 1]
    assert (last.party, last.post) == ("Mengetahui", "Asisten Daerah I Sekretariat Daerah Kota Cilegon")


def test_with_one_host_all_institutions_that_took_part_sign_but_not_those_who_received_a_benefit():
    said = " ".join(parties_of(accord(example("banten-2022"), "id")))

    assert "PIHAK KETUJUH" in said
    assert "Kementerian Dalam Negeri" in said
    assert "Ahli waris" not in said


@pytest.mark.parametrize(
    ("role", "post"),
    [
        ("Penyelenggara; Kepala Dinas", "Kepala Dinas"),
        ("Narasumber: Kepala Bidang Hubungan Industrial", "Kepala Bidang Hubungan Industrial"),
        ("Penyelenggara; Kepala Kantor dan pejabat", "Kepala Kantor"),
        ("Narasumber: Asisten Daerah Bidang Ekonomi dan Pembangunan", "Asisten Daerah Bidang Ekonomi dan Pembangunan"),
        ("Peserta: perwakilan", ""),
        ("Tim KSP", ""),
        (None, ""),
    ],
)
def test_a_post_is_taken_from_a_role_only_where_it_names_one(role, post):
    assert post_of({"role": role}) == post


def test_the_office_of_the_sheet_is_the_first_party_and_signs_with_what_the_sheet_says():
    office = {
        "place": CITY,
        "office_name": "Disnaker",
        "post": "Kepala Dinas",
        "name": "A. B.",
        "nip": "1970",
        "city": "Contoh",
    }
    made = accord(round_of(rich() | {"kantor": [office]}), "id")
    first, second, *_ = signatures_of(made).signatures

    assert (first.party, first.post, first.name, first.nip) == (
        "PIHAK KESATU",
        "Kepala Dinas, Disnaker",
        "A. B.",
        "1970",
    )
    assert second.name.strip("…") == ""
    assert "Ditandatangani di Contoh, ${tanggal_naskah}" in whole_text(made)


def test_without_a_meeting_day_venue_and_parties_are_lines_to_fill_in():
    promised = {"place": CITY, "text": "Melapor", "due": DAY}
    made = accord(round_of({"commitments": [promised], "population": [group("rentan", 10)]}), "id")

    assert first_paragraph(made).startswith("Pada hari ini, ………")
    assert [party.split(",")[0].strip("…") for party in parties_of(made)] == ["${jabatan_pengirim}", ""]
    assert made.subtitle == "Nomor: ${nomor_naskah}"


def test_the_day_of_the_meeting_is_spelt_in_words_and_figures():
    said = first_paragraph(accord(example("cilegon-2024"), "id"))

    assert "Rabu, tanggal tujuh belas bulan Juli tahun dua ribu dua puluh empat (17-07-2024)" in said
    assert first_paragraph(accord(example("cilegon-2024"), "en")).startswith("On Wednesday, 17 July 2024, at Zuka")


def test_every_figure_agreed_names_its_source():
    table = tables(accord(example("banten-2025"), "id"))[0]
    numbers = [row[-1] for row in table.rows]

    assert all(numbers)
    assert {n for cell in numbers for n in cell.split(", ")} <= {
        note.split(":")[0].removeprefix("Sumber ") for note in table.notes
    }


def test_a_source_that_all_figures_share_stands_once_under_the_table():
    table = tables(accord(example("cilegon-2024"), "id"))[0]

    assert table.source.startswith("Banten Raya")
    assert "Sumber" not in [column.title for column in table.columns]


def test_a_figure_that_is_contradicted_is_not_agreed_but_put_on_record_as_open():
    rows = rich()["population"]
    measured = round_of({"population": rows, "members": [members("non_asn.rt_rw", 1200, 1100)]})
    made = accord(measured, "id")
    draft = Draft(measured, "id")

    assert any("contradicted" in value.status for value in measured.values if value.indicator == "population")
    assert "population" not in {value.indicator for value in agreed_values(draft)}
    assert between(made, "Angka yang belum disepakati")


def test_the_sentence_that_no_debt_is_meant_stands_under_a_difference_of_contributions_and_benefits():
    assert "bukan utang pemerintah daerah" in whole_text(accord(example("cilegon-2024"), "id"))


def test_what_is_agreed_on_are_indicators():
    assert set(AGREED) <= set(INDICATORS)


def test_200_commitments_of_40_offices_with_quotes_and_slashes_are_all_in_it():
    promised = [
        {"place": CITY, "text": f"Janji nomor {n} {NASTY}", "responsible": OPDS[n % 40], "due": dt.date(2024, 9, 1)}
        for n in range(200)
    ]
    measured = round_of({"meeting": [MEETING | {"hosts": "; ".join(OPDS)}], "commitments": promised})
    made = accord(measured, "id")

    assert len(tables(made)[-1].rows) == 200
    assert len(parties_of(made)) == len(OPDS)
    assert [one.post for one in signatures_of(made).signatures[1:]] == OPDS[1:]


def test_a_text_of_5000_characters_begins_in_its_cell_and_stands_whole_across_the_page():
    said = {"place": CITY, "text": LONG, "responsible": OPDS[0]}
    document = accord(round_of({"meeting": [MEETING | {"opened_by": LONG}], "commitments": [said]}), "id")
    made = pdf(document)

    assert all(len(cell) <= LONGEST_CELL for row in tables(document)[-1].rows for cell in row)
    assert squeezed(" ".join(pages(made))).count("panjang") >= 2 * LONG.count("panjang")
    assert words_beyond_the_page(made) == []


def test_what_is_fixed_for_no_commitment_is_named_once_and_takes_no_column():
    said = [{"place": CITY, "text": f"Janji {n}", "due": dt.date(2024, 9, n + 1)} for n in range(3)]
    table = tables(accord(round_of({"meeting": [MEETING], "commitments": said}), "id"))[-1]

    assert [column.title for column in table.columns] == ["No.", "Uraian", "Batas waktu", "Status"]
    assert table.notes == ("Belum ditetapkan: Penanggung jawab, Keluaran, Indikator",)


def test_a_round_with_neither_figure_nor_commitment_has_no_accord_and_says_why():
    assert lacking(example("cilegon-2024")) is None
    assert lacking(round_of({"meeting": [MEETING], "attendance": [{"place": CITY, "institution": "BPS"}]})) is not None


def test_a_round_with_figures_alone_has_one():
    measured = round_of({"population": [group("rentan", 10)]})

    assert lacking(measured) is None
    assert "10 orang" in whole_text(accord(measured, "id"))


def test_an_office_with_a_name_of_5000_characters_signs_with_the_beginning_as_its_letterhead_has_it():
    made = accord(round_of(rich() | {"kantor": [{"place": CITY, "office_name": LONG}]}), "id")
    assert all(len(one.post) < 300 for one in signatures_of(made).signatures)
