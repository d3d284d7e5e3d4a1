"""Counts of people that differ are led from one to the next, line by line, and the lines add up."""

from __future__ import annotations

import csv
import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner

from semesta.cli.main import app
from semesta.synth import Wish, made
from semesta.synth.written import write

CITY = Path(__file__).parents[3] / "examples" / "kota-contoh"
AS_OF = dt.date(2025, 12, 31)


@dataclass(frozen=True)
class Made:
    """The files of a round: its manifest, the headline of each indicator, and the folder."""

    manifest: dict[str, Any]
    indicators: dict[str, int]
    out: Path
    shown: str

    def ends(self, name: str) -> tuple[int, int]:
        steps = self.manifest["reckonings"][name]
        return steps[0]["number"], steps[-1]["number"]


def round_of(folder: Path, out: Path, place: str) -> Made:
    told = CliRunner().invoke(app(), ["monev", str(folder), "--out", str(out)])
    assert told.exit_code == 0
    codes = ("group", "segment", "programme", "funding")
    rows = json.loads((out / "indikator.json").read_text(encoding="utf-8"))
    whole = [row for row in rows if row["place"] == place and not any(row[code] for code in codes)]
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    return Made(manifest, {row["indicator"]: row["value"] for row in whole}, out, told.stdout)


@pytest.fixture(scope="module", params=["kota-contoh", "synth"])
def round_made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("round")
    if request.param == "kota-contoh":
        return round_of(CITY, folder / "out", "36.79")
    wish = Wish("36.72", workers=900, seed=23, as_of=AS_OF)
    write(made(wish), folder / "lists", wish=wish)
    return round_of(folder / "lists", folder / "out", "36.72")


def test_every_reckoning_adds_up_to_its_sums(round_made: Made):
    assert set(round_made.manifest["reckonings"]) == {"people", "registered", "unregistered", "lapsed"}
    for steps in round_made.manifest["reckonings"].values():
        so_far = 0
        for step in steps:
            if step["is_sum"]:
                assert step["number"] == so_far, step["what"]
            else:
                so_far += step["number"]
        assert steps[-1]["is_sum"]


def test_reckonings_begin_and_end_with_numbers_that_stand_elsewhere(round_made: Made):
    rows, link, values = round_made.manifest["rows_read"], round_made.manifest["link"], round_made.indicators
    lists = round_made.manifest["to_act"]
    assert round_made.ends("people") == (rows["workers"], values["population"])
    assert round_made.ends("registered") == (link["matched"], values["registered"])
    assert round_made.ends("unregistered") == (values["unregistered"], lists["unregistered"])
    assert round_made.ends("lapsed") == (values["lapsed"], lists["lapsed"])
    persons = [step["number"] for step in round_made.manifest["reckonings"]["people"] if step["is_sum"]]
    assert persons == [link["persons"], values["population"]]


def test_every_list_says_what_it_counts_and_holds_so_many_rows(round_made: Made):
    for name, file, counts in (
        ("unregistered", "belum-terdaftar", "orang"),
        ("lapsed", "berhenti-atau-segera-berhenti-terlindungi", "peserta"),
        ("in_two_lists", "tercatat-lebih-dari-sekali", "baris"),
        ("paid_twice", "dibayar-dua-kali", "kepesertaan"),
    ):
        number = round_made.manifest["to_act"][name]
        book = openpyxl.load_workbook(round_made.out / "daftar" / f"{file}.xlsx", read_only=True)
        told = {row[0]: row[1] for row in book["Petunjuk"].iter_rows(min_row=5, max_col=2, values_only=True)}
        assert told["Jumlah"] == f"{number} {counts}"
        assert sum(row[0] is not None for row in book["Daftar"].iter_rows(min_row=5, values_only=True)) == number
        if name in round_made.manifest["reckonings"]:
            assert told["Hubungan dengan angka laporan"].startswith(f"{round_made.ends(name)[0]} orang: ")
    assert f"= {round_made.ends('unregistered')[1]} baris" in " ".join(round_made.shown.split())


def test_of_a_list_that_bpjs_returned_a_person_without_nik_is_one_in_figures_and_in_lists(tmp_path: Path):
    rows = [
        {"nik": nik, "nama": name, "tanggal lahir": born, "kode_kab": "36.72", "per tanggal": "2024-07-31", "Status BPJS": said}
        for nik, name, born, said in (
            ("", "Bening Misalkan", "1980-02-03", "belum terdaftar"),
            ("3672014302800001", "Bening Misalkan", "1980-02-03", "belum terdaftar"),
            ("", "Elok Rekaanti", "1985-05-06", ""),
            ("3672014708900002", "Harum Contohwati", "1990-08-07", "aktif"),
        )
    ]  # fmt: skip
    with (tmp_path / "pekerja.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    made_of = round_of(tmp_path, tmp_path / "out", "36.72")
    told = {step["what"]: step["number"] for steps in made_of.manifest["reckonings"].values() for step in steps}
    assert told["baris daftar pekerja yang dibaca"] == 4
    assert told["terdaftar menurut status dari BPJS"] == 1
    assert told["tanpa status dari BPJS"] == -1
    assert made_of.manifest["to_act"]["unregistered"] == made_of.ends("unregistered")[1]
