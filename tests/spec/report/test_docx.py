"""The DOCX of a document: real styles, fields and tables, so that an office goes on working in it."""

from __future__ import annotations

import io
import time
import zipfile

import docx as python_docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from sample_document import LONG_WORD, NASTY, document, signature, table

from semesta.report.content import (
    Box,
    Heading,
    KeyFigure,
    KeyFigures,
    Letterhead,
    Listed,
    PageBreak,
    Paragraph,
    Table,
    TableColumn,
)
from semesta.report.drawing import png
from semesta.report.typeset_docx import docx


def word_of(data: bytes) -> WordDocument:
    return python_docx.Document(io.BytesIO(data))


def text_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [n for n in package.namelist() if n.startswith("word/") and n.endswith(".xml")]
        parts = [python_docx.oxml.parse_xml(package.read(n)) for n in names]
    return "".join(node.text or "" for part in parts for node in part.iter(qn("w:t"), qn("w:tab")))


def flags(row: object, tag: str) -> bool:
    return row._tr.trPr is not None and row._tr.trPr.find(qn(tag)) is not None


def table_with(word: WordDocument, head: str) -> object:
    return next(t for t in word.tables if t.rows[0].cells[-1].text == head)


def test_headings_lists_captions_and_tables_carry_the_styles_of_word():
    word = word_of(docx(document()))
    styles = {paragraph.text: paragraph.style.name for paragraph in word.paragraphs}
    assert styles["Laporan hasil monitoring dan evaluasi"] == "Title"
    assert styles["III  Hasil"] == "Heading 1"
    assert styles["3.1  Potensi dan cakupan"] == "Heading 2"
    assert styles["Menetapkan anggaran."] == "List Number"
    assert styles["Satu hal"] == "List Bullet"
    assert styles["Tabel 1  Pekerja dan iuran per kecamatan"] == "Caption"
    assert styles["Gambar 1  Ciwandan memegang semua"] == "Caption"
    assert table_with(word, "Iuran diterima").style.name == "Semesta Table"


def test_the_head_of_a_table_repeats_and_no_row_is_broken_in_two():
    made = table_with(word_of(docx(document())), "Iuran diterima")
    assert flags(made.rows[0], "w:tblHeader")
    assert not any(flags(row, "w:tblHeader") for row in made.rows[1:])
    assert all(flags(row, "w:cantSplit") for row in made.rows)


def test_a_row_taller_than_the_page_may_be_broken():
    tall = Table("1", "c", (TableColumn("a"), TableColumn("b")), (("kata " * 1000, "1"), ("x", "2")))
    made = table_with(word_of(docx(document([tall]))), "b")
    assert [flags(row, "w:cantSplit") for row in made.rows] == [True, False, True]


def test_figures_stand_to_the_right_and_the_total_is_the_last_row():
    made = table_with(word_of(docx(document())), "Iuran diterima")
    assert made.rows[1].cells[4].paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert made.rows[1].cells[1].paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.LEFT
    assert [cell.text for cell in made.rows[-1].cells] == ["", "Jumlah", "", "377.162", "Rp8.590.480.457.660"]
    assert made._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:lastRow")) == "1"


def test_columns_fill_the_text_width_and_no_more():
    word = word_of(docx(document([table(3)])))
    made = table_with(word, "Iuran diterima")
    section = word.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    assert sum(column.width for column in made.columns) == pytest.approx(room, rel=0.001)


@pytest.mark.parametrize(("paper", "width", "height"), [("a4", 210, 297), ("f4", 215, 330)])
def test_pages_have_the_size_of_the_office_paper_and_wide_tables_are_turned(paper, width, height):
    sections = word_of(docx(document(paper=paper))).sections
    assert [s.orientation for s in sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    upright, turned = ([section.page_width.mm, section.page_height.mm] for section in sections[:2])
    assert upright == pytest.approx([width, height], abs=0.1)
    assert turned == pytest.approx([height, width], abs=0.1)


def test_a_document_that_begins_with_a_turned_table_keeps_an_upright_cover():
    word = word_of(docx(document([table(3, landscape=True)])))
    assert [s.orientation for s in word.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    facts = word.tables[0]
    upright = word.sections[0]
    assert (
        sum(column.width for column in facts.columns) <= upright.page_width - upright.left_margin - upright.right_margin
    )


def test_every_foot_counts_pages_with_fields_and_the_cover_has_none():
    first, *_ = sections = word_of(docx(document())).sections
    for section in sections:
        fields = [node.text for node in section.footer._element.iter(qn("w:instrText"))]
        assert [field.strip() for field in fields] == ["PAGE", "NUMPAGES"]
    assert not list(first.first_page_footer._element.iter(qn("w:instrText")))


def test_letterhead_and_mark_stand_in_the_heads():
    sections = word_of(docx(document())).sections
    first = "\n".join(p.text for p in sections[0].first_page_header.paragraphs)
    assert "PEMERINTAH KOTA CONTOH" in first
    heads = [sections[0].first_page_header, *(section.header for section in sections)]
    watermark = "{urn:schemas-microsoft-com:vml}textpath"
    for head in heads:
        assert "KONSEP" in "".join(p.text for p in head.paragraphs)
        assert "KONSEP" in [node.get("string") for node in head._element.iter(watermark)]
    assert "KONSEP" not in text_of(docx(document(mark="")))


def test_a_long_document_has_a_contents_field_that_leads_to_its_headings():
    headings = [Heading(1, f"Bab {n}", str(n)) for n in range(1, 9)]
    word = word_of(docx(document(headings)))
    fields = [node.text for node in word.element.iter(qn("w:instrText"))]
    assert [f.strip() for f in fields if "TOC" in f] == ['TOC \\o "1-2" \\h \\z \\u']
    begin = next(node for node in word.element.iter(qn("w:fldChar")))
    assert begin.get(qn("w:dirty")) == "true"
    links = [node.get(qn("w:anchor")) for node in word.element.iter(qn("w:hyperlink"))]
    marks = [node.get(qn("w:name")) for node in word.element.iter(qn("w:bookmarkStart"))]
    assert links == marks
    assert len(links) == 8
    states = [node.get(qn("w:fldCharType")) for node in word.element.iter(qn("w:fldChar"))]
    assert states == ["begin", "separate", "end"]


def test_a_short_document_has_no_contents():
    word = word_of(docx(document([Heading(1, "Satu"), Paragraph("isi")])))
    assert not [node for node in word.element.iter(qn("w:instrText")) if "TOC" in node.text]


def test_every_numbered_list_starts_at_one():
    blocks = [Listed(("a", "b"), numbered=True), Paragraph("antara"), Listed(("c",), numbered=True)]
    word = word_of(docx(document(blocks)))
    numbers = [p._p.pPr.numPr.numId.val for p in word.paragraphs if p.style.name == "List Number"]
    assert numbers[0] == numbers[1] != numbers[2]
    for number in numbers:
        override = word.part.numbering_part.element.num_having_numId(number).lvlOverride_lst[0]
        assert override.startOverride.val == 1


def test_a_chart_has_a_text_for_those_who_cannot_see_it_and_fits_the_text():
    word = word_of(docx(document()))
    (shape,) = word.inline_shapes
    assert shape._inline.docPr.get("descr") == "Ciwandan 12.000 orang"
    section = word.sections[0]
    assert shape.width <= section.page_width - section.left_margin - section.right_margin


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(NASTY),
        Heading(2, NASTY),
        Listed((NASTY,)),
        Box(NASTY),
        KeyFigures((KeyFigure(NASTY, "1"),)),
        Table("", "c", (TableColumn(NASTY),), ((NASTY,),), (NASTY,), (NASTY,), NASTY),
    ],
)
def test_names_come_out_as_typed_whatever_signs_they_hold(block):
    assert NASTY in text_of(docx(document([block])))


def test_title_letterhead_and_facts_come_out_as_typed():
    made = docx(document([], title=NASTY, letterhead=Letterhead("X", "", NASTY), facts={"Sumber": NASTY}))
    assert text_of(made).count(NASTY) == 3
    assert word_of(made).core_properties.title == NASTY


def test_only_two_stars_on_both_sides_make_bold():
    word = word_of(docx(document([Paragraph("**Satu** dua ** tiga")])))
    runs = next(p for p in word.paragraphs if p.text.startswith("Satu")).runs
    assert [(run.text, bool(run.bold)) for run in runs] == [("Satu", True), (" dua ** tiga", False)]


def test_control_characters_and_the_longest_words_stop_nothing():
    blocks = [Paragraph("awal\x00\x0b\x1b\ud800 akhir"), Paragraph(LONG_WORD), Heading(1, LONG_WORD), signature()]
    text = text_of(docx(document(blocks, title=LONG_WORD, mark='K"<&')))
    assert "awal akhir" in text


def test_a_document_without_anything_still_opens():
    empty = docx(
        document([], title="", subtitle="", place="", date="", facts={}, letterhead=Letterhead(""), cover=False)
    )
    assert word_of(empty).sections[0].page_width.mm == pytest.approx(210, abs=0.1)


def test_a_page_break_beside_a_turned_page_adds_no_empty_one():
    blocks = [Paragraph("a"), PageBreak(), table(3, landscape=True), PageBreak(), Paragraph("b")]
    word = word_of(docx(document(blocks, cover=False)))
    assert not [node for node in word.element.iter(qn("w:br")) if node.get(qn("w:type")) == "page"]
    assert len(word.sections) == 3


def test_a_text_before_the_signature_stays_with_it():
    word = word_of(docx(document([Paragraph("Demikian."), signature()])))
    *kept, last = word.paragraphs[-6:]
    assert all(paragraph.paragraph_format.keep_with_next for paragraph in kept)
    assert not last.paragraph_format.keep_with_next


def test_the_picture_of_the_letterhead_is_shown():
    picture = png({"data": {"values": [{}]}, "mark": "point"})
    header = (
        word_of(docx(document([], letterhead=Letterhead("Pemerintah", picture=picture)))).sections[0].first_page_header
    )
    assert list(header._element.iter(qn("w:drawing")))


@pytest.mark.parametrize(("lang", "code"), [("id", "id-ID"), ("en", "en-GB")])
def test_the_file_says_its_language_title_author_and_its_own_day(lang, code):
    word = word_of(docx(document(lang=lang)))
    assert word.core_properties.language == code
    assert word.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == code
    assert word.core_properties.author == "Pemerintah Kota Contoh"
    assert word.core_properties.created.date().isoformat() == "2024-07-17"


TABLE_ORDER = [
    "tblStyle",
    "tblW",
    "jc",
    "tblCellSpacing",
    "tblInd",
    "tblBorders",
    "shd",
    "tblLayout",
    "tblCellMar",
    "tblLook",
]
SETTINGS_ORDER = ["view", "zoom", "embedTrueTypeFonts", "bordersDoNotSurroundHeader", "proofState"]


def test_parts_stand_in_the_order_without_which_word_asks_to_repair():
    word = word_of(docx(document()))
    orders = [(made._tbl.tblPr, TABLE_ORDER) for made in word.tables] + [(word.settings.element, SETTINGS_ORDER)]
    for parent, order in orders:
        found = [child.tag.split("}")[1] for child in parent]
        known = [tag for tag in found if tag in order]
        assert known == sorted(known, key=order.index)
        assert parent is word.settings.element or set(found) <= set(order)


def test_the_typeface_travels_in_the_file():
    with zipfile.ZipFile(io.BytesIO(docx(document()))) as package:
        fonts = [name for name in package.namelist() if name.endswith(".odttf")]
        table = package.read("word/fontTable.xml").decode()
    assert len(fonts) == 2
    assert 'w:name="Roboto"' in table
    assert "embedBold" in table


def test_the_same_document_gives_the_same_bytes_at_another_time():
    first = docx(document())
    time.sleep(2.1)  # a zip keeps time in steps of two seconds
    assert docx(document()) == first
