"""Signing in: by password, or by the link that the first start prints, then by a code; signing out; and the switch of language."""

from __future__ import annotations

from django.contrib.auth import logout
from django.contrib.auth.forms import AuthenticationForm
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from semesta.basics.words import Words
from semesta.web import signed_in
from semesta.web.actions import signing_in
from semesta.web.actions.accounts import used_link
from semesta.web.actions.codes import passed
from semesta.web.actions.refused import Refused
from semesta.web.middleware import COOKIE

WRONG_CODE = Words("Kode tidak cocok, atau sudah terpakai.", "The code does not match, or was used.")


@sensitive_post_parameters()
@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; whoever is in already goes on."""
    if request.user.is_authenticated:
        return redirect(signed_in.wanted(request))
    form = AuthenticationForm(request, data=request.POST) if request.method == "POST" else None
    if form is not None:
        if form.is_valid():
            return redirect(signed_in.go_on(request, form.get_user(), way="password"))
        signing_in.fail_sign_in(username=request.POST.get("username", ""), way="password")
    asked = request.POST.get("next", "") or request.GET.get("next", "")
    return render(request, "web/sign_in.html", {"is_wrong": form is not None, "next": asked})


@never_cache
def by_link(request: HttpRequest) -> HttpResponse:
    """Signs in who holds a link that was not used yet. The token stands after #, so no log of requests holds it."""
    if request.method != "POST":
        return render(request, "web/by_link.html")
    try:
        user = used_link(request.POST.get("token", ""))
    except signing.BadSignature:
        signing_in.fail_sign_in(username="", way="link")
        return render(request, "web/by_link.html", {"is_spent": True}, status=403)
    return redirect(signed_in.go_on(request, user, way="link"))


@sensitive_post_parameters()
@never_cache
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """The code of who has shown a password or a link."""
    user = signed_in.halfway(request)
    if user is None:
        return redirect("sign_in")
    wrong: Words | None = None
    if request.method == "POST":
        try:
            by = passed(user, request.POST.get("code", ""))
        except Refused as refused:
            wrong = refused.said
        else:
            if by:
                return redirect(signed_in.come_in(request, user, by=by))
            wrong = WRONG_CODE
    return render(request, "web/sign_in_code.html", {"wrong": wrong}, status=422 if wrong else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        signing_in.sign_out(request.user)
    logout(request)
    return redirect("sign_in")


@require_POST
def switch_language(request: HttpRequest) -> HttpResponse:
    """Remembers the language for a year and goes back to the page."""
    lang = "en" if request.POST.get("lang") == "en" else "id"
    back = request.POST.get("back", "/")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    response = HttpResponseRedirect(back if safe else "/")
    response.set_cookie(
        COOKIE, lang, max_age=365 * 24 * 3600, samesite="Lax", httponly=True, secure=request.is_secure()
    )
    return response
