"""The report of a round: what it says, where, and what it never says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rounds_made import CITY, MEETING, Rows, group, rich, round_of, small

from semesta.basics.words import Words
from semesta.monev.measured import Measured
from semesta.monev.value import Node, Value
from semesta.report.content import (
    Block,
    Box,
    Chart,
    Document,
    Heading,
    KeyFigures,
    Listed,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from semesta.report.laporan import phrases
from semesta.report.laporan.content import laporan
from semesta.tables.registry import TABLES


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every text of the blocks, with captions and cells."""
    for block in blocks:
        match block:
            case Heading():
                yield block.text
            case Paragraph() | Box():
                yield block.text
            case Listed():
                yield from block.items
            case KeyFigures():
                for figure in block.figures:
                    yield from (
                        figure.name,
                        figure.value,
                        figure.against,
                        figure.since,
                        figure.rests_on,
                        figure.warning,
                    )
            case Table():
                yield from (block.caption, block.source, *block.notes, *(c.title for c in block.columns))
                yield from (cell for row in (*block.rows, block.total or ()) for cell in row)
            case Chart():
                yield from (block.caption, block.text, block.source)
            case Signature() | PageBreak():
                pass


def whole_text(document: Document) -> str:
    return "\n".join(texts(document.blocks))


def between(document: Document, heading: str) -> tuple[Block, ...]:
    """The blocks of one chapter, up to the next heading of its level or above."""
    blocks = document.blocks
    start = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.text.startswith(heading))
    level = blocks[start].level  # type: ignore[union-attr]
    rest = range(start + 1, len(blocks))
    end = next((n for n in rest if isinstance(b := blocks[n], Heading) and b.level <= level), len(blocks))
    return blocks[start:end]


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


# ---- what is cited


def test_each_conclusion_cites_a_table_that_exists(report: Document) -> None:
    numbers = {t.number for t in tables(report)}
    sentences = [item for b in between(report, "Kesimpulan") if isinstance(b, Listed) for item in b.items]
    assert len(sentences) > 8
    for sentence in sentences:
        cited = re.findall(r"Tabel\u00a0(\d+)", sentence)
        assert cited, sentence
        assert set(cited) <= numbers


def test_the_table_that_a_conclusion_cites_holds_its_figures(report: Document) -> None:
    by_number = {t.number: " ".join(texts((t,))) for t in tables(report)}
    sentences = [item for b in between(report, "Kesimpulan") if isinstance(b, Listed) for item in b.items]
    for sentence in sentences[:4]:
        cited = re.findall(r"Tabel\u00a0(\d+)", sentence)
        amounts = re.findall(r"(?:Rp)?\d[\d.]*\.\d{3}", sentence)
        for amount in amounts:
            assert any(amount in by_number[number] for number in cited), sentence


def test_no_number_stands_in_the_report_that_is_not_in_the_round(rich_round: Measured, report: Document) -> None:
    known = numbers_in(_everything_given(rich_round))
    said = [text for block in between_all(report) for text in texts((block,))]
    strange = {number for text in said for number in numbers_in(text) if number not in known}
    assert not strange


def between_all(document: Document) -> Iterator[Block]:
    """Chapters III to V: not the legal basis, not the definitions, not the annexes."""
    for heading in ("Ringkasan", "Hasil", "Kesimpulan", "Rekomendasi"):
        yield from between(document, heading)


def numbers_in(text: str) -> set[str]:
    """Numbers of two digits and more, without those of tables; smaller ones also count rows and sections."""
    return {n.rstrip(".,") for n in re.findall(r"\d[\d.,]*\d", re.sub(r"Tabel\u00a0\d+", "", text))}


def _everything_given(measured: Measured) -> str:
    """All values, findings and rows of the round in every form in which the report may show them."""
    from semesta.basics import shown
    from semesta.report.laporan import calendar

    said: list[str] = [
        shown.day(measured.as_of, "id"),
        "5.1.02.02.02.0006",
        "PP 12/2019",
        "Inpres 2/2021",
        "Nomor 2 Tahun 2021",
    ]
    for value in measured.values:
        for number in (value.value, value.numerator, value.denominator, value.low, value.high):
            said += _forms(number)
        said += [
            value.node.period,
            shown.period(value.node.period, "id"),
            *(note.id for note in value.notes),
            *value.sources,
        ]
    for finding in measured.findings:
        said += [finding.message.id, *_forms(finding.stated), *_forms(finding.computed), *_forms(finding.difference)]
        said += [form for c in finding.corrections for n in (c.given, c.healed) for form in _forms(n)]
    for frame in measured.dataset.frames.values():
        for row in frame.iter_rows():
            said += [form for cell in row for form in (_forms(cell) if isinstance(cell, int | float) else [str(cell)])]
            said += [shown.day(cell, "id") for cell in row if hasattr(cell, "year")]
    said += [calendar.said(stage, "id") for stage in calendar.open_stages(measured.as_of)]
    said += [shown.count(n, "id") for n in (sum(measured.dataset.read.values()), 16_800, 12)]
    # The gap by who owes the contribution: a sum of values over groups.
    gaps = [v.value for v in measured.of("gap") if v.node.group.count(".") == 1 and v.value is not None]
    return "\n".join([*said, *_forms(sum(gaps))])


def _forms(number: object) -> list[str]:
    from semesta.basics import shown

    if isinstance(number, bool) or not isinstance(number, int | float):
        return []
    forms = [shown.share(number, "id", digits) for digits in (0, 1, 2)] + [shown.decimal(number, "id", 1)]
    whole = round(number)
    return [*forms, shown.count(whole, "id"), shown.rupiah(whole, "id"), shown.rupiah_short(whole, "id"), str(whole)]


# ---- contributions and benefits


def test_the_sentence_about_debt_stands_under_every_difference(report: Document) -> None:
    for table in tables(report):
        if (
            any(column.title in ("Selisih", "Rasio klaim", "Memberi") for column in table.columns)
            and "tidak sejalan" not in table.caption
        ):
            assert phrases.NOT_A_DEBT.id in table.notes, table.caption
    assert phrases.NOT_A_DEBT.id in [b.text for b in report.blocks if isinstance(b, Box)]
    sentence = next(
        i for b in between(report, "Kesimpulan") if isinstance(b, Listed) for i in b.items if i.startswith("Selisih")
    )
    assert sentence.endswith(phrases.NOT_A_DEBT.id)


def test_a_mixed_difference_says_that_it_cannot_be_judged() -> None:
    document = laporan(round_of(small()), "id")
    figures = [f for b in document.blocks if isinstance(b, KeyFigures) for f in b.figures]
    difference = next(f for f in figures if f.name == "Selisih iuran dan manfaat")
    assert difference.value == "−Rp309,5 juta"
    assert "campuran program, tidak dapat dinilai" in difference.against
    assert difference.warning == ""


def test_programmes_are_shown_each_for_itself_and_never_netted(report: Document) -> None:
    text = whole_text(report)
    assert "JKK Rp500.000.000; JKM Rp550.000.000" in text
    assert "Rp1.050.000.000" not in text


# ---- marks, forms and languages


def test_every_report_is_a_draft_until_a_person_removes_the_mark(report: Document) -> None:
    assert report.mark == "KONSEP"


@pytest.mark.parametrize(("aside", "mark"), [(0, "KONSEP"), (2, "KONSEP"), (3, "KONSEP · SEMENTARA")])
def test_more_than_five_per_cent_set_aside_makes_it_provisional(aside: int, mark: str) -> None:
    rows: dict[str, Rows] = {"population": [group("rentan", 10 + n, place=f"36.72.0{n % 8 + 1}") for n in range(40)]}
    assert laporan(round_of(rows, {"population": aside} if aside else None), "id").mark == mark


def test_rows_set_aside_are_counted_on_the_first_page() -> None:
    document = laporan(round_of(small(), {"members": 2}), "id")
    first = document.blocks[: next(n for n, b in enumerate(document.blocks) if isinstance(b, PageBreak))]
    assert "2 dari 17 baris disisihkan" in "\n".join(texts(first))


def test_the_first_page_has_five_figures_and_at_most_three_decisions(report: Document) -> None:
    first = report.blocks[: next(n for n, b in enumerate(report.blocks) if isinstance(b, PageBreak))]
    figures = next(b for b in first if isinstance(b, KeyFigures)).figures
    decisions = next(b for b in first if isinstance(b, Listed) and b.numbered)
    assert len(figures) == 5
    assert 1 <= len(decisions.items) <= 3


def test_a_short_form_gives_three_to_five_pages() -> None:
    from io import BytesIO

    from pypdf import PdfReader

    from semesta.report.typeset_pdf import pdf

    document = laporan(round_of(small()), "id")
    assert not document.cover
    assert 3 <= len(PdfReader(BytesIO(pdf(document))).pages) <= 5


def test_the_english_report_has_no_indonesian_heading(rich_round: Measured, report: Document) -> None:
    english = laporan(rich_round, "en")
    same_in_both = {"Program", "Status", "No.", "Data", "Target", ""}
    for kind in (_headings, _captions, _columns):
        assert not (kind(report) & kind(english)) - same_in_both
    assert len(english.blocks) == len(report.blocks)


def _headings(document: Document) -> set[str]:
    return {b.text for b in document.blocks if isinstance(b, Heading)}


def _captions(document: Document) -> set[str]:
    return {b.caption for b in document.blocks if isinstance(b, Table | Chart)}


def _columns(document: Document) -> set[str]:
    return {column.title for table in tables(document) for column in table.columns}


def test_an_empty_office_sheet_leaves_the_placeholders_of_the_form() -> None:
    document = laporan(round_of(small()), "id")
    signature = next(b for b in document.blocks if isinstance(b, Signature))
    assert (signature.post, signature.name, signature.nip) == (
        "${jabatan_pengirim}",
        "${nama_pengirim}",
        "${nip_pengirim}",
    )
    assert signature.place_and_date == "${tanggal_naskah}"
    assert signature.sign == "${ttd_pengirim}"
    assert "${nomor_naskah}" in document.facts.values()


def test_the_office_sheet_fills_letterhead_and_signature(report: Document) -> None:
    signature = next(b for b in report.blocks if isinstance(b, Signature))
    assert report.letterhead.government == "Pemerintah Kota Contoh"
    assert (signature.post, signature.name) == ("Kepala Dinas", "${nama_pengirim}")


@pytest.mark.parametrize(
    ("place", "head"),
    [
        ("36.72", "Wali Kota"),
        ("36.01", "Bupati"),
        ("36", "Gubernur"),
        ("36.00", "Gubernur"),
        ("ID", "Menteri"),
        ("36.72.01", "Pimpinan"),
    ],
)
def test_the_summary_addresses_the_head_of_the_place(place: str, head: str) -> None:
    document = laporan(round_of({"population": [group("rentan", 900, place=place)]}, place=place), "id")
    assert document.blocks[0] == Heading(1, f"Ringkasan untuk {head}")


# ---- the budget proposal


def test_the_proposal_is_said_in_words_and_keeps_those_already_paid(report: Document) -> None:
    chapter = "\n".join(texts(between(report, "Rekomendasi")))
    assert "Terbilang: enam puluh enam juta sembilan ratus tiga puluh satu ribu dua ratus rupiah." in chapter
    assert "Peserta yang sudah dibayar tetap termasuk di dalamnya." in chapter
    table = next(t for t in tables(report) if t.caption.startswith("Usulan anggaran"))
    assert table.rows[0][:5] == ("Nelayan", "332", "12", "Rp16.800", "Rp66.931.200")
    assert table.rows[0][5:] == ("5.1.02.02.02.0006", "Dinas Perikanan")


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
