"""People who sign in, and their grants."""

from __future__ import annotations

from django.core import signing
from django.utils import timezone

from semesta.web.actions.needing_codes import renew_needs
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.refused import Refused
from semesta.web.actions.required import require
from semesta.web.models import Grant, User
from semesta.web.places import office_places
from semesta.web.roles import Permission, Role


def make_user(*, by: User | None, username: str, name: str = "", password: str | None = None, place: str = "") -> User:
    """A person who can sign in; without a password only by a link. `by` is None for the first of all."""
    with recorded("make_user", by=by, place=place) as event:
        made = User(username=username, first_name=name[:150])
        made.set_password(password) if password else made.set_unusable_password()
        made.save()
        about(event, made)
    return made


def grant(*, by: User | None, to: User, role: Role, place: str, sees_identity: bool = False) -> Grant:
    """A role in a place and below it; who administers the place gives it. The same twice changes nothing."""
    require(by, place, Permission.ADMINISTER)
    if by is not None and by.pk == to.pk:
        raise Refused("Peran Anda sendiri diatur administrator lain.", "Your own roles are for another administrator.")
    with recorded("grant", by=by, place=place) as event:
        made, _ = Grant.objects.update_or_create(
            user=to, role=role.value, place=place, ended=None, defaults={"sees_identity": sees_identity}
        )
        about(event, made, user=to.pk, role=role.value, sees_identity=sees_identity)
        renew_needs()
    return made


def end_grant(held: Grant, *, by: User) -> None:
    """Takes a role away; that it was held stays known."""
    require(by, held.place, Permission.ADMINISTER)
    if held.user_id == by.pk:
        raise Refused("Peran Anda sendiri diatur administrator lain.", "Your own roles are for another administrator.")
    with recorded("end_grant", by=by, place=held.place) as event:
        Grant.objects.filter(pk=held.pk, ended=None).update(ended=timezone.now())
        about(event, held, user=held.user_id, role=held.role)
        renew_needs()


LINK_SALT, LINK_HOURS = "semesta.masuk", 24


def place_of(user: User) -> str:
    """The smallest place that holds all roles of a person, so that its administrator finds the event; "" without a role."""
    held = [place for place in Grant.objects.filter(user=user, ended=None).values_list("place", flat=True) if place]
    return office_places().smallest_holding(held) if held else ""


def link_token(user: User) -> str:
    """A token that signs in once, within a day. It ends when it is used, because that changes the last sign-in."""
    seen = user.last_login.isoformat() if user.last_login else ""
    return signing.dumps({"user": user.pk, "seen": seen}, salt=LINK_SALT)


def used_link(token: str) -> User:
    """The person a link signs in.

    Raises:
        BadSignature: it was changed, is too old, or was used.
    """
    told = signing.loads(token, salt=LINK_SALT, max_age=LINK_HOURS * 3600)
    with recorded("sign_in_by_link", by=None) as event:
        user = User.objects.select_for_update().filter(pk=told["user"], is_active=True).first()
        if user is None or (user.last_login.isoformat() if user.last_login else "") != told["seen"]:
            raise signing.BadSignature("spent")
        user.last_login = timezone.now()
        user.save(update_fields=["last_login"])
        event.by, event.place = user, place_of(user)
        about(event, user)
    return user
