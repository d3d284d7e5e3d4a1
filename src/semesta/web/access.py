"""Who may do what where. Every view gets what it shows through `fetched` or `allowed`, so that no filter can be forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import Http404

from semesta.basics.places import PLACES
from semesta.web.models import User
from semesta.web.roles import Permission, roles_with

Somebody = User | AnonymousUser
M = TypeVar("M", bound=Model)


def places_of(user: Somebody, permission: Permission) -> frozenset[str]:
    """The places in which, and below which, a person may do something; none for who is not signed in."""
    if not isinstance(user, User) or not user.is_active:
        return frozenset()
    return frozenset(place for role, place in granted(user) if role in roles_with(permission))


def may(user: Somebody, permission: Permission, place: str) -> bool:
    """Whether a person may do something in a place."""
    return any(PLACES.is_within(place, granted) for granted in places_of(user, permission))


def sees_identity(user: Somebody, place: str) -> bool:
    """Whether a person may unmask people of a place; each time they do is recorded."""
    if not isinstance(user, User) or not user.is_active:
        return False
    granted = user.grants.filter(ended=None, sees_identity=True).values_list("place", flat=True)
    return any(PLACES.is_within(place, one) for one in granted)


def workers_of(place: str) -> QuerySet[User]:
    """Who works for a place."""
    above = [place[:end] for end in range(len(place)) if place[end] == "."] + [place, "ID", ""]
    working = Q(grants__ended=None, grants__place__in=above, grants__role__in=roles_with(Permission.WORK))
    return User.objects.filter(working, is_active=True).distinct().order_by("username")


def in_subtrees(places: Iterable[str], field: str = "place") -> Q:
    """The filter that keeps rows whose place lies in one of these subtrees; none where there are none."""
    kept = Q(pk__in=[])
    for place in places:
        everything = place in ("", "ID")
        kept |= Q() if everything else Q(**{field: place}) | Q(**{f"{field}__startswith": f"{place}."})
        if everything:
            return Q()
    return kept


def allowed(rows: QuerySet[M], user: Somebody, permission: Permission, field: str = "place") -> QuerySet[M]:
    """The rows of a query that a person may have."""
    return rows.filter(in_subtrees(places_of(user, permission), field))


def fetched(rows: QuerySet[M], user: Somebody, permission: Permission, *, field: str = "place", **by: Any) -> M:
    """The one row asked for.

    Raises:
        Http404: there is none, or the person may not even know of it.
        PermissionDenied: they may read it, and not do this with it.
    """
    found = allowed(rows, user, Permission.READ, field).filter(**by).first()
    if found is None:
        raise Http404
    if permission is not Permission.READ and not allowed(rows, user, permission, field).filter(**by).exists():
        raise PermissionDenied
    return found


def granted(user: Somebody) -> tuple[tuple[str, str], ...]:
    """Role and place of each grant that holds, asked for once in a request."""
    if not isinstance(user, User):
        return ()
    if not hasattr(user, "_grants_held"):
        hold_grants(user, user.grants.filter(ended=None).values_list("role", "place"))
    held: tuple[tuple[str, str], ...] = user._grants_held
    return held


def hold_grants(user: User, grants: Iterable[tuple[str, str]]) -> None:
    """Keeps with a person what they were granted, for as long as one request lasts."""
    user._grants_held = tuple((role, place) for role, place in grants)
