"""Whether the person was still covered when it happened, by the months without contribution."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import lookup
from semesta.law.rule import rule

COVERED = {"id": "Masih terlindungi pada hari kejadian", "en": "Still covered on the day of the event"}


@rule(
    name="still_covered",
    until="2015-06-30",
    law="PP 14/1993 jo. PP 53/2012",
    unit="yes_no",
    title=COVERED,
)
def covered_after_work(months_unpaid, jkm_months_after_work):
    """Whether a death came within the months for which cover outlasted the contributions; PP 44/2015 ended that."""
    return months_unpaid <= jkm_months_after_work


@rule(
    name="still_covered",
    since="2015-07-01",
    law="PP 44/2015; Permenaker 5/2021",
    unit="yes_no",
    title=COVERED,
)
def covered_by_payment(segment, months_unpaid, cover_lapses_after_unpaid_months):
    """Whether the membership was active: of those without wage it ends with the unpaid months, of others it does not.

    An employer that owes contributions is fined; its workers stay covered.
    """
    active = months_unpaid < lookup("BPU", cover_lapses_after_unpaid_months)
    return lookup(segment, {"PU": True, "BPU": active, "JAKON": True})
