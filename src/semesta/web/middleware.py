"""The language of a request: what the reader chose, Indonesian otherwise."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

COOKIE = "bahasa"


def language(next_in_line: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Sets `request.lang` to "id" or "en" from the cookie of the switch."""

    def respond(request: HttpRequest) -> HttpResponse:
        request.lang = "en" if request.COOKIES.get(COOKIE) == "en" else "id"
        response = next_in_line(request)
        response.headers["Content-Language"] = request.lang
        return response

    return respond
