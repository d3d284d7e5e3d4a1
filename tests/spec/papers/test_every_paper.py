"""Every paper of every example: its figures are those of the round, its files are made again alike, nothing is invented."""

from __future__ import annotations

import io
import re

import pytest
from example_papers import EXAMPLES, example, files_of, is_read, made, text_of
from figures_in_text import Known, shown

from semesta.basics.words import Lang
from semesta.report.papers.registry import papers

EVERY = [(name, paper) for name in EXAMPLES for paper in papers()]
PLACEHOLDERS = re.compile(r"\$\{[a-z_]+\}")


@pytest.fixture(scope="module")
def known() -> dict[str, Known]:
    return {name: Known(example(name)) for name in EXAMPLES}


@pytest.mark.parametrize(("name", "paper"), EVERY)
def test_every_figure_of_a_paper_is_one_of_the_round(name: str, paper: str, known: dict[str, Known]) -> None:
    strange = {
        (file, one.written)
        for file, content in made(name, paper).items()
        if is_read(file)
        for one in shown(text_of(content))
        if not known[name].has(one)
    }
    assert strange == set()


@pytest.mark.parametrize("text", ["Rp123.456.789", "98.765 orang", "12,34 %", "Rp9,87 miliar", "4.321"])
def test_a_figure_that_the_round_does_not_have_would_be_found(text: str, known: dict[str, Known]) -> None:
    assert not any(known["cilegon-2024"].has(one) for one in shown(f"Sebesar {text}."))
    assert [one.written for one in shown(f"Sebesar {text}.")] == [text]


@pytest.mark.parametrize(("name", "paper"), EVERY)
def test_a_round_that_cannot_have_a_paper_says_why_and_who_has_the_data(name: str, paper: str) -> None:
    why = papers()[paper].lacking(example(name))
    assert bool(made(name, paper)) == (why is None)
    if why is not None:
        assert why.id
        assert why.en
        assert why.id != why.en


@pytest.mark.parametrize(("name", "paper"), EVERY)
def test_every_word_document_and_slide_is_marked_as_a_draft(name: str, paper: str) -> None:
    for file, content in made(name, paper).items():
        if is_read(file):
            assert "KONSEP" in text_of(content), file


@pytest.mark.parametrize("paper", papers())
def test_the_same_round_gives_the_same_bytes(paper: str) -> None:
    first, second = (files_of(example("cilegon-2024"), paper) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("paper", papers())
def test_a_paper_is_made_in_both_languages(paper: str, lang: Lang) -> None:
    files = made("kota-contoh", paper, lang)
    assert all(len(content) > 1000 for content in files.values())


@pytest.mark.parametrize("paper", papers())
def test_what_an_office_has_not_filled_in_stays_a_placeholder_of_the_official_form(paper: str) -> None:
    """The examples have no sheet of the office, so every name in a signature would be invented."""
    for file, content in made("cilegon-2024", paper).items():
        if file.endswith(".docx") and "NIP" in (text := text_of(content)):
            assert re.search(r"NIP[\s.:]*\d", text) is None
            assert PLACEHOLDERS.search(text)


@pytest.mark.parametrize(("name", "paper"), EVERY)
def test_every_pdf_has_pages_and_its_title(name: str, paper: str) -> None:
    from pypdf import PdfReader

    for file, content in made(name, paper).items():
        if file.endswith(".pdf"):
            read = PdfReader(io.BytesIO(content))
            assert len(read.pages) > 0
            assert read.metadata is not None
            assert read.metadata.title
