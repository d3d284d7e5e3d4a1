"""Figures of a round that do not agree."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from semesta.web.access import fetched
from semesta.web.api.figures import Said
from semesta.web.models import Round, Snapshot
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


@router.get("", response=list[FindingOut], url_name="findings")
def listed(request: HttpRequest, round: int) -> list[dict[str, Any]]:
    """The findings of the round's current snapshot, the gravest first."""
    found = fetched(Round.objects.all(), request.user, Permission.READ, pk=round)
    snapshot = Snapshot.objects.filter(round=found, is_current=True).first()
    return snapshot.findings if snapshot else []
