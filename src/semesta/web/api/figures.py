"""Indicators: what each is and is never, and the figures of a round."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from semesta.monev.indicator import Indicator
from semesta.monev.registry import INDICATORS
from semesta.web.access import fetched, in_subtrees
from semesta.web.api.paging import Code, Limit, Offset, Page, PlaceCode, RoundId, page
from semesta.web.models import Figure, Round
from semesta.web.roles import Permission

cards = Router(tags=["indicators"])
router = Router(tags=["indicators"])


class Said(Schema):
    id: str
    en: str


class Card(Schema):
    name: str
    title: Said
    why: Said
    formula: Said
    never: Said
    unit: str
    direction: str
    law: str
    tables: list[str]


class FigureOut(Schema):
    """A value is null when it is missing; never 0 for that."""

    indicator: str
    place: str
    office: str
    group: str
    segment: str
    programme: str
    funding: str
    period: str
    universe: str
    basis: str
    benefit: str
    document: str
    unit: str
    value: int | float | None
    numerator: int | float | None
    denominator: int | float | None
    low: int | float | None
    high: int | float | None
    status: list[str]
    notes: list[Said]
    sources: list[str]

    resolve_numerator = staticmethod(lambda figure: figure.rest["numerator"])
    resolve_denominator = staticmethod(lambda figure: figure.rest["denominator"])
    resolve_low = staticmethod(lambda figure: figure.rest["low"])
    resolve_high = staticmethod(lambda figure: figure.rest["high"])
    resolve_status = staticmethod(lambda figure: figure.rest["status"])
    resolve_notes = staticmethod(lambda figure: figure.rest["notes"])
    resolve_sources = staticmethod(lambda figure: figure.rest["sources"])


@cards.get("", response=list[Card], auth=None, url_name="indicators")
def listed(request: HttpRequest) -> list[Indicator]:
    """The cards of all indicators."""
    return list(INDICATORS.values())


@router.get("", response=Page[FigureOut], url_name="figures")
def figures(
    request: HttpRequest,
    round: RoundId,
    indicator: Code = None,
    place: PlaceCode = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> dict[str, Any]:
    """The figures of a round's current snapshot, headlines first."""
    found = fetched(Round.objects.all(), request.user, Permission.READ, pk=round)
    rows = Figure.objects.filter(snapshot__round=found, snapshot__is_current=True).order_by("position")
    rows = rows.filter(indicator=indicator) if indicator else rows
    return page(rows.filter(in_subtrees([place])) if place else rows, limit, offset)
