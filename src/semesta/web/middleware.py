"""What holds for every request: its language, and that whoever must show a code has shown it."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

COOKIE = "bahasa"


def language(next_in_line: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Sets `request.lang` to "id" or "en" from the cookie of the switch."""

    def respond(request: HttpRequest) -> HttpResponse:
        request.lang = "en" if request.COOKIES.get(COOKIE) == "en" else "id"
        response = next_in_line(request)
        response.headers["Content-Language"] = request.lang
        return response

    return respond


WITHOUT_CODE = ("own_codes", "turn_on_codes", "language", "sign_out")
"""Pages for who must turn codes on first."""


def code_shown(next_in_line: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Lets nobody past a password who owes a code.

    A session from before codes were turned on ends; whose role asks for codes gets no further than the page that turns them on.
    Programs with a token have no session and are not asked.
    """
    from semesta.web.signed_in import has_passed

    def respond(request: HttpRequest) -> HttpResponse:
        user = request.user
        if user.is_authenticated and user.code_since is not None and not has_passed(request):
            logout(request)
            return redirect("sign_in")
        if user.is_authenticated and user.code_since is None and user.needs_code:
            if request.path.startswith("/api/"):
                title = "Nyalakan kode masuk dulu. (Turn on sign-in codes first.)"
                told = {"type": "about:blank", "title": title, "status": 403}
                return JsonResponse(told, status=403, content_type="application/problem+json")
            if request.path not in [reverse(name) for name in WITHOUT_CODE]:
                return redirect("own_codes")
        return next_in_line(request)

    return respond
