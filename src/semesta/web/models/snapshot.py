"""What a round came to at one moment: a folder named by the hash of what is in it, which never changes but for what a purge takes out."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from semesta.web.models.round import Round


class Snapshot(models.Model):
    """The latest snapshot of a round is its `current` one; of a locked round it is the last."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="snapshots")
    sha256 = models.CharField(max_length=64)
    place = models.CharField(max_length=16)
    as_of = models.DateField()
    made_at = models.DateTimeField(auto_now_add=True)
    is_current = models.BooleanField(default=True)
    rows_read = models.JSONField(default=dict)
    rows_set_aside = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    """Figures that do not agree, in both languages, the gravest first."""
    problems = models.JSONField(default=list)
    """What was wrong with the files, grouped, in both languages; identity columns masked."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("round",), condition=Q(is_current=True), name="snapshot_one_current"),
        )
