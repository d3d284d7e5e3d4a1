"""What everybody may see: rounds that are published and fit to be, as figures, charts, tables and open data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import polars as pl
from django.db.models import QuerySet

from semesta.basics import masking
from semesta.basics.formula_text import SIGNS
from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.monev.registry import INDICATORS
from semesta.monev.value import CODES
from semesta.report.content import KeyFigures
from semesta.report.laporan.budget import budget
from semesta.report.laporan.coverage import coverage
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.programmes import programmes
from semesta.report.laporan.regulation import regulation
from semesta.report.laporan.solidarity import solidarity
from semesta.report.laporan.summary import summary
from semesta.web import chapters
from semesta.web.models import Publication
from semesta.web.places import remembered

CHAPTERS = (coverage, programmes, solidarity, budget, regulation)
TABLES = ("population", "members", "contributions", "claims", "budgets", "targets", "regulations")
"""Tables given away: figures and law. What offices promised each other, or still lack, is for them to tell."""
COLUMNS = {
    "indicator": pl.String,
    **dict.fromkeys(CODES, pl.String),
    "unit": pl.String,
    "value": pl.Float64,
    "numerator": pl.Float64,
    "denominator": pl.Float64,
    "low": pl.Float64,
    "high": pl.Float64,
    "status": pl.String,
    "sources": pl.String,
}
TITLES = {
    "coverage": Words("Cakupan", "Coverage"),
    "registration": Words("Pendaftaran", "Registration"),
    "active": Words("Aktif", "Active"),
}
NUMBER = re.compile(r"(?=.*[0-9])[A-Za-z0-9./() -]{1,40}")
"""How the number of a regulation looks: "5 Tahun 2025", "188.45/Kep.12-Huk/2024"."""


def published() -> QuerySet[Publication]:
    """Publications of rounds that are published now, of their current snapshot: a withdrawn round is gone at once."""
    shown = Publication.objects.select_related("snapshot__round")
    return shown.filter(snapshot__is_current=True, snapshot__round__published_at__isnull=False).order_by(
        "place", "-snapshot__as_of", "-pk"
    )


def blocks(shown: str, lang: Lang) -> list[dict[str, Any]]:
    """Main figures, then charts and tables, as blocks.html takes them."""
    found: list[dict[str, Any]] = json.loads(_written(shown, lang))
    return found


@remembered(128)
def _written(shown: str, lang: Lang) -> str:
    measured = _for_everybody(shown)
    first = [block for block in summary(Draft(measured, lang)) if isinstance(block, KeyFigures)]
    draft = Draft(measured, lang)
    made = [*first, *(block for chapter in CHAPTERS for block in chapter(draft))]
    return json.dumps([chapters.told(block) for block in made], ensure_ascii=False)


def _for_everybody(shown: str) -> Measured:
    """The round as it was disclosed, of regulations only kind, number, days and stage.

    Titles and subjects are typed by people and may name somebody; kind and number say which regulation it is.
    """
    measured = chapters.measured(shown)
    frame = measured.dataset.frames.get("regulations")
    if frame is None:
        return measured
    numbers = [
        one if one and NUMBER.fullmatch(one) and not masking.LONG_NUMBER.search(one) else None
        for one in frame["number"]
    ]
    bare = frame.with_columns(
        pl.Series("number", numbers, pl.String),
        *(pl.lit(None, pl.String).alias(name) for name in ("title", "subjects")),
    )
    frames = {**measured.dataset.frames, "regulations": bare}
    return replace(measured, dataset=replace(measured.dataset, frames=frames))


def headline(shown: str, lang: Lang) -> str:
    """The one figure of a place in a list of places: how many of those who should be are covered, otherwise registered."""
    from semesta.report.laporan import figures

    measured = chapters.measured(shown)
    for name, title in TITLES.items():
        value = measured.headline(name)
        if value is not None and value.value is not None:
            number = figures.full(value.value, value.unit, lang, against=value.denominator)
            of = figures.against(value, lang)
            return f"{title.said(lang)} {number}" + (f" ({of})" if of else "")
    return ""


def figures_of(shown: str) -> Iterator[dict[str, Any]]:
    """Every figure with its codes; what is withheld has no value and says so in its status."""
    for value in chapters.measured(shown).values:
        yield {
            "indicator": value.indicator,
            **value.node._asdict(),
            **{name: getattr(value, name) for name in ("unit", "value", "numerator", "denominator", "low", "high")},
            "status": list(value.status),
            "sources": list(value.sources),
        }


def figures_frame(shown: str) -> pl.DataFrame:
    """The figures as a table."""
    rows = [
        {**one, "status": "; ".join(one["status"]), "sources": "; ".join(one["sources"])} for one in figures_of(shown)
    ]
    return without_formulas(pl.DataFrame(rows, schema=COLUMNS, orient="row"))


def frames(shown: str) -> dict[str, pl.DataFrame]:
    """The tables given away, those that have rows."""
    data = _for_everybody(shown).dataset.frames
    return {name: without_formulas(data[name]) for name in TABLES if name in data and data[name].height}


def without_formulas(frame: pl.DataFrame) -> pl.DataFrame:
    """Text that a spreadsheet would run as a formula begins with an apostrophe."""
    runs = pl.col(pl.String).str.slice(0, 1).is_in(SIGNS)
    return frame.with_columns(pl.when(runs).then("'" + pl.col(pl.String)).otherwise(pl.col(pl.String)).name.keep())


def definitions() -> list[dict[str, Any]]:
    """What each indicator is and is never, for who reuses the figures."""
    return [
        {
            "name": card.name,
            "title": {"id": card.title.id, "en": card.title.en},
            "formula": {"id": card.formula.id, "en": card.formula.en},
            "never": {"id": card.never.id, "en": card.never.en},
            "unit": card.unit,
        }
        for card in INDICATORS.values()
    ]
