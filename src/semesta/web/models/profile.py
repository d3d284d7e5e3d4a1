"""What the headers of a sender's lists mean, kept for the next list of the same sender."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from semesta.web.models.user import User


class Profile(models.Model):
    """The profile of a sender for one table in a place; holds headers and columns, never a row of a list."""

    place = models.CharField(max_length=16)
    sender = models.CharField(max_length=80)
    table = models.CharField(max_length=40)
    titles = models.JSONField(default=dict)
    """By header the name of the column it means, "" for one that is not read."""
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended = models.DateTimeField(null=True)

    class Meta:
        ordering = ("sender", "table", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("place", "sender", "table"), condition=Q(ended=None), name="profile_of_sender_once"
            ),
        )
