"""The audit: what was done, by whom, when, to what. It is only ever added to, which the database itself holds to."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models

from semesta.web.models.user import User


class Event(models.Model):
    """One thing done. `detail` holds ids and counts, never a NIK, a name or anything else by which a person is known."""

    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    action = models.CharField(max_length=40)
    place = models.CharField(max_length=16, blank=True)
    subject = models.CharField(max_length=40, blank=True)
    subject_id = models.BigIntegerField(null=True)
    detail = models.JSONField(default=dict)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("subject", "subject_id")), models.Index(fields=("place", "-id")))

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise TypeError("an event is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("an event is never deleted")
