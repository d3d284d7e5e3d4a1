"""No result takes the place of what it was made of, whatever command writes it. All people here are made up."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from semesta.cli.main import app

HEADER = "id,nik,nama,tanggal_lahir,jenis_kelamin,kode_kab"
ROWS = [
    "w1,3672011707840001,Ahmad Fauzi,1984-07-17,L,3672",
    "w2,3672015203900002,Siti Aisyah,1990-03-12,P,Atlantis",
]
AGAIN = ["link", "daftar.csv", "--with", "peserta.csv", "--out", "."]


def run(*arguments: str):
    return CliRunner().invoke(app(), list(arguments))


def contents() -> dict[str, str]:
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in Path().rglob("*") if path.is_file()}


@pytest.fixture(autouse=True)
def _lists(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in (
        "daftar.csv",
        "peserta.csv",
        "pekerja.parquet",
        "pasangan.parquet",
        "laporan.xlsx",
        "daftar-diperiksa.xlsx",
        "population.parquet",
        "d/x.csv",
    ):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("\n".join([HEADER, *ROWS]) + "\n")
    Path("s.txt").write_text("0123456789abcdef" * 4)
    Path("daftar-lain.csv").symlink_to("daftar.csv")


@pytest.mark.parametrize(
    ("words", "output"),
    [
        (["check", "daftar.csv", "--as", "pekerja", "-o", "daftar.csv"], "daftar.csv"),
        (["check", "daftar.csv", "--as", "pekerja", "-o", "daftar-lain.csv"], "daftar-lain.csv"),
        (["check", "d", "--as", "pekerja", "-o", "d/x.csv"], "d/x.csv"),
        (["check", "daftar.csv", "daftar-diperiksa.xlsx", "--as", "pekerja"], "daftar-diperiksa.xlsx"),
        (["mask", "pekerja.parquet", "--secret-file", "s.txt", "-o", "pekerja.parquet"], "pekerja.parquet"),
        (["mask", "daftar.csv", "--secret-file", "s.txt", "-o", "./s.txt"], "s.txt"),
        (["mask", "daftar.csv", "--secret-file", "n.parquet", "--new-secret", "-o", "n.parquet"], "n.parquet"),
        (["link", "pasangan.parquet", "--with", "peserta.csv", "--out", "."], "pasangan.parquet"),
        ([*AGAIN, "--lists", "--model", "model.json"], "model.json"),
        (["monev", "laporan.xlsx", "--out", "."], "laporan.xlsx"),
        (["monev", ".", "--out", "."], "laporan.xlsx"),
        (
            ["summarise", "--place", "ID", "--as-of", "2025-12-31", "--workers", "population.parquet", "-o", "."],
            "population.parquet",
        ),
        (
            ["compute", "jkm_benefit", "daftar.csv", "--date", "tanggal_lahir", "-o", "daftar.csv", "--force"],
            "daftar.csv",
        ),
    ],
)
def test_an_output_that_is_an_input_is_refused_and_nothing_is_touched(words, output):
    before = contents()
    for lang, said in (("id", "hasil akan menimpa masukannya"), ("en", "the result would replace its input")):
        ended = run(*words, "--lang", lang)
        assert (ended.exit_code, f"{output}: {said}" in ended.output) == (2, True)
    assert contents() == before


def test_summary_tables_are_not_written_into_a_folder_of_lists_that_would_read_them_the_next_time():
    Path("rekap").symlink_to("d")
    Path("pekerja.parquet").rename("d/pekerja.parquet")
    before = contents()
    for workers, out in (("d", "d"), ("d", "./d/"), ("d", "rekap"), (f"file://{Path('d').resolve()}", "d")):
        ended = run("summarise", "--place", "ID", "--as-of", "2025-12-31", "--workers", workers, "-o", out)
        assert (ended.exit_code, "pilih folder lain" in ended.output) == (2, True)
    assert contents() == before


def test_results_stand_beside_their_inputs_where_the_names_differ():
    assert run(*AGAIN).exit_code == 0
    assert Path("pasangan.parquet").read_bytes()[:4] == b"PAR1"


def test_a_masked_list_is_parquet_and_is_called_so():
    ended = run("mask", "daftar.csv", "--secret-file", "s.txt", "-o", "m.csv")
    assert (ended.exit_code, "hasil selalu Parquet" in ended.output, Path("m.csv").exists()) == (2, True, False)
