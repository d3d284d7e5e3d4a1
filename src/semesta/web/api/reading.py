"""What one must be allowed before anything of lists of people is told."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from semesta.web.access import places_of
from semesta.web.roles import Permission


def require_lists(request: HttpRequest) -> None:
    """Raises PermissionDenied where somebody may see lists of people nowhere: an empty answer would say there are none."""
    if not places_of(request.user, Permission.READ_LISTS):
        raise PermissionDenied
