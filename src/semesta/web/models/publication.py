"""What others were shown of a snapshot, and in which order: a later one is held against all before it."""

from __future__ import annotations

from django.db import models

from semesta.web.models.snapshot import Snapshot


class Publication(models.Model):
    """Stays when the round is withdrawn: who has seen it goes on knowing it."""

    snapshot = models.OneToOneField(Snapshot, on_delete=models.PROTECT, related_name="publication")
    shown = models.CharField(max_length=64)
    """The snapshot as it may be seen, a folder of its own."""
    place = models.CharField(max_length=16)
    withheld = models.JSONField(default=dict)
    """By table how many rows have hidden numbers; under "figures" how many figures."""
    leaked = models.IntegerField(default=0)
    """How many small numbers can be told from what was published before."""
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
