"""A plan as a workbook: every figure of its tables as a number, down to the single month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from semesta.basics import lists
from semesta.basics.words import Lang, Words, same
from semesta.planning.assumptions import Assumption
from semesta.planning.compared import Compared
from semesta.planning.cover import PROGRAMMES
from semesta.planning.estimate import Estimate
from semesta.planning.plan import Plan
from semesta.planning.sensitivity import own_assumptions, title_of, unit_of
from semesta.report.book import book
from semesta.report.rencana import parts
from semesta.report.rencana.names import funding, group
from semesta.report.rencana.rested_on import assumed_cells
from semesta.report.sheet import Cell, Sheet, said_all


def workbook(plan: Plan, lang: Lang, *, today: dt.date, compared: Compared | None = None) -> bytes:
    """The plan as XLSX, with another beside it; the same plan and day give the same bytes."""
    title = Words("Rencana perlindungan", "Plan of cover").said(lang)
    return book([*sheets(plan, lang), *_compared(compared, lang)], title, today, lang)


def sheets(plan: Plan, lang: Lang) -> list[Sheet]:
    """All sheets: needs and balances by year, the path, months, and those of the parts."""
    of_parts = [sheet for shown, made in parts.of(plan) for sheet in shown.sheets(made, lang)]
    path = [_path(plan, lang)] if plan.paths else []
    return [_needs(plan, lang), _balances(plan, lang), *path, *of_parts, _assumed(plan, lang), _months(plan, lang)]


def _compared(compared: Compared | None, lang: Lang) -> list[Sheet]:
    if compared is None:
        return []
    styles = {"rupiah": "rupiah", "year": "row"}
    rows: list[list[Cell]] = [
        [(p.title.said(lang), "text"), *((n, styles.get(p.unit, "count")) for n in (p.first, p.other, p.difference))]
        for p in compared.figures
    ]
    heads = (("Angka", "Figure"), *((name, name) for name in compared.names), ("Selisih", "Difference"))
    title = Words("Perbandingan dua rencana", "Two plans compared")
    return [_sheet(lang, Words("Perbandingan", "Compared"), title, heads, rows), _otherwise(compared, lang)]


def _otherwise(compared: Compared, lang: Lang) -> Sheet:
    """Every field in which the two scenarios differ."""
    first, other = compared.names
    heads = (
        ("Isian yang berbeda", "Field that differs"),
        (first, first),
        (other, other),
        ("Nama isian dalam berkas", "Its name in the file"),
    )
    rows: list[list[Cell]] = [
        [(text, "text") for text in (*(words.said(lang) for words in (o.title, o.first_said, o.other_said)), o.field)]
        for o in compared.otherwise
    ]
    title = Words("Yang berbeda dalam kedua skenario", "What the two scenarios say otherwise")
    return _sheet(lang, Words("Isian yang berbeda", "Fields that differ"), title, heads, rows)


def _sheet(lang: Lang, name: Words, title: Words, columns: Sequence[tuple[str, str]], rows: list[list[Cell]]) -> Sheet:
    return Sheet(name.said(lang), title.said(lang), said_all(lang, *columns), rows)


def _group(code: str, lang: Lang) -> Cell:
    return group(code, lang), "text"


def _funding(code: str, lang: Lang) -> Cell:
    return funding(code, lang), "text"


def _needs(plan: Plan, lang: Lang) -> Sheet:
    columns = (
        ("Tahun", "Year"),
        ("Kelompok", "Group"),
        ("Sumber dana", "Funding"),
        ("Perangkat daerah", "Office"),
        ("Sub kegiatan", "Sub-activity"),
        ("Rekening", "Account"),
        ("Dipertahankan", "Kept"),
        ("Ditambah", "Added"),
        ("Orang-bulan", "Person-months"),
        ("Kebutuhan (Rp)", "Need (Rp)"),
        ("Setahun penuh (Rp)", "Whole year (Rp)"),
    )
    rows: list[list[Cell]] = [
        [
            (one.year, "row"),
            _group(one.group, lang),
            _funding(one.payer.funding, lang),
            (one.payer.office, "text"),
            (one.payer.subactivity, "text"),
            (one.payer.account, "text"),
            (one.kept, "count"),
            (one.added, "count"),
            (one.person_months, "count"),
            (one.amount, "rupiah"),
            (one.whole_year, "rupiah"),
        ]
        for one in plan.budget.needs
    ]
    return _sheet(lang, Words("Kebutuhan", "Need"), Words("Kebutuhan iuran per tahun", "Need by year"), columns, rows)


def _balances(plan: Plan, lang: Lang) -> Sheet:
    columns = (
        ("Tahun", "Year"),
        ("Sumber dana", "Funding"),
        ("Orang", "Persons"),
        ("Kebutuhan (Rp)", "Need (Rp)"),
        ("Di antaranya dipertahankan (Rp)", "Of it those kept (Rp)"),
        ("Dana tersedia (Rp)", "Money (Rp)"),
        ("Kurang (−) atau sisa (Rp)", "Short (−) or left (Rp)"),
        ("Kebutuhan, asumsi rendah (Rp)", "Need, low assumption (Rp)"),
        ("Kebutuhan, asumsi tinggi (Rp)", "Need, high assumption (Rp)"),
    )
    rows: list[list[Cell]] = [
        [
            (one.year, "row"),
            _funding(one.funding, lang),
            (one.persons, "count"),
            (one.need, "rupiah"),
            (one.need_of_kept, "rupiah"),
            (one.money, "rupiah"),
            (None if one.shortfall is None else -one.shortfall, "rupiah"),
            *((round(n) if n is not None else None, "rupiah") for n in _ends(one.need_range)),
        ]
        for one in plan.budget.balances
    ]
    title = Words(
        "Kebutuhan dan dana tersedia; sel kosong: belum diketahui", "Need and money; an empty cell: not known"
    )
    return _sheet(lang, Words("Dana", "Money"), title, columns, rows)


def _ends(value: Estimate | None) -> tuple[float | None, float | None]:
    return (None, None) if value is None else (value.low, value.high)


def _path(plan: Plan, lang: Lang) -> Sheet:
    columns = (
        ("Dokumen", "Document"),
        ("Tahun", "Year"),
        ("Penduduk semesta", "Population"),
        ("Sasaran", "To be covered"),
        ("Sasaran, rendah", "To be covered, low"),
        ("Sasaran, tinggi", "To be covered, high"),
        ("Rencana ini", "This plan"),
        ("Dana tersedia", "Money there is"),
        ("Sumber dana", "Funding"),
        ("Peserta baru", "New members"),
        ("Iuran setahun (Rp)", "Contributions a year (Rp)"),
    )
    rows: list[list[Cell]] = [
        [
            (lists.TARGET_DOCUMENTS[one.target.document].title.said(lang), "text"),
            (step.year, "row"),
            (step.population, "count"),
            (step.wanted, "count"),
            (round(step.wanted_range.low), "count"),
            (round(step.wanted_range.high), "count"),
            (step.planned, "count"),
            (step.reached, "count"),
            _funding(paid.funding, lang),
            (paid.persons, "count"),
            (paid.amount, "rupiah"),
        ]
        for one in plan.paths
        for step in one.steps
        for paid in step.paid
    ]
    return _sheet(
        lang, Words("Target", "Targets"), Words("Jalan menuju target", "The way to the target"), columns, rows
    )


def _assumed(plan: Plan, lang: Lang) -> Sheet:
    columns = (
        ("Asumsi", "Assumption"),
        ("Rendah", "Low"),
        ("Tengah", "Central"),
        ("Tinggi", "High"),
        ("Sumber", "Source"),
        ("Cara menghitung", "How it is counted"),
        ("Terbitan", "Seen in"),
    )
    rows: list[list[Cell]] = [
        [
            (one.title.said(lang), "text"),
            *assumed_cells(one.value, one.unit),
            *((text, "text") for text in (one.source.said(lang), one.basis.said(lang), one.seen)),
        ]
        for one in _rests_on(plan)
    ]
    title = Words("Asumsi rencana; bukan angka resmi", "Assumptions of the plan; not official figures")
    return _sheet(lang, Words("Asumsi", "Assumptions"), title, columns, rows)


def _rests_on(plan: Plan) -> Iterable[Assumption]:
    """The assumptions that the scenario makes, and those of its parts, each once."""
    own = {**own_assumptions(plan.scenario), **plan.scenario.assumptions}
    found = {
        name: Assumption(name, title_of(name), unit_of(name), one.value, same(one.basis), same(one.source), "")
        for name, one in own.items()
    }
    for shown, made in parts.of(plan):
        found |= {one.name: one for one in shown.assumptions(made) if one.name not in found}
    return found.values()


def _months(plan: Plan, lang: Lang) -> Sheet:
    columns = (
        ("Bulan", "Month"),
        ("Kelompok", "Group"),
        ("Sumber dana", "Funding"),
        ("Rekening", "Account"),
        ("Dipertahankan", "Kept"),
        ("Ditambah", "Added"),
        ("Harga (Rp)", "Price (Rp)"),
        *((f"{name} (Rp)", f"{name} (Rp)") for name in PROGRAMMES),
        ("Jumlah (Rp)", "Amount (Rp)"),
    )
    rows: list[list[Cell]] = []
    for one in plan.budget.costs:
        of_programmes: list[Cell] = [
            (_of_programme(one.persons, one.price.programmes.get(n)), "rupiah") for n in PROGRAMMES
        ]
        rows.append(
            [
                (one.month, "day"),
                _group(one.group, lang),
                _funding(one.payer.funding, lang),
                (one.payer.account, "text"),
                (one.kept, "count"),
                (one.added, "count"),
                (one.price.amount, "rupiah"),
                *of_programmes,
                (one.amount, "rupiah"),
            ]
        )
    return _sheet(lang, Words("Per bulan", "By month"), Words("Biaya per bulan", "Cost by month"), columns, rows)


def _of_programme(persons: int, price: int | None) -> int | None:
    return None if price is None else persons * price
