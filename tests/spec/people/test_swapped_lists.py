"""Two lists given the wrong way round are told of: everybody would seem to be a member."""

from pathlib import Path

import polars as pl
from typer.testing import CliRunner

from semesta.cli.main import app


def test_lists_that_seem_swapped_are_told_of(tmp_path: Path):
    people = pl.DataFrame({"nama": [f"Orang {letter}" for letter in "ABCDE"], "kode_kab": ["36.72"] * 5})
    ours, extract = tmp_path / "pekerja.csv", tmp_path / "peserta.csv"
    people.write_csv(ours)
    people.with_columns(kpj=pl.Series([f"2300000000{n}" for n in range(5)])).write_csv(extract)

    def told(first: Path, second: Path) -> bool:
        asked = ["link", str(first), "--with", str(second), "--out", str(tmp_path / "out")]
        return "tertukar" in CliRunner().invoke(app(), asked).output

    assert told(extract, ours)
    assert not told(ours, extract)
