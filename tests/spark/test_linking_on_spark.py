"""Lists linked on Spark, with the model that an embedded run has saved, come to what that run came to."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest
from pyspark.sql import SparkSession
from typer.testing import CliRunner, Result

from semesta.basics.places import PLACES
from semesta.cli.main import app
from semesta.engines.engine import home
from semesta.files.read import read
from semesta.people.cluster.reading import Lists
from semesta.people.summarise import summaries
from semesta.synth.making import Wish, made
from semesta.tables.registry import PEOPLE

PLACE, DAY = "36.72", dt.date(2024, 7, 31)
CROWDED = "3672011707840009"


def semesta(*words: object) -> Result:
    return CliRunner().invoke(app(), [str(word) for word in words])


@dataclass(frozen=True)
class Linked:
    """Where the lists stand, and the folders of the same linking made without and with Spark."""

    workers: Path
    participants: Path
    embedded: Path
    spark: Path

    def both(self, name: str) -> tuple[pl.DataFrame, pl.DataFrame]:
        return pl.read_parquet(self.embedded / name), pl.read_parquet(self.spark / name)


@pytest.fixture(scope="module")
def linked(spark: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> Linked:
    folder = tmp_path_factory.mktemp("link")
    at = Linked(folder / "pekerja", folder / "peserta.parquet", folder / "embedded", folder / "spark")
    lists = _lists()
    at.workers.mkdir()
    half = lists["workers"].height // 2
    lists["workers"][:half].write_parquet(at.workers / "1.parquet")
    lists["workers"][half:].write_parquet(at.workers / "2.parquet")
    lists["participants"].write_parquet(at.participants)
    words = ("link", at.workers, "--with", at.participants, "--place", PLACE)
    done = semesta(*words, "--out", at.embedded)
    assert done.exit_code == 0, done.output
    done = semesta(
        *words, "--out", at.spark, "--engine", "spark", "--model", at.embedded / "model.json", "--as-of", DAY
    )
    assert done.exit_code == 0, done.output
    return at


def _lists() -> dict[str, pl.DataFrame]:
    """Made-up lists: workers as an office writes them, a NIK that many share, and participants as BPJS gives them."""
    kept: dict[str, list[pl.DataFrame]] = {}
    for name, frame in made(Wish(PLACE, 1_000, 11, months=1)):
        if name in ("workers", "participants"):
            kept.setdefault(name, []).append(frame)
    workers, participants = (pl.concat(kept[name]) for name in ("workers", "participants"))
    crowded = pl.int_range(pl.len()).is_between(10, 40)
    office = workers.select(
        id=pl.col("id"),
        nik=pl.when(crowded).then(pl.lit(CROWDED)).otherwise("nik"),
        nama=pl.col("name"),
        tanggal_lahir=pl.col("birth_date").dt.strftime("%d/%m/%Y"),
        jenis_kelamin=pl.col("sex").replace({"L": "Laki-laki", "P": "Perempuan"}),
        kode_kab=pl.col("place").str.replace(".", "", literal=True),
        kode_desa=pl.col("village").str.replace_all(".", "", literal=True),
        kelompok=pl.col("group"),
    )
    return {"workers": office, "participants": participants}


def test_the_deterministic_stage_is_the_same(linked: Linked):
    of_nik = [frame.filter(pl.col("stage") == "nik") for frame in linked.both("pasangan.parquet")]
    assert of_nik[0].height > 300
    assert of_nik[0].equals(of_nik[1])


def test_the_same_pairs_are_scored_the_same_to_a_millionth(linked: Linked):
    embedded, on_spark = (frame.filter(pl.col("stage") == "model") for frame in linked.both("pasangan.parquet"))
    assert embedded.height > 50
    assert embedded.drop("probability").equals(on_spark.drop("probability"))
    assert (embedded["probability"] - on_spark["probability"]).abs().max() <= 1e-6


def test_rows_of_one_person_and_reasons_are_the_same(linked: Linked):
    for name in ("orang.parquet", "alasan.parquet"):
        embedded, on_spark = linked.both(name)
        assert embedded.equals(on_spark), name


def test_the_summary_is_the_same_but_for_the_time_it_took(linked: Linked):
    embedded, on_spark = (
        json.loads((folder / "ringkasan.json").read_text()) for folder in (linked.embedded, linked.spark)
    )
    assert set(embedded["compared"]) == {"nik", "name", "born", "sex", "home"}
    of_linking = embedded["notes"][-len(on_spark["notes"]) :]  # before them stands what is wrong with cells
    assert embedded | {"seconds": 0, "notes": of_linking} == on_spark | {"seconds": 0}


def test_rows_set_aside_on_spark_are_counted_and_said(linked: Linked, tmp_path: Path):
    workers = pl.read_parquet(linked.workers).with_columns(
        nama=pl.when(pl.int_range(pl.len()) < 3).then(None).otherwise("nama")
    )
    workers.write_parquet(tmp_path / "pekerja.parquet")
    words = ("link", tmp_path / "pekerja.parquet", "--with", linked.participants, "--engine", "spark")
    done = semesta(*words, "--out", tmp_path / "hasil", "--model", linked.embedded / "model.json", "--place", PLACE)
    assert done.exit_code == 0, done.output
    summary = json.loads((tmp_path / "hasil" / "ringkasan.json").read_text())
    assert summary["rows_set_aside"] == {"workers": 3, "participants": 0}
    assert "3 dari" in summary["notes"][0]["id"]


def test_the_tables_counted_on_spark_are_those_counted_here(linked: Linked):
    frames = read([linked.workers, linked.participants], today=DAY, places=PLACES, tables=PEOPLE, place=PLACE).frames
    known = {
        name: frames[name].select(c.name for c in frames[name] if c.null_count() < len(c) and c.name[0] != "_")
        for name in ("workers", "participants")
    }
    pairs, clusters = (pl.read_parquet(linked.embedded / name) for name in ("pasangan.parquet", "orang.parquet"))
    here = summaries({**known, "pairs": pairs, "clusters": clusters}, place=PLACE, as_of=DAY)
    assert set(here) == {"population", "members"}
    for name, frame in here.items():
        assert (linked.spark / f"{name}.csv").read_text() == frame.write_csv(), name


def test_what_spark_writes_holds_no_name_and_no_nik(linked: Linked):
    people = pl.concat([pl.read_parquet(linked.workers).select("nik", "nama")])
    hidden = {value for column in people for value in column.drop_nulls() if len(value) > 8}
    for path in linked.spark.iterdir():
        text = pl.read_parquet(path).write_csv() if path.suffix == ".parquet" else path.read_text()
        assert not [value for value in hidden if value in text], path.name


# ---- reading


def _office(names: list[str]) -> pl.DataFrame:
    """A list as an office keeps it: numbered, without ids, one row of it nearly empty."""
    born = [f"0{n}-02-1990" if n > 1 else None for n, _ in enumerate(names, start=1)]
    return pl.DataFrame({"NO": range(1, len(names) + 1), "Nama Lengkap": names, "Tgl Lahir": born})


def _read_on_spark(paths: list[Path]) -> pl.DataFrame:
    return home(Lists(PEOPLE["workers"], DAY, PLACES).read(paths).select("id", "name", "birth_date")).sort("id")


def test_lists_without_ids_are_numbered_and_told_apart_as_on_one_machine(spark: SparkSession, tmp_path: Path):
    paths = [tmp_path / "a.parquet", tmp_path / "b.parquet"]
    for path, names in zip(paths, (["Siti Aminah", "Budi"], ["Dewi", "Joko", "Ani"]), strict=True):
        _office(names).write_parquet(path)
    here = read(paths, today=DAY, places=PLACES, tables={"workers": PEOPLE["workers"]}).frames["workers"]
    found = _read_on_spark(paths)
    assert found["id"].to_list() == ["1.1", "1.2", "2.1", "2.2", "2.3"]
    assert found.equals(here.select("id", "name", "birth_date").sort("id"))


def test_rows_of_a_folder_are_numbered_through_its_files_by_name(spark: SparkSession, tmp_path: Path):
    _office(["Dewi", "Joko", "Ani"]).write_parquet(tmp_path / "2.parquet")
    _office(["Siti Aminah", "Budi"]).write_parquet(tmp_path / "1.parquet")
    found = _read_on_spark([tmp_path])
    assert dict(found.select("id", "name").iter_rows())["3"] == "Dewi"
    assert found["id"].to_list() == ["1", "2", "3", "4", "5"]


def test_names_of_rows_that_say_no_place_are_looked_for_in_that_of_the_whole_list_not_of_a_batch(
    spark: SparkSession, tmp_path: Path
):
    rows = [
        {"nama": f"Siti {n}", "kode_kab": None if n % 6 == 0 else "3672", "kecamatan": "Cibeber"} for n in range(24)
    ]
    pl.DataFrame(rows).write_parquet(tmp_path / "daftar.parquet")
    here = read([tmp_path / "daftar.parquet"], today=DAY, places=PLACES, tables={"workers": PEOPLE["workers"]})
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 5)
    try:
        found = home(
            Lists(PEOPLE["workers"], DAY, PLACES).read([tmp_path / "daftar.parquet"]).select("name", "district")
        )
    finally:
        spark.conf.unset("spark.sql.execution.arrow.maxRecordsPerBatch")
    assert set(found["district"]) == {"36.72.01"}
    assert found.sort("name").equals(here.frames["workers"].select("name", "district").sort("name"))


# ---- what stops it


def test_without_a_model_it_is_said_how_to_get_one(linked: Linked, tmp_path: Path):
    said = semesta("link", linked.workers, "--with", linked.participants, "--out", tmp_path, "--engine", "spark")
    assert (said.exit_code, "--model" in said.output, "Traceback" in said.output) == (2, True, False)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["daftar.csv", "tidak-ada.parquet"])
def test_what_is_not_there_or_no_parquet_is_said(spark: SparkSession, linked: Linked, tmp_path: Path, name: str):
    (tmp_path / "daftar.csv").write_text("nik,nama\n1,A\n")
    words = ("--with", linked.participants, "--out", tmp_path / "o", "--engine", "spark", "--model", "bawaan")
    said = semesta("link", tmp_path / name, *words)
    assert (said.exit_code, name in said.output) == (2, True)


def test_a_list_without_names_is_said_to_be_no_list_of_workers(spark: SparkSession, linked: Linked, tmp_path: Path):
    pl.DataFrame({"nik": [CROWDED], "jumlah": [1]}).write_parquet(tmp_path / "daftar.parquet")
    words = ("--with", linked.participants, "--out", tmp_path / "o", "--engine", "spark", "--model", "bawaan")
    said = semesta("link", tmp_path / "daftar.parquet", *words)
    assert (said.exit_code, "Nama" in said.output) == (2, True)


def test_without_java_it_is_said_what_to_install(linked: Linked, tmp_path: Path):
    """In a process of its own, where no Java is found."""
    there = {**os.environ, "PATH": str(tmp_path), "JAVA_HOME": ""}
    words = ["link", str(linked.workers), "--with", str(linked.participants), "--out", str(tmp_path / "o")]
    asked = [sys.executable, "-m", "semesta", *words, "--engine", "spark", "--model", "bawaan"]
    said = subprocess.run(asked, env=there, capture_output=True, text=True, check=False)
    assert said.returncode == 2
    assert said.stderr.strip().splitlines()[-1] == "Spark memerlukan Java 17 atau lebih baru"
