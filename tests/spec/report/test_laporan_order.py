"""The report of a round: its order and numbers, what is missing, what is cited."""

from __future__ import annotations

import re

import pytest
from report_text import tables, whole_text
from rounds_made import CITY, MEETING, group, rich, round_of, small

from semesta.monev.measured import Measured
from semesta.report.annex import annex
from semesta.report.content import (
    Chart,
    Document,
    Heading,
)
from semesta.report.laporan.content import laporan
from semesta.report.terminal import summary
from semesta.tables.registry import TABLES


@pytest.fixture(scope="module")
def rich_round() -> Measured:
    return round_of(rich())


@pytest.fixture(scope="module")
def report(rich_round: Measured) -> Document:
    return laporan(rich_round, "id")


# ---- order and numbers


def test_chapters_stand_in_the_order_of_an_office(report: Document) -> None:
    chapters = [b.text for b in report.blocks if isinstance(b, Heading) and b.level == 1]
    assert chapters[:8] == [
        "Ringkasan untuk Wali Kota",
        "Pendahuluan",
        "Metode dan sumber data",
        "Hasil",
        "Kesimpulan",
        "Rekomendasi dan usulan anggaran",
        "Rencana tindak lanjut",
        "Penutup",
    ]


def test_no_number_of_a_chapter_table_or_chart_is_skipped(report: Document) -> None:
    numbers = [int(t.number) for t in tables(report)]
    charts = [int(b.number) for b in report.blocks if isinstance(b, Chart)]
    roman = [
        b.number for b in report.blocks if isinstance(b, Heading) and b.level == 1 and re.fullmatch("[IVX]+", b.number)
    ]
    results = [b.number for b in report.blocks if isinstance(b, Heading) and b.number.startswith("3.")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert charts == list(range(1, len(charts) + 1))
    assert roman == ["I", "II", "III", "IV", "V", "VI"]
    assert results == [f"3.{n}" for n in range(1, 11)]


def test_numbers_close_up_where_a_chapter_has_no_data() -> None:
    document = laporan(round_of({"population": [group("rentan", 900)]}), "id")
    numbers = [int(t.number) for t in tables(document)]
    roman = [b.number for b in document.blocks if isinstance(b, Heading) and re.fullmatch("[IVX]+", b.number)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert roman == ["I", "II", "III", "IV", "V"][: len(roman)]


def test_a_table_has_at_most_seven_columns_and_every_row_fills_them(report: Document) -> None:
    for table in tables(report):
        assert 1 <= len(table.columns) <= 7, table.caption
        assert {len(row) for row in (*table.rows, *([table.total] if table.total else []))} <= {len(table.columns)}, (
            table.caption
        )


# ---- what is missing


@pytest.mark.parametrize(
    ("table", "heading"),
    [
        ("regulations", "Regulasi"),
        ("inpres_actions", "Pelaksanaan Instruksi Presiden"),
        ("handovers", "Manfaat yang diserahkan"),
        ("compliance", "Kepatuhan pemberi kerja"),
        ("obstacles", "Potensi dan kendala"),
        ("budgets", "Anggaran dan"),
        ("commitments", "Rencana tindak lanjut"),
    ],
)
def test_a_chapter_without_data_is_one_line_of_the_data_that_are_wanting(table: str, heading: str) -> None:
    rows = {name: data for name, data in rich().items() if name != table}
    document = laporan(round_of(rows), "id")
    assert not [b for b in document.blocks if isinstance(b, Heading) and b.text.startswith(heading)]
    wanting = next(t for t in tables(document) if t.caption == "Data yang belum ada")
    line = next(row for row in wanting.rows if row[0] == TABLES[table].title.id)
    assert line[1:] == (TABLES[table].why.id, TABLES[table].holder.id, TABLES[table].title.id)


def test_registered_without_active_is_never_called_coverage() -> None:
    rows = small() | {"members": [{"place": CITY, "registered": 3300, "as_of": MEETING["date"]}]}
    document = laporan(round_of(rows), "id")
    assert "Cakupan: **belum ada data (dipegang BPJS Ketenagakerjaan)**." in whole_text(document)
    assert "33,2\u00a0%" in whole_text(document)
    assert any(
        row[0] == "Peserta aktif" for t in tables(document) if t.caption == "Data yang belum ada" for row in t.rows
    )


def test_missing_is_said_in_words_never_zero_or_a_bare_dash(report: Document) -> None:
    for table in tables(report):
        cells = [cell for row in table.rows for cell in row]
        assert not [cell for cell in cells if cell.strip() in ("", "-", "–", "—", "None", "nan")], table.caption


@pytest.mark.parametrize("table", sorted(rich()))
def test_every_table_alone_makes_a_report_an_annex_and_a_summary(table: str) -> None:
    """Also without a day: a regulation alone names none, so a meeting stands beside it."""
    measured = round_of({"meeting": [MEETING], table: rich()[table]})
    for lang in ("id", "en"):
        document = laporan(measured, lang)
        numbers = [int(t.number) for t in tables(document)]
        assert numbers == list(range(1, len(numbers) + 1))
        assert annex(measured, lang)
        assert summary(measured, lang).renderables
