"""Places of people: what is no code is no place, what stands beside the lists is used by every command, other places are said."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from lists_made import found, ids, people
from typer.testing import CliRunner, Result

from semesta.basics.places import PLACES
from semesta.cli.main import app
from semesta.people.clean import cleaned
from semesta.people.link import link
from semesta.rounds.run import counted_round, read_round

VILLAGES = "code,name\n36.72.08.1002,Kebonsari\n36.72.04.1003,Tegal Ratu\n"
WORKERS = [
    ("3672044107840001", "Siti Rahmawati", "01/07/1984", "Ciwandan", "Tegal Ratu"),
    (None, "Budi Santoso", "17/08/1990", "Citangkil", "Kebonsari"),
]
PARTICIPANTS = [
    ("3672044107840001", "Siti Rahmawati", "01/07/1984", "Kota Cilegon", "36.72.04.1003"),
    (None, "Budi Santoso", "17/08/1990", "Kota Cilegon", "36.72.08.1002"),
]
HEADER = ["NIK", "Nama", "Tanggal lahir"]
PERSON = {"id": "1", "name": "Siti Rahmawati", "birth_date": dt.date(1984, 7, 1)}


def run(*arguments: object) -> Result:
    """What a command says and how it ends; a fault of the program is raised."""
    ended = CliRunner().invoke(app(), [str(argument) for argument in arguments])
    if ended.exception and not isinstance(ended.exception, SystemExit):
        raise ended.exception
    return ended


def book(path: Path, *rows: object) -> Path:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    made.save(path)
    return path


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    """Workers with districts and villages by name and without regency, and participants with codes."""
    return (
        book(tmp_path / "pekerja.xlsx", [*HEADER, "Kecamatan", "Kelurahan"], *WORKERS),
        book(tmp_path / "peserta.xlsx", [*HEADER, "Kab/Kota", "Kode Desa"], *PARTICIPANTS),
    )


def homes(out: Path) -> dict[str, str | None]:
    """On which level the homes of each accepted pair agree."""
    reasons = pl.read_parquet(out / "alasan.parquet").filter("accepted")
    return dict(reasons.select("worker_id", "home").iter_rows())


# ---- names are no codes


@pytest.mark.parametrize(
    ("given", "kab", "kec", "desa"),
    [
        ({"district": "Coblong", "village": "Kelurahan Dago"}, None, None, None),
        ({"place": "36.72", "district": "Ciwandann", "village": "Tegal Ratu"}, "36.72", None, None),
        ({"place": "36.72", "district": "36.72.04", "village": "Tegal Ratu"}, "36.72", "36.72.04", None),
        ({"village": "36.72.04.1003"}, "36.72", "36.72.04", "36.72.04.1003"),
        ({"place": "36"}, None, None, None),
    ],
)
def test_places_are_compared_by_codes_alone(given, kab, kec, desa):
    ready = cleaned(pl.DataFrame([{**PERSON, **given}]))
    assert ready.select("kab", "kec", "desa").row(0) == (kab, kec, desa)


def test_names_that_nobody_could_place_speak_neither_for_nor_against_a_pair():
    worker = pl.DataFrame([{**PERSON, "district": "Coblong", "village": "Dago"}])
    member = pl.DataFrame([{**PERSON, "place": "32.73", "village": "32.73.02.1005"}])
    made = link(worker, member)

    assert "home" not in made.summary["compared"]
    assert not [note for note in made.summary["notes"] if "PERINGATAN" in note["id"]]


# ---- commands


def test_link_says_once_what_it_could_not_place_and_how_to_mend_it(lists, tmp_path):
    told = run("link", lists[0], "--with", lists[1], "--out", tmp_path / "x")

    assert told.exit_code == 0
    assert told.stderr.count("wilayahnya tidak diketahui") == 1
    assert "--place" in told.stderr
    assert "PERINGATAN" not in told.output


def test_link_looks_districts_up_in_the_place_it_is_told(lists, tmp_path):
    told = run("link", lists[0], "--with", lists[1], "--out", tmp_path / "x", "--place", "Kota Cilegon")

    assert homes(tmp_path / "x") == {"1": "district", "2": "district"}
    assert "places.csv" in told.stderr, "without a list of villages it is said what gives one"


def test_link_uses_the_places_beside_its_lists_and_says_so(lists, tmp_path):
    (tmp_path / "places.csv").write_text(VILLAGES)
    told = run("link", lists[0], "--with", lists[1], "--out", tmp_path / "x", "--json")

    assert homes(tmp_path / "x") == {"1": "village", "2": "village"}
    assert "places.csv: 2 wilayah dipakai" in told.stderr
    assert json.loads(told.stdout)["matched"] == 2


def test_check_of_one_file_uses_the_places_beside_it(lists, tmp_path):
    assert "wilayahnya tidak diketahui" in " ".join(run("check", lists[0], "--as", "pekerja").stdout.split())

    (tmp_path / "places.csv").write_text(VILLAGES)
    told = run("check", lists[0], "--as", "pekerja")
    assert "wilayahnya tidak diketahui" not in " ".join(told.stdout.split())
    assert "places.csv: 2 wilayah dipakai" in told.stderr


def test_places_that_cannot_be_used_are_said_by_every_command(lists, tmp_path):
    (tmp_path / "places.csv").write_text("code,name\n36.72.04.1003,\n")
    for command in (("check", lists[0]), ("link", lists[0], "--with", lists[1], "--out", tmp_path / "x")):
        told = run(*command)
        assert (told.exit_code, "nama kosong" in told.stderr) == (2, True)


def test_monev_looks_districts_up_in_the_place_of_the_round(lists, tmp_path):
    folder = tmp_path / "putaran"
    folder.mkdir()
    book(folder / "pekerja.xlsx", [*HEADER, "Kecamatan", "Per tanggal"], [*WORKERS[0][:4], "31/12/2025"])
    told = run("monev", folder, "--out", tmp_path / "x", "--place", "36.72", "--json")

    assert told.exit_code == 0
    assert "no_regency" not in told.stdout


# ---- masked lists


def test_masked_lists_keep_the_codes_of_districts_and_nothing_below(lists, tmp_path):
    (tmp_path / "places.csv").write_text(VILLAGES)
    out = tmp_path / "m.parquet"
    run("mask", lists[0], "--as", "pekerja", "--secret-file", tmp_path / "r.txt", "--new-secret", "-o", out)

    kept = pl.read_parquet(out)
    assert sorted(kept.select("place", "district").rows()) == [("36.72", "36.72.04"), ("36.72", "36.72.08")]
    assert "village" not in kept.columns
    assert b"36.72.04.1003" not in out.read_bytes()


def test_masked_lists_keep_no_name_of_a_place(lists, tmp_path):
    out = tmp_path / "m.parquet"
    told = run("mask", lists[0], "--as", "pekerja", "--secret-file", tmp_path / "r.txt", "--new-secret", "-o", out)

    assert pl.read_parquet(out).columns == ["nik_hash", "person_hash"]
    assert "--place" in told.stderr


def test_mask_finds_districts_in_the_place_it_is_told(lists, tmp_path):
    out = tmp_path / "m.parquet"
    secret = ("--secret-file", tmp_path / "r.txt", "--new-secret")
    run("mask", lists[0], "--as", "pekerja", *secret, "-o", out, "--place", "36.72")

    assert set(pl.read_parquet(out)["district"]) == {"36.72.08", "36.72.04"}


# ---- other places


def test_link_warns_of_an_extract_of_another_place(tmp_path):
    ours = book(tmp_path / "a.xlsx", [*HEADER, "Kab/Kota"], *[[None, f"Orang {n}", None, "Kota Bandung"] for n in "AB"])
    theirs = book(
        tmp_path / "b.xlsx", [*HEADER, "Kab/Kota"], *[[None, f"Lain {n}", None, "Kota Cilegon"] for n in "AB"]
    )
    told = run("link", ours, "--with", theirs, "--out", tmp_path / "x", "--place", "32.73")

    assert "PERINGATAN: dua daftar dari wilayah yang berbeda" in told.stdout
    assert "Kota Bandung (2 dari 2 baris)" in told.stdout
    assert "Kota Cilegon (2 dari 2 baris)" in told.stdout
    assert "2 dari 2 baris tinggal di luar Kota Bandung" in told.stderr


@pytest.mark.parametrize("place", [None, "36", "36.00", "ID", "36.72.04"])
def test_whose_place_is_not_known_as_exactly_lives_nowhere_else(place):
    workers = [{"name": "A", "place": place}, {"name": "B", "place": "36.73"}, {"name": "C", "place": "36.72"}]
    assert ids("resident_elsewhere", people(workers=workers)) == ["2"]
    assert found("resident_elsewhere", people(workers=workers[::2])).height == 0


def test_who_lives_somewhere_in_the_province_is_counted_in_the_place_of_the_round(tmp_path):
    homes = ["Kota Cilegon", "Provinsi Banten", None, "Kota Bandung"]
    rows = [[None, f"Orang {n}", f"0{n}/07/1984", home] for n, home in enumerate(homes, start=1)]
    path = book(tmp_path / "pekerja.xlsx", [*HEADER, "Kab/Kota"], *rows)
    day = dt.date(2025, 12, 31)
    counted = counted_round(read_round([path], today=day, place="36.72"), place="36.72", as_of=day)

    assert counted.dataset.origin.elsewhere == 1
    assert counted.dataset.frames["population"].select("place", "persons").rows() == [("36.72", 3)]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("36.73", "36.72", True), ("36", "36.72", False), ("36.00", "36.72", False), ("36.72.04", "36.72", False),
     ("00", "36.72", False), ("ID", "36.72", False), ("32", "36.72", True)],
)  # fmt: skip
def test_places_are_apart_when_neither_holds_the_other(one, other, apart):
    assert PLACES.is_apart(one, other) is apart
