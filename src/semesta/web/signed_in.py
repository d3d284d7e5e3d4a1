"""The two steps of signing in as the session knows them: first password or link, then a code where one has turned that on."""

from __future__ import annotations

import time

from django.contrib.auth import login
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from semesta.web.actions.signing_in import sign_in
from semesta.web.models import User

HALFWAY, PASSED = "halfway", "code_since"
LASTS = 10 * 60
"""Seconds in which the code must follow the password."""
BACKEND = "semesta.web.readers.Backend"


def go_on(request: HttpRequest, user: User, *, way: str) -> str:
    """Where somebody goes whose password or link was right: in, or to the page that asks for the code."""
    after = wanted(request)
    if user.code_since is None:
        if way != "link":  # that a link was used is an event already
            sign_in(user, way=way)
        login(request, user, backend=BACKEND)
        return after
    request.session.cycle_key()
    request.session[HALFWAY] = {"user": user.pk, "at": time.time(), "way": way, "after": after}
    return reverse("sign_in_code")


def halfway(request: HttpRequest) -> User | None:
    """Who has shown a password or a link here and owes the code; None where nobody did, or too long ago."""
    kept = request.session.get(HALFWAY)
    if kept is None or time.time() - kept["at"] > LASTS:
        return None
    return User.objects.filter(pk=kept["user"], is_active=True).exclude(code_since=None).first()


def come_in(request: HttpRequest, user: User, *, by: str) -> str:
    """Signs in who is halfway and showed a code; where they go."""
    kept = request.session.pop(HALFWAY)
    sign_in(user, way=f"{kept['way']}+{by}")
    login(request, user, backend=BACKEND)
    keep_passed(request, user)
    return str(kept["after"])


def keep_passed(request: HttpRequest, user: User) -> None:
    """This session showed a code of the telephone that is in use now."""
    request.session[PASSED] = user.code_since.isoformat() if user.code_since else ""


def has_passed(request: HttpRequest) -> bool:
    """Whether this session showed a code; one from before codes were turned on, or reset, did not."""
    since = request.user.code_since
    return since is not None and request.session.get(PASSED) == since.isoformat()


def wanted(request: HttpRequest) -> str:
    """The page somebody asked for before they had to sign in, where it is one of ours; otherwise Ringkasan."""
    asked = request.POST.get("next", "") or request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return asked if asked and safe else reverse("overview")
