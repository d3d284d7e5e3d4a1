"""Tokens for programs: made, shown once, ended."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from django.utils import timezone

from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.refused import Refused
from semesta.web.models import Token, User

SCOPES = ("read", "lists", "work")
"""What a token may do, each with all before it: figures and records; lists of people, masked; all its owner may."""
LONGEST = dt.timedelta(days=366)
USED_AGAIN = dt.timedelta(minutes=10)
"""How often the last use is written down: not with each request."""


def make_token(*, by: User, title: str, scope: str, expires_on: dt.date) -> tuple[Token, str]:
    """A token of one's own, and its secret, which nobody can read again."""
    today = timezone.localdate()
    if not title.strip():
        raise Refused("Beri nama token menurut programnya.", "Name the token after the program.")
    if scope not in SCOPES:
        raise Refused("Lingkup token: read, lists, atau work.", "The scope of a token: read, lists or work.")
    if not today < expires_on <= today + LONGEST:
        raise Refused("Masa berlaku token paling lama setahun.", "A token lasts a year at most.")
    secret = f"semesta_{secrets.token_urlsafe(32)}"
    with recorded("make_token", by=by) as event:
        made = Token.objects.create(
            user=by, title=title.strip()[:80], digest=digest(secret), scope=scope, expires_on=expires_on
        )
        about(event, made, scope=scope)
    return made, secret


def end_token(token: Token, *, by: User) -> None:
    """Ends a token of one's own at once."""
    if token.user_id != by.pk:
        raise Refused("Token ini bukan milik Anda.", "This token is not yours.")
    with recorded("end_token", by=by) as event:
        Token.objects.filter(pk=token.pk, ended=None).update(ended=timezone.now())
        about(event, token)


def held(secret: str) -> Token | None:
    """The token of a secret, if it still holds and its owner may still sign in."""
    now = timezone.now()
    found = (
        Token.objects.select_related("user")
        .filter(digest=digest(secret), ended=None, expires_on__gte=timezone.localdate(now), user__is_active=True)
        .first()
    )
    if found is not None and (found.last_used is None or now - found.last_used > USED_AGAIN):
        Token.objects.filter(pk=found.pk).update(last_used=now)
    return found


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
