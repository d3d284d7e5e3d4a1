"""The parts of Pengaturan that somebody may see."""

from __future__ import annotations

from semesta.basics.words import Words
from semesta.web.access import Somebody, places_of
from semesta.web.roles import Permission

OWN = (
    ("settings", Words("Akun saya", "My account")),
    ("own_codes", Words("Kode masuk", "Sign-in codes")),
    ("tokens", Words("Token API", "API tokens")),
)
ADMINISTERED = (
    ("users", Words("Pengguna & peran", "Users & roles")),
    ("places", Words("Wilayah", "Places")),
    ("profiles", Words("Profil impor", "Import profiles")),
    ("audit", Words("Jejak audit", "Audit trail")),
)
"""For whoever administers some place."""


SENT = (("bundles", Words("Bundel", "Bundles")),)
"""For whoever verifies or administers some place."""


KEEPS_PEOPLE = (("processing", Words("Data pribadi", "Personal data")),)
"""For whoever may see lists of people or administers some place."""


def sections(user: Somebody) -> tuple[tuple[str, Words], ...]:
    administers, verifies = places_of(user, Permission.ADMINISTER), places_of(user, Permission.VERIFY)
    lists = places_of(user, Permission.READ_LISTS)
    return (
        *OWN,
        *(ADMINISTERED if administers else ()),
        *(KEEPS_PEOPLE if administers or lists else ()),
        *(SENT if administers or verifies else ()),
    )
