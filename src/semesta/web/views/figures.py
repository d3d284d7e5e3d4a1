"""Every figure of a round as a table to filter, sort and take along, and each figure down to the rows it was made of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.monev.registry import INDICATORS
from semesta.monev.value import CODES
from semesta.report.book import book
from semesta.report.laporan import figures as figure_words
from semesta.report.laporan import naming
from semesta.report.sheet import Sheet
from semesta.tables.registry import TABLES
from semesta.tables.table import FILE, ROW, SHEET
from semesta.tables.types import PERIOD, YEAR, PlaceType
from semesta.web import chapters
from semesta.web.access import fetched
from semesta.web.dashboard import value_of
from semesta.web.downloads import attached, csv_file
from semesta.web.models import Figure, Round, Snapshot
from semesta.web.places import office_places
from semesta.web.roles import Permission
from semesta.web.typed import without

A_PAGE = 50
FILTERS = {
    "indikator": ("indicator", Words("Indikator", "Indicator")),
    "wilayah": ("place", Words("Wilayah", "Place")),
    "kelompok": ("group", Words("Kelompok", "Group")),
    "semesta": ("universe", Words("Semesta", "Universe")),
    "segmen": ("segment", Words("Segmen", "Segment")),
    "program": ("programme", Words("Program", "Programme")),
    "dana": ("funding", Words("Sumber dana", "Funding")),
    "periode": ("period", Words("Periode", "Period")),
}
"""By name in the address the column it narrows and how it is called."""
SORTS = ("indikator", "wilayah", "kelompok", "semesta", "program", "dana", "periode", "nilai")
MOST_ROWS = 200
"""So many rows behind a figure stand on its page; the workbook of the report has them all."""


@login_required
def listed(request: HttpRequest, round_id: int) -> HttpResponse:
    """The figures; ?format=csv|xlsx|json gives exactly those that are shown, all pages of them."""
    round = fetched(Round.objects.all(), request.user, Permission.READ, pk=round_id)
    snapshot = Snapshot.objects.filter(round=round, is_current=True).first()
    if snapshot is None:
        raise Http404
    rows = _sorted(_filtered(Figure.objects.filter(snapshot=snapshot), request.GET), request.GET)
    wanted = request.GET.get("format", "")
    if wanted in DOWNLOADS:
        return _download(wanted, list(rows), round, snapshot, request.lang)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("halaman"))
    return render(
        request,
        "web/figures.html",
        {
            "round": round,
            "snapshot": snapshot,
            "pages": chapters.CHAPTERS,
            "page": "semua",
            "shown": page,
            "rows": [(figure, _labelled(figure, request.lang)) for figure in page],
            "heads": _heads(request.GET, request.lang),
            "choices": _choices(snapshot, request.GET, request.lang),
            "formats": list(DOWNLOADS),
            "query": without(request.GET, "format", "halaman"),
            "sort": request.GET.get("urut", ""),
        },
    )


@login_required
def one(request: HttpRequest, round_id: int, figure_id: int) -> HttpResponse:
    """A figure: what it is and is never, what it rests on, and the rows behind it."""
    round = fetched(Round.objects.all(), request.user, Permission.READ, pk=round_id)
    figure = get_object_or_404(Figure, pk=figure_id, snapshot__round=round)
    value, measured = value_of(figure), chapters.measured(figure.snapshot.sha256)
    missing = figure_words.missing(figure.indicator, measured, request.lang)
    return render(
        request,
        "web/figure.html",
        {
            "round": round,
            "snapshot": figure.snapshot,
            "pages": chapters.CHAPTERS,
            "figure": figure,
            "card": INDICATORS[figure.indicator],
            "said": missing
            if value.value is None
            else figure_words.full(value.value, value.unit, request.lang, against=value.denominator),
            "against": figure_words.against(value, request.lang),
            "bounds": figure_words.bounds(value, request.lang),
            "node": naming.node(value.node, request.lang, office_places()),
            "warning": figure_words.warning(value, request.lang),
            "notes": figure.rest["notes"],
            "tables": _behind(figure, request.lang),
        },
    )


def _filtered(rows: QuerySet[Figure], asked: QueryDict) -> QuerySet[Figure]:
    for name, (column, _) in FILTERS.items():
        if name in asked and asked[name] != "*":
            rows = rows.filter(**{column: asked[name]})
    return rows


def _sorted(rows: QuerySet[Figure], asked: QueryDict) -> QuerySet[Figure]:
    name = asked.get("urut", "")
    key, falls = name.removeprefix("-"), name.startswith("-")
    if key not in SORTS:
        return rows.order_by("position")
    columns = ("whole", "fraction") if key == "nilai" else (FILTERS[key][0],)
    ordered = [F(column).desc(nulls_last=True) if falls else F(column).asc(nulls_last=True) for column in columns]
    return rows.order_by(*ordered, "position")


def _cells(figure: Figure, lang: Lang) -> list[str]:
    """The figure as the table shows it; a missing value says so."""
    value = value_of(figure)
    return [
        INDICATORS[figure.indicator].title.said(lang),
        naming.name(office_places(), figure.place, lang),
        naming.part("group", figure.group, lang, office_places()),
        naming.part("universe", figure.universe, lang, office_places()),
        naming.part("programme", figure.programme, lang, office_places()),
        naming.part("funding", figure.funding, lang, office_places()),
        naming.when(figure.period, lang),
        figure_words.cell(value, lang),
        figure_words.UNITS[value.unit].said(lang) if value.unit in figure_words.UNITS else "",
        figure_words.warning(value, lang),
    ]


def _labelled(figure: Figure, lang: Lang) -> list[tuple[str, str, bool]]:
    """The cells with their titles, for windows too narrow for columns, and whether they only say that nothing is told apart."""
    columns = [FILTERS[name][0] if name in FILTERS else "" for name in SORTS]
    titles = [FILTERS[name][1].said(lang) if name in FILTERS else "" for name in SORTS]
    plain = [bool(column) and not getattr(figure, column) for column in columns]
    return list(zip([*titles, "", ""], _cells(figure, lang), [*plain, False, False], strict=True))


def _heads(asked: QueryDict, lang: Lang) -> list[tuple[str, str, str]]:
    """Title, address that sorts by it (the other way round when it is sorted already), and the arrow."""
    titles = {name: words for name, (_, words) in FILTERS.items()} | {"nilai": Words("Nilai", "Value")}
    now, made = asked.get("urut", ""), []
    for name in SORTS:
        changed = without(asked, "format", "halaman", "urut")
        link = f"{changed}{'&' if changed else ''}urut={'-' if now == name else ''}{name}"
        made.append((titles[name].said(lang), f"?{link}", {name: " ↑", f"-{name}": " ↓"}.get(now, "")))
    return made


def _choices(snapshot: Snapshot, asked: QueryDict, lang: Lang) -> list[dict[str, Any]]:
    """The filters with what there is to choose from in this round."""
    columns = [column for column, _ in FILTERS.values()]
    there = list(Figure.objects.filter(snapshot=snapshot).values_list(*columns).distinct())
    made = []
    for at, (name, (column, words)) in enumerate(FILTERS.items()):
        codes = sorted({row[at] for row in there})
        if len(codes) < 2:
            continue
        titled = sorted(((_title(column, code, lang), code) for code in codes), key=lambda pair: pair[0].casefold())
        made.append({"name": name, "title": words.said(lang), "codes": titled, "chosen": asked.get(name, "*")})
    return made


def _title(column: str, code: str, lang: Lang) -> str:
    if column == "indicator":
        return INDICATORS[code].title.said(lang)
    if column == "period":
        return naming.when(code, lang) or Words("tanpa periode", "no period").said(lang)
    return naming.part(column, code, lang, office_places())


def _behind(figure: Figure, lang: Lang) -> list[dict[str, Any]]:
    """By table the rows that the figure was made of, with the file, sheet and row that each came from."""
    measured, by_table = chapters.measured(figure.snapshot.sha256), {}
    for table, position in figure.rest["rows"]:
        by_table.setdefault(table, []).append(position)
    made = []
    for name, positions in by_table.items():
        frame, table = measured.dataset.frame(name), TABLES[name]
        if frame is None:
            continue
        rows = frame[sorted(set(positions))[:MOST_ROWS]]
        kept = [
            column
            for column in table.columns
            if column.name in rows.columns and rows[column.name].null_count() < rows.height
        ]
        heads = [column.title.said(lang) for column in kept]
        where = Words("Berkas, lembar, baris", "File, sheet, row").said(lang)
        said = [[*(_cell(row[column.name], column, lang) for column in kept), _where(row)] for row in rows.to_dicts()]
        made.append(
            {"title": table.title.said(lang), "heads": [*heads, where], "rows": said, "all": len(set(positions))}
        )
    return made


def _where(row: dict[str, Any]) -> str:
    return " › ".join(str(part) for part in (row.get(FILE), row.get(SHEET), row.get(ROW)) if part not in (None, ""))


def _cell(value: Any, column: Any, lang: Lang) -> str:
    codes = office_places() if isinstance(column.type, PlaceType) else getattr(column.type, "codelist", None)
    if value is None:
        return ""
    if codes is not None:
        return naming.name(codes, str(value), lang)
    if column.type is PERIOD:
        return naming.when(str(value), lang)
    if isinstance(value, bool):
        return Words("ya", "yes").said(lang) if value else Words("tidak", "no").said(lang)
    if hasattr(value, "isoformat"):
        return shown.day(value, lang)
    return shown.count(value, lang) if isinstance(value, int) and column.type is not YEAR else str(value)


# ---- taken along


def _download(kind: str, rows: Sequence[Figure], round: Round, snapshot: Snapshot, lang: Lang) -> HttpResponse:
    name = f"angka-{round.place}-{snapshot.as_of.isoformat()}.{kind}"
    return attached(DOWNLOADS[kind](rows, snapshot, lang), name)


COLUMNS = (
    "indicator",
    *CODES,
    "unit",
    "value",
    "numerator",
    "denominator",
    "low",
    "high",
    "status",
    "sources",
)


def _plain(figure: Figure) -> dict[str, Any]:
    """The figure with its codes, as programs read it; a missing value is empty."""
    rest = figure.rest
    return {name: getattr(figure, name) if hasattr(figure, name) else rest[name] for name in COLUMNS}


def _in_cells(figure: Figure) -> list[Any]:
    """The same where a cell holds one value."""
    return ["; ".join(cell) if isinstance(cell, list) else cell for cell in _plain(figure).values()]


def _as_json(rows: Sequence[Figure], snapshot: Snapshot, lang: Lang) -> bytes:
    return json.dumps([_plain(row) for row in rows], ensure_ascii=False, indent=1).encode()


def _as_csv(rows: Sequence[Figure], snapshot: Snapshot, lang: Lang) -> bytes:
    return csv_file(COLUMNS, (_in_cells(row) for row in rows))


def _as_xlsx(rows: Sequence[Figure], snapshot: Snapshot, lang: Lang) -> bytes:
    title = Words("Angka putaran", "Figures of the round").said(lang)
    cells = [
        [
            (cell, "decimal" if isinstance(cell, float) else "count" if isinstance(cell, int) else "text")
            for cell in _in_cells(row)
        ]
        for row in rows
    ]
    sheet = Sheet(Words("Angka", "Figures").said(lang), title, COLUMNS, cells)
    return book([sheet], title, snapshot.as_of, lang)


DOWNLOADS = {"csv": _as_csv, "xlsx": _as_xlsx, "json": _as_json}
