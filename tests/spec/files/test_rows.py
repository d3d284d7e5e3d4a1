"""Rows: all that is wrong is said at once, rows with errors are set aside, and nothing that is no data enters."""

import datetime as dt

import polars as pl
import pytest
from workbooks import (
    CILEGON,
    DAY,
    POPULATION,
    SERANG,
    causes,
    errors,
    only_problem,
    read_file,
    read_rows,
    with_part,
    xlsx,
)

MEMBERS = ["Wilayah", "Terdaftar", "Aktif", "Keadaan per tanggal"]


def population(tmp_path, *rows, header=POPULATION):
    return read_rows(tmp_path, [header, *rows])


def test_all_faults_of_all_rows_are_said_at_once(tmp_path):
    dataset = population(tmp_path, ["Atlantis", "Nelayan", -5, "kapan"], CILEGON, ["Kota Serang", "Zodiak", None, DAY])
    assert errors(dataset) == ["place.unknown", "code.unknown", "count.negative", "missing_value", "day.text"]
    assert (dataset.read, dataset.set_aside) == ({"population": 3}, {"population": 2})
    assert dataset.frames["population"]["place"].to_list() == ["36.72"]


def test_a_problem_says_file_sheet_row_column_header_and_value(tmp_path):
    problem = only_problem(population(tmp_path, CILEGON, ["Kota Serang", "Nelayan", -5, DAY]))
    assert (problem.file, problem.sheet, problem.row, problem.column) == ("monev.xlsx", "Jumlah pekerja", 3, "C")
    assert (problem.header, problem.value) == ("Jumlah orang", "-5")


def test_a_value_is_cut_and_loses_its_control_characters(tmp_path):
    problem = only_problem(population(tmp_path, ["Atlantis\n\x07" + "a" * 500, "Nelayan", 5, DAY]))
    assert len(problem.value) == 80
    assert problem.value.isprintable()


def test_warnings_let_a_row_in(tmp_path):
    dataset = population(tmp_path, ["Kota Cilegon", "Nelayan", "2 ribu", DAY])
    assert (only_problem(dataset).is_error, dataset.set_aside) == (False, {"population": 0})


def test_frames_have_all_columns_with_the_dtypes_of_their_types(tmp_path):
    frame = population(tmp_path, CILEGON).frames["population"]
    assert frame.schema["persons"] == pl.Int64
    assert frame.schema["as_of"] == pl.Date
    assert frame.schema["_row"] == pl.Int64
    assert frame.row(0, named=True) | {"_file": "", "_sheet": ""} == {
        **dict.fromkeys(frame.columns),
        "place": "36.72",
        "group": "rentan.nelayan",
        "persons": 332,
        "persons__step": 1.0,
        "as_of": dt.date(2024, 7, 17),
        "_file": "",
        "_sheet": "",
        "_row": 2,
    }


def test_the_digits_written_stand_beside_an_amount(tmp_path):
    rows = [
        ["Wilayah", "Periode", "Iuran (Rp)"],
        ["Kota Cilegon", "2024", "8,59 triliun"],
        ["Kota Serang", "2024", 480_457_660],
    ]
    frame = read_rows(tmp_path, rows, "Iuran diterima").frames["contributions"]
    assert frame["amount"].to_list() == [8_590_000_000_000, 480_457_660]
    assert frame["amount__step"].to_list() == [10_000_000_000.0, 1.0]


def test_text_numbers_are_numbers(tmp_path):
    dataset = population(tmp_path, ["36.72", "Nelayan", "1.332", "17/07/2024"])
    assert dataset.frames["population"]["persons"].to_list() == [1332]


def test_active_above_registered_sets_the_row_aside(tmp_path):
    dataset = read_rows(tmp_path, [MEMBERS, ["Kota Cilegon", 100, 120, DAY], ["Kota Serang", 100, 90, DAY]], "Peserta")
    problem = only_problem(dataset)
    assert (problem.fault.cause, problem.row, problem.value) == (
        "active_above_registered",
        2,
        "Aktif: 120; Terdaftar: 100",
    )
    assert dataset.frames["members"]["place"].to_list() == ["36.73"]


def test_a_rule_on_no_column_is_not_asked_of_a_row_that_is_faulty_already(tmp_path):
    rows = [["Wilayah", "Tahun", "Iuran (Rp)"], ["Kota Cilegon", "tahun lalu", 5]]
    assert errors(read_rows(tmp_path, rows, "Iuran diterima")) == ["year.text"]


def test_a_date_after_today_is_an_error(tmp_path):
    problem = only_problem(population(tmp_path, ["Kota Cilegon", "Nelayan", 5, "2 Agustus 2024"]))
    assert (problem.fault.cause, problem.is_error) == ("future_date", True)
    assert population(tmp_path, ["Kota Cilegon", "Nelayan", 5, "1 Agustus 2024"]).problems == ()


def test_a_duplicate_row_is_set_aside_with_the_row_of_the_first(tmp_path):
    dataset = population(tmp_path, CILEGON, SERANG, ["36.72", "nelayan", "332", "17/07/2024"])
    problem = next(p for p in dataset.problems if p.is_error)
    assert (problem.fault.cause, problem.row) == ("duplicate_row", 4)
    assert "baris 2" in problem.fault.how_to_fix.id
    assert (dataset.read, dataset.set_aside) == ({"population": 3}, {"population": 1})


def test_a_duplicate_in_another_sheet_names_that_sheet(tmp_path):
    dataset = read_file(tmp_path, xlsx({"Populasi": [POPULATION, CILEGON], "Potensi": [POPULATION, CILEGON]}))
    assert "Populasi" in only_problem(dataset).fault.how_to_fix.id


def test_one_place_under_two_codes_becomes_one_with_a_warning(tmp_path):
    rows = (["36.72", "Nelayan", 5, DAY], ["3672", "Marbot", 6, DAY], ["Kota Cilegon", "RT/RW", 7, DAY])
    dataset = population(tmp_path, *rows)
    assert set(dataset.frames["population"]["place"]) == {"36.72"}
    problem = only_problem(dataset)
    assert (problem.fault.cause, problem.row, problem.is_error) == ("one_place_several_codes", 3, False)
    assert problem.value == "36.72; 3672; Kota Cilegon"


@pytest.mark.parametrize("empty", ["-", "–", "  ", "\u00a0"])
def test_a_dash_in_a_column_of_words_is_nothing(tmp_path, empty):
    dataset = population(tmp_path, ["Kota Cilegon", empty, 5, DAY])
    assert (dataset.problems, dataset.frames["population"]["group"].to_list()) == ((), [None])


def test_a_dash_in_a_column_of_numbers_is_neither_nought_nor_nothing(tmp_path):
    assert errors(population(tmp_path, ["Kota Cilegon", "Nelayan", "-", DAY])) == ["cell.no_value"]


# ---- rows that are no data


@pytest.mark.parametrize("word", ["Jumlah", "TOTAL", "Grand Total", "J U M L A H", "Sub total", "Total Kota Cilegon"])
def test_a_totals_row_is_left_out_with_a_warning_and_not_set_aside(tmp_path, word):
    dataset = population(tmp_path, CILEGON, SERANG, [word, None, 452, None])
    problem = only_problem(dataset)
    assert (problem.fault.cause, problem.row, problem.is_error) == ("totals_row", 4, False)
    assert (dataset.read, dataset.set_aside) == ({"population": 2}, {"population": 0})


def test_a_totals_row_is_met_among_the_data_and_in_a_column_that_is_not_read(tmp_path):
    rows = ([1, *CILEGON], ["Jumlah", None, None, 332, None], [2, *SERANG])
    dataset = population(tmp_path, *rows, header=["No", *POPULATION])
    assert (dataset.read, causes(dataset)) == ({"population": 2}, ["totals_row"])


def test_a_merged_totals_row_is_a_totals_row(tmp_path):
    def merge(book, sheets):
        sheets["Jumlah pekerja"].merge_range(2, 0, 2, 1, "JUMLAH")

    dataset = read_rows(tmp_path, [POPULATION, CILEGON, [None, None, 332]], touch=merge)
    assert (dataset.read, causes(dataset)) == ({"population": 1}, ["totals_row"])


def test_a_row_with_a_place_is_data_even_if_it_says_total(tmp_path):
    dataset = population(tmp_path, [36.72, None, 5, DAY, "Total"], header=[*POPULATION, "Sumber"])
    assert dataset.read == {"population": 1}


def test_notes_and_signatures_below_a_table_are_left_out_with_a_warning(tmp_path):
    notes = (["Sumber: Disnaker"], [None, None, None, "Cilegon, 17 Juli 2024"], ["Kepala Dinas"])
    dataset = population(tmp_path, CILEGON, [], *notes)
    assert (dataset.read, set(causes(dataset))) == ({"population": 1}, {"footnote_row"})


def test_blank_rows_are_skipped_and_rows_keep_their_numbers(tmp_path):
    dataset = population(tmp_path, CILEGON, [], ["  "], SERANG)
    assert dataset.frames["population"]["_row"].to_list() == [2, 5]


# ---- cells that only look empty


def test_cells_inside_merged_cells_are_an_error_of_one_cause(tmp_path):
    def merge(book, sheets):
        sheets["Jumlah pekerja"].merge_range(1, 0, 3, 0, "Kota Cilegon")

    rows = [POPULATION, [None, "Nelayan", 1, DAY], [None, "Marbot", 2, DAY], [None, "RT/RW", 3, DAY]]
    dataset = read_rows(tmp_path, rows, touch=merge)
    assert [(p.fault.cause, p.row) for p in dataset.problems] == [("merged_cell", 3), ("merged_cell", 4)]


def test_a_merged_group_is_not_taken_for_all_groups(tmp_path):
    def merge(book, sheets):
        sheets["Jumlah pekerja"].merge_range(1, 1, 2, 1, "Nelayan")

    rows = [POPULATION, ["Kota Cilegon", None, 1, DAY], ["Kota Serang", None, 2, DAY]]
    assert errors(read_rows(tmp_path, rows, touch=merge)) == ["merged_cell"]


def with_cell(formula, value):
    return lambda book, sheets: sheets["Jumlah pekerja"].write_formula(1, 2, formula, None, value)


def test_a_formula_counts_with_the_value_it_was_saved_with(tmp_path):
    dataset = read_rows(tmp_path, [POPULATION, ["Kota Cilegon", "Nelayan", None, DAY]], touch=with_cell("=300+32", 332))
    assert (dataset.problems, dataset.frames["population"]["persons"].to_list()) == ((), [332])


def test_a_formula_that_was_never_calculated_is_noticed(tmp_path):
    content = xlsx({"Jumlah pekerja": [POPULATION, ["Kota Cilegon", "Nelayan", None, DAY]]}, with_cell("=300+32", 7))
    content = with_part(content, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<v>7</v>", b""))
    problem = only_problem(read_file(tmp_path, content))
    assert (problem.fault.cause, problem.row, problem.column) == ("formula_without_value", 2, "C")
    assert "simpan" in problem.fault.how_to_fix.id


def test_an_error_cell_is_a_fault(tmp_path):
    dataset = read_rows(
        tmp_path, [POPULATION, ["Kota Cilegon", "Nelayan", None, DAY]], touch=with_cell("=A1/0", "#DIV/0!")
    )
    assert (only_problem(dataset).fault.cause, dataset.set_aside) == ("cell.error", {"population": 1})


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell(tmp_path):
    content = xlsx(
        {"Jumlah pekerja": [POPULATION, CILEGON]},
        lambda b, s: s["Jumlah pekerja"].write_formula(1, 1, '=""', None, "x"),
    )
    content = with_part(content, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<v>x</v>", b"<v></v>"))
    dataset = read_file(tmp_path, content)
    assert (dataset.problems, dataset.frames["population"]["group"].to_list()) == ((), [None])


def test_a_truth_value_is_not_taken_for_the_number_one(tmp_path):
    dataset = population(tmp_path, ["Kota Cilegon", "Nelayan", 1, DAY], ["Kota Serang", "Nelayan", True, DAY])
    assert errors(dataset) == ["cell.boolean"]
