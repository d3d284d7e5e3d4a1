"""Contributions for work accidents."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import lookup, share
from semesta.law.rule import rule


@rule(
    law="PP 44/2015 Pasal 16 dan Lampiran I",
    unit="per_million",
    title={"id": "Tarif JKK penerima upah", "en": "JKK rate of wage earners"},
)
def jkk_pu_rate(risk_class, jkk_pu_rate_by_risk):
    """The rate of the wage by class of work risk."""
    return lookup(risk_class, jkk_pu_rate_by_risk)


@rule(
    law="PP 44/2015; PP 49/2020",
    unit="per_million",
    title={"id": "Tarif JKK penerima upah setelah keringanan", "en": "JKK rate of wage earners after relief"},
)
def jkk_pu_rate_due(jkk_pu_rate, contribution_due):
    """The rate that is due. The relief for six labour-intensive industries (PP 7/2025, PP 36/2025) is not counted."""
    return share(jkk_pu_rate, contribution_due)


@rule(
    law="PP 44/2015 Pasal 16 dan Lampiran I",
    unit="rupiah",
    title={"id": "Iuran JKK penerima upah sebulan", "en": "JKK contribution of a wage earner per month"},
)
def jkk_pu_contribution(wage_per_month, jkk_pu_rate_due):
    """What the employer pays for the month, rounded half up to a whole rupiah on its own.

    Offices differ: some round the sum of the programmes, which may give one rupiah less or more.
    """
    return share(wage_per_month, jkk_pu_rate_due)


@rule(
    law="PP 44/2015 Lampiran II; PP 50/2025",
    unit="per_million",
    title={"id": "Tarif JKK bukan penerima upah setelah keringanan", "en": "JKK rate without wage after relief"},
)
def jkk_bpu_rate_due(jkk_bpu_rate, bpu_relief):
    """The rate that is due."""
    return share(jkk_bpu_rate, bpu_relief)


@rule(
    law="PP 44/2015 Lampiran II; PP 50/2025",
    unit="rupiah",
    title={"id": "Iuran JKK bukan penerima upah sebulan", "en": "JKK contribution without wage per month"},
)
def jkk_bpu_contribution(bpu_basis, jkk_bpu_rate_due):
    """What is due for the month, rounded half up to a whole rupiah; the relief lowers the rate.

    Employers, interns, students at work and convicts at work pay by the rates of wage earners instead: ask as segment PU.
    """
    return share(bpu_basis, jkk_bpu_rate_due)


@rule(
    law="PP 44/2015 Lampiran I dan II",
    unit="rupiah",
    title={"id": "Iuran JKK sebulan", "en": "JKK contribution per month"},
)
def jkk_contribution(segment, jkk_pu_contribution, jkk_bpu_contribution):
    """What is due for the month by the person's segment."""
    return lookup(segment, {"PU": jkk_pu_contribution, "BPU": jkk_bpu_contribution})
