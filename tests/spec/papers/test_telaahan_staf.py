"""Telaahan staf: six parts in their order, each from the data and none left out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from example_papers import example
from report_text import between, whole_text
from rounds_made import CITY, MEETING, group, rich, round_of, small

from semesta.monev.measured import Measured
from semesta.report.content import Document, Heading, Listed
from semesta.report.fewer_pages import on_fewer_pages
from semesta.report.laporan.content import written
from semesta.report.laporan.decisions import decisions
from semesta.report.letters.telaahan import telaahan
from semesta.report.typeset_pdf import pages

PARTS = ["Persoalan", "Praanggapan", "Fakta yang memengaruhi", "Analisis", "Kesimpulan", "Saran"]


@pytest.fixture(scope="module")
def rich_round() -> Measured:
    return round_of(rich())


@pytest.fixture(scope="module")
def study(rich_round: Measured) -> Document:
    return telaahan(rich_round, "id")


def headings(document: Document) -> list[tuple[str, str]]:
    return [(b.number, b.text) for b in document.blocks if isinstance(b, Heading)]


def test_the_study_has_its_six_parts_in_their_order(study: Document) -> None:
    assert headings(study) == list(zip(["I.", "II.", "III.", "IV.", "V.", "VI."], PARTS, strict=True))


def test_a_round_of_one_row_has_all_six_parts_and_says_what_the_data_do_not_hold() -> None:
    study = telaahan(round_of({"meeting": [MEETING]}), "id")
    assert [text for _, text in headings(study)] == PARTS
    assert "Data yang diserahkan belum memuatnya." in whole_text(study)
    assert "Belum diketahui berapa pekerja" in whole_text(study)


def test_the_matter_is_who_is_not_covered() -> None:
    study = telaahan(round_of(small()), "id")
    assert "7.032 orang belum terlindungi" in " ".join(text.text for text in between(study, "Persoalan"))  # type: ignore[union-attr]


def test_every_decision_is_advised_whole(study: Document, rich_round: Measured) -> None:
    [advised] = [block for block in between(study, "Saran") if isinstance(block, Listed)]
    assert advised.items == tuple(decisions(written(rich_round, "id")))


def test_two_hundred_requests_are_all_advised() -> None:
    asked = [{"place": CITY, "kind": "request", "text": f"Permintaan ke-{n}", "status": "open"} for n in range(200)]
    study = telaahan(round_of({"population": [group("rentan", 9)], "commitments": asked}), "id")
    said = whole_text(study)
    assert [n for n in range(200) if f"Permintaan ke-{n} " not in said] == []


def test_facts_name_the_obstacles_as_they_were_written() -> None:
    said = whole_text(telaahan(round_of(small()), "id"))
    assert "Data tukang parkir belum ada." in said


def test_the_english_study_has_no_indonesian_part(rich_round: Measured) -> None:
    assert not {text for _, text in headings(telaahan(rich_round, "en"))} & set(PARTS)


@pytest.mark.parametrize("name", ["banten-2022", "cilegon-2024", "kota-contoh"])
def test_smaller_type_spares_a_page_that_would_hold_only_the_advice(name: str) -> None:
    study = telaahan(example(name), "id")
    assert study.compact
    assert (pages(study), pages(replace(study, compact=False))) == (2, 3)


def test_a_paper_that_smaller_type_does_not_shorten_keeps_its_type() -> None:
    study = telaahan(example("isian-ringkas"), "id")
    assert not study.compact
    assert not on_fewer_pages(replace(study, blocks=study.blocks * 9)).compact
