"""Contributions for old-age savings."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import lookup, share
from semesta.law.rule import rule


@rule(
    law="PP 46/2015",
    unit="rupiah",
    title={"id": "Iuran JHT bagian pemberi kerja sebulan", "en": "JHT contribution of the employer per month"},
)
def jht_pu_employer_contribution(wage_per_month, jht_pu_employer_rate):
    """What the employer pays for the month, rounded half up to a whole rupiah."""
    return share(wage_per_month, jht_pu_employer_rate)


@rule(
    law="PP 46/2015",
    unit="rupiah",
    title={"id": "Iuran JHT bagian pekerja sebulan", "en": "JHT contribution of the worker per month"},
)
def jht_pu_worker_contribution(wage_per_month, jht_pu_worker_rate):
    """What is kept from the worker's wage for the month, rounded half up to a whole rupiah."""
    return share(wage_per_month, jht_pu_worker_rate)


@rule(
    law="PP 46/2015",
    unit="rupiah",
    title={"id": "Iuran JHT bukan penerima upah sebulan", "en": "JHT contribution without wage per month"},
)
def jht_bpu_contribution(bpu_basis, jht_bpu_rate):
    """What is due for the month, rounded half up to a whole rupiah. No relief has ever lowered it."""
    return share(bpu_basis, jht_bpu_rate)


@rule(
    law="PP 46/2015",
    unit="rupiah",
    title={"id": "Iuran JHT sebulan", "en": "JHT contribution per month"},
)
def jht_contribution(segment, jht_pu_employer_contribution, jht_pu_worker_contribution, jht_bpu_contribution):
    """What is due for the month by the person's segment, both parts of a wage earner together."""
    of_wage = jht_pu_employer_contribution + jht_pu_worker_contribution
    return lookup(segment, {"PU": of_wage, "BPU": jht_bpu_contribution})
