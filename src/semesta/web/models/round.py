"""A round of monitoring: a place, a day, its files, and where it stands between who made it and who checks it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from semesta.web.models.user import User


class State(models.TextChoices):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class Kind(models.TextChoices):
    MEETING = "meeting"
    SEMESTER = "semester"
    ANNUAL = "annual"


class Round(models.Model):
    """Accepted rounds are locked: their snapshot stays what it is. Who accepts is never who submitted."""

    place = models.CharField(max_length=16)
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.MEETING)
    as_of = models.DateField(null=True)
    """The day whose state is told; None: the last day in the data."""
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    remark = models.TextField(blank=True)
    """Why it was returned."""
    is_example = models.BooleanField(default=False)
    is_from_bundle = models.BooleanField(default=False)
    """Measured by another office, whose bundle it came in."""
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True)
    plan = models.ForeignKey("web.ScenarioText", null=True, on_delete=models.PROTECT, related_name="+")
    """The plan that its report has a chapter of, as it stood when the round was submitted; until then it follows the scenario."""

    class Meta:
        ordering = ("-as_of", "-id")
        indexes = (models.Index(fields=("place", "-as_of")),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(state=State.ACCEPTED) | (Q(decided_by__isnull=False) & ~Q(decided_by=F("submitted_by"))),
                name="round_checked_by_another",
            ),
            models.CheckConstraint(
                condition=Q(published_at=None) | Q(state=State.ACCEPTED), name="round_published_when_accepted"
            ),
        )

    @property
    def is_open(self) -> bool:
        """Whether its files may still change."""
        return self.state in (State.DRAFT, State.RETURNED)
