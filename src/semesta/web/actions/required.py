"""What somebody must be allowed before a write is made."""

from __future__ import annotations

from semesta.web.access import may
from semesta.web.actions.refused import Refused
from semesta.web.models import User
from semesta.web.roles import Permission


def require(by: User | None, place: str, *needed: Permission) -> None:
    """Nothing where somebody may do all of it in a place; nobody is who works at the command line or for the office itself.

    Raises:
        Refused: they may not.
    """
    if by is None or all(may(by, one, place) for one in needed):
        return
    if Permission.ADMINISTER in needed:
        raise Refused("Anda tidak mengelola wilayah ini.", "You do not administer this place.")
    raise Refused("Anda tidak berwenang di wilayah ini.", "You may not do this in this place.")
