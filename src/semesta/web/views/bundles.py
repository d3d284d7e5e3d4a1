"""Bundel: rounds sent to and taken from other offices, and whose keys are trusted."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from semesta.basics.words import Words
from semesta.rounds.bundle import LARGEST
from semesta.rounds.signing import fingerprint
from semesta.web.access import allowed, fetched, in_subtrees, places_of
from semesta.web.actions import bundles as actions
from semesta.web.actions.refused import Refused
from semesta.web.downloads import attached
from semesta.web.models import Received, Round, TrustedKey
from semesta.web.places import office_places
from semesta.web.roles import Permission
from semesta.web.sections import sections
from semesta.web.views.answering import writes


@login_required
def listed(request: HttpRequest) -> HttpResponse:
    """This office's own key, the bundles that came, and the keys trusted for one's places."""
    verified, administered = (places_of(request.user, one) for one in (Permission.VERIFY, Permission.ADMINISTER))
    if not verified and not administered:
        raise PermissionDenied
    public = actions.own_public_key()
    came = allowed(Received.objects.select_related("round", "key"), request.user, Permission.READ, "round__place")
    keys = TrustedKey.objects.filter(in_subtrees(verified | administered), ended_at=None)
    shown = {
        "sections": sections(request.user),
        "public": public,
        "fingerprint": fingerprint(public),
        "received": came,
        "keys": [(key, fingerprint(key.public)) for key in keys],
        "may_take": bool(verified),
        "may_trust": bool(administered),
    }
    return render(request, "web/bundles.html", shown)


@writes("bundles")
def take(request: HttpRequest) -> HttpResponse:
    """Takes a bundle in and shows the round that it is; what speaks against it is said on the page."""
    file = request.FILES.get("bundle")
    if file is None:
        raise Refused("Pilih berkas bundel lebih dulu.", "Choose the file of a bundle first.")
    if file.size > LARGEST:
        raise Refused("Bundel terlalu besar.", "The bundle is too large.")
    round, is_new = actions.take_bundle(file.read(), by=request.user)
    told = (
        Words("Bundel diterima.", "The bundle was taken.")
        if is_new
        else Words("Bundel ini sudah pernah diterima; tidak ada yang berubah.", "Taken before; nothing changed.")
    )
    messages.success(request, told.said(request.lang))
    return redirect("round", round_id=round.pk)


@writes("bundles")
def trust(request: HttpRequest) -> HttpResponse:
    typed = request.POST
    place = office_places().find(typed.get("place", "").strip())
    actions.trust_key(
        by=request.user,
        place=place.code if place else "",
        public=typed.get("public", ""),
        holder=typed.get("holder", ""),
    )
    return redirect("bundles")


@writes("bundles")
def end(request: HttpRequest, key_id: int) -> HttpResponse:
    key = get_object_or_404(allowed(TrustedKey.objects.all(), request.user, Permission.READ), pk=key_id)
    actions.end_trust(key, by=request.user)
    return redirect("bundles")


@require_POST
@login_required
def export(request: HttpRequest, round_id: int) -> HttpResponse:
    """The bundle of a round as a file; POST, because it is recorded."""
    round = fetched(Round.objects.all(), request.user, Permission.VERIFY, pk=round_id)
    try:
        with_text = request.POST.get("uraian") == "ya"
        name, content = actions.export_bundle(round, by=request.user, with_text=with_text, may_wait=False)
    except Refused as refused:
        messages.error(request, refused.said.said(request.lang))
        return redirect("round", round_id=round_id)
    return attached(content, name)
