"""The report of a round: marks, first page, languages, signature."""

from __future__ import annotations

import pytest
from report_text import tables, texts
from rounds_made import Rows, group, rich, round_of, small

from semesta.monev.measured import Measured
from semesta.report.content import (
    Chart,
    Document,
    Heading,
    KeyFigures,
    Listed,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from semesta.report.laporan.content import laporan


@pytest.fixture(scope="module")
def rich_round() -> Measured:
    return round_of(rich())


@pytest.fixture(scope="module")
def report(rich_round: Measured) -> Document:
    return laporan(rich_round, "id")


# ---- marks, forms and languages


def test_every_report_is_a_draft_until_a_person_removes_the_mark(report: Document) -> None:
    assert report.mark == "KONSEP"


@pytest.mark.parametrize(("aside", "mark"), [(0, "KONSEP"), (2, "KONSEP"), (3, "KONSEP · SEMENTARA")])
def test_more_than_five_per_cent_set_aside_makes_it_provisional(aside: int, mark: str) -> None:
    rows: dict[str, Rows] = {"population": [group("rentan", 10 + n, place=f"36.72.0{n % 8 + 1}") for n in range(40)]}
    assert laporan(round_of(rows, {"population": aside} if aside else None), "id").mark == mark


def test_rows_set_aside_are_counted_on_the_first_page() -> None:
    document = laporan(round_of(small(), {"members": 2}), "id")
    first = document.blocks[: next(n for n, b in enumerate(document.blocks) if isinstance(b, PageBreak))]
    assert "2 dari 17 baris disisihkan" in "\n".join(texts(first))


def test_data_that_were_given_but_set_aside_are_not_said_to_be_wanting() -> None:
    rows = small() | {"members": []}
    said = "\n".join(texts(laporan(round_of(rows, {"members": 3}), "id").blocks))
    assert "diberikan, tetapi semua barisnya salah dan disisihkan" in said
    assert "diberikan, tetapi" not in "\n".join(texts(laporan(round_of(rows), "id").blocks))


def test_the_first_page_has_five_figures_and_at_most_three_decisions(report: Document) -> None:
    first = report.blocks[: next(n for n, b in enumerate(report.blocks) if isinstance(b, PageBreak))]
    figures = next(b for b in first if isinstance(b, KeyFigures)).figures
    decisions = next(b for b in first if isinstance(b, Listed) and b.numbered)
    assert len(figures) == 5
    assert 1 <= len(decisions.items) <= 3


def test_a_short_form_gives_three_to_five_pages() -> None:
    from io import BytesIO

    from pypdf import PdfReader

    from semesta.report.typeset_pdf import pdf

    document = laporan(round_of(small()), "id")
    assert not document.cover
    assert 3 <= len(PdfReader(BytesIO(pdf(document))).pages) <= 5


def test_the_english_report_has_no_indonesian_heading(rich_round: Measured, report: Document) -> None:
    english = laporan(rich_round, "en")
    same_in_both = {"Program", "Status", "No.", "Data", "Target", ""}
    for kind in (_headings, _captions, _columns):
        assert not (kind(report) & kind(english)) - same_in_both
    assert len(english.blocks) == len(report.blocks)


def _headings(document: Document) -> set[str]:
    return {b.text for b in document.blocks if isinstance(b, Heading)}


def _captions(document: Document) -> set[str]:
    return {b.caption for b in document.blocks if isinstance(b, Table | Chart)}


def _columns(document: Document) -> set[str]:
    return {column.title for table in tables(document) for column in table.columns}


def test_an_empty_office_sheet_leaves_the_placeholders_of_the_form() -> None:
    document = laporan(round_of(small()), "id")
    signature = next(b for b in document.blocks if isinstance(b, Signature))
    assert (signature.post, signature.name, signature.nip) == (
        "${jabatan_pengirim}",
        "${nama_pengirim}",
        "${nip_pengirim}",
    )
    assert signature.place_and_date == "${tanggal_naskah}"
    assert signature.sign == "${ttd_pengirim}"
    assert "${nomor_naskah}" in document.facts.values()


def test_what_a_placeholder_is_stands_on_the_cover_and_by_the_signature() -> None:
    document = laporan(round_of(small()), "id")
    told = [document.facts["${…}"], *(b.text for b in document.blocks if isinstance(b, Paragraph) and "${…}" in b.text)]
    assert len(told) == 2
    assert all("SRIKANDI" in text and "lembar kantor" in text for text in told)


def test_the_office_sheet_fills_letterhead_and_signature(report: Document) -> None:
    signature = next(b for b in report.blocks if isinstance(b, Signature))
    assert report.letterhead.government == "Pemerintah Kota Contoh"
    assert (signature.post, signature.name) == ("Kepala Dinas", "${nama_pengirim}")


@pytest.mark.parametrize(
    ("place", "head"),
    [
        ("36.72", "Wali Kota"),
        ("36.01", "Bupati"),
        ("36", "Gubernur"),
        ("36.00", "Gubernur"),
        ("ID", "Menteri"),
        ("36.72.01", "Pimpinan"),
    ],
)
def test_the_summary_addresses_the_head_of_the_place(place: str, head: str) -> None:
    document = laporan(round_of({"population": [group("rentan", 900, place=place)]}, place=place), "id")
    assert document.blocks[0] == Heading(1, f"Ringkasan untuk {head}")
