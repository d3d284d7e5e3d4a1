"""What is said of the rows of lists of people, and what never is: who they are. All people here are made up."""

import pytest
from person_rows import BUDI, HEADER, SITI, people, read_people
from workbooks import causes, errors, ods, only_problem, xls, xlsx

from semesta.files.annotated import annotated_copy
from semesta.files.nik_column import too_many_zeros
from semesta.files.problems import grouped

LONG_HEADER = [*HEADER, "Kelompok", "Nama Ibu Kandung", "No HP", "Alamat", "No KK", "No KPJ"]


def person(**changed):
    """A row under LONG_HEADER in which nothing is wrong, but for what is changed."""
    cells = dict(
        zip(
            LONG_HEADER,
            [*SITI, "Nelayan", "Aminah", "081234567890", "Jl. Melati 7", "3672010101100001", "12345678901"],
            strict=True,
        )
    )
    return [*(cells | changed).values()]


def found(tmp_path, *rows, header=LONG_HEADER, **options):
    """Causes and severities of the problems of a list of these rows."""
    dataset = people(tmp_path, [header, *rows], **options)[1]
    return [(p.fault.cause, p.fault.severity) for p in dataset.problems]


def test_nothing_is_said_of_a_person_with_whom_nothing_is_wrong(tmp_path):
    assert found(tmp_path, person()) == []


@pytest.mark.parametrize(
    ("nik", "cause", "severity"),
    [
        ("367201410784000", "nik.length", "error"),
        ("36720141078400011", "nik.length", "error"),
        ("367201410784O001", "nik.characters", "error"),
        ("3672013207840001", "nik.birth_date", "error"),
        ("3672014113840001", "nik.birth_date", "error"),
        ("3672013002840001", "nik.birth_date", "error"),
        ("3672012902850001", "nik.birth_date", "error"),
        ("3672018107840001", "nik.birth_date", "error"),
        ("3672014107840000", "nik.serial", "error"),
        ("9972014107840001", "nik.place", "warning"),
        ("", "nik.missing", "warning"),
        ("3672014207840001", "nik.against_birth_date", "warning"),
        ("3672010107840001", "nik.against_sex", "warning"),
    ],
)  # fmt: skip
def test_each_fault_of_a_nik_is_said_by_itself_and_the_person_stays(tmp_path, nik, cause, severity):
    frame, dataset = people(tmp_path, [LONG_HEADER, person(NIK=nik)])
    assert [(p.fault.cause, p.fault.severity) for p in dataset.problems] == [(cause, severity)]
    assert frame["name"].to_list() == ["Siti Rahmawati"]


def test_a_nik_from_before_the_provinces_were_split_is_no_fault(tmp_path):
    # Kabupaten Tangerang was 32.19 while Banten belonged to Jawa Barat; 29 February 2000 was a day.
    assert found(tmp_path, person(NIK="3601016902000001", **{"Tanggal lahir": "29/02/2000"})) == []


@pytest.mark.parametrize(
    ("born", "said"),
    [
        ("21/11/1961", [("age.over", "error")]),
        ("22/11/1961", []),
        ("22/11/2011", [("age.under", "warning")]),
        ("21/11/2011", []),
    ],
)
def test_workers_are_not_yet_65_and_15_at_least_on_the_day_of_reading(tmp_path, born, said):
    row = person(NIK="", **{"Tanggal lahir": born})
    assert [p for p in found(tmp_path, row) if p[0] != "nik.missing"] == said


@pytest.mark.parametrize(
    ("group", "segment", "said"),
    [
        ("Honorer", None, [("age.over_if_bpu", "warning")]),
        ("Honorer", "BPU", [("age.over", "error")]),
        ("Honorer", "PU", []),
        (None, None, [("age.over_if_bpu", "warning")]),
        ("Nelayan", None, [("age.over", "error")]),
        ("PNS", None, []),
    ],
)
def test_the_age_limit_is_an_error_for_own_account_workers_alone(tmp_path, group, segment, said):
    row = [*person(NIK="", Kelompok=group, **{"Tanggal lahir": "21/11/1961"}), segment]
    dataset = people(tmp_path, [[*LONG_HEADER, "Segmen"], row])[1]
    assert [(p.fault.cause, p.fault.severity) for p in dataset.problems if p.fault.cause.startswith("age")] == said


def test_participants_are_judged_by_their_age_when_they_were_registered(tmp_path):
    rows = [
        ["NIK", "Nama", "Tanggal lahir", "Tanggal terdaftar", "Segmen"],
        ["", "Ani", "17/07/1955", "16/07/2020", "BPU"],
        ["", "Beni", "17/07/1955", "17/07/2020", "BPU"],
        ["", "Cici", "17/07/1955", "17/07/2020", "PU"],
    ]
    dataset = read_people(tmp_path, xlsx({"Sheet1": rows}), kind="participants")
    assert [(p.fault.cause, p.row) for p in dataset.problems if p.is_error] == [("age.over", 3)]


def test_residents_of_elsewhere_are_said_when_the_place_is_given_or_nearly_all_live_in_one(tmp_path):
    other = person(NIK="3672014107840002", **{"Kab/Kota": "Kota Serang"})
    assert found(tmp_path, other, place="36.72") == [("place.elsewhere", "warning")]
    assert found(tmp_path, other, place="36") == []
    assert found(tmp_path, other) == []
    crowd = [person(NIK=f"36720141078400{n}", Nama=f"Siti {'ABCDEFGHIJKL'[n - 10]}") for n in range(10, 21)]
    assert found(tmp_path, *crowd, other) == [("place.elsewhere", "warning")]


def test_an_unknown_group_is_an_error_of_the_cell_alone(tmp_path):
    frame, dataset = people(tmp_path, [LONG_HEADER, person(Kelompok="Penjinak naga")])
    assert (errors(dataset), frame["group"].to_list()) == (["code.unknown"], [None])


def test_a_column_that_holds_another_thing_than_its_header_says_is_said_once(tmp_path):
    rows = [["NIK", "Nama", "Status"], [*SITI[:2], "Kawin"], [*BUDI[:2], "Belum kawin"]]
    frame, dataset = people(tmp_path, rows)
    assert (causes(dataset), errors(dataset), frame["bpjs_status"].to_list()) == (["other_column"], [], [None, None])


def test_faulty_cells_leave_the_person_in_without_them(tmp_path):
    frame, dataset = people(tmp_path, [LONG_HEADER, person(**{"Tanggal lahir": "31/02/1984", "Jenis kelamin": "Z"})])
    assert set(errors(dataset)) == {"day.impossible", "code.unknown"}
    assert frame.select("name", "birth_date", "sex").rows() == [("Siti Rahmawati", None, None)]
    assert dataset.set_aside == {"workers": 0}


def test_a_row_without_a_name_is_set_aside(tmp_path):
    _, dataset = people(tmp_path, [LONG_HEADER, person(Nama=""), person(Nama="123")])
    assert errors(dataset) == ["missing_value", "name.text"]
    assert dataset.set_aside == {"workers": 2}


def test_every_row_is_checked(tmp_path):
    rows = [
        person(NIK="1", Nama=f"Orang {'ABCDEFGHIJ'[n % 10]}{'ABCDEFGHIJ'[n // 10 % 10]}{'ABCDEFGHIJ'[n // 100]}")
        for n in range(300)
    ]
    dataset = people(tmp_path, [LONG_HEADER, *rows])[1]
    [group] = [g for g in grouped(dataset.problems) if g.cause == "nik.length"]
    assert group.rows == 300


def test_a_list_in_which_all_rows_are_wrong_is_read_and_said(tmp_path):
    dataset = read_people(tmp_path, b"NIK;Nama;Tanggal lahir\n" + b"xx;12;99/99/9999\n" * 40, "salah.csv")
    assert (dataset.read, dataset.set_aside) == ({"workers": 40}, {"workers": 40})
    assert {group.rows for group in grouped(dataset.problems)} == {40}


# ---- a column that Excel damaged


def numeric(niks):
    """A list whose NIKs are numbers."""
    return [["NIK", "Nama"], *([nik, f"Siti {'ABCDEFGHIJ'[n % 10]}"] for n, nik in enumerate(niks))]


def test_a_numeric_nik_column_that_excel_rounded_is_one_error_with_how_to_mend_it(tmp_path):
    frame, dataset = people(tmp_path, numeric(3672014107840000.0 + 10 * n for n in range(30)))
    problem = only_problem(dataset)
    assert (problem.fault.cause, problem.is_error, problem.column, problem.row) == ("nik.number", True, "A", 1)
    assert (problem.header, problem.value) == ("NIK", "3672••••••••••••")
    assert "30 dari 30 baris" in problem.fault.title.id
    assert "Teks" in problem.fault.how_to_fix.id
    assert (frame.height, frame["nik"].null_count()) == (30, 30)


WHOLE = [3672014107840001.0 + n + n // 9 for n in range(27)]
"""Numbers of which none ends in 0."""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("daftar.xlsx", xlsx({"Sheet1": numeric(WHOLE)})),
        ("daftar.xls", xls(numeric(WHOLE))),
        ("daftar.ods", ods(numeric(int(nik) for nik in WHOLE))),
        ("daftar.csv", "\n".join(";".join(map(str, row)) for row in numeric(WHOLE)).encode()),
    ],
)
def test_numbers_of_16_digits_that_no_program_rounded_are_read_with_one_warning(tmp_path, name, content):
    dataset = read_people(tmp_path, content, name)
    problem = only_problem(dataset)
    assert (problem.fault.cause, problem.is_error, problem.row) == ("nik.whole_number", False, 1)
    assert problem.value.rstrip("•") == "3672"
    assert dataset.frames["workers"]["nik"].to_list() == [f"{nik:.0f}" for nik in WHOLE]


def test_a_few_numbers_that_end_in_0_among_others_do_so_by_themselves(tmp_path):
    frame, dataset = people(tmp_path, numeric([*WHOLE, 3672014107840110.0]))
    assert (causes(dataset), frame["nik"][-1]) == (["nik.whole_number"], "3672014107840110")


def test_where_most_numbers_end_in_0_those_alone_are_lost(tmp_path):
    rounded = [3672014107840010.0 + 10 * n for n in range(90)]
    frame, dataset = people(tmp_path, numeric([*WHOLE[:9], *rounded]))
    assert sorted(causes(dataset)) == ["nik.number", "nik.whole_number"]
    assert frame["nik"].null_count() == 90


def test_floats_too_large_to_tell_whole_numbers_apart_are_lost(tmp_path):
    frame, dataset = people(tmp_path, numeric([9271014107840002.0, 9271014107840004.0]))
    assert (causes(dataset), frame["nik"].null_count()) == (["nik.number"], 2)


def test_a_nik_that_a_csv_has_as_a_power_of_ten_is_damaged_too(tmp_path):
    dataset = read_people(tmp_path, b"NIK;Nama;L/P\n3,67201E+15;Siti;P\n3.67E+15;Ani;P\n", "daftar.csv")
    assert [(p.fault.cause, p.row) for p in dataset.problems] == [("nik.number", 1)]


def niks(serials):
    import polars as pl

    return pl.Series([f"367201010190{serial:04d}" for serial in serials])


def test_more_than_five_per_cent_of_niks_ending_in_0_are_one_error(tmp_path):
    small = [1, 2, 3, 4, 5, 6, 7, 8, 9] * 20
    assert too_many_zeros(niks(small)) is None
    assert too_many_zeros(niks([*small, *[0] * 9])) is None
    damaged = too_many_zeros(niks([*small, *[0] * 12]))
    assert damaged is not None
    assert (damaged.cause, damaged.severity) == ("nik.zeros", "error")
    assert "12 dari 192 baris" in damaged.title.id


def test_serials_that_run_evenly_up_to_9999_end_in_0_one_time_in_ten_without_damage():
    evenly = range(1, 9_999, 7)
    assert too_many_zeros(niks(evenly)) is None
    damaged = too_many_zeros(niks([*evenly, *(serial // 10 * 10 for serial in range(5, 9_999, 60))]))
    assert damaged is not None


def test_the_serials_0000_of_a_damaged_column_are_not_said_one_by_one(tmp_path):
    rows = [["NIK", "Nama"], *([f"367201{40 + n % 28 + 1}07840000", f"Siti {'ABCDEFGHIJ'[n % 10]}"] for n in range(25))]
    dataset = people(tmp_path, rows)[1]
    assert errors(dataset) == ["nik.zeros"]


def test_a_list_without_a_nik_column_is_read_with_a_warning(tmp_path):
    frame, dataset = people(tmp_path, [["Nama", "Tgl Lahir"], ["Siti", "01/07/1984"]])
    assert (causes(dataset), errors(dataset), frame.height) == (["nik.column_missing"], [], 1)


# ---- people who stand there twice


def test_people_twice_in_a_list_or_in_two_lists_are_said_and_stay(tmp_path):
    again = [SITI[0], "SITI RAHMAWATI", *SITI[2:]]
    dataset = read_people(tmp_path, xlsx({"A": [HEADER, SITI, BUDI, again], "B": [HEADER, BUDI]}))
    assert [(p.sheet, p.row, p.fault.cause, p.fault.severity) for p in dataset.problems] == [
        ("A", 4, "person.twice.nik", "warning"),
        ("B", 2, "person.two_lists.nik", "warning"),
    ]
    assert dataset.frames["workers"].height == 4
    assert "baris 2" in dataset.problems[0].fault.how_to_fix.id
    assert "daftar.xlsx › A" in dataset.problems[1].fault.how_to_fix.id


def test_empty_niks_are_not_each_other_but_name_and_birth_date_tell(tmp_path):
    rows = [HEADER, ["", *SITI[1:]], ["", *BUDI[1:]], ["", *SITI[1:]]]
    dataset = people(tmp_path, rows)[1]
    assert [(p.row, p.fault.cause) for p in dataset.problems if p.fault.cause != "nik.missing"] == [
        (4, "person.twice.name")
    ]


def test_a_person_with_two_sponsors_is_no_duplicate_among_participants(tmp_path):
    rows = [["NIK", "Nama", "NPP"], [*SITI[:2], "A1"], [*SITI[:2], "B2"], [*SITI[:2], "B2"]]
    dataset = read_people(tmp_path, xlsx({"Sheet1": rows}), kind="participants")
    assert [(p.row, p.fault.cause) for p in dataset.problems] == [(4, "person.twice.nik")]


def test_the_same_payment_twice_counts_once(tmp_path):
    rows = [
        ["NIK", "BLTH", "Iuran"],
        [SITI[0], "2026-07", 16_800],
        [SITI[0], "2026-07", 16_800],
        [SITI[0], "2026-08", 16_800],
    ]
    dataset = read_people(tmp_path, xlsx({"Sheet1": rows}), kind="payments")
    assert (errors(dataset), dataset.frames["payments"]["amount"].sum()) == (["duplicate_row"], 33_600)


# ---- who they are is never said


def test_no_problem_shows_who_somebody_is(tmp_path):
    wrong = person(
        NIK="3672014107840O01", Nama="1 2", **{"Tanggal lahir": "31/02/1984", "No HP": "#REF!", "Alamat": "#N/A", "No KK": "36720101011", "No KPJ": "#REF!"}
    )  # fmt: skip
    late = ["", *["Rahasia Sekali"] * 2]
    dataset = people(tmp_path, [LONG_HEADER, person(), wrong, person(), [], late])[1]
    shown = " ".join(
        str(part) for p in dataset.problems for part in (p.value, p.fault.title, p.fault.expected, p.fault.how_to_fix)
    )
    assert len({p.fault.cause for p in dataset.problems}) >= 6
    for secret in ("0784", "4107", "O01", "31/02", "36720101011", "Siti", "Rahmawati", "Rahasia", "1 2"):
        assert secret not in shown
    assert "3672••••••••••••" in shown
    assert "••-••-1984" in shown


def test_the_annotated_copy_alone_has_the_cells_themselves(tmp_path):
    import io

    import openpyxl

    content = xlsx({"Sheet1": [LONG_HEADER, person(NIK="367201410784000")]})
    dataset = read_people(tmp_path, content)
    book = openpyxl.load_workbook(io.BytesIO(annotated_copy(tmp_path / "daftar.xlsx", dataset.problems)))
    assert book["Sheet1"]["A2"].value == "367201410784000"
    assert book["Sheet1"]["A2"].fill.start_color.rgb.endswith("FFC7CE")
    told = " ".join(str(cell.value) for row in book["Masalah"].iter_rows() for cell in row)
    assert "3672•••••••••••" in told
    assert "410784" not in told


@pytest.mark.parametrize("number", ["3672014107840001", "3672.0141.0784.0001", 3672014107840001])
@pytest.mark.parametrize("column", ["Kelompok", "Tanggal lahir", "Jenis kelamin"])
def test_numbers_of_people_under_another_header_are_masked_as_under_their_own(tmp_path, column, number):
    dataset = people(tmp_path, [LONG_HEADER, person(**{column: number})])[1]
    shown = [problem.value for problem in dataset.problems if problem.header == column]
    assert shown
    assert not [value for value in shown if "0784" in (value or "")]


def test_what_is_short_stands_in_problems_of_lists_as_it_is(tmp_path):
    dataset = people(tmp_path, [LONG_HEADER, person(Kelompok="Nelayann 12-10-2024")])[1]
    assert "Nelayann 12-10-2024" in {problem.value for problem in dataset.problems}


@pytest.mark.parametrize("column", ["Upah", "Per tanggal"])
def test_a_name_where_a_date_or_a_number_is_due_is_told_by_its_initials(tmp_path, column):
    dataset = people(tmp_path, [[*LONG_HEADER, column], [*person(), "Siti Rahmawati"]])[1]
    assert [problem.value for problem in dataset.problems if problem.header == column] == ["S. R."]


SHIFTED = [("Kelompok", "Siti Rahmawati", "S. R."), ("Kab/Kota", "Siti Rahmawati", "S. R."), ("Kelompok", "17/07/1984", "••-••-1984")]  # fmt: skip


@pytest.mark.parametrize(("column", "cell", "told"), SHIFTED)
def test_a_name_or_a_birth_date_where_a_code_is_due_is_masked(tmp_path, column, cell, told):
    dataset = people(tmp_path, [LONG_HEADER, person(**{column: cell})])[1]
    assert [problem.value for problem in dataset.problems if problem.header == column] == [told]


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("Kelompok", "Nelayn", "Nelayn"),
        ("Kelompok", "Nelayan pesisir Ciwandan", "Nelayan P. C."),
        ("Kelompok", "Pedagang psar", "Pedagang psar"),
        ("Kab/Kota", "Kota Cilegn", "Kota Cilegn"),
        ("Kab/Kota", "Cilegn", "Cilegn"),
    ],
)
def test_a_misspelt_code_is_told_so_that_it_can_be_mended(tmp_path, column, cell, told):
    dataset = people(tmp_path, [LONG_HEADER, person(**{column: cell})])[1]
    assert [problem.value for problem in dataset.problems if problem.header == column] == [told]


def test_what_many_rows_say_alike_is_no_persons_name_and_is_told(tmp_path):
    rows = [person(NIK=f"367201410784{number:04}", Kelompok="Dalang wayang") for number in range(1, 4)]
    few, many = (people(tmp_path, [LONG_HEADER, *some])[1] for some in (rows[:2], rows))
    assert {problem.value for problem in few.problems if problem.header == "Kelompok"} == {"D. W."}
    assert {problem.value for problem in many.problems if problem.header == "Kelompok"} == {"Dalang wayang"}
