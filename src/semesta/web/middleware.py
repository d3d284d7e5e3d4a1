"""What holds for every request: its language, how large it may be, and that whoever must show a code has shown it."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from semesta.basics.words import Words

COOKIE = "bahasa"


def language(next_in_line: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Sets `request.lang` to "id" or "en" from the cookie of the switch."""

    def respond(request: HttpRequest) -> HttpResponse:
        request.lang = "en" if request.COOKIES.get(COOKIE) == "en" else "id"
        response = next_in_line(request)
        response.headers["Content-Language"] = request.lang
        return response

    return respond


def bounded(next_in_line: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Refuses what is larger than may be sent before anything of it is read: files stand on the disk once they are.

    Who is not signed in sends no files. The API knows who asks before it reads, so there a token may come with a file.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        sends_files = request.user.is_authenticated or request.path.startswith("/api/")
        most = settings.LARGEST_REQUEST if sends_files else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length[:20]) > most:
            told = Words(f"Lebih besar dari {most // 2**20} MB.", f"Larger than {most // 2**20} MB.")
            return HttpResponse(told.said(request.lang), status=413, content_type="text/plain; charset=utf-8")
        return next_in_line(request)

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
