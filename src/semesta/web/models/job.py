"""Long work: asked for once, done by a worker in a process of its own, with progress, and left when it is asked to be."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from semesta.web.models.user import User

OPEN = ("waiting", "running")


class Job(models.Model):
    """`input_hash` is what it is done to: while a job is open the same is not asked for twice."""

    kind = models.CharField(max_length=30)
    input_hash = models.CharField(max_length=64)
    arguments = models.JSONField(default=dict)
    place = models.CharField(max_length=16, blank=True)
    state = models.CharField(
        max_length=10,
        default="waiting",
        choices=[(s, s) for s in ("waiting", "running", "done", "failed", "cancelled")],
    )
    progress = models.FloatField(default=0)
    message = models.JSONField(default=dict)
    """What is being done, or why it failed: {"id": …, "en": …}."""
    cancel_asked = models.BooleanField(default=False)
    attempts = models.IntegerField(default=0)
    heartbeat = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    asked_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=("kind", "input_hash"), condition=Q(state__in=OPEN), name="job_open_once"),
        )
        indexes = (models.Index(fields=("state", "id")),)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN
