"""Sheets and columns are found under the names that real workbooks give them; what is not found is said."""

import io

import openpyxl
import polars as pl
import pytest
from workbooks import CILEGON, DAY, POPULATION, SERANG, TODAY, causes, errors, only_problem, read_file, read_rows, xlsx

from semesta.basics.places import PLACES
from semesta.files.read import places_files, read

ENGLISH = ["place", "group", "persons", "as_of"]


@pytest.mark.parametrize("sheet", ["Jumlah pekerja", "JUMLAH  PEKERJA", "population", "Populasi 2024", "2. Potensi"])
def test_a_sheet_is_known_by_title_name_or_alias(tmp_path, sheet):
    dataset = read_rows(tmp_path, [POPULATION, CILEGON], sheet)
    assert (dataset.read, dataset.problems) == ({"population": 1}, ())


def test_a_sheet_of_another_name_is_known_by_its_headers_and_said(tmp_path):
    dataset = read_rows(tmp_path, [POPULATION, CILEGON], "Sheet1")
    assert dataset.read == {"population": 1}
    assert only_problem(dataset).fault.cause == "recognised_by_headers"
    assert not only_problem(dataset).is_error


def test_a_misspelt_sheet_name_is_met_and_said(tmp_path):
    dataset = read_rows(tmp_path, [POPULATION, CILEGON], "Jumlah pekrja")
    assert (dataset.read, causes(dataset)) == ({"population": 1}, ["recognised_by_headers"])


def test_a_sheet_that_matches_nothing_is_a_warning_with_the_nearest_names(tmp_path):
    content = xlsx({"Jumlah pekerja": [POPULATION, CILEGON], "Pesertaan": [["apa", "ini"], [1, 2]], "Kosong": []})
    problem = only_problem(read_file(tmp_path, content))
    assert (problem.fault.cause, problem.sheet) == ("unknown_sheet", "Pesertaan")
    assert "Peserta" in problem.fault.how_to_fix.id


def test_a_workbook_without_any_table_is_an_error(tmp_path):
    dataset = read_rows(tmp_path, [["apa", "ini"], [1, 2]], "Sheet1")
    assert errors(dataset) == ["no_table"]


def test_a_hidden_sheet_is_not_read_and_said(tmp_path):
    content = xlsx(
        {"Jumlah pekerja": [POPULATION, CILEGON], "Peserta": [["Wilayah"], ["Kota Cilegon"]]},
        lambda book, sheets: sheets["Peserta"].hide(),
    )
    dataset = read_file(tmp_path, content)
    assert "members" not in dataset.read
    assert (only_problem(dataset).fault.cause, only_problem(dataset).sheet) == ("hidden_sheet", "Peserta")


def test_the_header_is_found_below_title_rows(tmp_path):
    rows = [["DATA PEKERJA KOTA CILEGON"], ["Keadaan Juli 2024"], [], POPULATION, CILEGON]
    dataset = read_rows(tmp_path, rows)
    assert dataset.problems == ()
    assert dataset.frames["population"]["_row"].to_list() == [5]


def test_a_header_merged_over_two_rows_is_found(tmp_path):
    def merge(book, sheets):
        for column, title in enumerate(["Wilayah", "Kelompok"]):
            sheets["Peserta"].merge_range(0, column, 1, column, title)
        sheets["Peserta"].merge_range(0, 2, 0, 3, "Peserta BPJS")
        sheets["Peserta"].merge_range(0, 4, 1, 4, "Keadaan per tanggal")

    rows = [[], [None, None, "Terdaftar", "Aktif"], ["Kota Cilegon", "Nelayan", 332, 300, DAY]]
    dataset = read_rows(tmp_path, rows, "Peserta", merge)
    assert dataset.problems == ()
    assert dataset.frames["members"].select("registered", "active").row(0) == (332, 300)


def test_a_row_that_numbers_the_columns_is_no_data(tmp_path):
    dataset = read_rows(tmp_path, [POPULATION, ["(1)", "(2)", "(3)", "(4)"], CILEGON])
    assert (dataset.read, dataset.problems) == ({"population": 1}, ())


@pytest.mark.parametrize(
    "header",
    [
        ENGLISH,
        POPULATION,
        ["KODE WILAYAH", "Kategori Pekerja", "Jiwa", "Posisi Data"],
        ["Wilayah *", "Kelompok", "Jumlah orang (jiwa)", "Keadaan per tanggal"],
        ["Wilayah", "Kelompok", "Jumlah orang", "Keadaan per"],
    ],
)
def test_columns_are_known_by_name_title_and_alias(tmp_path, header):
    dataset = read_rows(tmp_path, [header, CILEGON])
    assert (dataset.read, dataset.problems) == ({"population": 1}, ())
    assert dataset.frames["population"]["place"].to_list() == ["36.72"]


@pytest.mark.parametrize("header", ["Manfaat (Rp)", "Klaim Dibayar (Rp)", "Manfaat dibayarkan", "Klaim (Rp)"])
def test_what_was_paid_is_known_by_the_names_that_branches_give_it(tmp_path, header):
    heads = ["Wilayah", "Kantor Cabang", "Program", "Segmen", "Tahun", "Jumlah Kasus", header]
    dataset = read_rows(
        tmp_path, [heads, ["Kota Cilegon", "KC A", "JKM", "BPU", 2025, 3, 126_000_000]], "Manfaat dibayarkan"
    )
    assert (dataset.problems, dataset.frames["claims"]["amount"].to_list()) == ((), [126_000_000])


def test_a_misspelt_header_is_read_and_said(tmp_path):
    dataset = read_rows(tmp_path, [["Wilayah", "Kelompk", "Jumlah orang", "Keadaan per tanggal"], CILEGON])
    problem = only_problem(dataset)
    assert (problem.fault.cause, problem.row, problem.column, problem.is_error) == ("near_header", 1, "B", False)
    assert dataset.frames["population"]["group"].to_list() == ["rentan.nelayan"]


def test_an_unknown_header_is_a_warning_and_its_column_is_not_read(tmp_path):
    dataset = read_rows(tmp_path, [[*POPULATION, "Zodiak"], [*CILEGON, "Leo"]])
    problem = only_problem(dataset)
    assert (problem.fault.cause, problem.column, problem.header) == ("unknown_header", "E", "Zodiak")
    assert dataset.read == {"population": 1}


def test_a_missing_required_column_sets_all_rows_aside(tmp_path):
    dataset = read_rows(tmp_path, [["Wilayah", "Kelompok", "Keadaan per tanggal"], ["Kota Cilegon", "Nelayan", DAY]])
    assert errors(dataset) == ["missing_column"]
    assert (dataset.read, dataset.set_aside) == ({"population": 1}, {"population": 1})
    assert dataset.frame("population") is None


def test_two_columns_for_one_thing_are_not_chosen_between(tmp_path):
    dataset = read_rows(tmp_path, [[*POPULATION, "Jumlah orang"], [*CILEGON, 999]])
    assert errors(dataset) == ["ambiguous_header"]
    assert dataset.set_aside == {"population": 1}


def test_a_sheet_without_a_header_row_is_an_error(tmp_path):
    assert errors(read_rows(tmp_path, [["36.72", "nelayan", 5]])) == ["no_header_row"]


def test_the_annotated_sheet_and_the_contents_are_not_taken_for_data(tmp_path):
    content = xlsx({"Daftar isi": [["a"]], "Masalah": [["No", "x"]], "Jumlah pekerja": [POPULATION, CILEGON]})
    assert read_file(tmp_path, content).problems == ()


# ---- folders


def folder(tmp_path, files):
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return read([tmp_path], today=TODAY, places=PLACES)


CSV = "place,group,persons,as_of\n36.72,rentan.nelayan,332,2024-07-17\n"


@pytest.mark.parametrize("name", ["population.csv", "Jumlah pekerja.csv", "populasi.csv", "population_2024.csv"])
def test_a_folder_holds_a_csv_per_table(tmp_path, name):
    dataset = folder(
        tmp_path, {name: CSV, "README.md": "apa", ".DS_Store": "x", "LICENSE": "x", "places.csv": "code,name\n"}
    )
    assert (dataset.read, dataset.problems) == ({"population": 1}, ())


def test_an_unknown_file_in_a_folder_is_a_warning(tmp_path):
    dataset = folder(tmp_path, {"population.csv": CSV, "zodiak.csv": "a,b\n1,2\n", "foto.heic": "x"})
    assert sorted((p.file, p.fault.cause, p.is_error) for p in dataset.problems) == [
        ("foto.heic", "unknown_file", False),
        ("zodiak.csv", "unknown_file", False),
    ]


def test_a_folder_without_a_table_is_an_error(tmp_path):
    assert errors(folder(tmp_path, {"README.md": "x"})) == ["folder_without_tables"]


def test_a_csv_of_another_name_is_known_by_its_headers(tmp_path):
    dataset = folder(tmp_path, {"data.csv": CSV})
    assert (dataset.read, causes(dataset)) == ({"population": 1}, ["recognised_by_headers"])


def test_a_parquet_file_and_a_workbook_may_stand_for_their_table(tmp_path):
    pl.DataFrame({"place": ["36.72"], "registered": [5], "as_of": [TODAY]}).write_parquet(tmp_path / "members.parquet")
    (tmp_path / "population.xlsx").write_bytes(xlsx({"Sheet1": [POPULATION, CILEGON, SERANG]}))
    dataset = read([tmp_path], today=TODAY, places=PLACES)
    assert dataset.read == {"population": 2, "members": 1}
    assert dataset.problems == ()


def test_places_of_a_folder_are_offered_to_the_caller(tmp_path):
    (tmp_path / "places.csv").write_text("code,name\n")
    assert places_files([tmp_path]) == [tmp_path / "places.csv"]


def test_a_macro_workbook_and_one_by_openpyxl_read_alike(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Jumlah pekerja"
    for row in (POPULATION, CILEGON):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    assert read_file(tmp_path, buffer.getvalue(), "monev.xlsm").read == {"population": 1}


def test_annotated_copies_in_a_folder_are_not_read_again(tmp_path):
    (tmp_path / "population-diperiksa.xlsx").write_bytes(xlsx({"population": [POPULATION, SERANG]}))
    assert folder(tmp_path, {"population.csv": CSV}).read == {"population": 1}
