"""Who works here, and what each may do where."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q

from semesta.web.roles import Role


class User(AbstractUser):
    """A person who signs in. What they may do is in their grants; Django's own permissions are not used."""

    groups = None
    user_permissions = None
    code_since = models.DateTimeField(null=True)
    """Since when they sign in with a code from their telephone too; None: with a password or a link alone."""
    needs_code = models.BooleanField(default=False)
    """Whether a role of theirs asks for a code; renewed with roles and rules, so that pages need not ask for it."""


class Grant(models.Model):
    """A role in a place and everything below it. Ended grants stay, so that the audit can be read later."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=16, choices=[(role.value, role.value) for role in Role])
    place = models.CharField(max_length=16)
    sees_identity = models.BooleanField(default=False)
    since = models.DateTimeField(auto_now_add=True)
    ended = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("user", "role", "place"), condition=Q(ended=None), name="grant_once"),
            models.CheckConstraint(condition=Q(role__in=[role.value for role in Role]), name="grant_role_known"),
        )
