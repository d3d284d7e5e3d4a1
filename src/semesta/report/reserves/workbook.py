"""Reserves as a workbook: a summary, of each programme and segment its events and its triangle, and scholarships by year."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator

from semesta.basics import lists, shown
from semesta.basics.words import Lang, Words
from semesta.planning.estimate import Estimate
from semesta.planning.reserves.reserves import Held, Reserves
from semesta.planning.reserves.scholarships import Outstanding
from semesta.report.book import book
from semesta.report.reserves import told
from semesta.report.sheet import Cell, Sheet, said_all

WIDEST = 60
"""Columns of a triangle by month; one of more months stands in quarters, then in years."""


def workbook(found: Reserves, lang: Lang, *, today: dt.date) -> bytes:
    return book(_sheets(found, lang), told.TITLE.said(lang), today, lang)


def _sheets(found: Reserves, lang: Lang) -> Iterator[Sheet]:
    yield _summary(found, lang)
    if any(one.ratio for one in found.held):
        yield _ratios(found, lang)
    for one in found.held:
        yield _events(one, lang)
        yield _triangle(one, lang)
    if any(one.developed for one in found.held):
        yield _pattern(found, lang)
    if found.scholarships is not None:
        yield _scholarships(found.scholarships, lang)
    yield _notes(found, lang)


def _summary(found: Reserves, lang: Lang) -> Sheet:
    heads = (
        ("Program", "Programme"),
        ("Segmen", "Segment"),
        ("Tanda", "Mark"),
        ("Bulan kejadian", "Event months"),
        ("Kasus", "Cases"),
        ("Sudah dilaporkan", "Reported"),
        ("Belum dilaporkan 5 %", "Not reported yet 5%"),
        ("Belum dilaporkan", "Not reported yet"),
        ("Belum dilaporkan 95 %", "Not reported yet 95%"),
        ("Seluruhnya", "Ultimate"),
    )
    title = told.TITLE.said(lang)
    name = Words("Cadangan klaim", "Claim reserves").said(lang)
    note = shown.day(found.until, lang)
    return Sheet(name, title, said_all(lang, *heads), [_row(one, lang) for one in found.held], note)


def _row(one: Held, lang: Lang) -> list[Cell]:
    triangle, made = one.triangle, one.developed
    more = made.all_unreported if made else None
    programme, segment = one.key
    return [
        (programme, "text"),
        (lists.SEGMENTS[segment].title.said(lang) if segment else "", "text"),
        (triangle.mark.said(lang), "text"),
        (triangle.months, "count"),
        (triangle.cases, "count"),
        (triangle.reported, "rupiah"),
        *((amount, "rupiah") for amount in _rounded(more)),
        (made and made.ultimate, "rupiah"),
    ]


def _rounded(value: Estimate | None) -> list[int | None]:
    """Whole rupiah at the least, in the middle and at most."""
    return [None] * 3 if value is None else [round(amount) for amount in value]


def _ratios(found: Reserves, lang: Lang) -> Sheet:
    heads = (
        ("Program", "Programme"),
        ("Segmen", "Segment"),
        ("Bulan iuran dan kejadian", "Months of contributions and events"),
        ("Iuran", "Contributions"),
        ("Dibayar", "Paid"),
        ("Rasio kas", "Cash ratio"),
        ("Rasio kejadian 5 %", "Ratio by event 5%"),
        ("Rasio kejadian", "Ratio by event"),
        ("Rasio kejadian 95 %", "Ratio by event 95%"),
        ("Dengan beasiswa paling sedikit", "With scholarships at least"),
        ("Dengan beasiswa paling banyak", "With scholarships at most"),
    )
    rows: list[list[Cell]] = []
    for one in found.held:
        if one.ratio:
            by_event, more = one.ratio.by_event or [None] * 3, one.ratio.with_scholarships or (None, None)
            earned = one.ratio.earned
            rows.append(
                [
                    *((code, "text") for code in one.key),
                    (earned.period.code, "text"),
                    (earned.amount, "rupiah"),
                    (one.ratio.paid, "rupiah"),
                    *((share, "share") for share in (one.ratio.cash, *by_event, *more)),
                ]
            )
    name = Words("Rasio", "Ratios").said(lang)
    title = Words("Manfaat terhadap iuran bulan yang sama", "Claims to contributions of the same months")
    return Sheet(name, title.said(lang), said_all(lang, *heads), rows)


def _name(lead: Words, one: Held, lang: Lang) -> str:
    return " ".join(filter(None, (lead.said(lang), *one.key)))[:31]


def _events(one: Held, lang: Lang) -> Sheet:
    heads = (
        ("Kejadian", "Event"),
        ("Sudah dilaporkan", "Reported"),
        ("Belum dilaporkan 5 %", "Not reported yet 5%"),
        ("Belum dilaporkan", "Not reported yet"),
        ("Belum dilaporkan 95 %", "Not reported yet 95%"),
        ("Seluruhnya", "Ultimate"),
    )
    made, triangle = one.developed, one.developed.triangle if one.developed else one.triangle
    rows: list[list[Cell]] = []
    for row in range(triangle.size):
        known = round(float(triangle.latest[row]))
        more = made.unreported_of(range(row, row + 1)) if made else None
        rows.append(
            [
                (triangle.period(row).code, "text"),
                (known, "rupiah"),
                *((amount, "rupiah") for amount in _rounded(more)),
                (known + round(more.central) if more else None, "rupiah"),
            ]
        )
    title = told.scope_marked(one, lang)
    return Sheet(
        _name(Words("Kejadian", "Events"), one, lang), title, said_all(lang, *heads), rows, told.RANGE.said(lang)
    )


def _triangle(one: Held, lang: Lang) -> Sheet:
    triangle = one.triangle.within(WIDEST)
    word = told.STEPS[triangle.step]
    title = Words(
        f"{told.scope_marked(one, 'id')}: rupiah sampai {word.id} ke-n sesudah {word.id} kejadian",
        f"{told.scope_marked(one, 'en')}: rupiah until the nth {word.en} after that of the event",
    )
    rows: list[list[Cell]] = [
        [
            (triangle.period(row).code, "text"),
            *((None if math.isnan(amount) else round(amount), "rupiah") for amount in amounts),
        ]
        for row, amounts in enumerate(triangle.amounts.tolist())
    ]
    heads = said_all(lang, ("Kejadian", "Event"))
    columns = (*heads, *map(str, range(triangle.size)))
    return Sheet(_name(Words("Segitiga", "Triangle"), one, lang), title.said(lang), columns, rows, repeated=1)


def _scholarships(one: Outstanding, lang: Lang) -> Sheet:
    heads = (
        ("Tahun bayar", "Year of payment"),
        ("Bila hanya jenjangnya", "If only this level"),
        ("Paling banyak", "At most"),
    )
    rows: list[list[Cell]] = [
        [(year, "row"), (least, "rupiah"), (most, "rupiah")] for year, least, most in one.by_year()
    ]
    title = Words("Beasiswa yang masih akan dibayar", "Scholarships still to be paid").said(lang)
    name = Words("Beasiswa", "Scholarships").said(lang)
    note = Words("tidak didiskonto", "not discounted").said(lang)
    return Sheet(name, title, said_all(lang, *heads), rows, note)


def _pattern(found: Reserves, lang: Lang) -> Sheet:
    heads = (
        ("Program", "Programme"),
        ("Segmen", "Segment"),
        ("Bulan sesudah awal periode kejadian", "Months after the period of the event began"),
        ("Bagian yang sudah dilaporkan", "Part that is reported"),
    )
    rows: list[list[Cell]] = [
        [
            (one.key[0], "text"),
            (one.key[1], "text"),
            ((number + 1) * made.triangle.step, "count"),
            (float(share), "share"),
        ]
        for one in found.held
        if (made := one.developed)
        for number, share in enumerate(made.shares)
    ]
    name = Words("Pola pelaporan", "Pattern of reports").said(lang)
    return Sheet(name, name, said_all(lang, *heads), rows)


def _notes(found: Reserves, lang: Lang) -> Sheet:
    said = told.all_notes(found, lang)
    if found.scholarships is not None:
        said.append(told.scholarships(found.scholarships, lang))
    name = Words("Catatan", "Notes").said(lang)
    return Sheet(name, name, (name,), [[(note, "text")] for note in said])
