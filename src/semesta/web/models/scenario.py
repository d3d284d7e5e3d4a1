"""Scenarios of plans: the text that a plan is made from, and every text it had before."""

from __future__ import annotations

from django.db import models

from semesta.web.models.round import Round
from semesta.web.models.user import User


class Scenario(models.Model):
    """A scenario as it stands. Place and name are those of its text; one with faults is kept, and cannot be run."""

    place = models.CharField(max_length=16)
    name = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    """YAML, as `semesta plan run` reads it."""
    is_ready = models.BooleanField(default=False)
    """Without faults when it was kept; what it is run with is read again."""
    revision = models.IntegerField(default=1)
    round = models.ForeignKey(Round, null=True, on_delete=models.PROTECT, related_name="+")
    """To which it belongs: its data are used, while both are of one place."""
    is_example = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("place", "name", "id")
        indexes = (models.Index(fields=("place",)),)


class ScenarioText(models.Model):
    """A scenario as it stood after one write."""

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="texts")
    number = models.IntegerField()
    text = models.TextField()
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("scenario", "-number")
        constraints = (models.UniqueConstraint(fields=("scenario", "number"), name="scenario_text_numbered_once"),)
