"""Two lists linked without a round: the lists to act on that they give by themselves."""

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from typer.testing import CliRunner

from semesta.cli.main import app

WORKERS = """nik,nama,tanggal lahir,kab_kota,per tanggal
3672014507908642,SITI RAHMAWATI,1990-07-05,36.72,2025-07-31
3672011203858643,BUDI SANTOSO,1985-03-12,36.72,2025-07-31
"""
MEMBERS = """nik,nama,tanggal lahir,kab_kota,status,aktif sampai,per tanggal
3672011203858643,BUDI SANTOSO,1985-03-12,36.72,tidak aktif,2025-01,2025-07-31
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    workers, members = tmp_path / "pekerja.csv", tmp_path / "peserta.csv"
    workers.write_text(WORKERS, encoding="utf-8")
    members.write_text(MEMBERS, encoding="utf-8")
    return workers, members, tmp_path / "out"


def linked(files: tuple[Path, Path, Path], *more: str) -> Path:
    workers, members, out = files
    result = CliRunner().invoke(app(), ["link", str(workers), "--with", str(members), "--out", str(out), *more])
    assert result.exit_code == 0, result.output
    return out / "daftar"


def initials(path: Path) -> list[str]:
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Daftar").to_python()
    return [str(row[rows[3].index("Inisial")]) for row in rows[4:]]


def test_lists_are_written_only_when_asked_for(files: tuple[Path, Path, Path]):
    assert not linked(files).exists()


def test_linking_gives_those_not_registered_and_those_who_lapsed_masked(files: tuple[Path, Path, Path]):
    folder = linked(files, "--lists")
    assert initials(folder / "belum-terdaftar.xlsx") == ["S. R."]
    assert initials(folder / "berhenti-atau-segera-berhenti-terlindungi.xlsx") == ["B. S."]


def without_day(files: tuple[Path, Path, Path]) -> None:
    for path in files[:2]:
        lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join(line.rpartition(",")[0] for line in lines) + "\n", encoding="utf-8")


def test_lists_that_say_no_day_are_never_silently_those_of_today(files: tuple[Path, Path, Path]):
    without_day(files)
    workers, members, out = files
    told = CliRunner().invoke(app(), ["link", str(workers), "--with", str(members), "--out", str(out), "--lists"])
    assert told.exit_code == 2
    assert "--as-of" in told.output
    assert not out.exists()


def test_the_day_of_the_lists_is_the_one_asked_for_and_is_said(files: tuple[Path, Path, Path]):
    without_day(files)
    workers, members, out = files
    words = ["link", str(workers), "--with", str(members), "--out", str(out), "--lists", "--as-of", "2025-01-31"]
    told = CliRunner().invoke(app(), words)
    assert told.exit_code == 0
    assert "keadaan per 31 Januari 2025" in told.stdout


def test_lists_of_an_earlier_linking_that_are_no_longer_made_are_taken_away(files: tuple[Path, Path, Path]):
    linked(files, "--lists")
    files[1].write_text(MEMBERS.replace("tidak aktif,2025-01", "aktif,2025-07"), encoding="utf-8")
    folder = linked(files, "--lists")
    assert not (folder / "berhenti-atau-segera-berhenti-terlindungi.xlsx").exists()
    assert (folder / "belum-terdaftar.xlsx").exists()
