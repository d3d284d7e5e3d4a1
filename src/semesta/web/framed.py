"""Pages whose content is written already: what stands around it is kept for each reader and address, only its token is new.

Kept pieces are found by all that they are made of: who reads, what they may do where, language, address. So nobody gets what
was written for somebody else, and a grant that ended or a name that changed leads to another piece at once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.messages import get_messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.safestring import mark_safe

from semesta.web.access import granted

TOKEN, CONTENT = "token-of-this-answer", "<!-- content of this page -->"
KEPT_FOR = 600
"""Seconds; only so that memory is given back."""


@dataclass(frozen=True, slots=True)
class Written:
    """The content of a page, and what tells it from all others."""

    html: bytes
    digest: str


def written(html: str) -> Written:
    content = html.encode()
    return Written(content, hashlib.sha256(content).hexdigest())


def framed(request: HttpRequest, template: str, content: Written, **shown: Any) -> HttpResponse:
    """The content in its frame; nothing but "not modified" for a browser that holds just this page."""
    token = get_token(request)
    if len(get_messages(request)):
        return render(request, template, {**shown, "content": mark_safe(content.html.decode())})
    key = _key(request, template, shown)
    etag = quote_etag(_hash(key, content.digest, request.META["CSRF_COOKIE"]))
    response = get_conditional_response(request, etag=etag)
    if response is None:
        head, tail = _frame(request, template, shown, key)
        response = HttpResponse(head.replace(TOKEN.encode(), token.encode()) + content.html + tail)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _frame(request: HttpRequest, template: str, shown: Mapping[str, Any], key: str) -> tuple[bytes, bytes]:
    """What stands before and after the content, with a mark where tokens of forms go."""
    found: tuple[bytes, bytes] | None = cache.get(key)
    if found is None:
        marked = {**shown, "csrf_token": TOKEN, "content": mark_safe(CONTENT)}
        head, _, tail = render_to_string(template, marked, request).partition(CONTENT)
        found = head.encode(), tail.encode()
        cache.set(key, found, KEPT_FOR)
    return found


def _key(request: HttpRequest, template: str, shown: Mapping[str, Any]) -> str:
    """All that a frame is made of."""
    user = request.user
    reader = (user.pk, user.get_username(), sorted(granted(user)))
    return _hash(template, request.lang, reader, request.get_full_path(), sorted(shown.items()))


def _hash(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()
