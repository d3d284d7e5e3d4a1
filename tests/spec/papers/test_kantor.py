"""The sheet kantor: letterhead with its picture, a row for each paper, the names of papers, A4 and F4."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from PIL import Image
from rounds_made import CITY, round_of, small

from semesta.basics.lists import PAPER_SIZES, PAPERS
from semesta.basics.places import PLACES
from semesta.files.pictures import SIDE
from semesta.files.read import read
from semesta.files.said import said_of_reading
from semesta.monev.measured import Measured
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.office import letterhead, office, paper_size
from semesta.report.letters.nota_dinas import nota_dinas
from semesta.report.papers.registry import papers
from semesta.report.typeset_docx import docx
from semesta.report.typeset_pdf import pdf
from semesta.rounds.run import measured_round
from semesta.tables.dataset import Dataset

POPULATION = "place,group,persons,as_of\n36.72,rentan,900,2024-07-17\n"


def picture(kind: str = "PNG", size: tuple[int, int] = (90, 100), mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind)
    return out.getvalue()


def folder_with(folder: Path, logo: str, **files: bytes) -> Dataset:
    (folder / "population.csv").write_text(POPULATION)
    (folder / "kantor.csv").write_text(f'place,government,logo\n36.72,Pemerintah Kota Contoh,"{logo}"\n')
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_bytes(content)
    return read([folder], today=dt.date(2024, 8, 1), places=PLACES)


def causes(dataset: Dataset) -> list[str]:
    return [problem.fault.cause for problem in dataset.problems]


def measured_with(folder: Path) -> Measured:
    return measured_round(folder_with(folder, "kop.jpg", kop__jpg=picture("JPEG", mode="CMYK")))


# ---- the picture


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("lambang.png", picture()),
        ("lambang.PNG", picture(mode="LA")),
        ("lambang kota.jpg", picture("JPEG")),
        ("lambang.jpeg", picture("JPEG", mode="CMYK")),
        ("besar.png", picture(size=(3000, 2000))),
    ],
)
def test_a_picture_beside_the_sheet_becomes_a_small_png(tmp_path: Path, name: str, content: bytes) -> None:
    dataset = folder_with(tmp_path, name, **{name: content})
    assert causes(dataset) == []
    [png] = dataset.pictures.values()
    with Image.open(io.BytesIO(png)) as small_one:
        assert small_one.format == "PNG"
        assert max(small_one.size) <= SIDE


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("tidak-ada.png", None, "picture_not_found"),
        ("../lambang.png", None, "picture_not_found"),
        ("C:\\gambar\\lambang.png", None, "picture_not_found"),
        ("lambang.png", b"bukan gambar", "picture_not_readable"),
        ("lambang.png", picture()[:60], "picture_not_readable"),
        ("lambang.png", picture("GIF", mode="P"), "picture_not_readable"),
        ("lambang.png", b"", "picture_not_readable"),
        ("lambang.png", picture() + b"0" * 5_000_001, "picture_too_large"),
        ("lambang.png", picture(size=(9000, 9000), mode="1"), "picture_too_large"),
    ],
)
def test_what_is_no_picture_is_said_and_papers_go_without(
    tmp_path: Path, name: str, content: bytes | None, cause: str
) -> None:
    dataset = folder_with(tmp_path, name, **({name: content} if content is not None else {}))
    [problem] = [p for p in dataset.problems if p.fault.cause.startswith("picture")]
    assert problem.fault.cause == cause
    assert not problem.is_error
    assert (problem.file, problem.row, problem.column, problem.header) == ("kantor.csv", 2, "C", "logo")
    assert problem.fault.how_to_fix.id.startswith("Naskah dibuat tanpa lambang.")
    assert dataset.pictures == {}
    assert dataset.frame("kantor") is not None


def test_a_picture_that_no_letterhead_names_stays_an_unknown_file(tmp_path: Path) -> None:
    dataset = folder_with(tmp_path, "lambang.png", **{"lambang.png": picture(), "foto.png": picture()})
    assert [(p.file, p.fault.cause) for p in dataset.problems] == [("foto.png", "unknown_file")]


def test_the_picture_stands_in_the_letterhead_of_word_and_pdf(tmp_path: Path) -> None:
    measured = measured_with(tmp_path)
    head = letterhead(Draft(measured, "id"))
    assert head.picture is not None
    note = nota_dinas(measured, "id")
    assert b"/Image" in pdf(note)
    assert len(docx(note)) > len(docx(nota_dinas(round_of(small()), "id")))


# ---- a row for each paper


def test_a_row_for_a_paper_says_what_it_says_and_leaves_the_rest_to_the_row_for_all() -> None:
    general = {"place": CITY, "government": "Pemerintah Kota Contoh", "classification": "Biasa", "paper": "F4"}
    own = {"place": CITY, "document": "undangan", "classification": "Penting"}
    draft = Draft(round_of(small() | {"kantor": [own, general]}), "id")
    assert office(draft, "undangan")["classification"] == "Penting"
    assert office(draft, "undangan")["government"] == "Pemerintah Kota Contoh"
    assert office(draft, "notula")["classification"] == "Biasa"


def test_a_number_belongs_to_one_paper() -> None:
    draft = Draft(round_of(small() | {"kantor": [{"place": CITY, "number": "500/1", "to": "Wali Kota"}]}), "id")
    assert office(draft)["number"] == "500/1"
    assert "number" not in office(draft, "nota-dinas")
    assert office(draft, "nota-dinas")["to"] == "Wali Kota"
    assert "to" not in office(draft, "undangan")


def test_the_papers_that_the_sheet_may_name_are_those_that_are_made() -> None:
    assert {name: paper.title for name, paper in papers().items()} == {code.code: code.title for code in PAPERS}


@pytest.mark.parametrize(
    ("written", "size"), [(None, "a4"), ("A4", "a4"), ("F4", "f4"), (" f4", "f4"), ("Folio", "f4"), ("kuarto", "a4")]
)
def test_paper_is_a4_unless_the_sheet_says_f4(written: str | None, size: str) -> None:
    rows = small() | {"kantor": [{"place": CITY, "paper": written, "government": "Kota"}]}
    assert paper_size(Draft(round_of(rows), "id")) == size


def test_another_paper_is_a_problem_that_names_those_there_are(tmp_path: Path) -> None:
    (tmp_path / "kantor.csv").write_text("place,government,paper\n36.72,Pemerintah Kota Contoh,Letter\n")
    (only,) = read([tmp_path], today=dt.date(2024, 8, 1), places=PLACES).problems
    assert (only.value, only.fault.cause) == ("Letter", "code.unknown")
    assert "A4; F4" in only.fault.expected.id


def test_another_paper_leaves_the_rest_of_the_row_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "kantor.csv").write_text("place,government,paper\n36.72,Pemerintah Kota Contoh,Letter\n")
    (tmp_path / "population.csv").write_text(POPULATION)
    draft = Draft(measured_round(read([tmp_path], today=dt.date(2024, 8, 1), places=PLACES)), "id")
    assert letterhead(draft).government == "Pemerintah Kota Contoh"
    assert paper_size(draft) == "a4"
    assert draft.measured.dataset.set_aside["kantor"] == 0


def test_a_row_for_a_paper_that_does_not_exist_is_left_out_since_it_would_be_for_all(tmp_path: Path) -> None:
    (tmp_path / "kantor.csv").write_text("place,document,number\n36.72,nota-dinass,500/1\n36.72,undangan,500/2\n")
    dataset = read([tmp_path], today=dt.date(2024, 8, 1), places=PLACES)
    assert (dataset.read["kantor"], dataset.set_aside["kantor"]) == (2, 1)
    assert "Mungkin maksudnya nota-dinas" in dataset.problems[0].fault.how_to_fix.id


# ---- lines that would fill the page


def long_letterhead(folder: Path) -> Dataset:
    (folder / "population.csv").write_text(POPULATION)
    (folder / "kantor.csv").write_text(f"place,government,office_name\n36.72,Pemerintah Kota Contoh,{'Dinas ' * 300}\n")
    return read([folder], today=dt.date(2024, 8, 1), places=PLACES)


def test_a_line_that_would_fill_the_page_is_begun_and_told_of(tmp_path: Path) -> None:
    dataset = long_letterhead(tmp_path)
    (only,) = dataset.problems
    assert (only.fault.cause, only.is_error, only.row, only.column) == ("letterhead_too_long", False, 2, "C")
    head = letterhead(Draft(measured_round(dataset), "id"))
    assert (head.government, head.office[-7:]) == ("Pemerintah Kota Contoh", "Dinas …")
    assert len(head.office) <= 200


def test_a_run_says_what_is_wrong_with_the_letterhead_though_papers_are_made(tmp_path: Path) -> None:
    long = [line.id for line in said_of_reading(long_letterhead(tmp_path).problems)]
    lost = [line.id for line in said_of_reading(folder_with(tmp_path, "lambang.png").problems)]
    assert [line.partition(". ")[0] for line in (*long, *lost)] == [
        "kantor.csv: teks kop terlalu panjang",
        "kantor.csv: gambar lambang tidak ada di samping berkas data",
    ]


@pytest.mark.parametrize(("written", "code"), [("a4", "A4"), ("F4", "F4"), ("Folio", "F4"), ("f4 (folio)", "F4")])
def test_paper_is_known_by_the_words_of_offices(written: str, code: str) -> None:
    assert (found := PAPER_SIZES.find(written)) is not None
    assert found.code == code
