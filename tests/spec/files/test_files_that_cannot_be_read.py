"""A file that cannot be read is one clear problem, and the other files are read."""

import io
import zipfile

import polars as pl
import pytest
from workbooks import (
    CILEGON,
    POPULATION,
    SERANG,
    TODAY,
    causes,
    errors,
    ods,
    ole,
    only_problem,
    read_file,
    with_part,
    xls,
    xlsx,
    zipped,
)

from semesta.basics.places import PLACES
from semesta.files.read import read

GOOD = xlsx({"Jumlah pekerja": [POPULATION, CILEGON]})


@pytest.mark.parametrize(
    ("content", "name", "cause"),
    [
        (b"", "kosong.xlsx", "empty_file"),
        (b"\r\n  \n", "kosong.csv", "empty_file"),
        (b"%PDF-1.7 ...", "laporan.xlsx", "not_a_spreadsheet"),
        (b"\x89PNG\r\n\x1a\n....", "foto.xlsx", "not_a_spreadsheet"),
        (b"halo dunia", "catatan.xlsx", "not_a_spreadsheet"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "unduhan.xls", "not_a_spreadsheet"),
        (zipped({"word/document.xml": "<w/>"}), "surat.xlsx", "not_a_spreadsheet"),
        (zipped({"apa.txt": "saja"}), "arsip.zip", "not_a_spreadsheet"),
        (ole({"WordDocument": b"x"}), "surat.xls", "not_a_spreadsheet"),
        (GOOD[: len(GOOD) // 2], "monev.xlsx", "damaged_file"),
        (GOOD[:100], "monev.xlsx", "damaged_file"),
        (ole({"EncryptionInfo": b"x", "EncryptedPackage": b"y"}), "rahasia.xlsx", "password"),
        (xls([POPULATION, CILEGON], password=True), "rahasia.xls", "password"),
        (ods([POPULATION, CILEGON], manifest="<manifest:encryption-data/>"), "rahasia.ods", "password"),
        (b"Wilayah\x00\x01\x02\x03,Jumlah\x00\x07\x08", "population.csv", "not_csv"),
        (b"\x00\x01\x02\x03\x04\x05\x06" * 100, "population.csv", "not_csv"),
        (b"PAR1 tidak lengkap PAR1", "population.parquet", "damaged_file"),
    ],
)
def test_a_file_that_is_no_spreadsheet_is_said_to_be_what_it_is(tmp_path, content, name, cause):
    dataset = read_file(tmp_path, content, name)
    problem = only_problem(dataset)
    assert problem.fault.cause == cause
    assert (problem.file, problem.row, problem.is_error) == (name, None, True)
    assert dataset.frames == {}


def test_a_pdf_is_called_a_pdf(tmp_path):
    assert "PDF" in only_problem(read_file(tmp_path, b"%PDF-1.7", "data.xlsx")).fault.title.id


def test_a_missing_path_is_a_problem(tmp_path):
    dataset = read([tmp_path / "tidak-ada.xlsx"], today=TODAY, places=PLACES)
    assert causes(dataset) == ["file_not_found"]


def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path, monkeypatch):
    path = tmp_path / "monev.xlsx"
    path.write_bytes(GOOD)

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    # The tests may run as root, whom no permission stops.
    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    assert causes(read([path], today=TODAY, places=PLACES)) == ["file_not_readable"]


def test_the_other_files_are_read(tmp_path):
    (tmp_path / "rusak.xlsx").write_bytes(GOOD[:100])
    (tmp_path / "baik.xlsx").write_bytes(GOOD)
    dataset = read([tmp_path / "rusak.xlsx", tmp_path / "baik.xlsx"], today=TODAY, places=PLACES)
    assert errors(dataset) == ["damaged_file"]
    assert dataset.read == {"population": 1}


# ---- bombs


def test_a_zip_bomb_is_refused_by_its_ratio(tmp_path):
    bomb = with_part(GOOD, "xl/worksheets/sheet1.xml", lambda xml: xml + b" " * 40_000_000)
    assert len(bomb) < 100_000
    assert causes(read_file(tmp_path, bomb)) == ["zip_bomb"]


def test_a_zip_bomb_of_many_entries_is_refused_by_its_sum(tmp_path, monkeypatch):
    monkeypatch.setattr("semesta.files.archive.MOST_BYTES", 3_000_000)
    parts = {f"xl/media/{n}.bin": bytes(range(256)) * 4_000 for n in range(4)}
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        parts |= {n: archive.read(n) for n in archive.namelist()}
    assert causes(read_file(tmp_path, zipped(parts))) == ["zip_bomb"]


def test_a_size_that_lies_does_not_help_a_bomb(tmp_path):
    bomb = with_part(GOOD, "xl/worksheets/sheet1.xml", lambda xml: xml + b" " * 40_000_000)
    with zipfile.ZipFile(io.BytesIO(bomb)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    lying = bomb.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert errors(read_file(tmp_path, lying))[0] in ("zip_bomb", "damaged_file")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_xml_entities_are_refused(tmp_path, encoding):
    entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'.encode(encoding)
    trick = with_part(GOOD, "xl/sharedStrings.xml", lambda xml: entity + xml)
    assert causes(read_file(tmp_path, trick)) == ["xml_entities"]


# ---- sizes


def test_more_than_16384_columns_are_refused(tmp_path):
    text = ",".join(f"k{n}" for n in range(16_385)) + "\n"
    assert causes(read_file(tmp_path, text.encode(), "population.csv")) == ["too_many_columns"]


def test_a_workbook_with_a_cell_beyond_the_last_column_is_refused(tmp_path):
    wide = with_part(GOOD, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'r="D2"', b'r="XFE2"'))
    assert causes(read_file(tmp_path, wide)) == ["too_many_columns"]


def test_more_than_1048576_rows_are_refused(tmp_path):
    assert causes(read_file(tmp_path, b"a,b\n" * 1_048_577, "population.csv")) == ["too_many_rows"]


def test_a_parquet_file_of_too_many_rows_is_refused(tmp_path):
    buffer = io.BytesIO()
    pl.DataFrame({"place": pl.Series(["36.72"]).new_from_index(0, 1_048_577)}).write_parquet(buffer)
    assert causes(read_file(tmp_path, buffer.getvalue(), "population.parquet")) == ["too_many_rows"]


def test_a_row_beyond_the_last_is_refused(tmp_path):
    long = with_part(GOOD, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'r="A2"', b'r="A4000000000"'))
    assert causes(read_file(tmp_path, long)) == ["too_many_rows"]


def test_a_filled_cell_in_the_far_corner_is_refused_before_memory_runs_out(tmp_path):
    far = xlsx(
        {"Jumlah pekerja": [POPULATION, CILEGON]}, lambda book, s: s["Jumlah pekerja"].write(1_048_575, 16_383, "x")
    )
    assert causes(read_file(tmp_path, far)) == ["area_too_large"]


def test_cells_without_a_place_do_not_hide_the_far_corner(tmp_path):
    rows = (
        b'<row r="1">' + b"<c><v>1</v></c>" * 16_384 + b"</row>" + b"<row/>" * 1_000_000 + b"<row><c><v>1</v></c></row>"
    )
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
    far = with_part(GOOD, "xl/worksheets/sheet1.xml", lambda xml: sheet % rows)
    assert causes(read_file(tmp_path, far))[0] in ("area_too_large", "zip_bomb")


def test_a_far_cell_that_is_only_coloured_is_no_matter(tmp_path):
    def colour(book, sheets):
        sheets["Jumlah pekerja"].write_blank(900_000, 900, None, book.add_format({"bg_color": "red"}))

    dataset = read_file(tmp_path, xlsx({"Jumlah pekerja": [POPULATION, CILEGON]}, colour))
    assert (dataset.read, dataset.problems) == ({"population": 1}, ())


def test_repeated_rows_of_an_ods_are_refused_before_they_are_written_out(tmp_path):
    content = ods([POPULATION, CILEGON], row_repeat=900_000)
    assert causes(read_file(tmp_path, content, "monev.ods"))[0] in ("too_many_rows", "area_too_large")


# ---- given twice


def test_the_same_file_given_twice_is_read_once_and_said(tmp_path):
    for name in ("satu.xlsx", "dua.xlsx"):
        (tmp_path / name).write_bytes(xlsx({"Jumlah pekerja": [POPULATION, CILEGON, SERANG]}))
    once = read([tmp_path / "satu.xlsx"], today=TODAY, places=PLACES)
    content = (tmp_path / "satu.xlsx").read_bytes()
    (tmp_path / "dua.xlsx").write_bytes(content)
    twice = read([tmp_path / "satu.xlsx", tmp_path / "dua.xlsx"], today=TODAY, places=PLACES)
    assert twice.frames["population"].equals(once.frames["population"])
    assert [(p.fault.cause, p.is_error) for p in twice.problems] == [("same_file_twice", False)]


def test_a_file_names_itself_and_its_hash_and_no_folder(tmp_path):
    [seen] = read_file(tmp_path, GOOD).files
    assert (seen.name, len(seen.sha256), seen.rows) == ("monev.xlsx", 64, {"population": 1})


@pytest.mark.parametrize("content", [xls([POPULATION, CILEGON]), ods([POPULATION, CILEGON])], ids=["xls", "ods"])
def test_old_and_open_formats_read_like_xlsx(tmp_path, content):
    expected = read_file(tmp_path, GOOD).frames["population"].drop("_file")
    found = read_file(tmp_path, content, "monev." + ("xls" if content[:2] != b"PK" else "ods"))
    assert found.frames["population"].drop("_file").equals(expected)
