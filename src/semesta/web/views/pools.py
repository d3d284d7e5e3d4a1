"""Gotong royong: what the years may bring to the pools of a round."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from semesta.planning.pooling.lacking import lacking
from semesta.planning.pooling.of_round import alone, own_pools
from semesta.report.pooled.document import NAMES
from semesta.report.pooled.told import scope
from semesta.web import chapters, plans
from semesta.web.access import fetched
from semesta.web.actions.pools import EXPECT, SCENARIOS, USUAL, YEARS, ask_pools
from semesta.web.downloads import TYPES
from semesta.web.models import Job, Round, Snapshot
from semesta.web.roles import Permission
from semesta.web.work.pools import folder_of


@login_required
def shown(request: HttpRequest, round_id: int) -> HttpResponse:
    """The outlook asked for (?years=10&scenarios=10000&seed=1&expect=own), or the button that has it drawn."""
    round = fetched(Round.objects.all(), request.user, Permission.READ, pk=round_id)
    snapshot = Snapshot.objects.filter(round=round, is_current=True).first()
    asked = _asked(request.POST if request.method == "POST" else request.GET)
    if request.method == "POST" and snapshot is not None:
        ask_pools(round, by=request.user, lang=request.lang, **asked)
        query = "&".join(f"{name}={value}" for name, value in asked.items())
        return redirect(f"{reverse('pools', args=[round.pk])}?{query}")
    context = {
        "round": round,
        "snapshot": snapshot,
        "pages": chapters.CHAPTERS,
        "page": "gotong-royong",
        "asked": asked,
    }
    context |= {"years": YEARS, "counts": SCENARIOS}
    if snapshot is not None:
        folder = folder_of(snapshot.sha256, lang=request.lang, **asked)
        same = {f"arguments__{name}": value for name, value in asked.items()}
        measured = chapters.measured(snapshot.sha256)
        owns = own_pools(measured)
        context |= {
            "pools": [scope(one, request.lang) for one in owns],
            "alone": [scope(one, request.lang) for one in alone(measured)],
            "lacking": () if owns else [one.said(request.lang) for one in lacking(measured)],
            "blocks": plans.blocks_kept(folder),
            "files": plans.files_of(folder, NAMES),
            "job": Job.objects.filter(kind="pools", arguments__snapshot=snapshot.sha256, **same).first(),
        }
    return render(request, "web/pools.html", context)


@login_required
def download(request: HttpRequest, round_id: int, name: str) -> FileResponse:
    round = fetched(Round.objects.all(), request.user, Permission.READ, pk=round_id)
    snapshot = Snapshot.objects.filter(round=round, is_current=True).first()
    folder = folder_of(snapshot.sha256, lang=request.lang, **_asked(request.GET)) if snapshot else None
    if folder is None or name not in NAMES or not (folder / name).is_file():
        raise Http404
    stem, _, ending = name.rpartition(".")
    called = f"{stem}-{round.place}.{ending}"
    return FileResponse((folder / name).open("rb"), as_attachment=True, filename=called, content_type=TYPES[ending])


def _asked(given: Mapping[str, str]) -> dict[str, Any]:
    """What was chosen; anything else is as if nothing was."""

    def number(name: str, choices: tuple[int, ...]) -> Any:
        text = given.get(name, "")
        return int(text) if text.isdecimal() and text in map(str, choices) else USUAL[name]

    seed = given.get("seed", "")
    return {
        "years": number("years", YEARS),
        "scenarios": number("scenarios", SCENARIOS),
        "seed": int(seed) if seed.isascii() and seed.isdecimal() and len(seed) < 10 else USUAL["seed"],
        "expect": given["expect"] if given.get("expect") in EXPECT else USUAL["expect"],
    }
