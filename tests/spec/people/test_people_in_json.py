"""What came of lists of people is told to machines in the asked language."""

import json
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from semesta.cli.main import app


@pytest.mark.parametrize(("lang", "title"), [("id", "Belum terdaftar"), ("en", "Not registered")])
def test_json_tells_level_lists_and_reckonings(tmp_path: Path, lang: str, title: str):
    path = tmp_path / "daftar.csv"
    rows = {"nama": ["Orang A", "Orang B"], "kode_kab": ["36.72"] * 2, "status bpjs": ["aktif", "belum terdaftar"]}
    pl.DataFrame(rows).write_csv(path)
    asked = ["monev", str(path), "--as-of", "2025-12-31", "--out", str(tmp_path / "out"), "--json", "--lang", lang]
    told = json.loads(CliRunner().invoke(app(), asked).stdout)["people"]
    assert (told["level"], told["link"]) == ("returned", None)
    listed = told["to_act"]["unregistered"]
    assert (listed["title"], listed["rows"], listed["file"]) == (title, 1, "daftar/belum-terdaftar.xlsx")
    last = told["reckonings"]["unregistered"][-1]
    assert (last["number"], last["is_sum"]) == (1, True)
    assert title in last["what"] or "not registered" in last["what"]
