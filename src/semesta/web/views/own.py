"""Pengaturan of one's own: roles to look at, password, tokens for programs."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from semesta.basics.words import Words
from semesta.web.actions import admission
from semesta.web.actions import tokens as actions
from semesta.web.actions.refused import Refused
from semesta.web.roles import TITLES, Role
from semesta.web.sections import sections
from semesta.web.views.answering import writes

SCOPES = {
    "read": Words("membaca angka dan catatan", "read figures and records"),
    "lists": Words("juga membaca temuan dan kasus, disamarkan", "also read findings and cases, masked"),
    "work": Words("membaca dan menulis", "read and write"),
}
USUAL_DAYS = 90


@login_required
def settings(request: HttpRequest) -> HttpResponse:
    held = request.user.grants.filter(ended=None).order_by("place", "role")
    shown = {"grants": [(one, TITLES[Role(one.role)]) for one in held], "sections": sections(request.user)}
    return render(request, "web/settings.html", shown)


@sensitive_post_parameters()
@writes("settings")
def change_password(request: HttpRequest) -> HttpResponse:
    """Keeps this session; every other one of the person ends with the old password."""
    new = request.POST.get("new", "")
    if new != request.POST.get("again", ""):
        raise Refused("Kedua sandi baru tidak sama.", "The two new passwords differ.")
    admission.change_password(by=request.user, old=request.POST.get("old", ""), new=new)
    update_session_auth_hash(request, request.user)
    messages.success(request, Words("Sandi diganti.", "The password is changed.").said(request.lang))
    return redirect("settings")


@login_required
def tokens(request: HttpRequest) -> HttpResponse:
    return _tokens(request)


@never_cache
@writes("tokens")
def make_token(request: HttpRequest) -> HttpResponse:
    """The page with the secret of the new token, which is shown this once."""
    try:
        day = dt.date.fromisoformat(request.POST.get("expires_on", ""))
    except ValueError:
        raise Refused(
            "Tulis tanggal berakhir, misalnya 2027-01-31.", "Write the last day, such as 2027-01-31."
        ) from None
    scope = request.POST.get("scope", "")
    _, secret = actions.make_token(by=request.user, title=request.POST.get("title", ""), scope=scope, expires_on=day)
    return _tokens(request, secret=secret)


@writes("tokens")
def end_token(request: HttpRequest, token_id: int) -> HttpResponse:
    found = request.user.tokens.filter(pk=token_id).first()
    if found is None:
        raise Http404
    actions.end_token(found, by=request.user)
    return redirect("tokens")


def _tokens(request: HttpRequest, secret: str = "") -> HttpResponse:
    today = timezone.localdate()
    shown = {
        "tokens": request.user.tokens.all(),
        "secret": secret,
        "scopes": SCOPES,
        "today": today,
        "usual": (today + dt.timedelta(days=USUAL_DAYS)).isoformat(),
        "sections": sections(request.user),
    }
    return render(request, "web/tokens.html", shown)
