"""The workbooks to be filled in: empty they say nothing, filled they come back as they were filled."""

import datetime as dt
import io

import openpyxl
import pytest
from workbooks import TODAY, errors, read_file

from semesta.basics.codes import plain
from semesta.files.short_form_sheet import short_form_workbook
from semesta.files.template import template
from semesta.tables.registry import FIRST, TABLES
from semesta.tables.short_form_questions import QUESTIONS


def saved(book):
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_empty_template_gives_no_rows_and_no_problems(tmp_path, lang):
    dataset = read_file(tmp_path, template(lang=lang))
    assert (dataset.problems, set(dataset.read), set(dataset.read.values())) == ((), set(TABLES), {0})


def test_the_template_begins_with_the_contents_and_the_sheets_to_begin_with():
    names = openpyxl.load_workbook(io.BytesIO(template())).sheetnames
    assert names[0] == "Daftar isi"
    assert names[1 : len(FIRST) + 1] == [TABLES[name].title.id for name in FIRST]


def test_every_header_has_a_comment_and_says_whether_it_is_required():
    book = openpyxl.load_workbook(io.BytesIO(template()))
    for table in TABLES.values():
        sheet = book[table.title.id]
        columns = [c for c in table.columns if c.in_template]
        assert [cell.value for cell in sheet[5][: len(columns)]] == [c.title.id for c in columns]
        assert [cell.value for cell in sheet[4][: len(columns)]] == [
            "wajib" if c.required else "bila ada" for c in columns
        ]
        assert all(cell.comment for cell in sheet[5][: len(columns)])
        assert sheet.freeze_panes == "B6"


def test_codes_are_typed_into_text_cells():
    sheet = openpyxl.load_workbook(io.BytesIO(template()))["Jumlah pekerja"]
    assert sheet.column_dimensions["A"].number_format == "@"


FILLED = {
    "population": [
        "Kota Cilegon",
        "Nelayan",
        "Bukan Penerima Upah",
        "",
        "Tempat tinggal",
        "",
        332,
        "Disnaker",
        dt.date(2024, 7, 17),
    ],
    "regulations": ["Kota Cilegon", "Peraturan daerah", "Penyusunan", "", "", "Perlindungan pekerja", "", "", ""],
}


def test_a_filled_template_reads_back_equal(tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(template()))
    for name, cells in FILLED.items():
        for column, cell in enumerate(cells, start=1):
            if cell:
                book[TABLES[name].title.id].cell(6, column, cell)
    dataset = read_file(tmp_path, saved(book))
    assert dataset.problems == ()
    columns = ["place", "group", "segment", "universe", "basis", "decile", "persons", "source", "as_of"]
    assert dataset.frames["population"].select(columns).rows() == [
        ("36.72", "rentan.nelayan", "BPU", None, "residence", None, 332, "Disnaker", dt.date(2024, 7, 17))
    ]
    assert dataset.frames["regulations"].select("kind", "stage", "title").rows() == [
        ("perda", "drafting", "Perlindungan pekerja")
    ]


def test_every_name_in_a_list_is_understood(tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(template()))
    lists = {column[0].value: [c.value for c in column[1:] if c.value] for column in book["Daftar pilihan"].columns}
    for table in TABLES.values():
        for column in table.columns:
            name = "places" if column.type.name == "place" else column.type.name
            if column.in_template and name in lists:
                faulty = [value for value in lists[name] if not hasattr(column.type.read(value), "value")]
                assert faulty == [], column.name


# ---- the short form

CILEGON = {
    "place": "Kota Cilegon",
    "date": dt.date(2024, 7, 17),
    "venue": "Aula",
    "hosts": "Disnaker Kota Cilegon; BPJS Ketenagakerjaan",
    "non_asn": 7_772,
    "rentan": "1.500",
    "total": 9_000,
    "registered": 5_000,
    "active": 4_000,
    "contributions": "480.457.660",
    "claims": "790 juta",
    "cases": 21,
    "budget": "belum dianggarkan",
    "proposed_persons": 3_511,
    "proposed_months": 12,
    "regulation": "rancangan",
    "potential": "marbot; tukang parkir",
    "obstacles": "1. data belum lengkap\n2. anggaran terbatas",
    "commitments": "usulan masuk APBD 2025",
    "responsible": "Disnaker",
    "due": "30 September 2024",
    "source": "bahan rapat",
}


def form(answers, lang="id"):
    """The short form with these answers, as bytes."""
    book = openpyxl.load_workbook(io.BytesIO(short_form_workbook(lang)))
    sheet = book.worksheets[0]
    labels = {plain(q.title.said(lang)): q.name for q in QUESTIONS}
    for row in sheet.iter_rows(max_col=2):
        name = labels.get(plain(str(row[0].value or "")))
        if name in answers:
            row[1].value = answers[name]
    return saved(book)


def test_the_short_form_has_at_most_25_cells_and_no_codes():
    assert len(QUESTIONS) <= 25
    assert [q.name for q in QUESTIONS if q.required] == ["place", "date"]


def test_the_short_form_is_one_sheet_with_as_many_cells_to_fill_in():
    book = openpyxl.load_workbook(io.BytesIO(short_form_workbook()))
    filled = [c for row in book.worksheets[0].iter_rows() for c in row if c.fill.fgColor.rgb == "FFFFF8E1"]
    assert (len(book.sheetnames), len(filled)) == (1, 25)


def test_an_empty_short_form_gives_no_rows_and_no_problems(tmp_path):
    dataset = read_file(tmp_path, form({}))
    assert (dataset.problems, dataset.read) == ((), {})


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_short_form_becomes_rows_of_the_tables(tmp_path, lang):
    dataset = read_file(tmp_path, form(CILEGON, lang))
    frames = dataset.frames
    assert dataset.problems == ()
    assert frames["meeting"].select("place", "date", "hosts").row(0) == (
        "36.72",
        dt.date(2024, 7, 17),
        CILEGON["hosts"],
    )
    assert frames["population"].select("group", "persons").rows() == [("non_asn", 7772), ("rentan", 1500), (None, 9000)]
    assert frames["members"].select("registered", "active", "as_of").row(0) == (5000, 4000, dt.date(2024, 7, 17))
    assert frames["contributions"].select("period", "funding", "amount").row(0) == (
        "../2024-07-17",
        "apbd.kabkota",
        480_457_660,
    )
    assert frames["claims"].select("period", "cases", "amount", "amount__step").row(0) == (
        "../2024-07-17",
        21,
        790_000_000,
        1e6,
    )
    assert frames["budgets"].select("year", "status", "allocated", "persons", "months").rows() == [
        (2024, "not_budgeted", None, None, None),
        (2025, "proposed", None, 3511, 12),
    ]
    assert frames["regulations"]["stage"].to_list() == ["drafting"]
    assert frames["obstacles"].select("kind", "text").rows() == [
        ("potential", "marbot"),
        ("potential", "tukang parkir"),
        ("obstacle", "data belum lengkap"),
        ("obstacle", "anggaran terbatas"),
    ]
    assert frames["commitments"].select("responsible", "due").row(0) == ("Disnaker", dt.date(2024, 9, 30))


def test_a_period_begins_where_the_form_says(tmp_path):
    frame = read_file(tmp_path, form(CILEGON | {"since": "Januari 2024"})).frames["claims"]
    assert frame["period"].to_list() == ["2024-01-01/2024-07-17"]


def test_a_province_pays_from_its_own_budget(tmp_path):
    frame = read_file(tmp_path, form(CILEGON | {"place": "Banten"})).frames["contributions"]
    assert frame["funding"].to_list() == ["apbd.provinsi"]


def test_a_wrong_answer_is_a_problem_at_its_cell_and_the_others_count(tmp_path):
    dataset = read_file(tmp_path, form(CILEGON | {"rentan": "banyak", "claims": -5}))
    assert sorted(errors(dataset)) == ["number.text", "rupiah.negative"]
    problem = next(p for p in dataset.problems if p.fault.cause == "number.text")
    assert (problem.sheet, problem.column, problem.header, problem.value) == (
        "Isian ringkas",
        "B",
        "Jumlah pekerja rentan",
        "banyak",
    )
    assert dataset.frames["population"]["persons"].to_list() == [7772, 9000]
    assert dataset.frames["claims"].select("cases", "amount").row(0) == (21, None)
    assert dataset.set_aside["population"] == 1


@pytest.mark.parametrize(("written", "months"), [("8 bln", 8), ("8 bulan", 8), ("sampai selesai", None), (13, None)])
def test_persons_for_months_that_cannot_be_read_are_never_taken_for_a_year(tmp_path, written, months):
    frames = read_file(tmp_path, form(CILEGON | {"proposed_months": written})).frames
    proposed = frames["budgets"].filter(status="proposed").select("persons", "months").rows()
    assert proposed == ([(3511, months)] if months else [])


def test_an_unknown_stage_is_told_in_the_words_of_the_list_not_in_codes(tmp_path):
    [problem] = read_file(tmp_path, form(CILEGON | {"regulation": "masih dibahas"})).problems
    assert "Belum ada; Direncanakan; Penyusunan" in problem.fault.expected.id


def test_a_form_without_a_place_says_so(tmp_path):
    dataset = read_file(tmp_path, form({n: a for n, a in CILEGON.items() if n != "place"}))
    assert errors(dataset) == ["short_form.no_place"]
    assert all(frame.is_empty() for frame in dataset.frames.values())


def test_the_day_of_the_figures_stands_in_for_the_day_of_the_meeting(tmp_path):
    answers = {n: a for n, a in CILEGON.items() if n != "date"} | {"as_of": "30 Juni 2024"}
    dataset = read_file(tmp_path, form(answers))
    assert dataset.problems == ()
    assert "meeting" not in dataset.frames
    assert dataset.frames["members"]["as_of"].to_list() == [dt.date(2024, 6, 30)]


def test_a_meeting_after_today_is_an_error(tmp_path):
    assert errors(read_file(tmp_path, form(CILEGON), today=dt.date(2024, 7, 1))) == ["future_date"]
    assert CILEGON["date"] < TODAY


def test_the_form_is_known_when_its_sheet_was_renamed_and_its_rows_moved(tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(form(CILEGON)))
    sheet = book.worksheets[0]
    sheet.title = "Laporan Cilegon"
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet.insert_rows(1, 4)
    sheet.insert_cols(1)
    dataset = read_file(tmp_path, saved(book))
    assert dataset.problems == ()
    assert dataset.frames["contributions"]["amount"].to_list() == [480_457_660]
    assert dataset.frames["contributions"]["_sheet"].to_list() == ["Laporan Cilegon"]


def test_an_answer_that_contradicts_another_is_said(tmp_path):
    assert errors(read_file(tmp_path, form(CILEGON | {"active": 6_000}))) == ["active_above_registered"]
    assert errors(
        read_file(tmp_path, form(CILEGON | {"since": "1 Agustus 2024"}, "id"), today=dt.date(2025, 1, 1))
    ) == ["short_form.since_after"]
