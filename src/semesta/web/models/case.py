"""A family that is owed something: from the event until the money is with the heirs, without a name."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from semesta.web.models.matter import Matter
from semesta.web.models.user import User


class Case(models.Model):
    """What the law asks of an event, and the days on which the claim was filed, complete and paid, in that order."""

    place = models.CharField(max_length=16)
    matter = models.ForeignKey(Matter, null=True, on_delete=models.SET_NULL, related_name="cases")
    """The row it was made from; who it is about is known through it alone."""
    token = models.CharField(max_length=12)
    initials = models.CharField(max_length=20, blank=True)
    village = models.CharField(max_length=20, blank=True)
    happening = models.CharField(max_length=20)
    """A key of HAPPENINGS: programme and event of the law."""
    happened_on = models.DateField()
    facts = models.JSONField(default=dict)
    """What else the law asks: segment, months_paid, wage_per_month, months_off_work, children by level, heirs by relation."""
    documents = models.JSONField(default=dict)
    """By Indonesian title of the document the day on which it was there."""
    filed_on = models.DateField(null=True)
    complete_on = models.DateField(null=True)
    paid_on = models.DateField(null=True)
    amount_paid = models.BigIntegerField(null=True)
    ended_on = models.DateField(null=True)
    """Ended without payment, for the reason in the note."""
    note = models.CharField(max_length=500, blank=True)
    assigned_to = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    delete_on = models.DateField()
    opened_at = models.DateTimeField(auto_now_add=True)
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    purged_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("happened_on", "id")
        indexes = (models.Index(fields=("place", "happened_on")),)
        constraints = (
            models.UniqueConstraint(fields=("matter",), condition=Q(matter__isnull=False), name="case_once_for_a_row"),
            models.CheckConstraint(
                condition=Q(filed_on=None) | Q(filed_on__gte=F("happened_on")), name="case_filed_after_event"
            ),
            models.CheckConstraint(
                condition=Q(complete_on=None) | Q(complete_on__gte=F("filed_on")), name="case_complete_after_filed"
            ),
            models.CheckConstraint(
                condition=Q(paid_on=None) | Q(paid_on__gte=F("complete_on")), name="case_paid_after_complete"
            ),
        )
