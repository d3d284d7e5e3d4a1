"""Signing in: by password, or by the link that the first start prints; and the switch of language."""

from __future__ import annotations

from django.contrib.auth import login
from django.contrib.auth.views import LoginView
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from semesta.web.actions.accounts import used_link
from semesta.web.middleware import COOKIE

sign_in = LoginView.as_view(template_name="web/sign_in.html", redirect_authenticated_user=True)


def by_link(request: HttpRequest) -> HttpResponse:
    """Signs in who holds a link that was not used yet. The token stands after #, so no log of requests holds it."""
    if request.method != "POST":
        return render(request, "web/by_link.html")
    try:
        user = used_link(request.POST.get("token", ""))
    except signing.BadSignature:
        return render(request, "web/by_link.html", {"is_spent": True}, status=403)
    login(request, user, backend="semesta.web.readers.Backend")
    return redirect("overview")


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
