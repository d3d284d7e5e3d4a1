"""What covering one person costs per month."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import lookup
from semesta.law.rule import rule


@rule(
    law="PP 44/2015; PP 46/2015; PP 50/2025",
    unit="rupiah",
    title={"id": "Harga perlindungan per orang per bulan", "en": "Price of cover per person per month"},
)
def cover_price_per_month(package, jkk_contribution, jkm_contribution, jht_contribution):
    """The whole monthly bill for the package: the sum of its programmes, each rounded on its own.

    An office that rounds the sum instead may come to one rupiah less or more.
    """
    risks = jkk_contribution + jkm_contribution
    return lookup(package, {"JKK+JKM": risks, "JKK+JKM+JHT": risks + jht_contribution})
