"""Payment sheets with one row for each person and the months side by side are read as one row for each person and month."""

import datetime as dt
import io

import openpyxl
import pytest
from person_rows import BUDI, SITI, TODAY, read_people
from workbooks import causes, ods, xlsx

from semesta.basics.places import PLACES
from semesta.files.annotated import annotated_copy
from semesta.files.read import read
from semesta.tables.registry import PEOPLE

WHO = ["No", "NIK", "Nama"]
S, B = [1, SITI[0], SITI[1]], [2, BUDI[0], BUDI[1]]


def payments(folder, rows, name="daftar.xlsx", sheet="Sheet1", touch=None, kind="payments", **options):
    dataset = read_people(folder, xlsx({sheet: rows}, touch), name, kind, **options)
    return sorted(dataset.frames["payments"].select("nik", "month", "amount").rows()), dataset


def months(folder, header, years="", sheet="Sheet1", name="daftar.xlsx"):
    """The months that headers mean, each with an amount under it."""
    rows = [[years], [], [*WHO, *header], [*S, *[16800] * len(header)]]
    found, _ = payments(folder, rows, name, sheet)
    return [month for _, month, _ in found]


@pytest.mark.parametrize(
    "header",
    [
        ["Jan 2024", "Feb 2024", "Mar 2024"],
        ["2024-01", "2024-02", "2024-03"],
        ["01/2024", "02/2024", "03/2024"],
        ["Iuran Januari 2024", "Iuran Pebruari 2024", "Iuran Maret 2024"],
        ["BLTH 202401", "BLTH 202402", "BLTH 202403"],
        ["Jan-24", "Feb-24", "Mar-24"],
        ["01/24", "02/24", "03/24"],
        ["Jan 2024", "Feb", "Mar"],
        [45292, 45323, 45352],
    ],
)
def test_months_are_read_in_all_their_forms(tmp_path, header):
    assert months(tmp_path, header) == ["2024-01", "2024-02", "2024-03"]


def test_months_that_excel_made_dates_are_read(tmp_path):
    def touch(book, sheets):
        shape = book.add_format({"num_format": "mmm-yy"})
        for n in (1, 2):
            sheets["Sheet1"].write_datetime(0, 2 + n, dt.datetime(2024, n, 1), shape)

    found, _ = payments(tmp_path, [[*WHO], [*S, 16800, 16800]], touch=touch)
    assert [month for _, month, _ in found] == ["2024-01", "2024-02"]


@pytest.mark.parametrize(
    ("titles", "sheet", "name"),
    [
        ("REKAP IURAN NELAYAN TAHUN 2024", "Sheet1", "a.xlsx"),
        ("LAMPIRAN SK NOMOR 12 TAHUN 2022", "Iuran 2024", "b.xlsx"),
        ("", "2024", "kirim 2025.xlsx"),
        ("", "Sheet1", "iuran 2024.xlsx"),
    ],
)
def test_the_year_is_taken_from_the_titles_or_the_sheet_or_the_file(tmp_path, titles, sheet, name):
    assert months(tmp_path, ["Jan", "Feb"], titles, sheet, name) == ["2024-01", "2024-02"]


def test_a_sheet_copied_from_last_year_has_two_years_and_none_holds(tmp_path):
    assert months(tmp_path, ["Jan", "Feb"], "DAFTAR NELAYAN TAHUN 2023", "2024") == []


def test_a_title_that_speaks_of_paying_tells_the_year_rather_than_a_decree(tmp_path):
    rows = [["SK NOMOR 12 TAHUN 2022"], ["PEMBAYARAN IURAN TAHUN 2024"], [*WHO, "Jan", "Feb"], [*S, 16800, 16800]]
    assert [month for _, month, _ in payments(tmp_path, rows)[0]] == ["2024-01", "2024-02"]


def test_months_that_run_into_the_next_year_take_both_years_of_the_title(tmp_path):
    found = months(tmp_path, ["Nov", "Des", "Jan"], "Iuran November 2024 s.d. Januari 2025")
    assert found == ["2024-11", "2024-12", "2025-01"]


@pytest.mark.parametrize(
    ("header", "years"),
    [(["Jan", "Feb"], ""), (["Jan", "Feb"], "Iuran 2023 dan 2024"), (["Nov", "Des", "Jan"], "Iuran tahun 2024")],
)
def test_without_a_certain_year_nothing_is_read_and_the_mend_is_said(tmp_path, header, years):
    rows = [[years], [], [*WHO, *header], [*S, *[16800] * len(header)]]
    found, dataset = payments(tmp_path, rows)
    [problem] = [p for p in dataset.problems if p.is_error]
    assert (found, problem.fault.cause, problem.column, problem.row) == ([], "month_without_year", "D", 3)
    assert (dataset.read["payments"], dataset.set_aside["payments"]) == (len(header), len(header))
    assert "Jan 2024" in problem.fault.how_to_fix.id


def test_a_year_merged_over_its_months_holds_for_them(tmp_path):
    def touch(book, sheets):
        for column, year in ((3, 2024), (5, 2025)):
            sheets["Sheet1"].merge_range(0, column, 0, column + 1, year)
        for column, title in enumerate(WHO):
            sheets["Sheet1"].merge_range(0, column, 1, column, title)

    rows = [[], [None, None, None, "Nov", "Des", "Jan", "Feb"], [*S, 1000, 2000, 3000, 4000]]
    found, dataset = payments(tmp_path, rows, touch=touch)
    assert found == [
        (SITI[0], m, a) for m, a in (("2024-11", 1000), ("2024-12", 2000), ("2025-01", 3000), ("2025-02", 4000))
    ]
    assert causes(dataset) == []


def test_months_numbered_under_one_title_are_months(tmp_path):
    rows = [["IURAN TAHUN 2024"], [*WHO, "BULAN"], [None, None, None, 1, 2, 3], [*S, "v", None, "v"]]
    assert [month for _, month, _ in payments(tmp_path, rows)[0]] == ["2024-01", "2024-03"]


def test_an_empty_cell_is_not_said_and_a_nought_is_not_paid(tmp_path):
    rows = [[*WHO, "Jan 2024", "Feb 2024", "Mar 2024"], [*S, 16800, None, 0], [*B, "-", "belum", "Rp16.800,-"]]
    found, dataset = payments(tmp_path, rows)
    assert found == [
        (SITI[0], "2024-01", 16800),
        (SITI[0], "2024-03", 0),
        (BUDI[0], "2024-02", 0),
        (BUDI[0], "2024-03", 16800),
    ]
    assert (causes(dataset), dataset.read["payments"]) == ([], 4)


@pytest.mark.parametrize("tick", ["v", "V", "√", "✓", "lunas", "LUNAS", "sudah bayar", 1])
def test_ticks_are_payments_whose_amount_is_not_said(tmp_path, tick):
    found, _ = payments(tmp_path, [[*WHO, "Jan 2024", "Feb 2024"], [*S, tick, None]])
    assert found == [(SITI[0], "2024-01", None)]


def test_ticks_stand_for_the_price_of_a_month_where_a_column_says_it(tmp_path):
    found, dataset = payments(tmp_path, [[*WHO, "Iuran/bulan", "Jan 2024", "Feb 2024"], [*S, "16.800", "v", "x"]])
    assert found == [(SITI[0], "2024-01", 16800), (SITI[0], "2024-02", 0)]
    assert causes(dataset) == []


def test_crosses_alone_may_be_ticks_or_not_and_are_said(tmp_path):
    found, dataset = payments(tmp_path, [[*WHO, "Jan 2024", "Feb 2024"], [*S, "x", None], [*B, None, "X"]])
    assert (found, causes(dataset)) == ([], ["month_cross", "month_cross"])


def test_days_in_the_cells_are_days_of_payment(tmp_path):
    rows = [[*WHO, "Jan 2024", "Feb 2024"], [*S, "05/01/2024", "Lunas tgl 7 Februari 2024"]]
    dataset = read_people(tmp_path, xlsx({"Sheet1": rows}), kind="payments")
    days = dataset.frames["payments"].sort("month")["paid_on"].to_list()
    assert (days, causes(dataset)) == ([dt.date(2024, 1, 5), dt.date(2024, 2, 7)], [])


def test_what_is_neither_amount_nor_mark_is_said_at_its_cell_and_not_counted(tmp_path):
    rows = [[*WHO, "Jan 2024", "Feb 2024"], [*S, 16800, "pindah ke Serang"]]
    found, dataset = payments(tmp_path, rows)
    [problem] = dataset.problems
    assert found == [(SITI[0], "2024-01", 16800)]
    assert (problem.fault.cause, problem.row, problem.column, problem.header) == ("month_cell", 2, "E", "Feb 2024")
    assert "Serang" not in (problem.value or "")


def test_what_excel_made_of_thousands_is_shown_as_it_stands(tmp_path):
    _, dataset = payments(tmp_path, [[*WHO, "Jan 2024", "Feb 2024"], [*S, 16.8, "n/a"]])
    assert [(p.fault.cause, p.value) for p in dataset.problems] == [("month_cell", "16.8")]


def test_a_total_is_no_payment_and_one_that_differs_from_its_months_is_said(tmp_path):
    header = [*WHO, "Jan 2024", "Feb 2024", "Jumlah"]
    rows = [header, [*S, 16800, 16800, 33600], [*B, 16800, None, 33600], ["", "JUMLAH", "", 33600, 16800, 67200]]
    found, dataset = payments(tmp_path, rows)
    assert len(found) == 3
    assert [(p.fault.cause, p.row, p.column) for p in dataset.problems if p.fault.cause == "month_total"] == [
        ("month_total", 3, "F")
    ]


def test_totals_of_quarters_are_held_against_their_own_months(tmp_path):
    header = [*WHO, "Jan 2024", "Feb 2024", "Total TW I", "Mar 2024", "Total TW II", "Total", "Jumlah bulan"]
    rows = [header, [*S, 1000, 2000, 3000, 4000, 4000, 7000, 3]]
    found, dataset = payments(tmp_path, rows)
    assert ([amount for _, _, amount in found], causes(dataset)) == ([1000, 2000, 4000], [])


def test_a_month_over_an_amount_and_a_day_is_one_payment(tmp_path):
    def touch(book, sheets):
        for column, title in ((3, "Januari"), (5, "Februari")):
            sheets["Sheet1"].merge_range(1, column, 1, column + 1, title)

    rows = [
        ["IURAN 2024"],
        WHO,
        [None, None, None, *["Iuran", "Tgl bayar"] * 2],
        [*S, 16800, "05/01/2024", 16800, None],
    ]
    dataset = read_people(tmp_path, xlsx({"Sheet1": rows}, touch), kind="payments")
    found = dataset.frames["payments"].sort("month").select("month", "amount", "paid_on").rows()
    assert found == [("2024-01", 16800, dt.date(2024, 1, 5)), ("2024-02", 16800, None)]
    assert causes(dataset) == []


def test_a_month_split_by_programme_is_a_payment_for_each(tmp_path):
    rows = [
        ["IURAN 2024"],
        [*WHO, "Jan", None, "Feb"],
        [None, None, None, *["JKK", "JKM"] * 2],
        [*S, 10000, 6800, 10000, 6800],
    ]
    dataset = read_people(tmp_path, xlsx({"Sheet1": rows}), kind="payments")
    found = dataset.frames["payments"].select("month", "programmes", "amount").rows()
    assert sorted(found) == [(m, p, a) for m in ("2024-01", "2024-02") for p, a in (("JKK", 10000), ("JKM", 6800))]


def test_one_month_twice_is_not_read_and_said(tmp_path):
    found, dataset = payments(tmp_path, [[*WHO, "Jan 2024", "Jan 2024", "Feb 2024"], [*S, 1000, 2000, 3000]])
    assert [month for _, month, _ in found] == ["2024-02"]
    assert causes(dataset) == ["month_twice", "month_twice"]


def test_a_fault_of_a_person_is_said_once_and_not_for_each_month(tmp_path):
    rows = [[*WHO, "Jan 2024", "Feb 2024"], [1, "36720141078400", "Siti", 16800, 16800]]
    _, dataset = payments(tmp_path, rows)
    assert len(dataset.problems) == len(set(dataset.problems)) == 1


def test_signatures_below_are_nobody(tmp_path):
    rows = [
        [*WHO, "Jan 2024", "Feb 2024"],
        [*S, "v", "v"],
        [],
        [None, None, None, None, "Cilegon, 5 Maret 2024"],
        [None, None, None, None, "Bendahara"],
    ]
    found, dataset = payments(tmp_path, rows)
    assert (len(found), causes(dataset)) == (2, [])


def test_a_sheet_of_a_round_is_known_for_payments_by_its_months(tmp_path):
    rows = [["IURAN BPJS KETENAGAKERJAAN HONORER"], [*WHO, "Gaji", "Jan 2024", "Feb 2024"], [*S, 2_000_000, "v", "v"]]
    found, dataset = payments(tmp_path, rows, kind=None)
    assert (len(found), set(dataset.frames)) == (2, {"payments"})
    assert "recognised_by_headers" in causes(dataset)


def test_a_list_named_as_of_workers_stays_one_whatever_months_it_has(tmp_path):
    content = xlsx({"Pekerja": [[*WHO, "Jan 2024", "Feb 2024"], [*S, "v", "v"]]})
    assert set(read_people(tmp_path, content, kind=None).frames) == {"workers"}


def test_participants_with_months_are_paid_through_the_last_of_them(tmp_path):
    rows = [
        ["IURAN 2024"],
        [*WHO, "Jan", "Feb", "Mar", "Jumlah"],
        [*S, 16800, 16800, None, 33600],
        [*B, None, None, None, None],
    ]
    dataset = read_people(tmp_path, xlsx({"Sheet1": rows}), kind="participants")
    assert dataset.frames["participants"]["active_until"].to_list() == ["2024-02", None]


def test_a_long_list_of_payments_is_no_sheet_of_months(tmp_path):
    rows = [
        ["NIK", "BLTH", "Tgl bayar", "Iuran"],
        [SITI[0], "2024-01", "2024-02-01", 16800],
        [SITI[0], "2024-02", "2024-03-01", 16800],
    ]
    found, _ = payments(tmp_path, rows)
    assert [month for _, month, _ in found] == ["2024-01", "2024-02"]


def test_an_ods_with_merged_titles_is_read_alike(tmp_path):
    rows = [
        ["REKAP IURAN 2024", *[None] * 4],
        [*WHO, "BULAN", None],
        [None, None, None, "Jan", "Feb"],
        [*S, 16800, "lunas"],
    ]
    content = ods(rows, merged=[((0, 0), (0, 4)), ((1, 3), (1, 4)), *[((1, i), (2, i)) for i in range(3)]])
    dataset = read_people(tmp_path, content, "iuran.ods", "payments")
    assert dataset.frames["payments"].select("month", "amount").rows() == [("2024-01", 16800), ("2024-02", None)]


def two_lists(folder, **sponsors):
    """What is said of a sheet by month beside a list of the same payments."""
    (folder / "a.xlsx").write_bytes(
        xlsx(
            {
                "Sheet1": [
                    ["NIK", "BLTH", "Iuran", "Wadah", "Tgl bayar"],
                    [SITI[0], "2024-01", 16800, sponsors.get("a"), "05/01/2024"],
                ]
            }
        )
    )
    (folder / "b.xlsx").write_bytes(
        xlsx(
            {"Sheet1": [["No", "NIK", "Wadah", "Jan 2024", "Feb 2024"], [1, SITI[0], sponsors.get("b"), 16800, 16800]]}
        )
    )
    paths, tables = [folder / "a.xlsx", folder / "b.xlsx"], {"payments": PEOPLE["payments"]}
    return read(paths, today=TODAY, places=PLACES, tables=tables).problems


def test_the_same_payments_in_two_lists_are_said_to_count_twice(tmp_path):
    [problem] = two_lists(tmp_path)
    assert (problem.file, problem.fault.cause) == ("b.xlsx", "paid_in_two_lists")
    assert problem.fault.title.id.startswith("1 pembayaran (orang dan bulan) ada juga dalam a.xlsx")


def test_two_accounts_that_pay_for_one_person_are_two_payments(tmp_path):
    assert list(two_lists(tmp_path, a="W-1", b="W-2")) == []


@pytest.mark.parametrize("title", ["PEMBAYARAN INSENTIF KADER", "ABSENSI", "REKAP IURAN BPJS KESEHATAN", ""])
def test_months_of_wages_or_of_attendance_are_no_contributions(tmp_path, title):
    rows = [[title], [], [*WHO, "Kelurahan", "Jan 2024", "Feb 2024"], [*S, "Ciwandan", 500000, 500000]]
    dataset = read_people(tmp_path, xlsx({"Sheet1": rows}), kind=None)
    assert set(dataset.frames) == {"workers"}


def test_in_a_round_a_sheet_called_participants_is_their_list(tmp_path):
    rows = [["IURAN BPJS 2024"], [*WHO, "Jan", "Feb"], [*S, 16800, 16800], [*B, 16800, None]]
    for name, sheet in (("a.xlsx", "Peserta"), ("peserta.xlsx", "2024")):
        frames = read_people(tmp_path, xlsx({sheet: rows}), name, kind=None).frames
        assert set(frames) == {"participants"}
        assert frames["participants"]["active_until"].to_list() == ["2024-02", "2024-01"]


def test_the_copy_of_faulty_rows_has_the_titles_and_no_persons_row_in_their_place(tmp_path):
    path = tmp_path / "iuran.csv"
    path.write_text(
        f"IURAN 2024;;;;\nNo;NIK;Nama;Jan;Feb\n1;{SITI[0]};Siti;v;v\n2;{BUDI[0]};Budi;pindah;v\n", encoding="utf-8"
    )
    dataset = read([path], today=TODAY, places=PLACES, tables={"payments": PEOPLE["payments"]})
    book = openpyxl.load_workbook(io.BytesIO(annotated_copy(path, dataset.problems)))
    titles, faulty = book.worksheets[1].iter_rows(values_only=True)
    assert titles[:6] == ("Baris", "No", "NIK", "Nama", "Jan", "Feb")
    assert faulty[:5] == (4, "2", BUDI[0], "Budi", "pindah")


def test_participants_whose_months_have_no_year_are_listed_and_that_is_said(tmp_path):
    dataset = read_people(tmp_path, xlsx({"Sheet1": [[*WHO, "Jan", "Feb"], [*S, "v", "v"]]}), kind="participants")
    assert dataset.frames["participants"]["active_until"].to_list() == [None]
    assert causes(dataset) == ["month_without_year"]
