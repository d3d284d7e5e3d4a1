"""Signing in and out as the audit knows it: who, when, in which way; of what failed only whose account it was, where there is one."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from semesta.web.actions.accounts import place_of
from semesta.web.actions.recorded import about, recorded
from semesta.web.models import Event, User

MOST_AN_HOUR = 60
"""Failures of one account, or of names that nobody bears, of which each is an event: nobody fills the audit by guessing."""


def sign_in(user: User, *, way: str) -> None:
    """Somebody came in. `way`: "password", "password+code", "password+recovery", "link+code", "link+recovery"."""
    with recorded("sign_in", by=user, place=place_of(user)) as event:
        about(event, user, way=way)


def sign_out(user: User) -> None:
    with recorded("sign_out", by=user, place=place_of(user)) as event:
        about(event, user)


def fail_sign_in(*, username: str, way: str) -> None:
    """Somebody did not come in. What they typed is not kept: it may be a password, or the name of another."""
    whose = User.objects.filter(username=username).first() if username else None
    since = timezone.now() - dt.timedelta(hours=1)
    those = Event.objects.filter(subject="user", subject_id=whose.pk) if whose else Event.objects.filter(subject="")
    if those.filter(action="sign_in_failed", at__gte=since).count() >= MOST_AN_HOUR:
        return
    with recorded("sign_in_failed", by=None, place=place_of(whose) if whose else "") as event:
        event.detail = {"way": way}
        if whose is not None:
            about(event, whose)
