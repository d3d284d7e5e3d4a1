"""semesta summarise: Parquet of people to Parquet of counts, which semesta monev reads."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from small_lists import AS_OF, PLACE, lists, pairs_and_clusters
from typer.testing import CliRunner, Result

from semesta.cli.main import app
from semesta.people.summarise import summaries


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, frame in lists(1).items():
        (tmp_path / name).mkdir()
        frame.write_parquet(tmp_path / name / "one.parquet")
    return tmp_path


def run(folder: Path, *more: str, place: str = PLACE, engine: str = "polars") -> Result:
    named = [
        f"--{name.replace('_', '-')}={folder / name}" for name in ("workers", "participants", "payments", "claim_cases")
    ]
    said = ["--place", place, "--as-of", AS_OF.isoformat(), "--engine", engine, "-o", str(folder / "rekap")]
    return CliRunner().invoke(app(), ["summarise", *said, *named, *more])


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_each_table_is_written_as_the_library_counts_it(folder: Path, engine: str):
    result = run(folder, engine=engine)
    assert result.exit_code == 0, result.output
    expected = summaries({name: frame.lazy() for name, frame in lists(1).items()}, place=PLACE, as_of=AS_OF)
    assert {path.stem for path in (folder / "rekap").iterdir()} == set(expected)
    for name, frame in expected.items():
        assert pl.read_parquet(folder / "rekap" / f"{name}.parquet").equals(frame)


@pytest.mark.parametrize("at", ["{}", "{}/", "file://{}"])
def test_a_link_that_was_made_is_used_wherever_it_stands(folder: Path, at: str):
    made = pairs_and_clusters(lists(1))
    (folder / "link").mkdir()
    made["pairs"].write_parquet(folder / "link" / "pasangan.parquet")
    made["clusters"].write_parquet(folder / "link" / "orang.parquet")
    assert run(folder, f"--link={at.format(folder / 'link')}").exit_code == 0
    expected = summaries({n: f.lazy() for n, f in (lists(1) | made).items()}, place=PLACE, as_of=AS_OF)
    assert pl.read_parquet(folder / "rekap" / "members.parquet").equals(expected["members"])


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
@pytest.mark.parametrize(("lang", "said"), [("id", "hanya dengan --engine spark"), ("en", "needs --engine spark")])
def test_an_address_that_only_spark_can_open_is_said_without_trying(folder: Path, engine: str, lang: str, said: str):
    result = run(folder, "--link", "s3a://ember/link", "--lang", lang, engine=engine)
    assert result.exit_code == 2
    assert "s3a://ember/link/pasangan.parquet: " in result.output
    assert said in result.output


def test_monev_reads_what_it_wrote_and_finds_no_contradiction_in_people_who_stand_twice(folder: Path):
    run(folder)
    out = folder / "hasil"
    result = CliRunner().invoke(app(), ["monev", str(folder / "rekap"), "--place", PLACE, "--out", str(out)])
    assert result.exit_code == 0, result.output
    kinds = {finding["kind"] for finding in json.loads((out / "temuan.json").read_text(encoding="utf-8"))}
    assert "figures.parts_total" not in kinds


@pytest.mark.parametrize(
    ("more", "place", "said"),
    [(["--as-of", "kemarin"], PLACE, "bukan tanggal"), ([], "Atlantis", "wilayah tidak dikenal")],
)
def test_wrong_use_is_one_line_and_writes_nothing(folder: Path, more: list[str], place: str, said: str):
    result = run(folder, *more, place=place)
    assert result.exit_code == 2
    assert said in result.output
    assert not (folder / "rekap").exists()


def test_a_list_that_is_not_there_is_named(tmp_path: Path):
    said = ["--place", PLACE, "--as-of", AS_OF.isoformat(), "-o", str(tmp_path / "rekap")]
    result = CliRunner().invoke(app(), ["summarise", *said, "--workers", str(tmp_path / "tiada.parquet")])
    assert result.exit_code == 2
    assert "tiada.parquet: tidak ada" in result.output
