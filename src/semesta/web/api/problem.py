"""Errors as programs read them: application/problem+json (RFC 9457), whoever made them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

MEDIA = "application/problem+json"
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "title_en": {"type": "string"},
        "status": {"type": "integer"},
        "errors": {"type": "array"},
    },
}
TITLES = {
    400: "Permintaan tidak dapat dibaca. (The request cannot be read.)",
    403: "Anda tidak berwenang melakukan ini. (You may not do this.)",
    404: "Tidak ada, atau Anda tidak berwenang melihatnya. (Not there, or not for you.)",
    405: "Cara ini tidak ada di alamat ini. (This method is not there at this address.)",
    500: "Galat pada program. (A fault of the program.)",
}


def problem(status: int, title: str = "", **more: Any) -> HttpResponse:
    """An error as RFC 9457 has it."""
    told = {"type": "about:blank", "title": title or TITLES.get(status, f"HTTP {status}"), "status": status, **more}
    return JsonResponse(told, status=status, content_type=MEDIA)


def errors_as_problems(next_in_line: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Under /api/ also what never reached an operation is told as a problem: no such address, no such method, a fault."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = next_in_line(request)
        if response.status_code < 400 or not request.path.startswith("/api/") or response["Content-Type"] == MEDIA:
            return response
        told = problem(response.status_code)
        if "Allow" in response.headers:
            told.headers["Allow"] = response.headers["Allow"]
        return told

    return respond
