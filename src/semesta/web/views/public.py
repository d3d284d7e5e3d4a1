"""Publik: what is published, for everybody. No sign-in; only through disclosure control."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from semesta import __version__
from semesta.rounds.packaged import csv_of, package_of
from semesta.web import public
from semesta.web.downloads import attached
from semesta.web.models import Publication

BOM = "\ufeff".encode()


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The places of which something is published, each with its latest round."""
    latest: dict[str, Publication] = {}
    for one in public.published():
        latest.setdefault(one.place, one)
    rows = [(one, public.headline(one.shown, request.lang)) for one in latest.values()]
    return render(request, "web/public.html", {"rows": rows})


@require_safe
def shown(request: HttpRequest, round_id: int) -> HttpResponse:
    """A published round: main figures, charts, tables, and the data to take along."""
    found = _found(round_id)
    others = [one for one in public.published() if one.place == found.place and one.pk != found.pk]
    told = {
        "round": found.snapshot.round,
        "publication": found,
        "snapshot": found.snapshot,
        "others": others,
        "blocks": public.blocks(found.shown, request.lang),
        "figures_withheld": found.withheld.get("figures", 0),
        "rows_withheld": sum(number for name, number in found.withheld.items() if name != "figures"),
    }
    return render(request, "web/public_round.html", told)


@require_safe
def as_csv(request: HttpRequest, round_id: int) -> HttpResponseBase:
    found = _found(round_id)

    def content() -> bytes:
        return BOM + public.figures_frame(found.shown).write_csv().encode()

    return _file(request, found, content, f"angka-{_name(found)}.csv")


@require_safe
def as_json(request: HttpRequest, round_id: int) -> HttpResponseBase:
    found = _found(round_id)
    return _file(request, found, lambda: _json(found), f"angka-{_name(found)}.json")


def _json(found: Publication) -> bytes:
    told = {
        "place": found.place,
        "as_of": found.snapshot.as_of.isoformat(),
        "title": found.snapshot.round.title,
        "indicators": public.definitions(),
        "figures": list(public.figures_of(found.shown)),
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


@require_safe
def as_package(request: HttpRequest, round_id: int) -> HttpResponseBase:
    """The tables and figures as a Data Package in one ZIP."""
    found = _found(round_id)
    return _file(request, found, lambda: _package(found), f"data-{_name(found)}.zip")


def _package(found: Publication) -> bytes:
    frames = public.frames(found.shown)
    data = {f"data/{name}.csv": csv_of(frame) for name, frame in frames.items()}
    about = package_of(frames, data, found.snapshot.round.title, found.snapshot.as_of)
    figures = public.figures_frame(found.shown)
    about["resources"].append(
        {
            "profile": "tabular-data-resource",
            "name": "figures",
            "path": "data/figures.csv",
            "title": "Angka",
            "schema": {
                "fields": [
                    {"name": name, "type": "number" if type.is_numeric() else "string"}
                    for name, type in figures.schema.items()
                ]
            },
        }
    )
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", json.dumps(about, ensure_ascii=False, indent=1))
        archive.writestr("data/figures.csv", figures.write_csv())
        for name, content in data.items():
            archive.writestr(name, content)
    return whole.getvalue()


def _found(round_id: int) -> Publication:
    """The publication of a round that is published now.

    Raises:
        Http404: it is not, or not yet fit to be seen.
    """
    found = public.published().filter(snapshot__round=round_id).first()
    if found is None:
        raise Http404
    return found


def _name(found: Publication) -> str:
    return f"{found.place}-{found.snapshot.as_of.isoformat()}"


def _file(request: HttpRequest, found: Publication, made: Callable[[], bytes], name: str) -> HttpResponseBase:
    """What is published to take along; made only for who does not hold it yet, and asked for anew, since it may be withdrawn."""
    of = repr((found.shown, found.snapshot.round.title, name, __version__))
    etag = quote_etag(hashlib.sha256(of.encode()).hexdigest())
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = attached(made(), name)
    response.headers["ETag"], response.headers["Cache-Control"] = etag, "public, no-cache"
    return response
