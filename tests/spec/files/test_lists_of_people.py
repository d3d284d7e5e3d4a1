"""Lists of people are read as offices send them. All people here are made up."""

import datetime as dt
import io

import polars as pl
import pytest
from person_rows import BUDI, HEADER, SITI, TODAY, people, read_people
from workbooks import causes, errors, ods, read_file, xls, xlsx

from semesta.basics.places import PLACES
from semesta.files.read import read
from semesta.tables.registry import EVERY_TABLE, PEOPLE


def column(folder, title, cells, name, **options):
    """What cells of one column become, beside a name that tells the rows apart."""
    rows = [["Nama", title], *([f"Orang {'ABCDEFGHIJ'[n]}", cell] for n, cell in enumerate(cells))]
    return people(folder, rows, **options)[0][name].to_list()


# ---- headers


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("No. KTP", "nik"), ("NO_KTP", "nik"), ("Nomor Induk", "nik"), ("Nomor Induk Kependudukan", "nik"), ("nik", "nik"),
        ("Nama Lengkap", "name"), ("NAMA SESUAI KTP", "name"), ("nama", "name"),
        ("Tgl Lahir", "birth_date"), ("TGL. LHR", "birth_date"), ("tanggal_lahir", "birth_date"),
        ("L/P", "sex"), ("JK", "sex"), ("jenis_kelamin", "sex"), ("JENKEL", "sex"),
        ("kode_kab", "place"), ("KAB/KOTA", "place"), ("kode_desa", "village"), ("Kelurahan/Desa", "village"), ("Kel/Desa", "village"),
        ("Kec.", "district"), ("kelompok", "group"), ("Pekerjaan", "occupation"), ("Penghasilan", "wage"),
        ("No. HP/WA", "phone"), ("Nama Ibu Kandung", "mother_name"), ("No. KPJ", "kpj"), ("OPD", "sender"), ("No KK", "kk"),
    ],
)  # fmt: skip
def test_a_column_goes_by_the_names_that_real_lists_give_it(title, name):
    from semesta.files.titles import known_titles, title_key

    assert known_titles(PEOPLE["workers"].columns)[title_key(title)][0].name == name


@pytest.mark.parametrize(
    ("kind", "title", "name"),
    [("payments", "BLTH", "month"), ("payments", "NPP", "sponsor"), ("participants", "TMT", "registered_on"), ("participants", "Status Kepesertaan", "status"),
     ("claim_cases", "Tgl Kejadian", "event_date"), ("deaths", "Tgl Meninggal", "death_date"), ("households", "SHDK", "relation")],
)  # fmt: skip
def test_so_do_those_of_the_other_tables(kind, title, name):
    from semesta.files.titles import known_titles, title_key

    assert known_titles(PEOPLE[kind].columns)[title_key(title)][0].name == name


@pytest.mark.parametrize("table", PEOPLE.values(), ids=PEOPLE)
def test_no_header_means_two_columns_of_a_table(table):
    from semesta.files.titles import title_key

    meanings = {}
    for described in table.columns:
        for name in (described.name, described.title.id, described.title.en, *described.aliases):
            meanings.setdefault(title_key(name), set()).add(described.name)
    assert {name: columns for name, columns in meanings.items() if len(columns) > 1} == {}


def test_the_header_is_found_below_titles_and_above_the_numbers_of_its_columns(tmp_path):
    rows = [["DAFTAR NELAYAN"], ["KECAMATAN CIWANDAN"], [], ["No", *HEADER], [1, 2, 3, 4, 5, 6], [1, *SITI], [2, *BUDI]]
    frame, dataset = people(tmp_path, rows)
    assert (frame["name"].to_list(), dataset.problems) == (["Siti Rahmawati", "Budi Santoso"], ())


def test_titles_merged_over_two_rows_and_two_columns_are_read(tmp_path):
    def touch(book, sheets):
        sheet = sheets["Sheet1"]
        for index, title in enumerate(["No", "NIK", "Nama"]):
            sheet.merge_range(1, index, 2, index, title)
        sheet.merge_range(1, 3, 1, 4, "Jenis Kelamin")
        sheet.write(2, 3, "L")
        sheet.write(2, 4, "P")

    rows = [["DAFTAR"], [], [], [1, SITI[0], SITI[1], "", "v"], [2, BUDI[0][:-1], BUDI[1], "√", ""]]
    frame, dataset = people(tmp_path, rows, touch)
    assert frame["sex"].to_list() == ["P", "L"]
    assert [(p.header, p.column, p.row) for p in dataset.problems] == [("NIK", "B", 5)]


def test_place_and_date_of_birth_in_one_cell_are_told_apart(tmp_path):
    rows = [
        ["NIK", "Nama", "Tempat/Tgl. Lahir"],
        [SITI[0], SITI[1], "Serang, 01-07-1984"],
        [BUDI[0], BUDI[1], "Cilegon 17 Agustus 1990"],
    ]
    frame, dataset = people(tmp_path, rows)
    assert frame["birth_place"].to_list() == ["Serang", "Cilegon"]
    assert frame["birth_date"].to_list() == [dt.date(1984, 7, 1), dt.date(1990, 8, 17)]
    assert dataset.problems == ()


def test_a_slip_of_the_pen_in_a_header_is_read_and_said(tmp_path):
    frame, dataset = people(tmp_path, [["NIK", "Nama Lenkap", "Tgl Lahir"], SITI[:3]])
    assert (frame["name"].to_list(), causes(dataset)) == (["Siti Rahmawati"], ["near_header"])


def test_all_sheets_of_a_workbook_are_lists(tmp_path):
    content = xlsx({"Ciwandan": [HEADER, SITI], "Grogol": [HEADER, BUDI]})
    frame = read_people(tmp_path, content).frames["workers"]
    assert frame.select("name", "_sheet").rows() == [(SITI[1], "Ciwandan"), (BUDI[1], "Grogol")]


def test_a_list_without_its_kind_given_is_known_by_its_headers(tmp_path):
    dataset = read_people(tmp_path, xlsx({"Sheet1": [HEADER, SITI]}), kind=None)
    assert (dataset.read, causes(dataset)) == ({"workers": 1}, ["recognised_by_headers"])


def test_a_sheet_of_participants_is_told_from_counts_of_members_by_its_headers(tmp_path):
    listed = [
        ["NIK", "Nama", "No KPJ", "Program", "Lunas sampai bulan"],
        [SITI[0], SITI[1], "12345678901", "JKK, JKM", "Juli 2026"],
    ]
    counted = [["Wilayah", "Terdaftar", "Aktif", "Keadaan per tanggal"], ["Kota Cilegon", 10, 8, "17 Juli 2026"]]
    dataset = read_file(tmp_path, xlsx({"Peserta": listed, "Peserta 2026": counted}), today=TODAY, tables=EVERY_TABLE)
    assert dataset.read == {"members": 1, "participants": 1}
    assert dataset.frames["participants"].select("programmes", "active_until").rows() == [("JKK JKM", "2026-07")]


# ---- rows that are nobody


def test_sums_signatures_and_repeated_headers_are_nobody_and_said(tmp_path):
    rows = [
        ["No", *HEADER, "Penghasilan"],
        [1, *SITI, 1_000_000],
        ["No", *HEADER, "Penghasilan"],
        [None, None, "Kelurahan Jombang"],
        [2, *BUDI, 900_000],
        ["J U M L A H", None, None, None, None, None, 1_900_000],
        [],
        [None, None, None, None, None, "Cilegon, 17 Juli 2026"],
        [None, None, None, None, None, "Kepala Dinas"],
        [None, None, "MARDI, S.Sos"],
        [None, "NIP. 197001011995031001"],
    ]
    frame, dataset = people(tmp_path, rows)
    assert frame["name"].to_list() == ["Siti Rahmawati", "Budi Santoso"]
    assert [(p.fault.cause, p.row) for p in dataset.problems] == [
        ("totals_row", 6), ("header_again", 3), ("footnote_row", 4), ("footnote_row", 8), ("footnote_row", 9), ("footnote_row", 10), ("footnote_row", 11),
    ]  # fmt: skip
    assert dataset.read == {"workers": 2}


def test_people_without_nik_at_the_end_of_a_numbered_list_are_people(tmp_path):
    rows = [["No", "NIK", "Nama"], [1, *SITI[:2]], [2, None, "Dedi"], [3, None, "Total Sihombing"]]
    assert people(tmp_path, rows)[0]["name"].to_list() == ["Siti Rahmawati", "Dedi", "Total Sihombing"]


def test_a_village_merged_over_its_people_counts_for_each(tmp_path):
    def touch(book, sheets):
        sheets["Sheet1"].merge_range(1, 2, 2, 2, "Tegal Ratu")

    frame, dataset = people(tmp_path, [["NIK", "Nama", "Kelurahan"], SITI[:2], BUDI[:2]], touch, place="36.72")
    assert (frame["village"].to_list(), dataset.problems) == (["Tegal Ratu", "Tegal Ratu"], ())


# ---- cells


@pytest.mark.parametrize(
    "written",
    [
        "3672014107840001",
        "'3672014107840001",
        " 3672014107840001 ",
        "3672 0141 0784 0001",
        "3672.0141.0784.0001",
        "36.72.01.410784.0001",
        "367201-410784-0001",
        "NIK: 3672014107840001",
        '="3672014107840001"',
    ],
)
def test_a_nik_is_read_with_what_is_written_around_it(tmp_path, written):
    assert column(tmp_path, "NIK", [written], "nik") == ["3672014107840001"]


def test_dates_of_birth_are_read_in_all_their_forms(tmp_path):
    cells = [
        dt.datetime(1990, 2, 1),
        32905,
        "01/02/1990",
        "1-2-90",
        "01 Februari 1990",
        "1990-02-01 00:00:00",
        "1 Peb 1990",
    ]

    def touch(book, sheets):
        sheets["Sheet1"].write_datetime(1, 1, cells[0], book.add_format({"num_format": "dd/mm/yyyy"}))

    assert column(tmp_path, "Tgl Lahir", [None, *cells[1:]], "birth_date", touch=touch) == [dt.date(1990, 2, 1)] * 7


def test_nobody_is_born_in_the_future(tmp_path):
    assert column(tmp_path, "Tgl Lahir", ["17/8/45", "17/8/26", "17/12/26"], "birth_date") == [
        dt.date(1945, 8, 17), dt.date(2026, 8, 17), dt.date(1926, 12, 17),
    ]  # fmt: skip


def test_sexes_are_read_in_all_their_forms(tmp_path):
    cells = ["L", "lk", "Laki-Laki", "LAKI LAKI", "Pria", "P", "Pr.", "Perempuan", "wanita"]
    assert column(tmp_path, "L/P", cells, "sex") == ["L"] * 5 + ["P"] * 4


def test_wages_are_read_in_all_their_forms(tmp_path):
    cells = ["Rp1,2 jt", "Rp 1.200.000,-", 1_200_000, "1.200.000", "800rb"]
    assert column(tmp_path, "Penghasilan", cells, "wage") == [1_200_000] * 4 + [800_000]


def test_names_keep_their_titles(tmp_path):
    frame, _ = people(tmp_path, [["NIK", "Nama"], [SITI[0], "  Hj. SITI   RAHMAWATI, S.Pd.I "]])
    assert frame["name"].to_list() == ["Hj. SITI RAHMAWATI, S.Pd.I"]


def test_telephones_are_read_in_all_their_forms(tmp_path):
    cells = ["0812-3456-7890", "+62 812 3456 7890", 81234567890, "6281234567890"]
    assert column(tmp_path, "No HP", cells, "phone") == ["081234567890"] * 4


@pytest.mark.parametrize("written", ["JKK JKM", "JKK, JKM", "JKM+JKK", "JKK dan JKM", "2 program", "jkk/jkm"])
def test_programmes_are_read_as_a_set(tmp_path, written):
    assert column(tmp_path, "Program", [written], "programmes") == ["JKK JKM"]


def test_a_village_code_tells_district_and_regency_and_a_district_its_code_within_the_regency(tmp_path):
    rows = [
        ["Nama", "kode_desa", "Kecamatan", "kode_kab"],
        ["Ani", "3672011001", None, None],
        ["Beni", "36.72.01.1001", None, None],
        ["Cici", None, "Cibeber", "3672"],
        ["Dodi", None, "Kec. Cibeber", "36.02"],
        ["Edi", "36.72.99.2999", None, None],
    ]
    frame, dataset = people(tmp_path, rows)
    assert frame.select("village", "district", "place").rows() == [
        ("36.72.01.1001", "36.72.01", "36.72"),
        ("36.72.01.1001", "36.72.01", "36.72"),
        (None, "36.72.01", "36.72"),
        (None, "36.02.19", "36.02"),
        ("36.72.99.2999", "36.72.99", "36.72"),
    ]
    assert errors(dataset) == []


def test_the_occupation_names_the_group_where_none_is_given(tmp_path):
    frame, _ = people(tmp_path, [["Nama", "Pekerjaan"], ["Ani", "Nelayan"], ["Beni", "Juru ketik"]])
    assert frame.select("group", "occupation").rows() == [("rentan.nelayan", "Nelayan"), (None, "Juru ketik")]


# ---- the same from every kind of file

CSV = "\n".join(";".join(row) for row in (HEADER, SITI, BUDI))


def _parquet():
    buffer = io.BytesIO()
    pl.DataFrame([SITI, BUDI], schema=HEADER, orient="row").write_parquet(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("daftar.xlsx", xlsx({"Sheet1": [HEADER, SITI, BUDI]})),
        ("daftar.xls", xls([HEADER, SITI, BUDI])),
        ("daftar.ods", ods([HEADER, SITI, BUDI])),
        ("daftar.csv", CSV.encode("utf-8-sig")),
        ("daftar.csv", CSV.encode("utf-16")),
        ("daftar.csv", CSV.replace(";", "\t").encode("cp1252")),
        ("daftar.parquet", _parquet()),
    ],
)
def test_every_kind_of_file_gives_the_same_people(tmp_path, name, content):
    dataset = read_people(tmp_path, content, name)
    assert dataset.problems == ()
    assert dataset.frames["workers"].select("id", "nik", "name", "birth_date", "sex", "place").rows() == [
        ("1", SITI[0], SITI[1], dt.date(1984, 7, 1), "P", "36.72"),
        ("2", BUDI[0], BUDI[1], dt.date(1990, 8, 17), "L", "36.72"),
    ]


def test_whole_numbers_of_parquet_are_niks_with_all_their_digits(tmp_path):
    buffer = io.BytesIO()
    pl.DataFrame({"nik": [9_671_014_107_840_001], "nama": ["Ani"]}).write_parquet(buffer)
    dataset = read_people(tmp_path, buffer.getvalue(), "daftar.parquet")
    assert (dataset.frames["workers"]["nik"].to_list(), errors(dataset)) == (["9671014107840001"], [])


# ---- ids


def test_ids_are_kept_as_they_are_and_rows_without_have_their_number(tmp_path):
    assert people(tmp_path, [["id", "Nama"], ["W-07/a", "Ani"], [12, "Beni"]])[0]["id"].to_list() == ["W-07/a", "12"]
    assert people(tmp_path, [["JUDUL"], [], ["Nama", "L/P"], ["Ani", "P"], ["Beni", "L"]])[0]["id"].to_list() == [
        "1",
        "2",
    ]


def test_two_lists_that_number_their_rows_share_no_id(tmp_path):
    content = xlsx({"A": [HEADER, SITI], "B": [HEADER, BUDI]})
    assert read_people(tmp_path, content).frames["workers"]["id"].to_list() == ["1.1", "2.1"]


# ---- files


def test_two_files_of_one_name_with_other_content_are_both_read_and_said(tmp_path):
    for folder, row in (("a", SITI), ("b", BUDI)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "daftar.xlsx").write_bytes(xlsx({"Sheet1": [HEADER, row]}))
    paths = [tmp_path / "a" / "daftar.xlsx", tmp_path / "b" / "daftar.xlsx"]
    dataset = read(paths, today=TODAY, places=PLACES, tables={"workers": PEOPLE["workers"]})
    assert causes(dataset) == ["same_name_twice"]
    assert [(seen.name, dict(seen.rows)) for seen in dataset.files] == [
        ("daftar.xlsx", {"workers": 1}),
        ("daftar.xlsx (2)", {"workers": 1}),
    ]


def test_the_same_file_twice_changes_nothing_and_is_said(tmp_path):
    content = xlsx({"Sheet1": [HEADER, SITI]})
    paths = [tmp_path / "daftar.xlsx", tmp_path / "salinan.xlsx"]
    for path in paths:
        path.write_bytes(content)
    dataset = read(paths, today=TODAY, places=PLACES, tables={"workers": PEOPLE["workers"]})
    assert (causes(dataset), dataset.read) == (["same_file_twice"], {"workers": 1})


def test_a_list_without_rows_says_so(tmp_path):
    dataset = read_people(tmp_path, xlsx({"Sheet1": [HEADER]}))
    assert (causes(dataset), dataset.read, errors(dataset)) == (["no_rows"], {"workers": 0}, [])


def test_a_list_of_one_person_is_read(tmp_path):
    assert people(tmp_path, [HEADER, SITI])[1].read == {"workers": 1}


def test_ten_thousand_columns_are_read_and_the_unknown_ones_said_in_short(tmp_path):
    titles = ",".join([*HEADER, *(f"K{n}" for n in range(9_995))])
    cells = ",".join([*SITI, *["x"] * 9_995])
    dataset = read_people(tmp_path, f"{titles}\n{cells}\n".encode(), "lebar.csv")
    assert dataset.frames["workers"]["name"].to_list() == [SITI[1]]
    assert causes(dataset) == ["unknown_header"]
    said = dataset.problems[0].fault.title
    assert (
        said.id == "9995 judul kolom tidak dikenal, kolomnya tidak dibaca: “K0”, “K1”, “K2”, “K3”, “K4” dan 9990 lagi"
    )
    assert said.en.endswith("“K4” and 9990 more")


def test_how_far_reading_has_come_is_told(tmp_path):
    told = []
    read_people(tmp_path, xlsx({"Pekerja": [HEADER, SITI]}), progress=lambda name, share: told.append((name, share)))
    assert {name for name, _ in told[1:]} == {"daftar.xlsx › Pekerja"}
    assert [share for _, share in told] == sorted(share for _, share in told)
    assert all(0 <= share <= 1 for _, share in told)
