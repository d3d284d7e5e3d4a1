"""CSV files in the encodings and separators that offices save them in."""

import pytest
from workbooks import errors, only_problem, read_file

ROWS = "Wilayah{0}Kelompok{0}Jumlah orang{0}Keadaan per tanggal{0}Sumber\nKota Cilegon{0}Nelayan{0}332{0}17 Juli 2024{0}Disnaker – “é”\n"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encoding_separator_and_line_end_are_found(tmp_path, separator, encoding, line_end):
    content = ROWS.format(separator).replace("\n", line_end).encode(encoding)
    dataset = read_file(tmp_path, content, "population.csv")
    assert dataset.problems == ()
    assert dataset.frames["population"].select("place", "persons", "source").row(0) == ("36.72", 332, "Disnaker – “é”")


def test_excels_own_line_with_the_separator_is_understood(tmp_path):
    dataset = read_file(tmp_path, ("sep=;\n" + ROWS.format(";")).encode(), "population.csv")
    assert dataset.frames["population"]["_row"].to_list() == [3]


def test_separators_and_lines_within_quotes_belong_to_the_value(tmp_path):
    text = 'place,amount,period,source\n36.72,"8,59 triliun",2024,"baris satu\nbaris dua"\n'
    frame = read_file(tmp_path, text.encode(), "contributions.csv").frames["contributions"]
    assert frame.select("amount", "source").row(0) == (8_590_000_000_000, "baris satu\nbaris dua")


def test_a_separator_within_a_value_without_quotes_sets_the_row_aside(tmp_path):
    text = "place,amount,period\n36.72,8,59 triliun,2024\n36.73,5,2024\n"
    dataset = read_file(tmp_path, text.encode(), "contributions.csv")
    assert (errors(dataset), only_problem(dataset).row) == (["too_many_cells"], 2)


def test_a_decimal_comma_beside_semicolons_is_no_separator(tmp_path):
    text = "place;amount;period\n36.72;8,59 triliun;2024\n36.73;1,5 juta;2024\n"
    frame = read_file(tmp_path, text.encode(), "contributions.csv").frames["contributions"]
    assert frame["amount"].to_list() == [8_590_000_000_000, 1_500_000]


def test_the_row_is_the_line_with_the_header_counted(tmp_path):
    dataset = read_file(tmp_path, b"place,persons,as_of\n36.72,5,2024-07-17\n99.99,5,2024-07-17\n", "population.csv")
    problem = only_problem(dataset)
    assert (problem.sheet, problem.row, problem.column) == (None, 3, "A")
