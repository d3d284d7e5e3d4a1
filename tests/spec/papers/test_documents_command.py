"""semesta documents: what there is, what a paper is made from, and a template to begin with; each paper has its picture."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from semesta.cli.main import app
from semesta.report.own.fields import FIELDS
from semesta.report.own.sample import sample
from semesta.report.papers.registry import papers
from semesta.tables.registry import TABLES

DOCS = Path(__file__).parents[3] / "docs"


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app(), ["documents", *arguments])
    return result.exit_code, result.output


def test_every_paper_is_listed_with_what_it_is_for() -> None:
    code, said = run("--json")
    assert code == 0
    cards = json.loads(said)
    assert [card["name"] for card in cards] == list(papers())
    assert all(card["what"]["id"] and card["what"]["en"] and set(card["tables"]) <= set(TABLES) for card in cards)


@pytest.mark.parametrize("paper", papers())
def test_one_paper_says_its_sheets_who_holds_them_and_how_it_is_asked_for(paper: str) -> None:
    code, said = run(paper)
    flat = " ".join(said.split())
    assert code == 0
    for name in papers()[paper].tables:
        assert f"{TABLES[name].title.id} ({TABLES[name].holder.id})" in flat
    assert f"semesta monev INPUT --out DIR --documents {paper}" in flat
    assert all(field.name in flat for field in FIELDS)


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    code, said = run("nota-dinass")
    assert code == 2
    assert "Mungkin: nota-dinas" in said


def test_the_template_to_begin_with_is_written_and_never_over_another_file(tmp_path: Path) -> None:
    path = tmp_path / "kami.docx"
    assert run("nota-dinas", "--template", str(path))[0] == 0
    assert path.read_bytes() == sample()
    path.write_bytes(b"milik kantor")
    assert run("nota-dinas", "--template", str(path))[0] == 2
    assert path.read_bytes() == b"milik kantor"
    assert run("nota-dinas", "--template", str(path), "--force")[0] == 0
    assert path.read_bytes() == sample()


@pytest.mark.parametrize("paper", papers())
def test_every_paper_has_its_picture_in_the_reference(paper: str) -> None:
    """Drawn by docs/pictures.py when a paper is added or its look has changed."""
    assert (DOCS / "img" / "naskah" / f"{paper}.png").stat().st_size > 5000
    assert f"![{papers()[paper].title.id}](../img/naskah/{paper}.png)" in (
        DOCS / "reference" / "documents.md"
    ).read_text(encoding="utf-8")
