"""Contributions for old-age savings, and what may be taken of the balance and when."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import lookup, share, when
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


@rule(
    law="PP 46/2015 Pasal 22 ayat (2)",
    unit="per_million",
    title={"id": "Hasil pengembangan JHT setahun", "en": "Development of the JHT in a year"},
)
def jht_published_yield(jht_year, jht_yield_by_year):
    """The development that was published for the year; missing for years of which none is known.

    The law gives only a floor: the average rate of 12-month deposits of state banks, which nobody publishes as one number.
    """
    return lookup(jht_year, jht_yield_by_year)


@rule(
    law="PP 46/2015 Pasal 22; Permenaker 4/2022 Pasal 6 dan 8–10",
    unit="months",
    title={"id": "Masa tunggu pembayaran JHT", "en": "Months until the JHT is paid"},
)
def jht_waiting_time(end_of_work, jht_waiting_months):
    """How many months after work ended the balance is paid, by how it ended.

    Permenaker 2/2022, which would have paid only at 56, was replaced before it came into force and is left out.
    """
    return lookup(end_of_work, jht_waiting_months)


@rule(
    law="PP 46/2015 Pasal 22 ayat (4)–(6)",
    unit="yes_no",
    title={"id": "Boleh mengambil sebagian JHT", "en": "May take a part of the JHT"},
)
def jht_may_withdraw(months_of_membership, jht_withdrawn_before, jht_withdrawal_months):
    """Whether a member who still works may take a part: after ten years of membership, and only once."""
    return (months_of_membership >= jht_withdrawal_months) & when(jht_withdrawn_before, False, True)


@rule(
    law="PP 46/2015 Pasal 22 ayat (5)",
    unit="per_million",
    title={"id": "Bagian saldo untuk tujuan itu", "en": "Part of the balance for the purpose"},
)
def jht_withdrawal_part(jht_purpose, jht_withdrawal_share):
    """The part of the balance that may be taken for the purpose."""
    return lookup(jht_purpose, jht_withdrawal_share)


@rule(
    law="PP 46/2015 Pasal 22 ayat (4)–(6)",
    unit="rupiah",
    title={"id": "Paling banyak sebagian JHT yang boleh diambil", "en": "Most of the JHT that may be taken"},
)
def jht_partial_withdrawal(jht_may_withdraw, jht_balance, jht_withdrawal_part):
    """The most that may be taken while still working, rounded half up; 0 for those who may not."""
    return when(jht_may_withdraw, share(jht_balance, jht_withdrawal_part), 0)
