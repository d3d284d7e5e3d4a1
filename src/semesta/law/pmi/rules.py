"""Contributions of migrant workers: paid at once for the term abroad, for JKK and JKM together; JHT is optional."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.bands import band, band_start
from semesta.law.grammar import greatest
from semesta.law.rule import rule

DURING = {
    "id": "Iuran JKK dan JKM PMI selama dan setelah bekerja",
    "en": "JKK and JKM contribution of migrant workers during and after work",
}


@rule(
    law="Permenaker 4/2023 Pasal 18",
    unit="rupiah",
    title={
        "id": "Iuran JKK dan JKM PMI sebelum bekerja",
        "en": "JKK and JKM contribution of migrant workers before work",
    },
)
def pmi_before_contribution(pmi_before_work):
    """What is due once for the time before work abroad."""
    return pmi_before_work


@rule(
    since="2023-02-22",
    law="Permenaker 4/2023 Pasal 18",
    unit="months",
    title={"id": "Bulan di atas paket PMI", "en": "Months beyond the package of migrant workers"},
)
def pmi_extra_months(contract_months, pmi_price_by_term, pmi_shortest_term):
    """The months that the longest package within the term leaves open."""
    term = greatest(band_start(contract_months, pmi_price_by_term), pmi_shortest_term)
    return greatest(contract_months - term, 0)


@rule(name="pmi_during_contribution", until="2023-02-21", law="Permenaker 18/2018", unit="rupiah", title=DURING)
def pmi_flat_contribution(pmi_flat):
    """What is due at once: one amount whatever the term."""
    return pmi_flat


@rule(since="2023-02-22", law="Permenaker 4/2023 Pasal 18", unit="rupiah", title=DURING)
def pmi_during_contribution(contract_months, pmi_price_by_term, pmi_extra_months, pmi_extra_month):
    """What is due at once for the term: the longest package within it, and each month beyond at its own price.

    A worker may instead choose the next longer package; the law leaves the choice.
    """
    return band(contract_months, pmi_price_by_term) + pmi_extra_months * pmi_extra_month


@rule(
    law="Permenaker 4/2023 Pasal 18",
    unit="rupiah",
    title={"id": "Iuran JKK dan JKM PMI seluruhnya", "en": "JKK and JKM contribution of migrant workers in all"},
)
def pmi_contribution(pmi_before_contribution, pmi_during_contribution):
    """What is due before, during and after work together, without JHT."""
    return pmi_before_contribution + pmi_during_contribution


@rule(
    since="2023-02-22",
    law="Permenaker 4/2023 Pasal 18",
    unit="rupiah",
    title={"id": "Iuran JHT PMI sebulan", "en": "JHT contribution of migrant workers per month"},
)
def pmi_savings_contribution(pmi_savings):
    """The amount that the worker chose among those offered; nothing if none."""
    return pmi_savings
