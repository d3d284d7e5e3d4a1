"""Problems are grouped by cause, the most useful first, and marked in a copy of the user's own file."""

import io
import json

import openpyxl
import pytest
from typer.testing import CliRunner
from workbooks import CILEGON, DAY, POPULATION, SERANG, read_file, read_rows, xlsx

from semesta.files.annotated import annotated_copy
from semesta.files.problems import grouped, row_ranges

WRONG = [["Atlantis", "Nelayan", n, DAY] for n in range(4)]


def test_problems_of_one_cause_and_column_are_one_group(tmp_path):
    dataset = read_rows(tmp_path, [POPULATION, CILEGON, *WRONG, SERANG, ["Kota Cilegon", "Marbot", -1, DAY]])
    groups = grouped(dataset.problems)
    assert [(g.cause, g.count, g.rows) for g in groups] == [("place.unknown", 4, 4), ("count.negative", 1, 1)]
    assert groups[0].headline.id == "4 baris: wilayah tidak dikenal, kolom Wilayah (A)"
    assert groups[0].spots[0].said() == "monev.xlsx › Jumlah pekerja, kolom A, baris 3–6"
    assert groups[0].values == ("Atlantis",)


def test_what_sets_a_whole_table_aside_comes_first_and_warnings_last(tmp_path):
    content = xlsx(
        {
            "Jumlah pekerja": [POPULATION, CILEGON, *WRONG, ["Jumlah", None, 5, None]],
            "Peserta": [["Wilayah", "Aktif"], ["Kota Cilegon", 5]],
        }
    )
    assert [g.cause for g in grouped(read_file(tmp_path, content).problems)] == [
        "missing_column",
        "place.unknown",
        "totals_row",
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [([4, 5, 6, 7, 12], "4–7, 12"), ([3], "3"), ([], ""), (range(1, 40, 2), "1, 3, 5, 7, 9, 11, 13, 15 … (+12)")],
)
def test_rows_are_said_as_ranges(rows, said):
    assert row_ranges(rows) == said


def copy_of(tmp_path, content, name="monev.xlsx"):
    dataset = read_file(tmp_path, content, name)
    made = annotated_copy(tmp_path / name, dataset.problems)
    return openpyxl.load_workbook(io.BytesIO(made)) if made else None


def test_the_copy_keeps_the_layout_and_the_formulas_and_marks_the_cells(tmp_path):
    content = xlsx(
        {
            "Jumlah pekerja": [
                POPULATION,
                ["Atlantis", "Nelayan", None, DAY],
                ["Kota Cilegon", "Nelayan", "2 ribu", DAY],
            ]
        },
        lambda book, sheets: sheets["Jumlah pekerja"].write_formula(1, 2, "=300+32", None, 332),
    )
    book = copy_of(tmp_path, content)
    sheet = book["Jumlah pekerja"]
    assert sheet["C2"].value == "=300+32"
    assert (sheet["A2"].fill.start_color.rgb[-6:], sheet["C3"].fill.start_color.rgb[-6:]) == ("FFC7CE", "FFEB9C")
    assert "Wilayah tidak dikenal" in sheet["A2"].comment.text
    assert sheet["B2"].comment is None


def test_the_copy_begins_with_the_list_of_problems_with_links(tmp_path):
    book = copy_of(tmp_path, xlsx({"Jumlah pekerja": [POPULATION, *WRONG]}))
    assert book.sheetnames == ["Masalah", "Jumlah pekerja"]
    assert book["Masalah"]["C2"].value == "4 baris: wilayah tidak dikenal, kolom Wilayah (A)"
    [link] = [cell.hyperlink for cell in book["Masalah"][2] if cell.hyperlink]
    assert link.location == "'Jumlah pekerja'!A2"


def test_a_copy_can_be_mended_and_checked_again(tmp_path):
    book = copy_of(tmp_path, xlsx({"Jumlah pekerja": [POPULATION, ["Atlantis", "Nelayan", 5, DAY]]}))
    book["Jumlah pekerja"]["A2"] = "Kota Cilegon"
    buffer = io.BytesIO()
    book.save(buffer)
    assert read_file(tmp_path, buffer.getvalue(), "diperiksa.xlsx").problems == ()


def test_a_problem_of_a_whole_column_is_marked_at_its_header(tmp_path):
    book = copy_of(tmp_path, xlsx({"Jumlah pekerja": [[*POPULATION, "Zodiak"], [*CILEGON, "Leo"]]}))
    assert "tidak dikenal" in book["Jumlah pekerja"]["E1"].comment.text


def test_a_problem_within_merged_cells_is_marked_where_it_shows(tmp_path):
    def merge(book, sheets):
        sheets["Jumlah pekerja"].merge_range(1, 0, 2, 0, "Kota Cilegon")

    rows = [POPULATION, [None, "Nelayan", 1, DAY], [None, "Marbot", 2, DAY]]
    book = copy_of(tmp_path, xlsx({"Jumlah pekerja": rows}, merge))
    assert "digabung" in book["Jumlah pekerja"]["A2"].comment.text.lower()


def test_of_a_csv_the_faulty_rows_are_given_and_no_cell_becomes_a_formula(tmp_path):
    text = "place,persons,as_of,source\n36.72,5,2024-07-17,baik\nAtlantis,5,2024-07-17,=CMD()\n"
    book = copy_of(tmp_path, text.encode(), "population.csv")
    sheet = book["population"]
    assert [c.value for c in sheet[1]] == ["Baris", "place", "persons", "as_of", "source", "Masalah"]
    assert [c.value for c in sheet[2]][:5] == [3, "Atlantis", "5", "2024-07-17", "=CMD()"]
    assert sheet["E2"].data_type == "s"
    assert sheet.max_row == 2


def test_a_header_that_begins_like_a_formula_stays_text_in_the_list(tmp_path):
    book = copy_of(tmp_path, xlsx({"Jumlah pekerja": [POPULATION, ["=Atlantis", "Nelayan", 5, DAY]]}))
    assert (book["Masalah"]["E2"].value, book["Masalah"]["E2"].data_type) == ("=Atlantis", "s")


def test_beyond_50000_rows_the_faulty_rows_alone_are_given(tmp_path, monkeypatch):
    monkeypatch.setattr("semesta.files.annotated.MOST_ROWS_IN_PLACE", 3)
    book = copy_of(tmp_path, xlsx({"Jumlah pekerja": [POPULATION, CILEGON, SERANG, WRONG[0]]}))
    assert [c.value for c in book["Jumlah pekerja"][2]][:4] == [4, "Atlantis", "Nelayan", 0]


def test_a_file_without_problems_has_no_copy(tmp_path):
    assert copy_of(tmp_path, xlsx({"Jumlah pekerja": [POPULATION, CILEGON]})) is None


# ---- the commands


def command(function, *arguments):
    import typer

    app = typer.Typer()
    app.command()(function)
    return CliRunner().invoke(app, [str(a) for a in arguments])


def check(*arguments):
    from semesta.cli.check import COMMAND

    return command(COMMAND[1], *arguments)


def test_check_says_the_groups_and_writes_the_copy_beside_the_file(tmp_path):
    path = tmp_path / "monev.xlsx"
    path.write_bytes(xlsx({"Jumlah pekerja": [POPULATION, CILEGON, *WRONG]}))
    result = check(path)
    assert result.exit_code == 2
    assert "4 baris: wilayah tidak dikenal" in result.stdout
    assert (tmp_path / "monev-diperiksa.xlsx").exists()


def test_check_ends_with_0_when_there_are_only_warnings(tmp_path):
    path = tmp_path / "monev.xlsx"
    path.write_bytes(xlsx({"Jumlah pekerja": [POPULATION, CILEGON, ["Jumlah", None, 332, None]]}))
    assert check(path, "--lang", "en").exit_code == 0


def test_check_gives_the_problems_as_json(tmp_path):
    path = tmp_path / "monev.xlsx"
    path.write_bytes(xlsx({"Jumlah pekerja": [POPULATION, WRONG[0]]}))
    result = check(path, "--json")
    [problem] = json.loads(result.stdout)
    assert set(problem) == {
        "file",
        "sheet",
        "row",
        "column",
        "header",
        "value",
        "cause",
        "severity",
        "expected",
        "how_to_fix",
    }
    assert (problem["row"], problem["severity"]) == (2, "error")


def test_check_of_a_file_that_is_no_spreadsheet_says_so_without_traceback(tmp_path):
    (tmp_path / "foto.xlsx").write_bytes(b"\x89PNG....")
    result = check(tmp_path / "foto.xlsx")
    assert (result.exit_code, "PNG" in result.stdout) == (2, True)


def test_template_does_not_overwrite_a_file_unless_told(tmp_path):
    from semesta.cli.template import COMMAND

    path = tmp_path / "monev.xlsx"
    assert command(COMMAND[1], "monev", "--ringkas", "-o", path).exit_code == 0
    before = path.read_bytes()
    assert command(COMMAND[1], "monev", "-o", path).exit_code == 2
    assert path.read_bytes() == before
    assert command(COMMAND[1], "monev", "-o", path, "--force").exit_code == 0
    assert path.read_bytes() != before
