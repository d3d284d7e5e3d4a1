"""Bundles: those that came, one more taken in, and the one of a round of this office."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import File, Router, Schema
from ninja.files import UploadedFile

from semesta.rounds.bundle import LARGEST
from semesta.web.access import allowed, fetched
from semesta.web.actions import bundles as actions
from semesta.web.actions.refused import Refused
from semesta.web.api.paging import Id, Limit, Offset, Page, page
from semesta.web.downloads import attached
from semesta.web.models import Received, Round
from semesta.web.roles import Permission

router = Router(tags=["bundles"])


class ReceivedOut(Schema):
    round: int
    place: str
    as_of: dt.date
    sha256: str
    made_at: dt.datetime
    taken_at: dt.datetime
    holder: str
    withheld: dict[str, int]

    resolve_round = staticmethod(lambda one: one.round_id)
    resolve_place = staticmethod(lambda one: one.round.place)
    resolve_as_of = staticmethod(lambda one: one.round.as_of)
    resolve_holder = staticmethod(lambda one: one.key.holder)
    resolve_withheld = staticmethod(lambda one: one.manifest["withheld"])


class Taken(Schema):
    round: int
    is_new: bool


@router.get("", response=Page[ReceivedOut], url_name="bundles")
def listed(request: HttpRequest, limit: Limit = 100, offset: Offset = 0) -> dict[str, Any]:
    """The bundles taken so far, of places one may read."""
    came = Received.objects.select_related("round", "key")
    return page(allowed(came, request.user, Permission.READ, "round__place"), limit, offset)


@router.post("", response=Taken, url_name="take_bundle")
def take(request: HttpRequest, bundle: File[UploadedFile]) -> dict[str, Any]:
    """Takes a bundle in; 409 tells why it is refused."""
    if (bundle.size or 0) > LARGEST:
        raise Refused("Bundel terlalu besar.", "The bundle is too large.")
    round, is_new = actions.take_bundle(bundle.read(), by=request.user)
    return {"round": round.pk, "is_new": is_new}


ZIP = {"responses": {200: {"content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}}}}}


@router.post("/of/{int:round_id}", url_name="export_bundle", openapi_extra=ZIP)
def export(request: HttpRequest, round_id: Id, with_text: bool = False) -> HttpResponse:
    """The bundle of an accepted round, as a ZIP; POST, because it is recorded. What was freely written goes with it if asked."""
    round = fetched(Round.objects.all(), request.user, Permission.VERIFY, pk=round_id)
    name, content = actions.export_bundle(round, by=request.user, with_text=with_text, may_wait=False)
    return attached(content, name)
