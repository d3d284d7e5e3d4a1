"""What two totals of one place imply, and their difference in parts, where no list and no round tells more."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.planning.deficit import Expectation, deficit, published
from semesta.planning.fields import Assumed
from semesta.planning.implied import Implied, expected_of
from semesta.planning.pooling.parted import Ages
from semesta.planning.pooling.pooled import Pooled
from semesta.planning.portfolio import Portfolio, ages_together


def of_totals(
    found: Implied, named: Expectation | None, ages: Ages, replaced: Mapping[str, Assumed] | None = None
) -> Pooled:
    """The difference in parts as if all claims were deaths under JKM; no parts where they are less than one.

    Args:
        named: the reader's own ratio of the totals; without one JKM's part goes by what was published, as own experience of two
            totals would explain itself.
        replaced: the reader's own assumptions in the place of ours.
    """
    expectation, subject = named, 1.0
    if expectation is None and (jkm := published("JKM", "BPU", found.month.year)) is not None:
        expectation, subject = expected_of(found, jkm, replaced)
    if expectation is None or found.cases == 0:
        return Pooled("", implied=found)
    parts = deficit(
        "JKM",
        found.contributions,
        found.claims,
        found.cases,
        expectation,
        said=found.terms,
        portfolio=Portfolio(ages_together(ages.values())),
        subject=subject,
        replaced=replaced,
    )
    return Pooled("", implied=found, parts=parts)
