"""An ugly list is read alike and the same is said of it, whatever kind of file it is. All people here are made up."""

import datetime as dt

import pytest
from person_rows import read_people
from workbooks import ods, xls, xlsx

ROWS = [
    ["DAFTAR NELAYAN CALON PESERTA"],
    ["PELABUHAN MERAK"],
    [],
    ["No", "NIK", "Nama", "Pekerjaan", "Jenis Kelamin", None, "Kelahiran", None, "Catatan khusus"],
    [None, None, None, None, "L", "P", "Tempat lahir", "Tanggal lahir"],
    [1, "3672014107840001", "Siti Rahmawati", "Nelayan", None, "v", "Serang", "01/07/1984", "perahu"],
    [2, "3672021708900002", "Budi Santoso", "Nelayan", "v", None, "Cilegon", "17/08/1990"],
    [3, None, "Dedi"],
    ["JUMLAH", None, "3 orang"],
    ["JUMLAH SELURUHNYA"],
    [],
    [None, None, None, None, None, None, "Cilegon, 17 Juli 2026"],
    [None, None, None, None, None, None, "Kepala Dinas"],
    [None, None, None, None, None, None, "MARDI, S.Sos"],
    [None, "NIP. 197001011995031001"],
]
MERGED = [
    ((0, 0), (0, 7)),
    *(((3, column), (4, column)) for column in (0, 1, 2, 3, 8)),
    ((3, 4), (3, 5)),
    ((3, 6), (3, 7)),
    ((8, 0), (8, 1)),
]


def _merge(book, sheets):
    for (top, left), (bottom, right) in MERGED:
        value = ROWS[top][left] if left < len(ROWS[top]) else None
        sheets["Sheet1"].merge_range(top, left, bottom, right, value)


def _csv(separator):
    lines = [separator.join("" if cell is None else f'"{cell}"' for cell in row) for row in ROWS]
    return "\n".join(lines).encode()


KINDS = {
    "daftar.xlsx": xlsx({"Sheet1": ROWS}, _merge),
    "daftar.xls": xls(ROWS, merged=MERGED),
    "daftar.ods": ods(ROWS, merged=MERGED),
    "daftar.csv": _csv(";"),
    "koma.csv": _csv(","),
    # Nobody need merge: cells left empty look the same.
    "tanpa-gabungan.xlsx": xlsx({"Sheet1": ROWS}),
    "tanpa-gabungan.ods": ods(ROWS),
}


@pytest.mark.parametrize("name", KINDS)
def test_titles_a_header_in_two_rows_sums_and_signatures_are_understood(tmp_path, name):
    dataset = read_people(tmp_path, KINDS[name], name)
    frame = dataset.frames["workers"]
    assert frame.select("nik", "name", "sex", "occupation", "birth_place", "birth_date").rows() == [
        ("3672014107840001", "Siti Rahmawati", "P", "Nelayan", "Serang", dt.date(1984, 7, 1)),
        ("3672021708900002", "Budi Santoso", "L", "Nelayan", "Cilegon", dt.date(1990, 8, 17)),
        (None, "Dedi", None, None, None, None),
    ]
    assert [(p.fault.cause, p.column, p.row) for p in dataset.problems] == [
        ("unknown_header", "I", 5),
        ("totals_row", "A", 9),
        ("totals_row", "A", 10),
        ("footnote_row", "G", 12),
        ("footnote_row", "G", 13),
        ("footnote_row", "G", 14),
        ("footnote_row", "B", 15),
        ("nik.missing", "B", 8),
    ]
    assert dataset.read == {"workers": 3}


def test_an_occupation_merged_over_its_people_counts_for_each_in_ods_too(tmp_path):
    rows = [
        ["NIK", "Nama", "Pekerjaan"],
        ["3672014107840001", "Siti", "Nelayan"],
        ["3672021708900002", "Budi", None],
    ]
    frame = read_people(tmp_path, ods(rows, merged=[((1, 2), (2, 2))]), "daftar.ods").frames["workers"]
    assert frame["occupation"].to_list() == ["Nelayan", "Nelayan"]


def test_signatures_right_of_a_table_in_csv_do_not_count_as_shifted_cells(tmp_path):
    content = b"NIK;Nama\n3672014107840001;Siti\n;;;Kepala Dinas\n"
    assert read_people(tmp_path, content, "daftar.csv").problems == ()


@pytest.mark.parametrize("below", [("Tempat", "Tanggal"), ("Tempat", "Tgl"), ("Tempat Lahir", "Tgl Lahir")])
def test_place_and_date_of_birth_may_stand_below_one_title(tmp_path, below):
    rows = [
        ["NIK", "Nama", "Tempat/Tanggal Lahir", None],
        [None, None, *below],
        ["3672014107840001", "Siti", "Serang", "01/07/1984"],
    ]
    dataset = read_people(tmp_path, ods(rows, merged=[((0, 2), (0, 3))]), "daftar.ods")
    assert dataset.frames["workers"].select("birth_place", "birth_date").rows() == [("Serang", dt.date(1984, 7, 1))]
    assert dataset.problems == ()
