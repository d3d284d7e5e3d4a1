"""The figures of a snapshot, for tables, comparisons and the API; what they rest on stands beside them."""

from __future__ import annotations

from django.db import models

from semesta.web.models.snapshot import Snapshot


def _code() -> models.CharField:
    return models.CharField(max_length=60, blank=True)


class Figure(models.Model):
    """One value. Whole numbers are kept whole (rupiah to the last digit), shares as fractions; both None: missing, never 0."""

    snapshot = models.ForeignKey(Snapshot, on_delete=models.CASCADE, related_name="figures")
    position = models.IntegerField()
    """Its place among the values: headlines come before breakdowns."""
    indicator = models.CharField(max_length=40)
    unit = models.CharField(max_length=30)
    place, office, group, segment, programme, funding = _code(), _code(), _code(), _code(), _code(), _code()
    period, universe, basis, benefit, document = _code(), _code(), _code(), _code(), _code()
    whole = models.BigIntegerField(null=True)
    fraction = models.FloatField(null=True)
    rest = models.JSONField(default=dict)
    """numerator, denominator, low, high, status, notes in both languages, sources, rows."""

    class Meta:
        ordering = ("snapshot", "position")
        indexes = (models.Index(fields=("snapshot", "indicator", "place")),)

    @property
    def value(self) -> int | float | None:
        return self.whole if self.whole is not None else self.fraction
