"""Profil impor: what the headers of each sender's lists mean."""

from __future__ import annotations

import yaml
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from semesta.basics.words import Words
from semesta.tables.registry import EVERY_TABLE, PEOPLE
from semesta.web.access import allowed, fetched, places_of
from semesta.web.actions import profiles as actions
from semesta.web.actions.refused import Refused
from semesta.web.downloads import attached
from semesta.web.models import Profile
from semesta.web.places import office_places
from semesta.web.roles import Permission
from semesta.web.sections import sections
from semesta.web.views.answering import writes


@login_required
def listed(request: HttpRequest) -> HttpResponse:
    places = sorted(places_of(request.user, Permission.ADMINISTER))
    if not places:
        return render(request, "web/not_allowed.html", status=403)
    held = allowed(Profile.objects.filter(ended=None), request.user, Permission.ADMINISTER)
    shown = {
        "profiles": [(one, EVERY_TABLE[one.table].title, _unread(one)) for one in held if one.table in EVERY_TABLE],
        "tables": _tables(),
        "place": places[0],
        "sections": sections(request.user),
    }
    return render(request, "web/profiles.html", shown)


@writes("profiles")
def keep(request: HttpRequest) -> HttpResponse:
    """A new profile from a file, opened to be mended; or the mended one of the page."""
    typed = request.POST
    found = office_places().find(typed.get("place", "").strip())
    if found is None:
        raise Refused("Wilayah tidak dikenal; tulis kode atau nama.", "Unknown place; code or name.")
    table = typed.get("table", "")
    if table not in EVERY_TABLE:
        raise Refused("Pilih jenis daftarnya.", "Choose the kind of list.")
    if file := request.FILES.get("file"):
        table, titles = actions.titles_in(
            file.name or "", file.read(actions.LARGEST + 1), table, today=timezone.localdate()
        )
    else:
        titles = dict(zip(typed.getlist("title"), typed.getlist("column"), strict=False))
    if not titles:
        raise Refused("Pilih berkas lebih dulu.", "Choose a file first.")
    made = actions.keep_profile(
        by=request.user, place=found.code, sender=typed.get("sender", ""), table=table, titles=titles
    )
    messages.success(request, Words("Profil disimpan.", "The profile is kept.").said(request.lang))
    return redirect("profile", profile_id=made.pk)


@login_required
def shown(request: HttpRequest, profile_id: int) -> HttpResponse:
    """The headers with their columns to choose; ?format=yaml gives it as a file for `--profile`."""
    profile = fetched(Profile.objects.filter(ended=None), request.user, Permission.ADMINISTER, pk=profile_id)
    if request.GET.get("format") == "yaml":
        told = yaml.safe_dump({"table": profile.table, "columns": profile.titles}, allow_unicode=True, sort_keys=False)
        return attached(told, f"profil-{profile.table}.yaml")
    table = EVERY_TABLE[profile.table]
    told = {
        "profile": profile,
        "table": table,
        "titles": sorted(profile.titles.items(), key=lambda pair: bool(pair[1])),
        "sections": sections(request.user),
    }
    return render(request, "web/profile.html", told)


@writes("profiles")
def end(request: HttpRequest, profile_id: int) -> HttpResponse:
    profile = fetched(Profile.objects.filter(ended=None), request.user, Permission.ADMINISTER, pk=profile_id)
    actions.end_profile(profile, by=request.user)
    return redirect("profiles")


def _unread(profile: Profile) -> int:
    """How many headers are not read."""
    return sum(not column for column in profile.titles.values())


def _tables() -> list[tuple[str, Words]]:
    """Lists of people first: theirs are the headers that differ from sender to sender."""
    names = [*PEOPLE, *(name for name in EVERY_TABLE if name not in PEOPLE)]
    return [(name, EVERY_TABLE[name].title) for name in names]
