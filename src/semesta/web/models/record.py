"""What people keep in the office itself: commitments, actions, regulations, obstacles, meetings, one row of a table each."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from semesta.web.models.round import Round
from semesta.web.models.user import User


class Record(models.Model):
    """A row of a declared table that lives on from round to round.

    `data` holds by column what the reader of files takes: codes and days in their own form, numbers as their digits were
    written. `who`, `due`, `status`, `is_open` are taken from it, so that lists can be sorted and narrowed.
    """

    table = models.CharField(max_length=30)
    place = models.CharField(max_length=16)
    data = models.JSONField(default=dict)
    who = models.CharField(max_length=300, blank=True)
    due = models.DateField(null=True)
    status = models.CharField(max_length=30, blank=True)
    is_open = models.BooleanField(default=True)
    indicator = models.CharField(max_length=60, blank=True)
    """The figure that shows the result."""
    budget_line = models.CharField(max_length=300, blank=True)
    """The line of the budget that pays for it, as the round it was chosen from names it."""
    meeting = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="decided")
    round = models.ForeignKey(Round, null=True, on_delete=models.PROTECT, related_name="+")
    """The round from whose files it was copied."""
    revision = models.IntegerField(default=1)
    key = models.CharField(max_length=64)
    """Hash of the table and of what tells its rows apart."""
    copied_key = models.CharField(max_length=64, blank=True)
    copied_nth = models.IntegerField(default=0)
    """As the row had them from which it was copied, so that the same row is copied once."""
    is_example = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    """Taken out: it stands in no list and enters no round any more."""

    class Meta:
        ordering = ("who", "due", "id")
        indexes = (models.Index(fields=("table", "place")), models.Index(fields=("is_open", "due")))
        constraints = (
            models.UniqueConstraint(
                fields=("copied_key", "copied_nth"), condition=~Q(copied_key=""), name="record_copied_once"
            ),
        )


class Revision(models.Model):
    """A record as it stood after one write. Its text is here and not in the audit, which never holds what people wrote."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="revisions")
    number = models.IntegerField()
    action = models.CharField(max_length=40)
    data = models.JSONField(default=dict)
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    purged_at = models.DateTimeField(null=True)
    """What it said was deleted because its time was over; that and when it was written stays."""

    class Meta:
        ordering = ("record", "-number")
        constraints = (models.UniqueConstraint(fields=("record", "number"), name="revision_numbered_once"),)


class Scan(models.Model):
    """The signed minutes of a meeting as they were scanned; they close it. One that was wrong is replaced and stays known."""

    meeting = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="scans")
    number = models.CharField(max_length=100)
    signed_on = models.DateField()
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=4)
    """ "pdf", "jpg" or "png", by its first bytes."""
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True)
    purged_at = models.DateTimeField(null=True)
    """Its bytes were deleted because their time was over."""

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("meeting",), condition=Q(replaced_at=None), name="scan_one_of_a_meeting"),
        )
