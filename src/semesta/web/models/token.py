"""What a program shows instead of a password."""

from __future__ import annotations

from django.db import models

from semesta.web.models.user import User


class Token(models.Model):
    """A token of a person; only the SHA-256 of its secret is kept. It may do what the person may, within its scope."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="tokens")
    title = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    scope = models.CharField(
        max_length=8, choices=[("read", "read"), ("lists", "lists"), ("work", "work")], default="read"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    expires_on = models.DateField()
    ended = models.DateTimeField(null=True)
    last_used = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)
