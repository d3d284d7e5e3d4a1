"""The lists of Tindak lanjut: what people keep of each table, to filter, sort and take along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from semesta.basics.words import Lang, Words
from semesta.monev.registry import INDICATORS
from semesta.report.book import book
from semesta.report.laporan import naming
from semesta.report.sheet import Sheet
from semesta.tables.table import Column
from semesta.web.access import allowed, in_subtrees, places_of
from semesta.web.cells import cell_said, is_number, name_of
from semesta.web.downloads import attached, csv_file
from semesta.web.kept import Kept
from semesta.web.models import Record
from semesta.web.places import office_places
from semesta.web.reminders import SOON
from semesta.web.roles import Permission
from semesta.web.typed import without
from semesta.web.views.follow_up import TABS, kept_of, require_some_place

A_PAGE = 100
DAYS = {
    "lewat": Words("Lewat batas waktu", "Overdue"),
    "dekat": Words("Dalam 30 hari", "Within 30 days"),
    "tanpa": Words("Tanpa batas waktu", "No due date"),
}
SORTS = {"pelaksana": "who", "tenggat": "due", "status": "status", "wilayah": "place", "terbaru": "-id"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a list; state: how far a record is, or "overdue" beside a day that is past."""

    title: Words
    text: str
    is_number: bool = False
    state: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A record in its list."""

    record: Record
    name: str
    cells: tuple[Cell, ...]
    indicator: Words | None
    is_overdue: bool = False


@login_required
def listed(request: HttpRequest, slug: str) -> HttpResponse:
    """The records of a table, by who is responsible unless sorted otherwise; ?format=csv|xlsx gives those that are shown."""
    require_some_place(request)
    kept, today = kept_of(slug), timezone.localdate()
    everything = allowed(Record.objects.filter(table=kept.name, ended_at=None), request.user, Permission.READ)
    rows = _sorted(_filtered(everything, kept, request.GET, today), request.GET)
    if request.GET.get("format") in DOWNLOADS:
        return DOWNLOADS[request.GET["format"]](kept, list(rows), today, request.lang)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("halaman"))
    by_who = bool(kept.who) and request.GET.get("urut", "pelaksana") == "pelaksana"
    columns = [kept.table.column(name) for name in kept.listed if not (by_who and name == kept.who)]
    told = [_row(kept, record, columns, today, request.lang) for record in page]
    return render(
        request,
        "web/records.html",
        {
            "tabs": TABS,
            "tab": kept.name,
            "kept": kept,
            "shown": page,
            "by_who": by_who,
            "who_title": kept.table.column(kept.who).title if kept.who else None,
            "groups": _grouped(told) if by_who else [("", told, 0)],
            "heads": [(column.title, is_number(column)) for column in columns],
            "width": len(columns) + 1 + kept.links,
            "choices": _choices(everything, kept, request.GET, request.lang),
            "sums": _sums(everything, kept, today),
            "query": without(request.GET, "format", "halaman"),
            "formats": list(DOWNLOADS),
            "may_work": bool(places_of(request.user, Permission.WORK)),
            "is_narrowed": any(
                request.GET.get(name) for name in ("pelaksana", "status", "tenggat", "wilayah", "indikator")
            ),
        },
    )


# ---- lists


def _filtered(rows: QuerySet[Record], kept: Kept, asked: QueryDict, today: dt.date) -> QuerySet[Record]:
    if asked.get("pelaksana"):
        rows = rows.filter(who=asked["pelaksana"])
    if asked.get("status") and kept.status:
        rows = rows.filter(status=asked["status"])
    if asked.get("wilayah"):
        rows = rows.filter(in_subtrees([asked["wilayah"]]))
    if asked.get("indikator"):
        rows = rows.filter(indicator=asked["indikator"])
    match asked.get("tenggat", ""):
        case "lewat":
            rows = rows.filter(is_open=True, due__lt=today)
        case "dekat":
            rows = rows.filter(is_open=True, due__gte=today, due__lte=today + SOON)
        case "tanpa":
            rows = rows.filter(is_open=True, due=None)
    return rows


def _sorted(rows: QuerySet[Record], asked: QueryDict) -> QuerySet[Record]:
    name = SORTS.get(asked.get("urut", ""), "who")
    first = [F("due").asc(nulls_last=True)] if name == "due" else [name]
    return rows.order_by(*first, F("due").asc(nulls_last=True), "id")


def _row(kept: Kept, record: Record, columns: Sequence[Column], today: dt.date, lang: Lang) -> Row:
    is_overdue = bool(record.is_open and record.due and record.due < today)
    cells = []
    for column in columns:
        if column.name == kept.status:
            cells.append(Cell(column.title, cell_said(column, record.status, lang), state=record.status))
            continue
        said = cell_said(column, record.data.get(column.name, ""), lang)
        late = is_overdue and column.name == kept.due and bool(kept.status)
        cells.append(Cell(column.title, said, is_number(column), "overdue" if late else ""))
    card = INDICATORS.get(record.indicator)
    return Row(
        record, name_of(record, lang), tuple(cells), card.title if card else None, is_overdue and bool(kept.status)
    )


def _grouped(rows: Sequence[Row]) -> list[tuple[str, list[Row], int]]:
    """By who is responsible the rows, and how many of them are overdue."""
    groups = [(who, list(found)) for who, found in groupby(rows, key=lambda row: row.record.who)]
    return [(who, found, sum(row.is_overdue for row in found)) for who, found in groups]


def _choices(rows: QuerySet[Record], kept: Kept, asked: QueryDict, lang: Lang) -> list[dict[str, Any]]:
    """The filters with what there is to choose from among the records one may see."""
    held = list(rows.values_list("who", "status", "place", "indicator").distinct())
    who, status, place, indicator = (sorted(set(values)) for values in (zip(*held, strict=True) if held else [()] * 4))
    titled = {
        "pelaksana": (kept.table.column(kept.who).title if kept.who else None, [(one, one) for one in who if one]),
        "status": (
            kept.table.column(kept.status).title if kept.status else None,
            [(one, cell_said(kept.table.column(kept.status), one, lang)) for one in status] if kept.status else [],
        ),
        "tenggat": (
            kept.table.column(kept.due).title if kept.due else None,
            [(name, words.said(lang)) for name, words in DAYS.items()],
        ),
        "wilayah": (Words("Wilayah", "Place"), [(one, naming.name(office_places(), one, lang)) for one in place]),
        "indikator": (
            Words("Indikator", "Indicator"),
            [(one, INDICATORS[one].title.said(lang)) for one in indicator if one in INDICATORS],
        ),
    }
    return [
        {"name": name, "title": title, "codes": codes, "chosen": asked.get(name, "")}
        for name, (title, codes) in titled.items()
        if title is not None and (len(codes) > 1 or asked.get(name))
    ]


def _sums(rows: QuerySet[Record], kept: Kept, today: dt.date) -> dict[str, int]:
    """How many there are, are open, done, and overdue."""
    held = list(rows.values_list("is_open", "due", "status"))
    return {
        "all": len(held),
        "open": sum(is_open for is_open, _, _ in held),
        "overdue": sum(bool(is_open and due and due < today) for is_open, due, _ in held),
        "done": sum(status == kept.done for _, _, status in held) if kept.done else 0,
    }


# ---- taken along


def _as_csv(kept: Kept, rows: Sequence[Record], today: dt.date, lang: Lang) -> HttpResponse:
    """All columns by their names, as the reader takes them again."""
    names = [column.name for column in kept.table.columns]
    return attached(csv_file(names, ([row.data.get(name, "") for name in names] for row in rows)), f"{kept.slug}.csv")


def _as_xlsx(kept: Kept, rows: Sequence[Record], today: dt.date, lang: Lang) -> HttpResponse:
    """The columns that are filled or must be, in the words of the page; the reader takes them again."""
    columns = [c for c in kept.table.columns if any(row.data.get(c.name) for row in rows) or c.required]
    heads = tuple(column.title.said(lang) for column in columns)
    cells = [[(cell_said(column, row.data.get(column.name, ""), lang), "text") for column in columns] for row in rows]
    title = kept.title.said(lang)
    content = book([Sheet(kept.table.title.said(lang), title, heads, cells)], title, today, lang)
    return attached(content, f"{kept.slug}.xlsx")


DOWNLOADS = {"csv": _as_csv, "xlsx": _as_xlsx}
