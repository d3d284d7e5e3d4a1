"""The report of a round: regions, the budget proposal, sizes that must hold."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from report_text import between, tables, texts, whole_text
from rounds_made import CITY, Rows, group, members, rich, round_of, small

from semesta.basics.places import PLACES
from semesta.basics.words import Words
from semesta.monev.measured import Measured
from semesta.monev.value import Node, Value
from semesta.report.content import (
    Chart,
    Document,
    Listed,
    Paragraph,
)
from semesta.report.laporan.content import laporan


@pytest.fixture(scope="module")
def rich_round() -> Measured:
    return round_of(rich())


@pytest.fixture(scope="module")
def report(rich_round: Measured) -> Document:
    return laporan(rich_round, "id")


# ---- regions


def province() -> dict[str, Rows]:
    """Six regions counted alike, one counted otherwise, one without any row; one has said that it has not budgeted."""
    alike = {
        "36.01": (61000, 12000),
        "36.02": (34500, 20700),
        "36.03": (248000, 86000),
        "36.04": (38600, 21234),
        "36.72": (17600, 9134),
    }
    return {
        "population": [
            *(group("rentan", whole, place=place) for place, (whole, _) in alike.items()),
            group("rentan", 300_000, place="36.71", universe="employed"),
        ],
        "members": [
            *(members("rentan", active, active, place=place) for place, (_, active) in alike.items()),
            members("rentan", 200_000, 200_000, place="36.71"),
        ],
        "budgets": [
            {"place": "36.01", "year": 2025, "allocated": 9_000_000, "status": "apbd"},
            {"place": "36.73", "year": 2025, "status": "not_budgeted"},
        ],
    }


def test_regions_are_drawn_sorted_and_as_tiles_with_a_finding_for_a_caption() -> None:
    document = laporan(round_of(province()), "id")
    charts = [b for b in document.blocks if isinstance(b, Chart)]
    assert [c.number for c in charts] == ["1", "2"]
    assert (
        charts[0].caption
        == "Cakupan tertinggi di Kab. Lebak (60,00\u00a0%), terendah di Kab. Pandeglang (19,67\u00a0%)"
    )
    assert charts[1].caption == "Cakupan menurut wilayah"


def test_a_region_of_another_universe_is_not_compared_and_one_without_rows_is_not_forgotten() -> None:
    document = laporan(round_of(province()), "id")
    bars, tiles = (b for b in document.blocks if isinstance(b, Chart))
    assert "Kota Tangerang: semesta lain" in bars.text
    assert "Kota Tangerang Selatan: belum ada data" in tiles.text
    table = next(t for t in tables(document) if t.caption.endswith("per wilayah"))
    assert any("Semesta lain" in note and "Kota Tangerang" in note for note in table.notes)


def test_more_regions_than_a_page_holds_are_drawn_from_both_ends() -> None:
    places = [region.code for region in PLACES.regions("35")]
    rows: dict[str, Rows] = {
        "population": [group("rentan", 10_000, place=place) for place in places],
        "members": [members("rentan", 100 * n, 100 * n, place=place) for n, place in enumerate(places, 1)],
    }
    chart = next(b for b in laporan(round_of(rows), "id").blocks if isinstance(b, Chart))
    assert chart.caption.endswith(f"(24 dari {len(places)} wilayah)")
    assert chart.text.count(";") == 23


def test_not_budgeted_and_not_reported_are_two_lists() -> None:
    chapter = between(laporan(round_of(province()), "id"), "Anggaran dan")
    listed = [b.items for b in chapter if isinstance(b, Listed)]
    silent = next(b.text for b in chapter if isinstance(b, Paragraph) and b.text.startswith("Belum melapor,"))
    assert listed == [("Kota Serang (2025)",)]
    assert "Serang, " not in silent.replace("Kab. Serang, ", "")
    assert "Kab. Lebak" in silent


# ---- the budget proposal


def test_the_proposal_is_said_in_words_and_keeps_those_already_paid(report: Document) -> None:
    chapter = "\n".join(texts(between(report, "Rekomendasi")))
    assert (
        "Terbilang: dua ratus delapan puluh delapan juta enam ratus sembilan puluh satu ribu dua ratus rupiah."
        in chapter
    )
    assert "Peserta yang sudah dibayar tetap termasuk di dalamnya." in chapter
    table = next(t for t in tables(report) if t.caption.startswith("Usulan anggaran"))
    assert table.rows[0][:5] == ("Ketua RT/RW", "1.100", "12", "Rp16.800", "Rp221.760.000")
    assert table.rows[1][:5] == ("Nelayan", "332", "12", "Rp16.800", "Rp66.931.200")
    assert table.rows[1][5:] == ("5.1.02.02.02.0006", "Dinas Perikanan")
    assert table.total is not None
    assert table.total[:5] == ("Jumlah", "1.432", "", "", "Rp288.691.200")


def test_the_rest_of_the_gap_is_shown_by_who_owes_it(report: Document) -> None:
    table = next(t for t in tables(report) if "menanggung iuran" in t.caption)
    assert ("APBD", "Ketua RT/RW", "428") in table.rows


def test_a_request_shows_the_stage_that_can_still_take_it_and_its_doubt(report: Document) -> None:
    chapter = "\n".join(texts(between(report, "Rekomendasi")))
    assert "KUA-PPAS disepakati bersama DPRD, paling lambat 14 Agustus 2024" in chapter
    assert "jadwal belum diverifikasi" in chapter


def test_an_overdue_promise_is_called_so(report: Document) -> None:
    table = next(t for t in tables(report) if t.caption == "Rencana tindak lanjut")
    late = next(row for row in table.rows if row[1] == "Melapor")
    assert late[-1] == "Belum dimulai, lewat batas waktu"


# ---- size and strangeness


def test_two_hundred_promises_forty_offices_and_long_cells_keep_everything() -> None:
    long = "Uraian panjang " + "kata " * 1000
    rows = rich() | {
        "commitments": [{"place": CITY, "text": f"Komitmen {n}", "responsible": f"OPD {n % 40}"} for n in range(200)],
        "budgets": [
            {
                "place": CITY,
                "year": 2025,
                "opd": f"Dinas {n:02}",
                "allocated": 1_000_000 + n,
                "status": "apbd",
                "account": f"5.1.{n}",
            }
            for n in range(40)
        ],
        "obstacles": [{"place": CITY, "kind": "obstacle", "text": long}],
    }
    text = whole_text(laporan(round_of(rows), "id"))
    assert all(f"Komitmen {n}" in text for n in range(200))
    assert all(f"Dinas {n:02}" in text for n in range(40))
    assert long.strip() in text


def test_a_value_that_may_not_be_made_says_why_instead_of_a_number() -> None:
    measured = round_of(small())
    refused = Value(
        "balance",
        Node(place=CITY, period="2024"),
        "rupiah",
        None,
        status=("scope_mismatch",),
        notes=(Words("periode tidak sama", "periods differ"),),
    )
    others = tuple(v for v in measured.values if v.indicator != "balance")
    text = whole_text(laporan(replace(measured, values=(refused, *others)), "id"))
    assert "tidak dapat diperbandingkan" in text
    assert "periode tidak sama" in text


def test_no_file_of_the_report_names_a_price_or_a_person() -> None:
    folder = Path(__file__).parents[3] / "src" / "semesta" / "report" / "laporan"
    for path in folder.glob("*.py"):
        assert not re.search(
            r"\b(16[._]?800|10[._]?000|6[._]?800)\b", path.read_text(encoding="utf-8").replace("10_000", "")
        ), path.name
