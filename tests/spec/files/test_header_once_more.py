"""Lists whose header stands once more within them, in the same words or others: nobody above it is lost, and it is nobody."""

import pytest
from person_rows import people
from workbooks import causes, errors

NAMES = [f"Budi Orang{letter}" for letter in "ABCDEFGHIJ"]
PEOPLE = [[n + 1, f"367201150585{8001 + n}", name, "15-05-1985", "L", 1_000_000] for n, name in enumerate(NAMES)]
FULL = ["NO", "NIK", "NAMA", "TGL LAHIR", "JK", "UPAH"]
TWO_ROWS = [["NO", "IDENTITAS", "", "", "", "UPAH"], ["", "NIK", "NAMA", "TGL LAHIR", "JK", ""]]


def listed(header, again, rows=PEOPLE):
    """A list with its header, and after five people once more in other words."""
    return [["DAFTAR NELAYAN"], *header, *rows[:5], *again, *rows[5:]]


@pytest.mark.parametrize(
    ("header", "again"),
    [
        (TWO_ROWS, [FULL]),
        ([["NO", "NIK", "NAMA", "LHR.", "SEX", "X"]], [FULL]),
        ([["NO", "NIK", "NAMA", "Y", "Z", "X"]], [FULL]),
        ([FULL], [["NO", "NIK", "NAMA LENKAP", "TANGGAL LAHIR", "L/P", "PENGHASILAN"]]),
        ([FULL], [["NO", "N.I.K", "NAMA LENGKAP", "TGL LHR", "KELAMIN", "UPAH (RP)"], [1, 2, 3, 4, 5, 6]]),
        (TWO_ROWS, TWO_ROWS),
        (TWO_ROWS, [["NO", "DATA DIRI", "", "", "", "PENGHASILAN"], ["", "NIK", "NAMA", "TANGGAL LAHIR", "L/P", ""]]),
    ],
)
def test_everybody_is_read_and_the_second_header_is_nobody(tmp_path, header, again):
    frame, dataset = people(tmp_path, listed(header, again))
    assert frame["name"].to_list() == NAMES
    assert "header_again" in causes(dataset)
    assert errors(dataset) == []


def test_a_list_without_nik_keeps_those_above_its_second_header_too(tmp_path):
    rows = listed([["NO", "NAMA", "LAHIR", "GENDER"]], [["NO", "NAMA", "TGL LAHIR", "JK", "UPAH", "ALAMAT"]])
    rows = [row if len(row) < 6 or row[0] == "NO" else [row[0], row[2], row[3], row[4]] for row in rows]
    assert people(tmp_path, rows)[0]["name"].to_list() == NAMES


def test_of_a_header_in_two_rows_that_are_not_merged_the_first_names_its_own_columns(tmp_path):
    frame, _ = people(tmp_path, [*TWO_ROWS, *PEOPLE])
    assert frame["wage"].to_list() == [1_000_000] * 10


def test_people_above_the_only_header_are_set_aside_and_said_as_errors(tmp_path):
    frame, dataset = people(tmp_path, [["DAFTAR NELAYAN"], *PEOPLE[:2], FULL, *PEOPLE[2:]])
    assert frame["name"].to_list() == NAMES[2:]
    assert [(p.fault.cause, p.row) for p in dataset.problems] == [("rows_above_header", 2), ("rows_above_header", 3)]
    assert (dataset.read["workers"], dataset.set_aside["workers"]) == (10, 2)


def test_a_line_about_the_list_is_no_person_though_it_holds_a_nik_or_a_day(tmp_path):
    above = [["Petugas", ":", PEOPLE[9][1]], ["Tanggal", ":", "", "31-12-2024"], ["Jumlah", 10, "orang"]]
    frame, dataset = people(tmp_path, [*above, FULL, *PEOPLE])
    assert (frame.height, dataset.problems) == (10, ())


def test_the_sex_marked_under_two_columns_is_not_read_from_a_second_header(tmp_path):
    header = [["NO", "NIK", "NAMA", "JENIS KELAMIN", ""], ["", "", "", "L", "P"]]
    marked = [[*row[:3], "v" if n % 2 else "", "" if n % 2 else "v"] for n, row in enumerate(PEOPLE)]

    def touch(book, sheets):
        sheets["Sheet1"].merge_range(1, 3, 1, 4, "JENIS KELAMIN")

    frame, _ = people(tmp_path, listed(header, header, marked), touch)
    assert (frame["name"].to_list(), frame["sex"].to_list()) == (NAMES, ["P", "L"] * 5)
