"""Who asks, together with what they may do where: one question to the database for every page."""

from __future__ import annotations

from django.contrib.auth.backends import ModelBackend

from semesta.web.access import hold_grants
from semesta.web.models import Grant, User

ASKED = f"""SELECT u.*, g.role AS granted_role, g.place AS granted_place
FROM {User._meta.db_table} u LEFT JOIN {Grant._meta.db_table} g ON g.user_id = u.id AND g.ended IS NULL WHERE u.id = %s"""
"""One row for each grant that holds; one without where there is none."""


class Backend(ModelBackend):
    """Passwords are Django's; a person comes back with their grants."""

    def get_user(self, user_id: int) -> User | None:
        found = list(User.objects.raw(ASKED, [user_id]))
        if not found or not self.user_can_authenticate(found[0]):
            return None
        hold_grants(found[0], [(one.granted_role, one.granted_place) for one in found if one.granted_role])
        return found[0]
