"""semesta check --as, --place and --profile, and semesta template, for lists of people."""

import json

import openpyxl
import pytest
import typer
import yaml
from person_rows import BUDI, HEADER, SITI
from typer.testing import CliRunner
from workbooks import xlsx

from semesta.cli import check, template
from semesta.files.profile import ProfileError, profile_of
from semesta.tables.registry import EVERY_TABLE, people_table

KINDS = {
    "pekerja": "workers",
    "peserta": "participants",
    "pembayaran": "payments",
    "klaim": "claim_cases",
    "kematian": "deaths",
    "keluarga": "households",
}
app = typer.Typer()
for module in (check, template):
    app.command(module.COMMAND[0])(module.COMMAND[1])


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def written(folder, *rows, name="daftar.xlsx"):
    path = folder / name
    path.write_bytes(xlsx({"Sheet1": rows}))
    return path


@pytest.mark.parametrize(("kind", "table"), KINDS.items())
def test_each_kind_has_a_template_whose_niks_are_text_and_that_is_read_as_that_kind(tmp_path, kind, table):
    path = tmp_path / "isian.xlsx"
    made = run("template", kind, "-o", path)
    assert made.exit_code == 0
    assert f"semesta check {path} --as {kind}" in made.stdout
    sheet = openpyxl.load_workbook(path)[EVERY_TABLE[table].title.id]
    titles = {cell.value: cell.column_letter for cell in sheet[5] if cell.value}
    assert set(titles) == {column.title.id for column in EVERY_TABLE[table].columns if column.in_template}
    assert sheet.column_dimensions[titles["NIK"]].number_format == "@"
    checked = run("check", path, "--as", kind)
    assert (checked.exit_code, "Tidak ada baris" in checked.stdout) == (0, True)


def test_a_filled_template_is_read_without_being_told_what_it_is(tmp_path):
    path = tmp_path / "pekerja.xlsx"
    run("template", "pekerja", "-o", path)
    book = openpyxl.load_workbook(path)
    sheet = book["Daftar pekerja"]
    titles = {cell.value: cell.column for cell in sheet[5]}
    for title, value in {
        "NIK": SITI[0],
        "Nama lengkap": SITI[1],
        "Jenis kelamin": "Perempuan",
        "Kabupaten/kota": "Kota Cilegon",
    }.items():
        sheet.cell(6, titles[title], value)
    book.save(path)
    checked = run("check", path)
    assert (checked.exit_code, "Tidak ada masalah" in checked.stdout, "Daftar pekerja" in checked.stdout) == (
        0,
        True,
        True,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_are_found_by_their_names_in_both_languages(kind):
    assert people_table(kind).name == KINDS[kind]
    assert people_table(KINDS[kind]).name == KINDS[kind]


def test_an_unknown_kind_or_place_ends_in_one_line(tmp_path):
    path = written(tmp_path, HEADER, SITI)
    for options in (("--as", "nelayan"), ("--place", "99.99")):
        result = run("check", path, *options)
        assert (result.exit_code, len(result.stderr.strip().splitlines())) == (2, 1)


def test_check_says_residents_of_other_places(tmp_path):
    path = written(tmp_path, HEADER, SITI, [*BUDI[:4], "Kota Serang"])
    result = run("check", path, "--as", "pekerja", "--place", "3672", "--json")
    assert [p["cause"] for p in json.loads(result.stdout)] == ["place.elsewhere"]


def test_check_masks_identities_in_json_and_leaves_the_annotated_copy_whole(tmp_path):
    path = written(tmp_path, HEADER, ["367201410784000", *SITI[1:]])
    told = run("check", path, "--as", "pekerja", "--json").stdout
    assert ("3672•••••••••••" in told, "410784" in told) == (True, False)
    result = run("check", path, "--as", "pekerja")
    assert (result.exit_code, "410784" in result.stdout) == (2, False)
    copy = openpyxl.load_workbook(tmp_path / "daftar-diperiksa.xlsx")
    assert copy["Sheet1"]["A2"].value == "367201410784000"


# ---- profiles


def test_a_profile_is_written_once_and_used_for_the_next_list_of_the_sender(tmp_path):
    odd = ["Nomor Kependudukan Warga", "Nama", "L/P", "Mata Acara"]
    first = written(tmp_path, odd, [SITI[0], SITI[1], "P", "Nelayan"])
    profile = tmp_path / "dinas.yaml"
    result = run("check", first, "--as", "pekerja", "--profile", profile)
    assert str(profile) in result.stdout.replace("\n", "")
    kept = yaml.safe_load(profile.read_text(encoding="utf-8"))
    assert kept["table"] == "workers"
    assert kept["columns"]["Nama"] == "name"
    assert kept["columns"]["Mata Acara"] == ""
    mended = profile.read_text(encoding="utf-8").replace('"Mata Acara": ""', '"Mata Acara": group')
    profile.write_text(
        mended.replace('"Nomor Kependudukan Warga": ""', '"Nomor Kependudukan Warga": nik'), encoding="utf-8"
    )
    second = written(tmp_path, odd, [BUDI[0], BUDI[1], "L", "Petani"], name="bulan-depan.xlsx")
    result = run("check", second, "--profile", profile)
    assert (result.exit_code, "Tidak ada masalah" in result.stdout) == (0, True)


def test_a_profile_lists_all_unknown_headers_also_where_only_their_number_is_said(tmp_path):
    profile = tmp_path / "sistem.yaml"
    row = [*HEADER, *(f"Isian {n}" for n in range(12))]
    run("check", written(tmp_path, row, [*SITI, *["x"] * 12]), "--as", "pekerja", "--profile", profile)
    kept = yaml.safe_load(profile.read_text(encoding="utf-8"))["columns"]
    assert [title for title, name in kept.items() if name == ""] == row[len(HEADER) :]


def test_a_profile_may_leave_a_known_header_unread(tmp_path):
    path = written(tmp_path, ["NIK", "Nama", "Status"], [*SITI[:2], "Kawin"])
    profile = tmp_path / "p.yaml"
    profile.write_text('table: workers\ncolumns:\n  "Status": ""\n', encoding="utf-8")
    assert run("check", path, "--profile", profile).exit_code == 0


@pytest.mark.parametrize(
    "content",
    ["", "- 1", "table: apa\ncolumns: {}", "table: workers\ncolumns:\n  NIK: nomor", "table: [", "columns: {NIK: nik}"],
)
def test_a_profile_that_cannot_be_used_ends_in_one_line(tmp_path, content):
    profile = tmp_path / "p.yaml"
    profile.write_text(content, encoding="utf-8")
    with pytest.raises(ProfileError):
        profile_of(profile, EVERY_TABLE)
    result = run("check", written(tmp_path, HEADER, SITI), "--profile", profile)
    assert (result.exit_code, len(result.stderr.strip().splitlines())) == (2, 1)
