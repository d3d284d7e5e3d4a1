"""People let in by an administrator, and what the administrator may do to the account of another.

Whoever can make a sign-in link for somebody can act as them. So it takes administering every place in which they have a role.
"""

from __future__ import annotations

import re

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from semesta.web.access import may, places_of
from semesta.web.actions.accounts import grant, link_token, make_user, place_of
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.refused import Refused
from semesta.web.actions.required import require
from semesta.web.models import Grant, User
from semesta.web.roles import Permission, Role


def admit(*, by: User, username: str, name: str, role: Role, place: str, sees_identity: bool, password: str) -> User:
    """A person with a first role, in one transaction; without a password they come in by a link."""
    if not re.fullmatch(r"[\w.@+-]{3,60}", username):
        raise Refused(
            "Nama pengguna: 3 sampai 60 huruf, angka, titik, atau garis, tanpa spasi.",
            "User name: 3 to 60 letters, digits, dots or dashes, no spaces.",
        )
    if User.objects.filter(username__iexact=username).exists():
        raise Refused(f"Nama pengguna {username} sudah dipakai.", f"The user name {username} is taken.")
    require(by, place, Permission.ADMINISTER)
    if password:
        _require_good(password, User(username=username, first_name=name))
    with transaction.atomic():
        made = make_user(by=by, username=username, name=name, password=password or None, place=place)
        grant(by=by, to=made, role=role, place=place, sees_identity=sees_identity)
    return made


def manages(by: User, user: User) -> bool:
    """Whether `by` may act on the account: not their own, and no role of it lies where they do not administer."""
    held = list(Grant.objects.filter(user=user, ended=None).values_list("place", flat=True))
    held = held or list(Grant.objects.filter(user=user).values_list("place", flat=True)) or ["ID"]
    return by.pk != user.pk and all(may(by, Permission.ADMINISTER, place) for place in held)


def make_link(user: User, *, by: User) -> str:
    """The token of a link that signs them in once within a day."""
    require_managed(by, user)
    if not user.is_active:
        raise Refused("Akun ini ditutup; buka dulu.", "This account is closed; open it first.")
    with recorded("make_link", by=by, place=place_of(user)) as event:
        about(event, user)
    return link_token(user)


def set_password(user: User, *, by: User, password: str) -> None:
    """A new password for another, who has forgotten theirs."""
    require_managed(by, user)
    _require_good(password, user)
    with recorded("set_password", by=by, place=place_of(user)) as event:
        _kept(user, password)
        about(event, user)


def change_password(*, by: User, old: str, new: str) -> None:
    """One's own password; whoever came in by a link and has none yet needs no old one."""
    if by.has_usable_password() and not by.check_password(old):
        raise Refused("Sandi lama tidak cocok.", "The old password does not match.")
    _require_good(new, by)
    with recorded("change_password", by=by, place=place_of(by)) as event:
        _kept(by, new)
        about(event, by)


def close_account(user: User, *, by: User) -> None:
    """They cannot sign in any more, and neither can their tokens; what they did stays."""
    _set_active(user, by=by, action="close_account", is_active=False)


def open_account(user: User, *, by: User) -> None:
    _set_active(user, by=by, action="open_account", is_active=True)


def _set_active(user: User, *, by: User, action: str, is_active: bool) -> None:
    require_managed(by, user)
    with recorded(action, by=by, place=place_of(user)) as event:
        User.objects.filter(pk=user.pk).update(is_active=is_active)
        about(event, user)


def require_managed(by: User, user: User) -> None:
    if not places_of(by, Permission.ADMINISTER) or not manages(by, user):
        raise Refused(
            "Akun ini juga berperan di luar wilayah Anda, atau akun Anda sendiri; mintalah administrator di atasnya.",
            "This account has roles outside your places too, or is your own; ask the administrator above.",
        )


def _require_good(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError:
        raise Refused(
            "Sandi paling sedikit 12 huruf, bukan sandi yang umum, dan tidak mirip nama pengguna.",
            "A password has at least 12 letters, is no common one, and is not like the user name.",
        ) from None


def _kept(user: User, password: str) -> None:
    user.set_password(password)
    user.save(update_fields=["password"])
