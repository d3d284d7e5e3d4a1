"""Letters hold what is handed to them: long texts, many rows, names with quotes and slashes; nothing is lost."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx as python_docx
import pytest
from pypdf import PdfReader
from rounds_made import CITY, DAY, MEETING, Rows, group, round_of

from semesta.basics.words import Lang
from semesta.monev.measured import Measured
from semesta.report.content import Document
from semesta.report.letters.invitation import invitation
from semesta.report.letters.nota_dinas import nota_dinas
from semesta.report.letters.telaahan import telaahan
from semesta.report.typeset_docx import docx
from semesta.report.typeset_pdf import pdf

ODD = 'Dinas "Tenaga Kerja" <Kota> & Sub/Bagian #$@[*_] \\'
LONG = "Kalimat mengenai penganggaran iuran; " * 130 + "akhirnya"
UNBROKEN = "x" * 900 + "tamat"
LETTERS = (nota_dinas, telaahan, invitation)


@pytest.fixture(scope="module")
def full() -> Measured:
    office = {"place": CITY, "government": ODD, "office_name": ODD, "address": LONG[-600:], "copies": f"{ODD};" * 20}
    rows: dict[str, Rows] = {
        "population": [group("rentan", 900)],
        "meeting": [MEETING | {"title": LONG, "venue": UNBROKEN, "purpose": LONG}],
        "attendance": [{"place": CITY, "date": DAY, "institution": f"{ODD} ke-{n}"} for n in range(40)],
        "obstacles": [{"place": CITY, "kind": "obstacle", "text": text} for text in (LONG, UNBROKEN, ODD)],
        "commitments": [{"place": CITY, "kind": "request", "text": f"{ODD} {n}", "status": "open"} for n in range(200)],
        "kantor": [office | {"post": ODD, "name": ODD, "rank": ODD, "nip": "1" * 18, "city": ODD, "paper": "F4"}],
    }
    return round_of(rows)


def words_of_docx(content: bytes) -> str:
    word = python_docx.Document(io.BytesIO(content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells])


def words_of_pdf(content: bytes) -> str:
    """Without blanks: a PDF does not tell where a line was broken."""
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return "".join(text.replace("\u200b", "").split())


def test_long_texts_of_the_meeting_stand_whole_in_the_invitation(full: Measured) -> None:
    document = invitation(full, "id")
    word, page = words_of_docx(docx(document)), words_of_pdf(pdf(document))
    assert LONG in word
    assert UNBROKEN in word
    assert "akhirnya" in page
    assert "tamat" in page
    assert [n for n in range(40) if f"{ODD} ke-{n}" not in word] == []


def test_long_texts_of_obstacles_and_every_request_stand_whole_in_the_study(full: Measured) -> None:
    document = telaahan(full, "id")
    word = words_of_docx(docx(document))
    assert LONG in word
    assert UNBROKEN in word
    assert [n for n in range(200) if f"{ODD} {n}" not in word] == []
    assert "tamat" in words_of_pdf(pdf(document))


@pytest.mark.parametrize("write", LETTERS)
def test_names_with_quotes_and_slashes_stand_as_they_were_written(
    write: Callable[[Measured, Lang], Document], full: Measured
) -> None:
    document = write(full, "id")
    assert ODD in words_of_docx(docx(document))
    assert "".join(ODD.split()) in words_of_pdf(pdf(document))
