"""Paparan: eight slides that an office can go on working in; nothing overflows and nothing is lost."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from example_papers import example
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from rounds_made import CITY, MEETING, Rows, group, rich, round_of, small

from semesta.basics.groups import GROUPS
from semesta.monev.measured import Measured
from semesta.report.content import Letterhead, Listed, Table, TableColumn
from semesta.report.paparan.content import paparan
from semesta.report.slides.deck import Bars, Deck, Series, Slide
from semesta.report.typeset_pptx import pptx

LONG = "Kalimat panjang tentang pekerja rentan dan iuran dari APBD atau APBDes. " * 70
TOPICS = ["Sorotan", "Cakupan", "Anggaran", "Iuran dan manfaat", "Potensi dan kendala"]
TOPICS += ["Komitmen dan tindak lanjut", "Usulan"]


def slides_of(rows: dict[str, Rows], lang: Any = "id") -> Any:
    return opened(paparan(round_of(rows), lang))


def opened(deck: Deck) -> Any:
    return Presentation(io.BytesIO(pptx(deck)))


def texts(slide: Any) -> Iterator[str]:
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield from (paragraph.text for paragraph in shape.text_frame.paragraphs)
        elif shape.has_table:
            yield from (cell.text_frame.text for row in shape.table.rows for cell in row.cells)


def said(slide: Any) -> str:
    return "\n".join(texts(slide))


def notes(slide: Any) -> str:
    return slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""


def charts(slides: Any) -> list[Any]:
    return [shape.chart for slide in slides.slides for shape in slide.shapes if shape.has_chart]


def commitments(number: int) -> Rows:
    return [
        {"place": CITY, "text": f"Komitmen {n}: {LONG if n == 7 else 'melengkapi data'}", "responsible": f"Dinas {n}"}
        | {"due": dt.date(2024, 1, 1) + dt.timedelta(n * 3), "status": ("open", "done")[n % 2]}
        for n in range(1, number + 1)
    ]


def crowded() -> dict[str, Rows]:
    """200 commitments, 40 offices, long texts, names with quotes and slashes."""
    rows = rich()
    rows["commitments"] = commitments(200)
    line = {"place": CITY, "year": 2025, "group": "rentan.nelayan", "persons": 332, "months": 12, "status": "apbd"}
    rows["budgets"] = [line | {"opd": f'Dinas "Nomor/{n}"', "allocated": 50_000_000 + n} for n in range(40)]
    rows["obstacles"] = [
        {"place": CITY, "kind": ("potential", "obstacle")[n % 2], "text": LONG if n < 3 else f'O\'Neil / "X" {n}'}
        for n in range(40)
    ]
    rows["meeting"] = [MEETING | {"title": LONG, "venue": "Tanpa" * 200}]
    rows["kantor"] = [rows["kantor"][0] | {"government": LONG}]
    return rows


@pytest.fixture(scope="module")
def rich_round() -> Measured:
    return round_of(rich())


@pytest.fixture(scope="module")
def full(rich_round: Measured) -> Any:
    return opened(paparan(rich_round, "id"))


@pytest.fixture(scope="module")
def full_to_the_brim() -> Any:
    return slides_of(crowded())


# ---- what stands on them


@pytest.mark.parametrize(
    "rows", [rich(), small(), {"population": [group("", 10)]}, {"meeting": [MEETING], "commitments": commitments(3)}]
)
def test_there_are_a_cover_and_the_same_seven_topics_whatever_the_round_has(rows: dict[str, Rows]) -> None:
    slides = list(slides_of(rows).slides)
    assert len(slides) == 8
    topics = [slide.shapes.title.text_frame.paragraphs[0].text for slide in slides[1:]]
    assert topics == TOPICS


def test_every_slide_has_a_title_that_says_something_under_its_topic(full: Any) -> None:
    for slide in list(full.slides)[1:]:
        assert len(slide.shapes.title.text_frame.paragraphs) == 2
        assert slide.shapes.title.text_frame.paragraphs[1].text


def test_where_data_are_wanting_the_slide_says_who_holds_them_and_on_which_sheet_they_go() -> None:
    slides = slides_of({"population": [group("", 10)]}).slides
    assert "Belum ada data anggaran" in said(slides[3])
    assert "BPKAD/BKAD dan Bappeda" in said(slides[3])
    assert "BPJS Ketenagakerjaan" in said(slides[4])


def test_rows_that_were_all_set_aside_are_to_be_mended_and_not_asked_for_again() -> None:
    measured = round_of({"population": [group("", 10)], "budgets": []}, {"budgets": 2})
    assert "semua barisnya salah dan disisihkan" in said(opened(paparan(measured, "id")).slides[3])


def test_the_difference_of_contributions_and_benefits_is_never_shown_without_the_sentence_that_it_is_no_debt(
    full: Any,
) -> None:
    assert "bukan utang pemerintah daerah" in said(full.slides[4])


def test_a_slide_says_what_its_chart_leaves_out_of_what_its_title_speaks_of() -> None:
    _, _, coverage, budget, *_ = opened(paparan(example("banten-2025"), "id")).slides
    assert "Menurut kelompok baru dirinci: Nelayan, Ojek online; yang lain belum dirinci." in said(coverage)
    assert "per pemerintah daerah: 2 dari 5 yang kebutuhannya diketahui" in said(budget)
    assert "belum diketahui (kebutuhan): Kab. Tangerang Rp100,8 miliar, Kota Serang" in said(budget)
    assert "Pandeglang" not in said(budget), "its need is of another year"


def test_the_proposal_gives_persons_months_and_prices_and_says_what_its_star_means() -> None:
    *_, proposal = opened(paparan(example("banten-2025"), "id")).slides
    [table] = [shape.table for shape in proposal.shapes if shape.has_table]
    assert [[cell.text for cell in row.cells] for row in table.rows][1:3] == [
        ["Pekerja rentan", "526.700", "12", "Rp16.800–Rp17.000", "Rp106.209.720.000*"],
        ["Kelompok tidak dirinci", "3.511", "12", "Rp16.800", "Rp707.817.600"],
    ]
    assert "* sebagian wilayah atau program" in said(proposal)
    assert "lihat catatan" not in said(proposal)


def test_who_has_not_budgeted_is_said_with_year_and_group() -> None:
    rows = rich()
    rows["budgets"].append({"place": CITY, "year": 2026, "group": "rentan.ojek", "status": "not_budgeted"})
    assert "Belum menganggarkan: Kota Cilegon (2026, " in said(slides_of(rows).slides[3])


def test_overdue_commitments_come_first_and_closed_ones_last_with_the_numbers_of_the_report() -> None:
    rows = rich()
    due = [dt.date(2024, 9, 1), dt.date(2024, 3, 1), dt.date(2024, 1, 1)]
    status = ["open", "open", "done"]
    rows["commitments"] = [
        {"place": CITY, "text": f"Janji {n}", "due": day, "status": state}
        for n, (day, state) in enumerate(zip(due, status, strict=True), 1)
    ]
    table = next(shape.table for shape in slides_of(rows).slides[6].shapes if shape.has_table)
    assert [row.cells[0].text_frame.text for row in table.rows] == ["No.", "2", "1", "3"]


def test_the_decisions_asked_are_those_of_the_report(full: Any) -> None:
    assert "Menambah anggaran" in said(full.slides[7])


def test_slides_can_be_had_in_english() -> None:
    english = slides_of(rich(), "en")
    assert "Decisions asked" in said(english.slides[7])
    assert "Belum" not in "\n".join(said(slide) for slide in english.slides)


# ---- charts and tables that can be edited


def test_charts_are_native_and_hold_the_figures_of_the_indicators(rich_round: Measured, full: Any) -> None:
    known = {value.value for value in rich_round.values}
    drawn = [value for chart in charts(full) for series in chart.plots[0].series for value in series.values]
    assert drawn
    assert set(drawn) <= known


def test_a_chart_has_its_workbook_its_axis_from_zero_and_a_text_for_those_who_cannot_see_it(full: Any) -> None:
    for chart in charts(full):
        assert chart.part.chart_workbook.xlsx_part is not None
        assert chart.value_axis.minimum_scale == 0
    frames = [shape for slide in full.slides for shape in slide.shapes if shape.has_chart]
    assert all(frame._element.nvGraphicFramePr.cNvPr.get("descr") for frame in frames)


def test_labels_follow_the_data_so_that_a_mended_value_is_shown_mended(full: Any) -> None:
    for chart in charts(full):
        labels = chart.plots[0].data_labels
        assert labels.show_value
        assert labels.number_format_is_linked is False
        assert labels.number_format


def test_contributions_and_benefits_stand_side_by_side_for_each_programme(full: Any) -> None:
    money = next(shape.chart for shape in full.slides[4].shapes if shape.has_chart)
    assert list(money.plots[0].categories) == ["JKK", "JKM"]
    assert [series.name for series in money.plots[0].series] == ["Iuran diterima", "Manfaat dibayarkan"]


def test_a_chart_shows_the_largest_and_says_how_many_there_are() -> None:
    # Fifteen kinds of vulnerable workers, two of which are kinds of another.
    leaves = [entry.code for entry in GROUPS if entry.code.startswith("rentan.")][:15]
    slide = slides_of({"population": [group(code, 100 + n) for n, code in enumerate(leaves)]}).slides[2]
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
    assert len(list(chart.plots[0].categories)) == 12
    assert chart.plots[0].series[0].values[0] == 114
    assert "per kelompok (orang; 12 dari 13 yang terbesar)" in said(slide)


def test_tables_are_native(full: Any) -> None:
    kinds = [shape.shape_type for slide in full.slides for shape in slide.shapes]
    assert MSO_SHAPE_TYPE.TABLE in kinds
    assert MSO_SHAPE_TYPE.PICTURE not in kinds


# ---- nothing overflows, nothing is lost


def test_nothing_reaches_beyond_the_slide(full_to_the_brim: Any) -> None:
    wide, high = full_to_the_brim.slide_width, full_to_the_brim.slide_height
    for slide in full_to_the_brim.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= wide
            assert shape.top + shape.height <= high
            if shape.has_table:
                assert shape.top + sum(row.height for row in shape.table.rows) <= high - 36 * 12700


def test_texts_that_do_not_fit_stand_whole_in_the_notes(full_to_the_brim: Any) -> None:
    slides = full_to_the_brim.slides
    assert LONG.strip() not in said(slides[5])
    assert LONG.strip() in notes(slides[5])
    assert LONG.strip() in notes(slides[6])


def test_rows_that_do_not_fit_are_counted_on_the_slide_and_stand_in_the_notes(full_to_the_brim: Any) -> None:
    slide = full_to_the_brim.slides[6]
    assert "lainnya; selengkapnya pada catatan slide" in said(slide)
    assert all(f"Dinas {n} |" in notes(slide) for n in range(1, 201))
    assert all(f'Dinas "Nomor/{n}"' in notes(full_to_the_brim.slides[3]) for n in range(40))


def test_a_long_title_of_a_meeting_or_government_keeps_to_its_line(full_to_the_brim: Any) -> None:
    cover = full_to_the_brim.slides[0]
    assert "…" in said(cover)
    assert LONG.strip() in notes(cover)


def test_names_with_quotes_and_slashes_stay_as_they_were_written() -> None:
    rows = rich()
    rows["obstacles"] = [{"place": CITY, "kind": "obstacle", "text": 'O\'Neil / "X" & <y>'}]
    assert 'O\'Neil / "X" & <y>' in said(slides_of(rows).slides[5])


def test_control_characters_do_not_spoil_the_file() -> None:
    rows = rich()
    rows["commitments"] = [{"place": CITY, "text": "Menyu\x0bsun\x00 data"}]
    assert "Menyusun data" in said(slides_of(rows).slides[6])


def test_a_list_that_is_too_long_for_its_column_says_how_many_are_left_out() -> None:
    slide = Slide("Topik", "Judul", (Listed(tuple(f"Butir {n}. {LONG[:300]}" for n in range(30))),))
    made = opened(deck_of(slide)).slides[1]
    assert "lainnya; selengkapnya pada catatan slide" in said(made)
    assert all(f"Butir {n}." in notes(made) for n in range(30))


def test_a_word_longer_than_its_line_is_counted_in_lines() -> None:
    table = Table("", "", (TableColumn("Kolom"), TableColumn("Angka", "right")), (("x" * 3000, "12"),))
    made = opened(deck_of(Slide("Topik", "Judul", (table,)))).slides[1]
    assert "x" * 3000 in notes(made)
    assert "…" in said(made)


def deck_of(*slides: Slide) -> Deck:
    return Deck("id", "Judul", "Tempat", Letterhead(""), slides, mark="KONSEP")


@pytest.mark.parametrize("size", [(40, 40), (900, 30), (10, 600)])
def test_the_picture_of_the_letterhead_stays_small_on_the_cover(size: tuple[int, int]) -> None:
    held = io.BytesIO()
    Image.new("RGB", size, "navy").save(held, "PNG")
    head = Letterhead("Pemerintah Kota Contoh", "Dinas Contoh", "", held.getvalue())
    cover = opened(Deck("id", "Judul", "Tempat", head, ())).slides[0]
    picture = next(shape for shape in cover.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE)
    assert picture.width.pt <= 150.5
    assert picture.height.pt <= 60.5
    assert "Pemerintah Kota Contoh" in said(cover)


# ---- mark, master and bytes


def test_the_mark_stands_on_the_master_once_where_a_person_takes_it_off(full: Any) -> None:
    named = [
        shape.name for shape in full.slide_master.shapes if shape.has_text_frame and shape.text_frame.text == "KONSEP"
    ]
    assert named == ["Konsep (tanda)", "Konsep"]
    assert all("KONSEP" not in said(slide) for slide in full.slides)


def test_no_two_shapes_of_the_master_have_one_number(full: Any) -> None:
    numbers = [shape.shape_id for shape in full.slide_master.shapes]
    assert len(set(numbers)) == len(numbers)


def test_only_the_layouts_that_are_used_come_along(full: Any) -> None:
    assert [layout.name for layout in full.slide_layouts] == ["Title Slide", "Title Only"]


def test_the_same_round_gives_the_same_bytes_whatever_the_clock(
    rich_round: Measured, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = pptx(paparan(rich_round, "id"))
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert pptx(paparan(rich_round, "id")) == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        inside = [name for name in package.namelist() if name.endswith(".xlsx")]
        for name in inside:
            book = zipfile.ZipFile(io.BytesIO(package.read(name)))
            assert b"2000-01-01T00:00:00Z" in book.read("docProps/core.xml")
    assert inside


def test_negative_values_run_to_the_left_of_zero() -> None:
    bars = Bars("Selisih", ("A", "B"), (Series("Selisih", (-5, 3), "#0072b2"),), "#,##0", "A: -5; B: 3")
    chart = charts(opened(deck_of(Slide("Topik", "Judul", (bars,)))))[0]
    assert chart.value_axis.minimum_scale < -5
    assert chart.value_axis.maximum_scale >= 3
