"""What is owed to participants and heirs whose benefit is paid late."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import share
from semesta.law.rule import rule

ARTICLES = "PP 44/2015 Pasal 37 dan Pasal 40 ayat (4)"


@rule(
    law=ARTICLES,
    unit="rupiah",
    title={"id": "Ganti rugi sehari keterlambatan", "en": "Compensation per day of delay"},
)
def late_compensation_per_day(claim_amount, late_payment_rate):
    """1 % of the benefit, rounded half up to a whole rupiah for each day, since it is owed day by day."""
    return share(claim_amount, late_payment_rate)


@rule(
    law=ARTICLES,
    unit="rupiah",
    title={
        "id": "Ganti rugi keterlambatan pembayaran JKK atau JKM",
        "en": "Compensation for late payment of JKK or JKM",
    },
)
def late_compensation(late_compensation_per_day, days_late):
    """What the fund owes on top of the benefit. Every day counts, not only working days: the text names days."""
    return late_compensation_per_day * days_late
