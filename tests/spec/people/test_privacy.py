"""An attack on everything that a round of lists writes: nothing that was masked may be found, or rebuilt by combining lists.

The attacker holds all outputs, and here also the truth, against which each thing that can be read is held. A failure says which
file, and nobody's number or name: assertions compare counts.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook
from typer.testing import CliRunner

from semesta.basics import shown
from semesta.basics.places import PLACES
from semesta.cli.main import app
from semesta.rounds.run import read_round
from semesta.tables.registry import PEOPLE

CITY = Path("examples/kota-contoh")
NUMBERS = ("nik", "kk", "kpj", "phone")
WORDS = ("name", "mother_name", "address")
SHOWN_OF_PERSON = {"Berkas", "Lembar", "Baris", "NIK", "Inisial", "Tahun lahir", "L/P", "Desa/kelurahan", "Kelompok", "Pengirim daftar", "Wadah"}  # fmt: skip
SAYS_WHERE = {"Berkas", "Lembar", "Desa/kelurahan", "Kelompok", "Pengirim daftar", "Wadah"}
"""Columns of words that are about no person, in which a name may stand by chance: Kelurahan Mekar Sari."""


@dataclass(frozen=True, repr=False)
class Attacked:
    """The outputs as text by file, the lists as rows, the terminal, and the people behind it all by file and row."""

    texts: dict[str, str]
    lists: dict[str, list[dict[str, object]]]
    people: dict[str, pl.DataFrame]
    by_row: dict[tuple[str, str, int], dict[str, object]]


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    out = tmp_path_factory.mktemp("out")
    result = CliRunner().invoke(app(), ["monev", str(CITY), "--out", str(out), "--json"])
    assert result.exit_code == 0
    paths = [path for path in out.rglob("*") if path.is_file()]
    texts = {path.relative_to(out).as_posix(): text_in(path) for path in paths} | {"terminal": result.output}
    dataset = read_round([CITY], today=dt.date(2026, 1, 15), places=PLACES.with_file(CITY / "places.csv"))
    people = {name: frame for name in PEOPLE if (frame := dataset.frame(name)) is not None}
    by_row = {
        (str(row["_file"]), str(row["_sheet"]), int(row["_row"])): row
        for frame in people.values()
        for row in frame.iter_rows(named=True)
    }
    lists = {path.name: rows_in(path) for path in paths if path.parent.name == "daftar"}
    return Attacked(texts, lists, people, by_row)


def text_in(path: Path) -> str:
    """Everything that can be read in a file, properties and hidden parts too."""
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as parts:
            return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return path.read_text(encoding="utf-8")


def rows_in(path: Path) -> list[dict[str, object]]:
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_name("Daftar").to_python()
    return [dict(zip(map(str, sheet[3]), row, strict=True)) for row in sheet[4:]]


def of_persons(attacked: Attacked) -> Iterator[tuple[str, dict[str, object], dict[str, object]]]:
    """List, row as shown, and the person it is about."""
    for name, rows in attacked.lists.items():
        for row in rows:
            if "Berkas" in row:
                yield (
                    name,
                    row,
                    attacked.by_row[str(row["Berkas"]), str(row.get("Lembar", "")), int(float(str(row["Baris"])))],
                )


def pieces(text: str, length: int) -> set[str]:
    return {text[at : at + length] for at in range(len(text) - length + 1)}


def test_there_is_something_to_attack(attacked: Attacked):
    assert sum(len(rows) for rows in attacked.lists.values()) > 300
    assert len(attacked.lists) >= 12


def test_no_number_of_a_person_is_in_any_output(attacked: Attacked):
    """Ten digits in a row: six of them would be met by chance among amounts and hashes."""
    secret = {
        piece
        for frame in attacked.people.values()
        for column in NUMBERS
        if column in frame.columns
        for value in frame[column].drop_nulls()
        for piece in pieces(re.sub(r"\D", "", value), 10)
    }
    for name, text in attacked.texts.items():
        met = {piece for run in re.findall(r"\d{10,}", text) for piece in pieces(run, 10)}
        assert len(met & secret) == 0, name


def test_no_name_mother_or_address_is_in_any_output(attacked: Attacked):
    names = {
        str(value).lower()
        for frame in attacked.people.values()
        for column in WORDS
        if column in frame.columns
        for value in frame[column].drop_nulls()
        if len(str(value).split()) > 1
    }
    for name, text in attacked.texts.items():
        lower = text.lower()
        assert sum(secret in lower for secret in names) == 0, name


def test_a_row_shows_of_its_person_no_word_of_the_name_no_digit_beyond_four_and_no_day_of_birth(attacked: Attacked):
    for name, row, person in of_persons(attacked):
        told = " ".join(str(value) for column, value in row.items() if column not in SAYS_WHERE)
        words = set(re.findall(r"[a-z]{3,}", " ".join(str(person.get(c) or "") for c in WORDS).lower()))
        read = words & set(re.findall(r"[a-z]{3,}", told.lower())) - COMMON
        assert len(read) == 0, name
        nik = str(person.get("nik") or "")
        if len(nik) >= 8:
            is_masked = re.fullmatch(r"\d{4}•+", str(row["NIK"])) is not None
            assert is_masked, name
            digits = {piece for run in re.findall(r"\d{5,}", told) for piece in pieces(run, 5)}
            hidden = pieces(nik[4:], 5)
            assert len(hidden & digits) == 0, name
        read = born_as_written(person) & set(cells(row))
        assert len(read) == 0, name


COMMON = {"daftar", "peserta", "tahun", "bulan"}


def cells(row: dict[str, object]) -> Iterator[str]:
    for value in row.values():
        yield from re.split(r"[;,:] ", str(value))


def born_as_written(person: dict[str, object]) -> set[str]:
    born = person.get("birth_date")
    if not isinstance(born, dt.date):
        return set()
    return {f"{born:{form}}" for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d%m%y")} | {
        shown.day(born, "id"),
        shown.day(born, "en"),
    }


def test_what_all_lists_together_say_of_a_person_is_still_no_more_than_one_of_them_may(attacked: Attacked):
    """Regency, initials, year, sex and village of each, and never two years, two sexes or other initials that narrow it down."""
    together: dict[tuple[str, str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for _, row, _ in of_persons(attacked):
        key = (str(row["Berkas"]), str(row.get("Lembar", "")), str(row["Baris"]))
        for column in SHOWN_OF_PERSON & set(row):
            together[key][column].add(str(row[column]))
    assert any(len(said) > 5 for said in together.values())
    for said in together.values():
        assert all(len(values) == 1 for values in said.values())


def test_the_order_of_a_list_is_that_of_the_files_and_tells_nothing_of_niks_or_birthdays(attacked: Attacked):
    for name, rows in attacked.lists.items():
        if not rows or "Berkas" not in rows[0] or name.startswith("tercatat-lebih"):
            continue
        by_file: dict[str, list[float]] = defaultdict(list)
        for row in rows:
            by_file[f"{row['Berkas']}/{row.get('Lembar', '')}"].append(float(str(row["Baris"])))
        assert all(numbers == sorted(numbers) for numbers in by_file.values()), name


def test_a_number_in_the_name_of_a_file_or_an_account_is_masked_too(tmp_path: Path):
    nik = "3672014507908642"
    rows = f"nik,nama,sponsor,tanggal lahir,status,segmen,kab_kota,per tanggal\n{nik[:13]},SITI RAHMAWATI,SITI RAHMAWATI,1990-07-05,aktif,BPU,36.72,2025-07-31\n"
    (tmp_path / f"peserta {nik}.csv").write_text(rows, encoding="utf-8")
    out = tmp_path / "out"
    assert CliRunner().invoke(app(), ["monev", str(tmp_path), "--out", str(out)]).exit_code == 0
    found = [text_in(path) for path in (out / "daftar").glob("*.xlsx")]
    assert found
    assert not any(nik[:13] in text or "RAHMAWATI" in text.upper() for text in found)


@pytest.mark.parametrize("show", [False, True])
def test_identity_is_shown_when_asked_for_and_the_manifest_says_so(tmp_path: Path, show: bool):
    rows = "nik,nama,tanggal lahir,kab_kota,status bpjs,per tanggal\n3672014507908642,SITI RAHMAWATI,1990-07-05,36.72,belum terdaftar,2025-07-31\n"
    (tmp_path / "pekerja.csv").write_text(rows, encoding="utf-8")
    out = tmp_path / "out"
    asked = ["monev", str(tmp_path / "pekerja.csv"), "--out", str(out), *(["--show-identity"] if show else [])]
    assert CliRunner().invoke(app(), asked).exit_code == 0
    assert json.loads((out / "manifest.json").read_text(encoding="utf-8"))["identity_shown"] is show
    assert ("RAHMAWATI" in text_in(out / "daftar" / "belum-terdaftar.xlsx")) is show
    assert (out / "daftar" / "pendaftaran.xlsx").exists() is show
    others = ("laporan.xlsx", "laporan.docx", "laporan.pdf", "indikator.json", "temuan.json", "manifest.json")
    assert not any("RAHMAWATI" in text_in(out / name) for name in others)
