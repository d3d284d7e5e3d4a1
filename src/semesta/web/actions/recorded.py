"""The event of a write, in the transaction of the write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.models import Model

from semesta.web.models import Event, User


@contextmanager
def recorded(action: str, *, by: User | None, place: str = "") -> Iterator[Event]:
    """A transaction that ends with its event: either both are kept or neither.

    Yields:
        The event, to be told its subject (`about`) and details before the block ends.
    """
    with transaction.atomic():
        event = Event(action=action, by=by, place=place)
        yield event
        event.save()


def about(event: Event, subject: Model, **detail: Any) -> None:
    """Says what an event is about. Details are ids, codes and counts, never identities."""
    event.subject, event.subject_id = subject._meta.model_name or "", subject.pk
    event.detail = {**event.detail, **detail}
