"""Kode masuk: codes from the telephone, one's own, and where an administrator asks for them."""

from __future__ import annotations

import segno
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from semesta.basics.words import Words
from semesta.web import signed_in
from semesta.web.access import fetched
from semesta.web.actions import codes as actions
from semesta.web.actions import needing_codes
from semesta.web.actions.refused import Refused
from semesta.web.models import CodeRule, User
from semesta.web.places import office_places
from semesta.web.roles import Permission
from semesta.web.sections import sections
from semesta.web.views.answering import writes


@never_cache
@login_required
def own(request: HttpRequest) -> HttpResponse:
    """One's own codes: what they are, whether they are on; with ?mulai=1 the picture and the secret to begin with."""
    return _own(request)


@sensitive_post_parameters()
@never_cache
@writes("own_codes")
def turn_on(request: HttpRequest) -> HttpResponse:
    """Shows the recovery codes, once; a wrong code leaves the picture as it was."""
    try:
        made = actions.turn_on_codes(by=request.user, code=request.POST.get("code", ""))
    except Refused as refused:
        if request.user.code_since is not None:
            raise
        return _own(request, wrong=refused.said)
    signed_in.keep_passed(request, request.user)
    return _own(request, recovery=made)


@sensitive_post_parameters()
@never_cache
@writes("own_codes")
def renew(request: HttpRequest) -> HttpResponse:
    return _own(request, recovery=actions.renew_recovery(by=request.user, code=request.POST.get("code", "")))


@sensitive_post_parameters()
@writes("own_codes")
def turn_off(request: HttpRequest) -> HttpResponse:
    actions.turn_off_codes(by=request.user, code=request.POST.get("code", ""))
    messages.success(request, Words("Kode masuk dimatikan.", "Sign-in codes are off.").said(request.lang))
    return redirect("own_codes")


@writes("users")
def require(request: HttpRequest) -> HttpResponse:
    """Asks for codes in a place that somebody administers."""
    found = office_places().find(request.POST.get("place", "").strip())
    if found is None:
        raise Refused("Wilayah tidak dikenal; tulis kode atau nama.", "Unknown place; code or name.")
    needing_codes.require_codes(found.code, by=request.user)
    return redirect("users")


@writes("users")
def end_rule(request: HttpRequest, rule_id: int) -> HttpResponse:
    rules = CodeRule.objects.filter(ended_at=None)
    needing_codes.end_rule(fetched(rules, request.user, Permission.ADMINISTER, pk=rule_id), by=request.user)
    return redirect("users")


@writes("user")
def reset(request: HttpRequest, user_id: int) -> HttpResponse:
    """Takes away the codes of somebody who lost the telephone."""
    user = fetched(User.objects.all(), request.user, Permission.ADMINISTER, field="grants__place", pk=user_id)
    actions.reset_codes(user, by=request.user)
    return redirect("user", user_id=user.pk)


def _own(request: HttpRequest, *, recovery: list[str] | None = None, wrong: Words | None = None) -> HttpResponse:
    user = request.user
    begins = user.code_since is None and (wrong is not None or request.GET.get("mulai") == "1")
    secret = actions.begun_codes(by=user) if begins else None
    shown = {
        "secret": secret,
        "picture": _picture(secret.address) if secret else "",
        "recovery": recovery,
        "wrong": wrong,
        "left": actions.recovery_left(user) if user.code_since else 0,
        "sections": sections(user),
    }
    return render(request, "web/own_codes.html", shown, status=422 if wrong else 200)


def _picture(address: str) -> SafeString:
    """A QR code as SVG without style: dark on white also where the page is dark."""
    return mark_safe(segno.make(address).svg_inline(scale=5, border=4, light="white", svgclass="qr", omitsize=False))
