"""A file given to a round. Its bytes stand in the office's folder by their hash; lists of people have a purpose and an end."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from semesta.web.models.round import Round
from semesta.web.models.user import User


class Upload(models.Model):
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="uploads")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    holds_people = models.BooleanField(default=False)
    purpose = models.CharField(max_length=300, blank=True)
    legal_basis = models.CharField(max_length=300, blank=True)
    delete_on = models.DateField(null=True)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)
    """Taken out of the round; the row stays for the audit."""
    purged_at = models.DateTimeField(null=True)
    """Its bytes were deleted because their time was over."""

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("round", "sha256"), condition=Q(removed_at=None), name="upload_same_bytes_once"
            ),
            models.CheckConstraint(
                condition=Q(holds_people=False) | (~Q(purpose="") & ~Q(legal_basis="") & Q(delete_on__isnull=False)),
                name="upload_of_people_has_purpose_and_end",
            ),
        )
