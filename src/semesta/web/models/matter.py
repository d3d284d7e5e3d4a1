"""What is to be acted on: rows of the lists that a round's findings give, masked, with the work that people do on them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from semesta.web.models.round import Round
from semesta.web.models.upload import Upload
from semesta.web.models.user import User


class Matter(models.Model):
    """One row of a finding. Of a person it holds what a masked list may show; who it is stands in the identity store alone.

    `token` names the row of the list it came from, alike in every finding and after measuring again.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="matters")
    place = models.CharField(max_length=16)
    """The round's: who may see its lists may see this."""
    finding = models.CharField(max_length=40)
    token = models.CharField(max_length=12)
    position = models.IntegerField()
    upload = models.ForeignKey(Upload, null=True, on_delete=models.PROTECT, related_name="+")
    file = models.CharField(max_length=200, blank=True)
    sheet = models.CharField(max_length=100, blank=True)
    row = models.IntegerField(null=True)
    nik = models.CharField(max_length=32, blank=True)
    """Masked: its first four digits."""
    initials = models.CharField(max_length=20, blank=True)
    birth_year = models.IntegerField(null=True)
    sex = models.CharField(max_length=1, blank=True)
    village = models.CharField(max_length=20, blank=True)
    group = models.CharField(max_length=60, blank=True)
    office = models.CharField(max_length=120, blank=True)
    """Who sent the list, or the account (wadah) it is about."""
    reason = models.JSONField(default=dict)
    detail = models.JSONField(default=dict)
    """The columns that only this finding has, by name; days as ISO text."""
    is_current = models.BooleanField(default=True)
    """Whether the latest measurement still finds it."""
    assigned_to = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=500, blank=True)
    purged_at = models.DateTimeField(null=True)
    """What it showed of a person was deleted because the time of its list was over."""

    class Meta:
        ordering = ("round", "finding", "position")
        indexes = (models.Index(fields=("place", "finding")), models.Index(fields=("round", "finding", "position")))
        constraints = (
            models.UniqueConstraint(fields=("round", "finding", "token"), name="matter_once"),
            models.CheckConstraint(
                condition=Q(done_at=None, done_by=None) | Q(done_at__isnull=False, done_by__isnull=False),
                name="matter_done_by_somebody",
            ),
        )

    @property
    def is_about_a_person(self) -> bool:
        return self.upload_id is not None


class Correction(models.Model):
    """What a row should say from a day on: laid over the list, never written into it or into a snapshot.

    The value of an identity stands in the identity store; here stands its masked form.
    """

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="corrections")
    field = models.CharField(max_length=20)
    value = models.CharField(max_length=120)
    since = models.DateField()
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("since", "id")
