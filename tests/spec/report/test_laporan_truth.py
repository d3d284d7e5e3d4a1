"""The report of a round says nothing that the round does not hold, and judges no programme."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from report_text import between, tables, texts, whole_text
from rounds_made import group, members, rich, round_of, small

from semesta.monev.measured import Measured
from semesta.report.content import (
    Block,
    Box,
    Document,
    KeyFigures,
    Listed,
)
from semesta.report.laporan import phrases
from semesta.report.laporan.content import laporan


@pytest.fixture(scope="module")
def rich_round() -> Measured:
    return round_of(rich())


@pytest.fixture(scope="module")
def report(rich_round: Measured) -> Document:
    return laporan(rich_round, "id")


# ---- what is cited


def test_each_conclusion_cites_a_table_that_exists(report: Document) -> None:
    numbers = {t.number for t in tables(report)}
    sentences = [item for b in between(report, "Kesimpulan") if isinstance(b, Listed) for item in b.items]
    assert len(sentences) > 8
    for sentence in sentences:
        cited = re.findall(r"Tabel\u00a0(\d+)", sentence)
        assert cited, sentence
        assert set(cited) <= numbers


def test_conclusions_find_a_table_to_cite_even_where_nothing_is_split() -> None:
    rows = small() | {"population": [group("rentan", 900)], "members": [members("rentan", 500, 400)]}
    document = laporan(round_of(rows), "id")
    sentences = [item for b in between(document, "Kesimpulan") if isinstance(b, Listed) for item in b.items]
    assert all(re.search(r"\(Tabel\u00a0\d+", sentence) for sentence in sentences), sentences


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
