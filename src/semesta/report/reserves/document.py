"""What events that happened will still cost, as a document, a workbook, JSON and on the screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from semesta.basics import shown
from semesta.basics.places import PLACES
from semesta.basics.words import Lang, Words
from semesta.monev.balance import NATIONAL_POOL
from semesta.monev.measured import Measured
from semesta.planning.reserves.mack import INSTALL, UNDEVELOPED, Developed
from semesta.planning.reserves.scholarships import Outstanding
from semesta.planning.reserves.triangle import Triangle
from semesta.report import machine as machine_files
from semesta.report.book import book
from semesta.report.content import Block, Document, Paragraph
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.paper import Making
from semesta.report.plan_paper import plan_paper
from semesta.report.sheet import Cell, Sheet, said_all
from semesta.report.typeset import typeset
from semesta.tables.dataset import Dataset

NAME = "cadangan"
NAMES = tuple(f"{NAME}.{suffix}" for suffix in ("pdf", "docx", "xlsx", "json"))
TITLE = Words("Manfaat yang masih akan dibayar", "Claims still to be paid")
HEADS = (
    Words("Program", "Programme"),
    Words("Bulan kejadian", "Event months"),
    Words("Kasus", "Cases"),
    Words("Sudah dilaporkan", "Reported"),
    Words("Belum dilaporkan", "Not reported yet"),
    Words("Galat baku", "Standard error"),
    Words("Seluruhnya", "Ultimate"),
)
BASIS = Words(
    "menurut bulan kejadian dan bulan pelaporan; perkembangan rantai (chain ladder) dengan galat Mack dari pustaka chainladder, "
    "dengan anggapan pelaporan berjalan seperti dahulu; bukan cadangan resmi",
    "by month of event and of report; chain ladder with Mack's error of the library chainladder, taking reports to come in as "
    "they did; no official reserve",
)


@dataclass(frozen=True)
class Held:
    """One programme: its triangle and what becomes of it; `developed` None where that is not known, `contributions` where nobody said."""

    triangle: Triangle
    developed: Developed | None
    paid: int
    """Rupiah paid within the months of the triangle, whatever month their event was in."""
    contributions: int | None = None
    """Rupiah earned in the months of the triangle."""


@dataclass(frozen=True)
class Reserves:
    """Programmes, and scholarships where children were given; `can_develop` says whether chainladder is installed."""

    as_of: dt.date
    held: tuple[Held, ...]
    scholarships: Outstanding | None
    can_develop: bool


def rows(found: Reserves, lang: Lang) -> list[tuple[str, ...]]:
    """A row for each programme, as HEADS."""
    return [_row(one, lang) for one in found.held]


def _row(one: Held, lang: Lang) -> tuple[str, ...]:
    triangle, made = one.triangle, one.developed
    unknown = Words("belum diketahui", "not known").said(lang)
    later = [made.unreported, made.error, made.ultimate] if made else []
    return (
        triangle.programme or "–",
        shown.count(triangle.months, lang),
        shown.count(triangle.cases, lang),
        shown.rupiah(triangle.reported, lang),
        *([shown.rupiah(n, lang) for n in later] or [unknown] * 3),
    )


def notes(found: Reserves, lang: Lang) -> list[str]:
    """What has to be said beneath the rows."""
    said = [BASIS.said(lang)] if found.can_develop else []
    for one in found.held:
        name = one.triangle.programme or TITLE.said(lang)
        doubts = [*one.triangle.doubts, *([UNDEVELOPED] if found.can_develop and one.developed is None else [])]
        said += [f"{name}: {doubt.said(lang)}" for doubt in doubts]
        if one.triangle.left_out:
            left = shown.count(one.triangle.left_out, lang)
            told = Words(
                f"{left} baris tidak dipakai: tanpa tanggal atau jumlah, dilaporkan sebelum kejadian, atau sesudah tanggal hitung",
                f"{left} rows are left out: without day or amount, reported before the event, or after the day counted",
            )
            said.append(f"{name}: {told.said(lang)}")
        said += _ratios(one, name, lang)
    if not found.can_develop:
        said.append(INSTALL.said(lang))
    return said


def _ratios(one: Held, name: str, lang: Lang) -> list[str]:
    if not one.contributions:
        return []
    cash = shown.share(one.paid / one.contributions, lang, 1)
    if one.developed is None:
        event = Words("belum diketahui", "not known").said(lang)
    else:
        low, central, high = (
            shown.share(max(one.developed.ultimate + n * one.developed.error, 0) / one.contributions, lang, 1)
            for n in (-1, 0, 1)
        )
        event = f"{central} ({low}–{high})"
    told = Words(
        f"dibayar terhadap iuran {cash} (kas); menurut tanggal kejadian {event} (± satu galat baku)",
        f"paid against contributions {cash} (cash); by day of event {event} (± one standard error)",
    )
    return [f"{name}: {told.said(lang)}"]


def scholarships_told(one: Outstanding, lang: Lang) -> str:
    """What is still to be paid for the children of known deaths."""
    most, least = shown.rupiah(one.most, lang), shown.rupiah(one.least, lang)
    over = ""
    if one.over:
        over = Words(
            f" {one.over} anak lain melebihi jumlah menurut hukum.", f" {one.over} more are beyond the law's number."
        ).said(lang)
    return (
        Words(
            f"Beasiswa yang masih akan dibayar bagi {one.children} anak: {least} bila tiap anak hanya menyelesaikan jenjangnya, "
            f"{most} bila semuanya terus sampai perguruan tinggi; menurut hukum pada tanggal kejadian.",
            f"Scholarships still to be paid for {one.children} children: {least} if each ends with its level, {most} if all go "
            "on through university; by the law of the day of the event.",
        ).said(lang)
        + ("" if one.verified else "*")
        + over
    )


def files(found: Reserves, lang: Lang, *, today: dt.date) -> Mapping[str, Making]:
    """ "cadangan.pdf", ".docx", ".xlsx" and ".json"; `today` is the day they say they were made on."""
    return {
        **typeset(NAME, lambda: document(found, lang, today=today)),
        f"{NAME}.xlsx": partial(workbook, found, lang, today=today),
        f"{NAME}.json": lambda: machine_files.as_json(as_data(found)),
    }


def document(found: Reserves, lang: Lang, *, today: dt.date) -> Document:
    draft = Draft(Measured("", found.as_of, (), (), Dataset({}), PLACES), lang)
    day = shown.day(found.as_of, lang)
    return plan_paper(draft, TITLE.said(lang), _blocks(draft, found), subtitle=day, place="", today=today)


def _blocks(draft: Draft, found: Reserves) -> list[Block]:
    lang = draft.lang
    draft.chapter("", "")  # sections are numbered within it
    columns = [text_column(HEADS[0].said(lang), 0.7), *(number_column(head.said(lang), 1) for head in HEADS[1:])]
    day = [shown.day(found.as_of, each) for each in ("id", "en")]
    caption = draft.say(f"Klaim menurut kejadian sampai {day[0]}", f"Claims by event until {day[1]}")
    made: list[Block] = [
        draft.section("Klaim yang belum dilaporkan", "Claims not reported yet"),
        draft.table("reserves", caption, columns, rows(found, lang), notes=notes(found, lang)),
    ]
    if found.scholarships:
        made += [
            draft.section("Beasiswa", "Scholarships"),
            Paragraph(scholarships_told(found.scholarships, lang)),
        ]
    return [*made, Paragraph(NATIONAL_POOL.said(lang))]


def workbook(found: Reserves, lang: Lang, *, today: dt.date) -> bytes:
    """The programmes, and of each its triangle by event month."""
    first = [_cells(one) for one in found.held]
    sheets = [
        Sheet(
            TITLE.said(lang)[:31],
            TITLE.said(lang),
            tuple(head.said(lang) for head in HEADS),
            first,
            " ".join(notes(found, lang)),
        )
    ]
    sheets += [_triangle(one.triangle, lang) for one in found.held]
    return book(sheets, TITLE.said(lang), today, lang)


def _cells(one: Held) -> list[Cell]:
    made = one.developed
    return [
        (one.triangle.programme, "text"),
        (one.triangle.months, "count"),
        (one.triangle.cases, "count"),
        (one.triangle.reported, "rupiah"),
        (made and made.unreported, "rupiah"),
        (made and made.error, "rupiah"),
        (made and made.ultimate, "rupiah"),
    ]


def _triangle(one: Triangle, lang: Lang) -> Sheet:
    name = Words("Segitiga", "Triangle").said(lang) + f" {one.programme}".rstrip()
    title = Words("Rupiah sampai bulan ke-n sesudah kejadian", "Rupiah until the nth month after the event").said(lang)
    heads = said_all(lang, ("Bulan kejadian", "Event month"))
    month = 12 * one.first.year + one.first.month - 1
    lines: list[list[Cell]] = [
        [
            (f"{(month + n) // 12}-{(month + n) % 12 + 1:02d}", "text"),
            *((None if value != value else round(value), "rupiah") for value in row.tolist()),
        ]
        for n, row in enumerate(one.amounts)
    ]
    return Sheet(name, title, (*heads, *map(str, range(one.months))), lines)


def as_data(found: Reserves) -> dict[str, Any]:
    """What programs read; whole rupiah, null where not known."""
    return {
        "as_of": found.as_of.isoformat(),
        "programmes": [
            {
                "programme": one.triangle.programme,
                "first_month": one.triangle.first.isoformat()[:7],
                "months": one.triangle.months,
                "cases": one.triangle.cases,
                "left_out": one.triangle.left_out,
                "reported": one.triangle.reported,
                "unreported": one.developed and one.developed.unreported,
                "error": one.developed and one.developed.error,
                "ultimate": one.developed and one.developed.ultimate,
                "paid": one.paid,
                "contributions": one.contributions,
                "doubts": [doubt.en for doubt in one.triangle.doubts],
            }
            for one in found.held
        ],
        "scholarships": found.scholarships and asdict(found.scholarships),
        "chainladder": found.can_develop,
    }
