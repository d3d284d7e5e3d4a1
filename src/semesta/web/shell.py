"""What stands around every page: language, who is signed in, where one may go."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from semesta.basics.words import Words
from semesta.web.access import may, places_of
from semesta.web.roles import Permission

MENU = (
    ("overview", Words("Ringkasan", "Overview"), Permission.READ),
    ("rounds", Words("Putaran", "Rounds"), Permission.READ),
    ("follow_up", Words("Tindak lanjut", "Follow-up"), Permission.READ),
    ("matters", Words("Temuan", "Findings"), Permission.READ_LISTS),
    ("cases", Words("Kasus", "Cases"), Permission.READ_LISTS),
    ("compare", Words("Bandingkan", "Compare"), Permission.READ),
    ("plans", Words("Rencana", "Plans"), Permission.READ),
    ("reports", Words("Laporan", "Reports"), Permission.READ),
    ("settings", Words("Pengaturan", "Settings"), Permission.READ),
)
"""The pages for those signed in: URL name, title, and what one must be allowed to see it."""
OPEN = (
    ("entitlement", Words("Santunan", "Entitlements")),
    ("public", Words("Data terbuka", "Open data")),
)
"""The pages for everybody."""


def shell(request: HttpRequest) -> dict[str, Any]:
    lang = getattr(request, "lang", "id")
    user = getattr(request, "user", None)
    allowed = [(name, title) for name, title, needed in MENU if user is not None and places_of(user, needed)]
    menu = [(name, title.said(lang), _here(request.path, reverse(name))) for name, title in (*allowed, *OPEN)]
    return {"lang": lang, "menu": menu, "may": may}


def _here(path: str, address: str) -> str:
    """What `aria-current` says of an address: this page, or ("true") one that the page lies below; "" elsewhere."""
    if path == address:
        return "page"
    return "true" if address != "/" and path.startswith(address) else ""
