"""By how much the contributions for JKK and JKM are lowered for a while. A relief lowers the rate, never the rounded amount."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import lookup, when
from semesta.law.rule import rule

TITLE = {
    "id": "Bagian iuran JKK dan JKM BPU yang dibayar",
    "en": "Part of the JKK and JKM contribution of BPU that is due",
}
UNIT = "per_million"


@rule(name="bpu_relief", until="2025-12-31", law="PP 44/2015; PP 49/2020", unit=UNIT, title=TITLE)
def bpu_relief_before_pp50(contribution_due):
    """The part that is due of everyone: all of it, or 1 % in the months of the pandemic relief."""
    return contribution_due


@rule(name="bpu_relief", since="2026-01-01", until="2027-03-31", law="PP 50/2025", unit=UNIT, title=TITLE)
def bpu_relief_pp50(funding, sector, contribution_due, bpu_relief_excluded, bpu_relief_transport, bpu_relief_other):
    """The part that is due while PP 50/2025 halves contributions, except those paid by APBN or APBD.

    Only APBN and APBD are named as excluded. Whether money that passes through them or through villages counts is open;
    we take the whole contribution there, so that a budget is not short, and mark it as not verified.
    """
    relieved = lookup(sector, {"transport": bpu_relief_transport, "other": bpu_relief_other})
    return when(lookup(funding, bpu_relief_excluded), contribution_due, relieved)


@rule(name="bpu_relief", since="2027-04-01", law="PP 44/2015", unit=UNIT, title=TITLE)
def bpu_relief_after_pp50(contribution_due):
    """The part that is due of everyone: nothing has been decided for the time after PP 50/2025."""
    return contribution_due
