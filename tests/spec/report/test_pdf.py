"""The PDF of a document: what is typed is what is printed, on the right paper, page after page."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from sample_document import LONG_WORD, NASTY, document, signature, table

from semesta.report.content import (
    Box,
    Heading,
    KeyFigure,
    KeyFigures,
    Letterhead,
    Listed,
    Paragraph,
    Table,
    TableColumn,
)
from semesta.report.typeset_pdf import pdf

POINTS_PER_MM = 72 / 25.4


def pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def squeezed(text: str) -> str:
    """Without blanks and line ends: where a line breaks says nothing about what was typed."""
    return re.sub(r"\s+", "", text)


def test_every_kind_of_block_is_printed():
    text = squeezed(" ".join(pages(pdf(document()))))
    for said in (
        "PEMERINTAH KOTA CONTOH",
        "Keadaan data",
        "32,35 %",
        "total tidak sejalan",
        "Rapor ini bukan rapor kota.",
        "III Hasil",
        "1. Menetapkan anggaran.",
        "Tabel 1 Pekerja dan iuran per kecamatan",
        "Rp60.480.457.660",
        "Jumlah",
        "Rp8.590.480.457.660",
        "Catatan tabel.",
        "Sumber: Disnaker",
        "Gambar 1 Ciwandan memegang semua",
        "${ttd_pengirim}",
        "NIP ${nip_pengirim}",
    ):
        assert squeezed(said) in text, said


@pytest.mark.parametrize("paper", ["a4", "f4"])
def test_pages_have_the_size_of_the_office_paper(paper):
    width, height = {"a4": (210, 297), "f4": (215, 330)}[paper]
    page = pypdf.PdfReader(io.BytesIO(pdf(document(paper=paper)))).pages[0]
    assert float(page.mediabox.width) == pytest.approx(width * POINTS_PER_MM, abs=0.1)
    assert float(page.mediabox.height) == pytest.approx(height * POINTS_PER_MM, abs=0.1)


def test_a_wide_table_stands_on_a_turned_page_with_its_heading():
    reader = pypdf.PdfReader(io.BytesIO(pdf(document())))
    turned = [page for page in reader.pages if page.mediabox.width > page.mediabox.height]
    assert len(turned) == 1
    assert "Matriks" in turned[0].extract_text()


def test_each_page_after_the_cover_says_its_number_and_how_many_there_are():
    printed = pages(pdf(document()))
    assert "halaman" not in printed[0]
    for number, text in enumerate(printed[1:], 2):
        assert f"halaman {number} dari {len(printed)}" in text


def test_the_mark_stands_on_every_page_until_a_person_removes_it():
    assert all("KONSEP" in text for text in pages(pdf(document())))
    assert not any("KONSEP" in text for text in pages(pdf(document(mark=""))))


def test_the_heads_of_a_table_come_again_on_each_page():
    printed = pages(pdf(document([table(120)])))[1:]
    assert len(printed) > 2
    assert all("Keterangan" in text for text in printed)


def test_a_heading_is_never_the_last_thing_on_a_page():
    filler = [Paragraph("Isi halaman.")] * 30
    for count in range(14, 30):
        blocks = [
            *filler[:count],
            Heading(1, "Bab penting", "I"),
            Heading(2, "Bagian", "1.1"),
            Paragraph("Isi bab itu."),
        ]
        printed = [text for text in pages(pdf(document(blocks, cover=False))) if "Bab penting" in text]
        assert "Isi bab itu." in printed[-1]


def test_a_signature_is_never_alone_on_a_page():
    for count in range(14, 30):
        blocks = [*[Paragraph("Isi halaman.")] * count, Paragraph("Demikian laporan ini disusun."), signature()]
        last = pages(pdf(document(blocks, cover=False)))[-1]
        assert "Kepala Dinas" not in last or "Demikian" in last
        assert ("Kepala Dinas" in last) == ("nama_pengirim" in last)


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(NASTY),
        Heading(2, NASTY),
        Listed((NASTY,)),
        Box(NASTY),
        KeyFigures((KeyFigure(NASTY, "1"),)),
        Table("", NASTY, (TableColumn("a"),), (("x",),)),
        Table("", "c", (TableColumn(NASTY),), ((NASTY,),), (NASTY,), (NASTY,), NASTY),
    ],
)
def test_names_come_out_as_typed_whatever_signs_they_hold(block):
    assert squeezed(NASTY) in squeezed(" ".join(pages(pdf(document([block])))))


def test_title_letterhead_and_facts_come_out_as_typed():
    made = pdf(document([], title=NASTY, letterhead=Letterhead("X", "", NASTY), facts={"Sumber": NASTY}))
    assert squeezed(" ".join(pages(made))).count(squeezed(NASTY)) == 3
    assert pypdf.PdfReader(io.BytesIO(made)).metadata.title == NASTY


def test_only_two_stars_on_both_sides_make_bold():
    text = " ".join(pages(pdf(document([Paragraph("**Satu** dua ** tiga * empat**")]))))
    assert "Satu dua ** tiga * empat**" in text


def test_a_text_of_5000_characters_comes_out_whole_in_a_paragraph_and_in_a_cell():
    long = "".join(f"kata{n:05d} " for n in range(500))
    narrow = Table("1", "c", (TableColumn("a"), TableColumn("b", weight=3), TableColumn("c")), (("1", long, "2"),))
    for block in (Paragraph(long), narrow):
        text = squeezed(" ".join(pages(pdf(document([block], mark="")))))
        assert all(f"kata{n:05d}" in text for n in range(500))


def words_beyond_the_page(data: bytes) -> list[str]:
    """Pieces of text that end right of the page even if every letter were as narrow as can be."""
    beyond = []
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:

        def visit(text, _cm, tm, _font, size, right=float(page.mediabox.width)):
            for line in text.split("\n"):
                if tm[4] + len(line.strip()) * size * 0.35 > right:
                    beyond.append(line)

        page.extract_text(visitor_text=visit)
    return beyond


def test_a_word_longer_than_its_line_is_broken_and_nothing_runs_off_the_page():
    cells = Table(
        "1", LONG_WORD, (TableColumn("a"), TableColumn(LONG_WORD), TableColumn("c", "right")), ((LONG_WORD,) * 3,)
    )
    blocks = [Heading(1, LONG_WORD), Paragraph(LONG_WORD), Box(LONG_WORD), Listed((LONG_WORD,)), cells]
    made = pdf(document(blocks, mark="", footer="", title=LONG_WORD))
    assert squeezed(" ".join(pages(made))).count(LONG_WORD) >= 8
    assert words_beyond_the_page(made) == []


def test_a_figure_is_not_broken_inside():
    columns = tuple(TableColumn(f"Iuran {n}", "right") for n in range(6))
    made = pdf(
        document(
            [Table("1", "c", (TableColumn("Uraian", weight=9), *columns), (("kata " * 60, *["Rp8.590.480.457"] * 6),))]
        )
    )
    assert " ".join(pages(made)).count("Rp8.590.480.457") == 6


def test_control_characters_and_letters_without_a_glyph_stop_nothing():
    made = pdf(document([Paragraph("awal\x00\x0b\x1b\ud800 عربي 漢字 🙂 akhir")]))
    assert "awal" in " ".join(pages(made))


def test_a_document_without_anything_is_still_a_page():
    made = pdf(document([], title="", subtitle="", place="", date="", facts={}, letterhead=Letterhead(""), cover=False))
    assert len(pages(made)) == 1


def test_the_same_document_gives_the_same_bytes():
    assert pdf(document()) == pdf(document())


def test_the_file_says_title_author_language_and_its_own_day():
    reader = pypdf.PdfReader(io.BytesIO(pdf(document())))
    assert reader.metadata.title == "Laporan hasil monitoring dan evaluasi"
    assert reader.metadata.author == "Pemerintah Kota Contoh"
    assert reader.metadata.creation_date.date().isoformat() == "2024-07-17"
    assert reader.trailer["/Root"]["/Lang"] == "id"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_a_chart_has_a_text_for_those_who_cannot_see_it():
    assert "Ciwandan 12.000 orang" in str(alternatives(pypdf.PdfReader(io.BytesIO(pdf(document())))))


def alternatives(reader: pypdf.PdfReader) -> list[str]:
    found, open_ = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while open_:
        node = open_.pop().get_object()
        if isinstance(node, list):
            open_ += node
        elif isinstance(node, dict):
            found += [str(node["/Alt"])] if "/Alt" in node else []
            open_ += [node["/K"]] if "/K" in node and not isinstance(node["/K"], int) else []
    return found


def test_only_the_embedded_typeface_is_used_for_ordinary_text():
    fonts = set()
    for page in pypdf.PdfReader(io.BytesIO(pdf(document()))).pages:
        fonts |= {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}
    assert all("Roboto" in font for font in fonts), fonts


def test_english_documents_speak_english():
    text = " ".join(pages(pdf(document(lang="en"))))
    assert "page 2 of" in text
    assert "Table 1" in text
    assert "Source: Disnaker" in text
