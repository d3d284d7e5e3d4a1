"""Bundles from other offices, and the keys by which they are trusted."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from semesta.web.models.round import Round
from semesta.web.models.user import User


class TrustedKey(models.Model):
    """A key that speaks for a place and everything below it. Ended ones stay, so that what came by them can be explained."""

    public = models.CharField(max_length=64)
    place = models.CharField(max_length=16)
    holder = models.CharField(max_length=200)
    """The office that holds the other half."""
    added_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("place", "id")
        constraints = (
            models.UniqueConstraint(fields=("public", "place"), condition=Q(ended_at=None), name="trusted_key_once"),
        )


class Received(models.Model):
    """A bundle that became a round."""

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="bundle")
    sha256 = models.CharField(max_length=64)
    key = models.ForeignKey(TrustedKey, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    """When its sender made it; of two of one day the later holds."""
    manifest = models.JSONField()
    taken_at = models.DateTimeField(auto_now=True)
    taken_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-taken_at",)
