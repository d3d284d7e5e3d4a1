"""Where a password is not enough: places whose administrators, and whoever sees identities there, must sign in with a code."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from semesta.web.models.user import User


class CodeRule(models.Model):
    """Holds for a place and everything below it. Ended rules stay, so that the audit can be read later."""

    place = models.CharField(max_length=16)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("place", "id")
        constraints = (models.UniqueConstraint(fields=("place",), condition=Q(ended_at=None), name="code_rule_once"),)
