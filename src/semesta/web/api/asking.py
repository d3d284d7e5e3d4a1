"""Who asks: a program with a token, within the token's scope, or a browser that signed in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.security import HttpBearer, SessionAuth

from semesta.web.actions.tokens import SCOPES, held

READ, LISTS, WORK = SCOPES
SAFE = ("GET", "HEAD", "OPTIONS")


class ByToken(HttpBearer):
    """Authorization: Bearer semesta_…"""

    def __init__(self, scope: str = READ) -> None:
        self.scope = scope
        super().__init__()

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        found = held(token)
        if found is None:
            return None
        needed = self.scope if request.method in SAFE else WORK
        if SCOPES.index(found.scope) < SCOPES.index(needed):
            raise HttpError(403, f"Token ini tidak mempunyai lingkup {needed}. (This token lacks the scope {needed}.)")
        request.user = found.user
        return found.user


class BySession(SessionAuth):
    """The cookie of who signed in; who did not is asked to, before anything else is looked at."""

    def __call__(self, request: HttpRequest) -> Any:
        return super().__call__(request) if request.user.is_authenticated else None


FOR_FIGURES = [ByToken(), BySession()]
FOR_LISTS = [ByToken(LISTS), BySession()]
"""What stands in lists of people, though masked, needs a token that says so."""
