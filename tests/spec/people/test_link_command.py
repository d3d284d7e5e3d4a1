"""semesta link, explain-pair and mask: what officers type and what they get."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from typer.testing import CliRunner, Result

from semesta.cli.main import app
from semesta.people.link import Decision, LinkError, link
from semesta.people.link.sample import decisions_in, write_sample

HEADER = "id,nik,nama,tanggal_lahir,jenis_kelamin,kode_kab,kode_desa,kelompok"
WORKERS = [
    "w1,3672011707840001,Ahmad Fauzi,1984-07-17,L,3672,3672011001,nelayan",
    "w2,3672015203900002,Siti Aisyah,1990-03-12,P,3672,3672011001,petani",
    "w3,3672012005750003,Slamet,1975-05-20,L,3672,3672021002,ojek",
    "w4,,Sri Wahyuni,1979-11-02,P,3672,3672021002,pedagang",
]
PARTICIPANTS = [
    "p1,3672011707840001,AHMAD FAUZI,1984-07-17,L,3672,3672011001,nelayan",
    "p2,3672015203900007,Siti Aisah,1990-03-12,P,3672,3672011001,petani",
    "p3,3672012005750003,Ratna Dewi,1991-01-30,P,3672,3672051003,ojek",
    "p4,3672014211790004,Sri Wahyuni,1979-11-02,P,3672,3672021002,pedagang",
]
SECRET = "f3a9" + "0123456789abcdef" * 4


def run(*arguments: object) -> Result:
    """What a command says and how it ends; a fault of the program is raised."""
    ended = CliRunner().invoke(app(), [str(argument) for argument in arguments])
    if ended.exception and not isinstance(ended.exception, SystemExit):
        raise ended.exception
    return ended


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    made = tmp_path / "pekerja.csv", tmp_path / "ekstrak.csv"
    for path, rows in zip(made, (WORKERS, PARTICIPANTS), strict=True):
        path.write_text("\n".join([HEADER, *rows]) + "\n")
    return made


@pytest.fixture
def folder(lists: tuple[Path, Path], tmp_path: Path) -> Path:
    out = tmp_path / "hasil"
    assert run("link", lists[0], "--with", lists[1], "--out", out).exit_code == 0
    return out


def test_pairs_and_summary_are_written_as_agreed(folder):
    pairs = pl.read_parquet(folder / "pasangan.parquet")
    summary = json.loads((folder / "ringkasan.json").read_text())

    assert pairs.columns == ["worker_id", "participant_id", "probability", "stage"]
    assert dict(pairs.select("worker_id", "participant_id").iter_rows()) == {"w1": "p1", "w2": "p2", "w4": "p4"}
    assert summary["coverage"] == 0.75
    agreed = "workers persons participants matched coverage coverage_low coverage_high basis level stages seconds"
    assert set(agreed.split()) <= set(summary)
    assert (summary["level"], summary["basis"]) == (3, "residence")


def test_rows_without_an_id_are_numbered(tmp_path):
    for name, rows in (("a.csv", WORKERS), ("b.csv", PARTICIPANTS)):
        lines = [line.partition(",")[2] for line in (HEADER, *rows)]
        (tmp_path / name).write_text("\n".join(lines) + "\n")
    run("link", tmp_path / "a.csv", "--with", tmp_path / "b.csv", "--out", tmp_path / "hasil")

    pairs = pl.read_parquet(tmp_path / "hasil" / "pasangan.parquet")
    assert dict(pairs.select("worker_id", "participant_id").iter_rows()) == {"1": "1", "2": "2", "4": "4"}


def test_json_is_the_summary(lists, tmp_path):
    told = run("link", lists[0], "--with", lists[1], "--out", tmp_path / "x", "--json")

    assert json.loads(told.stdout) == json.loads((tmp_path / "x" / "ringkasan.json").read_text())


def test_the_same_lists_twice_give_the_same_bytes(lists, folder, tmp_path):
    run("link", lists[0], "--with", lists[1], "--out", tmp_path / "lagi")

    for name in ("pasangan.parquet", "orang.parquet", "alasan.parquet", "model.json"):
        assert (tmp_path / "lagi" / name).read_bytes() == (folder / name).read_bytes()


def test_what_an_interrupted_run_left_is_cleared_away(lists, folder):
    (folder / ".sebagian").mkdir()
    (folder / ".sebagian" / "pasangan.parquet").write_bytes(b"half")
    (folder / "ringkasan.json").unlink()

    assert run("explain-pair", folder, "w1").exit_code == 2
    assert run("link", lists[0], "--with", lists[1], "--out", folder).exit_code == 0
    assert not (folder / ".sebagian").exists()
    assert run("explain-pair", folder, "w1").exit_code == 0


def test_several_lists_are_linked_together(lists, tmp_path):
    more = tmp_path / "desa.csv"
    more.write_text("\n".join([HEADER, WORKERS[0].replace("w1", "d1"), WORKERS[2].replace("w3", "d2")]) + "\n")
    told = run("link", lists[0], more, "--with", lists[1], "--out", tmp_path / "x", "--json")

    summary = json.loads(told.stdout)
    assert (summary["workers"], summary["persons"], summary["matched"]) == (6, 4, 3)


def test_an_empty_list_is_linked_and_said(lists, tmp_path):
    empty = tmp_path / "kosong.csv"
    empty.write_text(HEADER + "\n")
    told = run("link", lists[0], "--with", empty, "--out", tmp_path / "x")

    assert told.exit_code == 0
    assert "daftar peserta kosong" in told.stdout


def test_rows_set_aside_are_counted_with_their_reasons_and_the_command_that_shows_them(lists, tmp_path):
    with lists[0].open("a") as file:
        file.write("w5,3672012005750003,,1975-05-20,L,3672,3672021002,ojek\n")
    told = run("link", lists[0], "--with", lists[1], "--out", tmp_path / "x")
    summary = json.loads((tmp_path / "x" / "ringkasan.json").read_text())

    assert summary["rows_set_aside"] == {"workers": 1, "participants": 0}
    assert "1 dari 5 baris disisihkan" in told.stdout
    assert "sel wajib kosong, kolom nama" in told.stdout.lower()
    assert f"semesta check {lists[0]} --as pekerja" in told.stdout


@pytest.mark.parametrize(("lang", "said"), [("id", "semua 2 baris disisihkan"), ("en", "all 2 rows were set aside")])
def test_a_list_of_which_every_row_was_set_aside_is_not_called_empty(lang, said, lists, tmp_path):
    lists[0].write_text(HEADER + "\nw1,,,1984-07-17,L,3672,,\nw2,,,1984-07-18,L,3672,,\n")
    told = run("link", lists[0], "--with", lists[1], "--out", tmp_path / "x", "--lang", lang)

    assert told.exit_code == 2
    assert said in told.output
    assert f"semesta check {lists[0]} --as pekerja" in told.output
    assert not (tmp_path / "x").exists()


def test_who_is_registered_is_not_called_covered_and_says_by_what_it_was_found(lists, tmp_path):
    told = run("link", lists[0], "--with", lists[1], "--out", tmp_path / "x").stdout

    assert "Terdaftar sebagai peserta: 75,0 %" in told
    assert "Baris yang padan: 1 lewat NIK yang sama, 2 lewat kemiripan" in told
    assert "Cakupan" not in told


# ---- why


def test_a_pair_is_explained_in_words(folder):
    told = run("explain-pair", folder, "w2").stdout

    assert "Orang yang sama" in told
    for part in ("NIK", "nomor urut", "Nama", "Tanggal lahir", "desa/kelurahan sama"):
        assert part in told


def test_a_pair_that_is_none_is_explained_too(folder):
    told = run("explain-pair", folder, "w3", "--lang", "en").stdout

    assert "Not the same person" in told or "No participant is alike" in told


def test_reasons_name_nobody(folder):
    kept = (folder / "alasan.parquet").read_bytes() + (folder / "model.json").read_bytes()

    assert not re.search(rb"367201|AHMAD|FAUZI|Siti|1984", kept)


def test_a_row_that_is_not_there_is_said(folder):
    told = run("explain-pair", folder, "w99")

    assert told.exit_code == 2
    assert "w99" in told.output


def test_an_id_that_is_none_is_answered_with_how_ids_are_written(lists, tmp_path):
    for path in lists:
        path.write_text("\n".join(line.partition(",")[2] for line in path.read_text().splitlines()))
    (tmp_path / "desa.csv").write_text(lists[0].read_text().replace("Slamet", "Sutrisno"))
    run("link", lists[0], tmp_path / "desa.csv", "--with", lists[1], "--out", tmp_path / "x")
    told = run("explain-pair", tmp_path / "x", "3")

    assert told.exit_code == 2
    assert "daftar.baris" in told.output
    assert "Mungkin: 1.3, 2.3" in told.output
    assert run("explain-pair", tmp_path / "x", "1.3").exit_code == 0


def test_of_masked_lists_it_is_said_why_there_is_no_table(masked, tmp_path):
    run("link", masked[0], "--with", masked[1], "--out", tmp_path / "x")
    told = run("explain-pair", tmp_path / "x", "1").stdout

    assert "bersandi" in told
    assert "Yang dibandingkan" not in told
    assert "mendukung" not in told


# ---- judged by people


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A sample of three pairs."""
    names = pl.DataFrame({"id": ["1", "2", "3"], "name": ["Siti", "Budi", "Ani"]})
    pairs = pl.DataFrame({"worker_id": names["id"], "participant_id": names["id"], "probability": [0.9, 0.5, 0.2]})
    write_sample(tmp_path / "sampel.xlsx", pairs, names, names)
    return tmp_path / "sampel.xlsx"


def fill(path: Path, answers: dict[int, str]) -> None:
    """Writes answers into the last column, by row."""
    book = openpyxl.load_workbook(path)
    for row, answer in answers.items():
        book.active.cell(row, book.active.max_column, answer)
    book.save(path)


def test_a_sample_is_written_judged_and_read_back(lists, tmp_path):
    run("link", lists[0], "--with", lists[1], "--out", tmp_path / "x", "--sample", "10")
    path = tmp_path / "x" / "sampel.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book.active
    last = sheet.max_column
    for row in range(3, sheet.max_row + 1):
        sheet.cell(row, last, "Tidak" if sheet.cell(row, 1).value == "w2" else "ya")
    book.save(path)
    told = run("link", lists[0], "--with", lists[1], "--out", tmp_path / "y", "--reviewed", path, "--json")

    assert json.loads(told.stdout)["reviewed"] == sheet.max_row - 2
    pairs = pl.read_parquet(tmp_path / "y" / "pasangan.parquet")
    assert "w2" not in pairs["worker_id"].to_list()
    assert "w4" in pairs["worker_id"].to_list()


def test_an_answer_that_is_neither_yes_nor_no_is_said(lists, tmp_path):
    run("link", lists[0], "--with", lists[1], "--out", tmp_path / "x", "--sample", "10")
    path = tmp_path / "x" / "sampel.xlsx"
    book = openpyxl.load_workbook(path)
    book.active.cell(3, book.active.max_column, "mungkin")
    book.save(path)

    told = run("link", lists[0], "--with", lists[1], "--out", tmp_path / "y", "--reviewed", path)
    assert told.exit_code == 2
    assert "baris 3 “mungkin”" in told.output


def test_every_answer_that_is_none_is_named_by_its_row_in_either_language(sample):
    fill(sample, {3: "mungkin", 4: "?!", 5: "ya"})

    with pytest.raises(LinkError) as told:
        decisions_in(sample)
    assert "baris 3 “mungkin”" in told.value.said.id
    assert "row 3 “mungkin”" in told.value.said.en
    assert "baris 5" not in told.value.said.id


def test_the_answers_are_chosen_from_a_list(sample):
    sheet = openpyxl.load_workbook(sample).active
    (rule,) = sheet.data_validations.dataValidation

    assert rule.type == "list"
    assert rule.formula1 == '"ya,tidak,ragu"'
    assert all(sheet.cell(row, sheet.max_column).coordinate in rule.sqref for row in range(3, sheet.max_row + 1))


def test_a_pair_in_doubt_is_left_to_the_model(sample):
    fill(sample, {3: "ragu", 4: "ya"})

    assert len(decisions_in(sample)) == 1


def test_decisions_about_other_lists_are_counted_and_said(lists):
    frames = [pl.read_csv(path).rename({"nama": "name"}).select("id", "name") for path in lists]
    found = link(*frames, decisions=[Decision("x1", "p1", is_same=True)])

    assert any("1 putusan dalam sampel tidak dipakai" in note["id"] for note in found.summary["notes"])


# ---- masked


@pytest.fixture
def masked(lists: tuple[Path, Path], tmp_path: Path) -> tuple[Path, Path]:
    secret = tmp_path / "rahasia.txt"
    secret.write_text(SECRET)
    made = tmp_path / "a.parquet", tmp_path / "b.parquet"
    for path, out, kind in zip(lists, made, ("pekerja", "peserta"), strict=True):
        assert run("mask", path, "--as", kind, "--secret-file", secret, "-o", out).exit_code == 0
    return made


def test_masked_lists_hold_no_identity_and_no_order(masked):
    frame = pl.read_parquet(masked[0])

    assert set(frame.columns) == {"nik_hash", "person_hash", "place", "district", "group"}
    assert frame["nik_hash"].drop_nulls().is_sorted()
    assert all(re.fullmatch("[0-9a-f]{64}", hash) for hash in frame["nik_hash"].drop_nulls())
    assert not re.search(rb"367201|AHMAD|Fauzi|1984", masked[0].read_bytes())


def test_masked_lists_are_linked_exactly_and_that_is_said(masked, tmp_path):
    told = run("link", masked[0], "--with", masked[1], "--out", tmp_path / "x")
    summary = json.loads((tmp_path / "x" / "ringkasan.json").read_text())

    assert told.exit_code == 0
    assert "paling sedikit" in told.stdout
    # w1 by NIK, w2 and w4 by name, birth date and regency; w3 shares a NIK with someone else.
    assert summary["matched"] == 4


def test_a_list_that_tells_nothing_beside_identities_is_masked_too(tmp_path):
    names = tmp_path / "nama.csv"
    names.write_text("nama,tanggal lahir\nSiti Aisyah,1990-03-12\nAhmad Fauzi,1984-07-17\n")
    told = run("mask", names, "--as", "pekerja", "--secret-file", tmp_path / "r.txt", "--new-secret",
               "-o", tmp_path / "a.parquet")  # fmt: skip

    assert told.exit_code == 0
    assert pl.read_parquet(tmp_path / "a.parquet").shape == (2, 2)


def test_a_masked_list_is_not_linked_with_one_that_is_not(lists, masked, tmp_path):
    told = run("link", masked[0], "--with", lists[1], "--out", tmp_path / "x")

    assert told.exit_code == 2
    assert f"{lists[1]}: daftar ini tidak bersandi" in told.output


@pytest.mark.parametrize("more", [["--sample", "5"], ["--lists"], ["--model", "bawaan"]])
def test_what_needs_people_is_refused_of_masked_lists(more, masked, tmp_path):
    told = run("link", masked[0], "--with", masked[1], "--out", tmp_path / "x", *more)

    assert told.exit_code == 2
    assert f"{more[0]}: tidak dapat dengan daftar bersandi" in told.output


def test_rows_that_are_not_masked_are_said(lists, tmp_path):
    with lists[0].open("a") as file:
        file.write("w5,3672012005750003,,1975-05-20,L,3672,3672021002,ojek\n")
    told = run("mask", lists[0], "--as", "pekerja", "--secret-file", tmp_path / "r.txt", "--new-secret",
               "-o", tmp_path / "a.parquet")  # fmt: skip

    assert "4 baris bersandi" in told.stdout
    assert "1 dari 5 baris disisihkan" in told.stdout


def test_another_secret_gives_other_hashes(lists, masked, tmp_path):
    other = tmp_path / "lain.txt"
    other.write_text(SECRET[::-1])
    run("mask", lists[0], "--as", "pekerja", "--secret-file", other, "-o", tmp_path / "c.parquet")

    one, two = (set(pl.read_parquet(path)["nik_hash"].drop_nulls()) for path in (masked[0], tmp_path / "c.parquet"))
    assert not one & two


def test_a_weak_secret_is_refused(lists, tmp_path):
    weak = tmp_path / "lemah.txt"
    weak.write_text("rahasia")
    told = run("mask", lists[0], "--as", "pekerja", "--secret-file", weak, "-o", tmp_path / "c.parquet")

    assert told.exit_code == 2
    assert not (tmp_path / "c.parquet").exists()


def test_a_new_secret_does_not_overwrite_one_that_is_there(lists, tmp_path):
    secret = tmp_path / "rahasia.txt"
    made = ("mask", lists[0], "--as", "pekerja", "--secret-file", secret, "-o", tmp_path / "c.parquet", "--new-secret")

    assert run(*made).exit_code == 0
    kept = secret.read_text()
    assert run(*made).exit_code == 2
    assert secret.read_text() == kept


# ---- wrong use


def test_a_file_that_is_no_list_is_said_without_traceback(lists, tmp_path):
    other = tmp_path / "surat.csv"
    other.write_text("halo,dunia\n1,2\n")
    told = run("link", other, "--with", lists[1], "--out", tmp_path / "x")

    assert told.exit_code == 2
    assert "Traceback" not in told.output
    assert not (tmp_path / "x").exists()


def test_a_model_that_is_none_is_refused(lists, tmp_path):
    told = run("link", lists[0], "--with", lists[1], "--out", tmp_path / "x", "--model", lists[0])

    assert told.exit_code == 2
    assert "model" in told.output
