"""Roles and what each may do."""

from __future__ import annotations

from enum import StrEnum

from semesta.basics.words import Words


class Permission(StrEnum):
    """Something a person may or may not do in a place."""

    READ = "read"
    WORK = "work"
    """Make rounds, upload, keep commitments, cases and findings."""
    VERIFY = "verify"
    """Accept or return what others submitted, and publish."""
    PLAN = "plan"
    READ_LISTS = "read_lists"
    """See lists of people, masked."""
    ADMINISTER = "administer"


class Role(StrEnum):
    READER = "reader"
    OFFICER = "officer"
    VERIFIER = "verifier"
    ANALYST = "analyst"
    ADMINISTRATOR = "administrator"


TITLES = {
    Role.READER: Words("Pembaca", "Reader"),
    Role.OFFICER: Words("Petugas", "Officer"),
    Role.VERIFIER: Words("Pemeriksa", "Verifier"),
    Role.ANALYST: Words("Analis", "Analyst"),
    Role.ADMINISTRATOR: Words("Administrator", "Administrator"),
}

_MAY: dict[Role, frozenset[Permission]] = {
    Role.READER: frozenset({Permission.READ}),
    Role.OFFICER: frozenset({Permission.READ, Permission.WORK, Permission.PLAN, Permission.READ_LISTS}),
    Role.VERIFIER: frozenset({Permission.READ, Permission.VERIFY, Permission.READ_LISTS}),
    Role.ANALYST: frozenset({Permission.READ, Permission.PLAN}),
    Role.ADMINISTRATOR: frozenset({Permission.READ, Permission.ADMINISTER}),
}


def roles_with(permission: Permission) -> list[str]:
    """The roles that have a permission."""
    return [role.value for role, allowed in _MAY.items() if permission in allowed]
