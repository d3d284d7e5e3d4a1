"""What the README and the reference tell of the law is there, whole, and runs as it is written."""

from __future__ import annotations

import datetime as dt
import re
import shlex
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from semesta.cli.main import app
from semesta.law.law import LAW
from semesta.law.lines import folders
from semesta.law.parts import part_of

ROOT = Path(__file__).parents[3]
PAGES = ROOT / "docs" / "reference" / "law"
COMMANDS = re.findall(
    r"^    (semesta (?:contribution|benefit|law|compute) .*)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
)


def text(part: str) -> str:
    return (PAGES / f"{part}.md").read_text(encoding="utf-8")


@pytest.fixture
def _with_files(tmp_path, monkeypatch):
    """The files that commands of the README name."""
    monkeypatch.chdir(tmp_path)
    template = CliRunner().invoke(app(), ["benefit", "--template"])
    Path("kasus.yaml").write_text(template.stdout, encoding="utf-8")
    rows = pl.DataFrame({"tanggal": [dt.date(2025, 3, 1)], "segment": ["BPU"], "months_paid": [2]})
    rows.write_parquet("orang.parquet")


def test_the_readme_shows_each_command_of_the_law():
    assert {command.split()[1] for command in COMMANDS} == {"contribution", "benefit", "law", "compute"}


@pytest.mark.usefixtures("_with_files")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_runs_as_it_is_written(command):
    arguments = shlex.split(command.partition(" > ")[0])[1:]
    assert CliRunner().invoke(app(), arguments).exit_code == 0


def test_each_part_of_the_law_has_its_page():
    parts = {part_of(version) for versions in LAW.book.rules.values() for version in versions}
    assert {path.stem for path in PAGES.glob("*.md")} >= parts | {"changes", "unverified", "examples"}


@pytest.mark.parametrize("part", ["jkk", "jkm", "jht", "jp", "jkp"])
def test_the_page_of_a_programme_has_every_event_an_example_a_case_file_its_rules_and_its_values(part):
    told = text(part)
    for event in getattr(folders()[part], "BENEFITS", {}):
        assert f"## Manfaat pada `{event}`" in told
    for heading in ("Contoh terhitung", "Berkas kasus", "Aturan", "Nilai bertanggal"):
        assert f"## {heading}" in told


def test_a_benefit_stands_with_its_formula_and_its_article():
    line = next(line for line in text("jkm").splitlines() if "`jkm_grant_paid`), sejak 2015-07-01" in line)
    assert "| bila jkm_in_waiting_time: 0; selain itu: jkm_grant | PP 44/2015 Pasal 34" in line


def test_the_page_of_changes_is_a_chronicle():
    told = text("changes")
    day = told[told.index("## 2 Desember 2019") :]
    assert "Santunan sekaligus: Rp16.200.000 → Rp20.000.000" in day[: day.index("\n## ", 1)]


def test_the_page_of_heirs_has_their_order_and_the_documents():
    assert "## Ahli waris JKK, JKM" in text("heirs")
    assert "## Dokumen menurut klaim" in text("heirs")


def test_every_value_that_is_not_verified_is_on_its_page():
    told = text("unverified")
    assert all(f"`{doubt.parameter}`" in told for doubt in LAW.unverified())
