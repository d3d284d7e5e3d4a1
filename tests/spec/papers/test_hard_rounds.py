"""Papers of rounds that are hard to set: strange names, very many rows, very long cells, hardly any row at all."""

from __future__ import annotations

import io
from functools import cache

import pypdf
import pytest
from example_papers import files_of, is_read, text_of
from rounds_made import CITY, DAY, MEETING, Rows, group, rich, round_of

from semesta.monev.measured import Measured
from semesta.report.measure import text_width
from semesta.report.papers.registry import papers

STRANGE = 'Dinas "A/B" & <Sosial> \\ \x07${nama_pengirim} {{ 7 * 7 }}'
SEEN = 'Dinas "A/B" & <Sosial> \\'
LONG = "Uraian panjang " + " ".join(f"kata{n}" for n in range(700))
OFFICES = 40
PROMISES = 200


@cache
def hard() -> Measured:
    """Two hundred promises, forty offices with bills and budgets, a cell of five thousand characters, strange names."""
    of_office = [{"place": CITY, "opd": f"{STRANGE} {n}", "funding": "apbd.kabkota"} for n in range(OFFICES)]
    rows: dict[str, Rows] = rich() | {
        "meeting": [MEETING | {"hosts": f"{STRANGE}; BPJS", "title": LONG}],
        "attendance": [
            {"place": CITY, "date": DAY, "institution": f"{STRANGE} {n}", "persons": 2} for n in range(OFFICES)
        ],
        "commitments": [
            {"place": CITY, "text": f"Komitmen {n}", "responsible": f"{STRANGE} {n % OFFICES}"} for n in range(PROMISES)
        ]
        + [{"place": CITY, "text": LONG, "responsible": LONG}],
        "obstacles": [{"place": CITY, "kind": "obstacle", "text": LONG}],
        "budgets": [
            office | {"year": 2025, "group": "rentan", "persons": 10 + n, "months": 12, "status": "proposed"}
            for n, office in enumerate(of_office)
        ],
        "billing": [
            office | {"month": "2024-05", "persons_billed": 10 + n, "billed": 168_000 + n, "paid": 168_000}
            for n, office in enumerate(of_office)
        ],
        "kantor": [{"place": CITY, "government": STRANGE, "office_name": LONG, "name": STRANGE, "paper": "F4"}],
    }
    return round_of(rows)


@cache
def files(paper: str) -> dict[str, bytes]:
    return dict(files_of(hard(), paper))


@pytest.mark.parametrize("paper", papers())
def test_a_paper_of_a_hard_round_is_made_unless_the_round_lacks_nothing_to_ask_for(paper: str) -> None:
    assert bool(files(paper)) == (papers()[paper].lacking(hard()) is None)


@pytest.mark.parametrize("paper", papers())
def test_nothing_runs_off_a_page(paper: str) -> None:
    for name, content in files(paper).items():
        if name.endswith(".pdf"):
            assert beyond_the_page(content) == [], name


@pytest.mark.parametrize("paper", papers())
def test_strange_names_come_out_as_typed_and_are_read_as_nothing_else(paper: str) -> None:
    text = "\n".join(text_of(content) for name, content in files(paper).items() if is_read(name))
    assert "\x07" not in text
    if "Sosial" in text:
        assert SEEN in text
        assert "49" not in text or "{{ 7 * 7 }}" in text


@pytest.mark.parametrize("paper", ["laporan", "berita-acara", "notula"])
def test_every_one_of_two_hundred_promises_is_in_the_papers_that_record_them(paper: str) -> None:
    if paper not in papers():
        pytest.fail(f"no paper {paper}")
    text = text_of(files(paper)[f"{paper}.docx"])
    assert [n for n in range(PROMISES) if f"Komitmen {n}" not in text] == []
    assert LONG in text


@pytest.mark.parametrize("paper", ["rekonsiliasi", "usulan-anggaran"])
def test_every_one_of_forty_offices_is_in_the_papers_about_their_money(paper: str) -> None:
    text = text_of(files(paper)[f"{paper}.docx"])
    assert [n for n in range(OFFICES) if f"{{{{ 7 * 7 }}}} {n}" not in text] == []


@pytest.mark.parametrize("paper", papers())
def test_a_round_of_one_row_gives_a_paper_without_invented_figures_or_says_why_not(paper: str) -> None:
    measured = round_of({"population": [group("rentan", 900)]})
    made = files_of(measured, paper)
    why = papers()[paper].lacking(measured)
    assert bool(made) == (why is None)
    for name, content in made.items():
        if is_read(name):
            assert "Rp" not in text_of(content).replace("(Rp)", ""), name


def beyond_the_page(content: bytes) -> list[str]:
    """The words of a PDF that end beyond the right edge of their page or begin before the left."""
    found: list[str] = []
    for page in pypdf.PdfReader(io.BytesIO(content)).pages:

        def visit(text, cm, tm, _font, size, right=float(page.mediabox.width)):  # type: ignore[no-untyped-def]
            turned = tm[1] or cm[1]
            if text.strip() and not turned and (tm[4] < 0 or tm[4] + text_width(text.strip(), size) * 0.8 > right):
                found.append(text)

        page.extract_text(visitor_text=visit)
    return found
