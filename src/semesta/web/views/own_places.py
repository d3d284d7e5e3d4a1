"""Wilayah: which places there are, looked up by code or name, and the office's own list."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from semesta.basics.codes import Code
from semesta.basics.place_names import Level
from semesta.basics.words import Words
from semesta.web.access import may, places_of
from semesta.web.actions import places as actions
from semesta.web.actions.refused import Refused
from semesta.web.downloads import attached
from semesta.web.places import office_places
from semesta.web.roles import Permission
from semesta.web.sections import sections
from semesta.web.views.answering import writes

LEVELS: dict[Level, Words] = {
    "nation": Words("negara", "nation"),
    "government": Words("pemerintah sebagai pemberi kerja", "government as employer"),
    "province": Words("provinsi", "province"),
    "regency": Words("kabupaten/kota", "regency or city"),
    "district": Words("kecamatan", "district"),
    "village": Words("kelurahan/desa", "village"),
}


@login_required
def shown(request: HttpRequest) -> HttpResponse:
    """The place asked for with what lies above and below it; several where several bear the name."""
    places = sorted(places_of(request.user, Permission.ADMINISTER))
    if not places:
        return render(request, "web/not_allowed.html", status=403)
    every = office_places()
    written = request.GET.get("cari", "").strip()
    found = every.find(written or places[0])
    told = {
        "written": written,
        "found": found,
        "near": [] if found else [_row(one) for one in (every.bearers(written) or every.nearest(written, 8))],
        "sections": sections(request.user),
        "own": [row for row in actions.own_additions() if may(request.user, Permission.ADMINISTER, row.code)],
    }
    if found:
        told |= {
            "level": LEVELS[every.level(found.code)],
            "above": [every[code] for code in every.path(found.code)[:-1]],
            "below": [_row(one) for one in every.children(found.code)],
        }
    return render(request, "web/places.html", told)


@writes("places")
def keep(request: HttpRequest) -> HttpResponse:
    given = request.FILES.get("file")
    if given is None:
        raise Refused("Pilih berkas lebih dulu.", "Choose a file first.")
    if given.size > actions.LARGEST:
        raise Refused("Berkas lebih besar dari 5 MB.", "The file is larger than 5 MB.")
    rows = actions.keep_places(given.read(), by=request.user)
    said = Words(f"{rows} wilayah tambahan disimpan.", f"{rows} added places are kept.")
    messages.success(request, said.said(request.lang))
    return redirect("places")


@login_required
def download(request: HttpRequest) -> HttpResponse:
    """The additions within one's places, to edit and give back; without any a list to begin with."""
    if not places_of(request.user, Permission.ADMINISTER):
        return render(request, "web/not_allowed.html", status=403)
    own = [row for row in actions.own_additions() if may(request.user, Permission.ADMINISTER, row.code)]
    return attached("\ufeff" + actions.as_csv(own), "places.csv")


def _row(one: Code) -> tuple[str, Words, Words]:
    return one.code, one.title, LEVELS[office_places().level(one.code)]
