"""Several signatures side by side, in Word and PDF."""

from __future__ import annotations

import io

import docx as python_docx
import pytest
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from sample_document import NASTY, document
from test_pdf import pages, squeezed, words_beyond_the_page

from semesta.report.content import Document, Listed, Paragraph, Signature, Signatures, Table, TableColumn
from semesta.report.typeset_docx import docx
from semesta.report.typeset_pdf import pdf


def signed(count: int, post: str = "Kepala Dinas") -> Signatures:
    parties = (Signature("", f"{post} {n}", f"Nama {n}", "Pembina", f"19{n}", party=f"PIHAK {n}") for n in range(count))
    return Signatures(tuple(parties))


def plain(*blocks: object) -> Document:
    return document(blocks, mark="", footer="", cover=False, centred=True, facts={})


def word_of(one: Document) -> python_docx.document.Document:
    return python_docx.Document(io.BytesIO(docx(one)))


def test_two_stand_in_a_row_and_the_last_of_three_in_the_middle_below_them():
    (table,) = word_of(plain(signed(3))).tables
    texts = [[cell.text for cell in row.cells] for row in table.rows]

    assert texts[0] == ["PIHAK 0\nKepala Dinas 0", "PIHAK 1\nKepala Dinas 1"]
    assert texts[2] == ["Nama 0\nPembina\nNIP 190", "Nama 1\nPembina\nNIP 191"]
    assert texts[3] == ["PIHAK 2\nKepala Dinas 2"] * 2
    assert table.rows[3].cells[0]._tc is table.rows[3].cells[1]._tc


@pytest.mark.parametrize("count", [1, 2, 3, 40])
def test_everybody_who_signs_stands_in_the_pdf(count):
    text = squeezed(" ".join(pages(pdf(plain(Paragraph("Demikian."), signed(count))))))

    assert all(squeezed(f"PIHAK {n}") in text and squeezed(f"NIP 19{n}") in text for n in range(count))


def test_a_signature_is_not_parted_from_its_space_and_the_text_stays_with_the_first():
    word = word_of(plain(Paragraph("Demikian."), signed(4)))
    (table,) = word.tables

    assert next(p for p in word.paragraphs if p.text == "Demikian.").paragraph_format.keep_with_next
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert all(
        p.paragraph_format.keep_with_next for row in table.rows[:2] for cell in row.cells for p in cell.paragraphs
    )
    last = pages(pdf(plain(*[Paragraph("Uraian. " * 90)] * 4, Paragraph("Demikian."), signed(2))))[-1]
    assert "Demikian." in last
    assert "Nama 1" in last


@pytest.mark.parametrize("before", range(20, 40, 3))
def test_of_a_list_only_the_last_item_goes_over_to_the_page_of_the_signature(before):
    advised = Listed(tuple(f"Saran {n}." for n in range(1, 11)), numbered=True)
    made = plain(*[Paragraph(f"Baris {n}.") for n in range(before)], advised, signed(2))
    first, *others = pages(pdf(made))

    assert others == [] or ("Saran 10." in others[-1] and "Nama 1" in others[-1])
    assert "10. Saran 10." in " ".join("".join([first, *others]).split())
    kept = {p.text: bool(p.paragraph_format.keep_with_next) for p in word_of(made).paragraphs}
    assert (kept["Saran 9."], kept["Saran 10."]) == (False, True)


def test_a_post_of_5000_characters_goes_over_pages_and_nothing_is_lost():
    long = "Kepala bagian / urusan " * 220
    made = pdf(plain(signed(2, long)))

    assert squeezed(" ".join(pages(made))).count("urusan") == 440
    assert words_beyond_the_page(made) == []


def test_names_come_out_as_typed():
    block = Signatures((Signature("", NASTY, NASTY, NASTY, NASTY, party=NASTY),) * 2)

    assert squeezed(" ".join(pages(pdf(plain(block))))).count(squeezed(NASTY)) == 10


def test_the_head_of_an_official_paper_is_in_capitals_and_without_a_line_of_place_and_day():
    made = plain(Paragraph("Isi."))
    first = pages(pdf(made))[0]

    assert made.title.upper() in " ".join(first.split())
    assert f"{made.place}, {made.date}" not in first
    assert word_of(made).paragraphs[0].text == made.title.upper()


def test_rows_to_write_in_have_their_height_in_word_and_grow_with_long_words():
    block = Table("", "", (TableColumn("a"), TableColumn("b")), (("x", ""), ("y " * 400, "")), row_height=30.0)
    rows = word_of(plain(block)).tables[0].rows

    assert [row.height.pt for row in rows[1:]] == [30.0, 30.0]
    assert all(row.height_rule == WD_ROW_HEIGHT_RULE.AT_LEAST for row in rows[1:])
    assert rows[0].height is None
    assert " ".join(pages(pdf(plain(block)))).count("y") >= 400
