"""Codes from the telephone (TOTP): turned on, asked for, renewed, turned off.

Secrets and recovery codes stand in the database as django-otp keeps them. Who holds the data folder could sign in with them, and could
do anything else too; hashing the recovery codes beside a secret that must be readable would guard nothing.
"""

from __future__ import annotations

import re
from base64 import b32encode
from dataclasses import dataclass
from math import ceil

from django.db import transaction
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from semesta.web.actions.accounts import place_of
from semesta.web.actions.admission import require_managed
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.refused import Refused
from semesta.web.models import User

RECOVERY = 10
"""Codes that work once each, for who has lost the telephone."""


MISREAD = str.maketrans("018", "olb")
"""Digits that no recovery code has, read off paper where it has the letter."""


@dataclass(frozen=True, slots=True)
class Secret:
    """What a telephone must know: as an address for its camera, and as letters to type."""

    address: str
    letters: str


def begun_codes(*, by: User) -> Secret:
    """The secret of codes that are not on yet; the same until they are, so that a page loaded twice shows no other."""
    _require_off(by)
    device = TOTPDevice.objects.filter(user=by, confirmed=False).first()
    device = device or TOTPDevice.objects.create(user=by, name="telepon", confirmed=False)
    letters = b32encode(device.bin_key).decode("ascii")
    return Secret(device.config_url, " ".join(re.findall(".{4}", letters)))


def turn_on_codes(*, by: User, code: str) -> list[str]:
    """Codes are on from now; the recovery codes, which are shown this once.

    Raises:
        Refused: the telephone does not show that code: its clock is wrong, or it has another secret.
    """
    _require_off(by)
    with transaction.atomic():  # a wrong code is counted, so it ends well too
        device = TOTPDevice.objects.select_for_update().filter(user=by, confirmed=False).first()
        right = device is not None and _is_right(device, code)
        if right:
            with recorded("turn_on_codes", by=by, place=place_of(by)) as event:
                device.confirmed = True
                device.save(update_fields=["confirmed"])
                by.code_since = timezone.now()
                by.save(update_fields=["code_since"])
                made = _recovery_codes(by)
                about(event, by)
    if not right:
        raise Refused(
            "Kode tidak cocok. Periksa jam telepon, lalu tulis kode yang sedang tampil.",
            "The code does not match. Check the telephone's clock, then write the code it shows now.",
        )
    return made


def renew_recovery(*, by: User, code: str) -> list[str]:
    """New recovery codes; the former ones end.

    Raises:
        Refused: the code is wrong.
    """
    _require_right(by, code)
    with recorded("renew_recovery", by=by, place=place_of(by)) as event:
        made = _recovery_codes(by)
        about(event, by)
    return made


def turn_off_codes(*, by: User, code: str) -> None:
    """Signing in takes no code any more; whose role asks for codes turns them on again before anything else.

    Raises:
        Refused: the code is wrong.
    """
    _require_right(by, code)
    with recorded("turn_off_codes", by=by, place=place_of(by)) as event:
        _forget(by)
        about(event, by)


def reset_codes(user: User, *, by: User | None) -> None:
    """Takes the codes of another away, who has lost the telephone and the recovery codes. `by` is None on the machine itself.

    Raises:
        Refused: they administer not all places of that person, or it is their own account.
    """
    if by is not None:
        require_managed(by, user)
    with recorded("reset_codes", by=by, place=place_of(user)) as event:
        _forget(user)
        about(event, user)


def passed(user: User, code: str) -> str:
    """How somebody showed that it is them: "code", "recovery", or "" where it was wrong; a code works once.

    Raises:
        Refused: after wrong ones they must wait, each time twice as long.
    """
    plain = re.sub(r"[\s-]", "", code).lower()
    kind, model = ("code", TOTPDevice) if re.fullmatch(r"[0-9]{6}", plain) else ("recovery", StaticDevice)
    if kind == "recovery":
        plain = plain.translate(MISREAD)
    with transaction.atomic():
        device = model.objects.select_for_update().filter(user=user, confirmed=True).first()
        if device is not None and _is_right(device, plain):
            return kind
        with recorded("code_failed", by=None, place=place_of(user)) as event:
            about(event, user, way=kind)
    return ""


def recovery_left(user: User) -> int:
    """How many recovery codes were not used."""
    return StaticToken.objects.filter(device__user=user).count()


def _is_right(device: TOTPDevice | StaticDevice, code: str) -> bool:
    """Whether the code is right now and was not used; a wrong one makes the next wait.

    Raises:
        Refused: they must wait.
    """
    allowed, why = device.verify_is_allowed()
    if not allowed:
        seconds = ceil((why["locked_until"] - timezone.now()).total_seconds())
        raise Refused(
            f"Terlalu banyak kode salah; tunggu {seconds} detik.", f"Too many wrong codes; wait {seconds} seconds."
        )
    return bool(device.verify_token(re.sub(r"[\s-]", "", code)))


def _recovery_codes(user: User) -> list[str]:
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="pemulihan", confirmed=True)
    codes = [StaticToken.random_token() for _ in range(RECOVERY)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return [f"{code[:4]}-{code[4:]}" for code in codes]


def _forget(user: User) -> None:
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    User.objects.filter(pk=user.pk).update(code_since=None)


def _require_off(by: User) -> None:
    if by.code_since is not None:
        raise Refused("Kode masuk sudah aktif.", "Sign-in codes are on already.")


def _require_right(by: User, code: str) -> None:
    if not passed(by, code):
        raise Refused("Kode tidak cocok.", "The code does not match.")
