"""Figures of a round that do not agree."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from semesta.web.access import fetched
from semesta.web.api.figures import Said
from semesta.web.api.paging import Limit, Offset, Page, PlaceCode, RoundId, page
from semesta.web.models import Round, Snapshot
from semesta.web.places import office_places
from semesta.web.roles import Permission

router = Router(tags=["findings"])


class FindingOut(Schema):
    kind: str
    severity: str
    place: str
    quantity: str
    message: Said
    stated: int | float | None
    computed: int | float | None
    difference: int | float | None
    sources: list[str]


@router.get("", response=Page[FindingOut], url_name="findings")
def listed(
    request: HttpRequest, round: RoundId, place: PlaceCode = None, limit: Limit = 100, offset: Offset = 0
) -> dict[str, Any]:
    """The findings of the round's current snapshot, of a place and everything below it, the gravest first."""
    found = fetched(Round.objects.all(), request.user, Permission.READ, pk=round)
    snapshot = Snapshot.objects.filter(round=found, is_current=True).first()
    told = snapshot.findings if snapshot else []
    rows = [one for one in told if not place or office_places().is_within(one["place"], place)]
    return page(rows, limit, offset)
