"""What covering one person costs per month."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import lookup, when
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


@rule(
    law="PP 44/2015 Lampiran I dan II; PP 46/2015",
    unit="rupiah",
    title={"id": "Dasar iuran dan manfaat sebulan", "en": "Basis of contributions and benefits per month"},
)
def cover_basis(segment, wage_per_month, bpu_basis):
    """What contributions are counted on and what the grants of JKK are multiples of: the reported wage, or the BPU basis."""
    return lookup(segment, {"PU": wage_per_month, "BPU": bpu_basis})


@rule(
    law="PP 44/2015; PP 46/2015",
    unit="rupiah",
    title={"id": "Harga perlindungan sebagai PU sebulan", "en": "Price of cover as a wage earner per month"},
)
def cover_price_as_pu(
    package, jkk_pu_contribution, jkm_pu_contribution, jht_pu_employer_contribution, jht_pu_worker_contribution
):
    """What the package costs a person registered as a wage earner; compare with `cover_price_as_bpu`."""
    risks = jkk_pu_contribution + jkm_pu_contribution
    savings = jht_pu_employer_contribution + jht_pu_worker_contribution
    return lookup(package, {"JKK+JKM": risks, "JKK+JKM+JHT": risks + savings})


@rule(
    law="PP 44/2015 Lampiran II; PP 46/2015; PP 50/2025",
    unit="rupiah",
    title={"id": "Harga perlindungan sebagai BPU sebulan", "en": "Price of cover without wage per month"},
)
def cover_price_as_bpu(package, jkk_bpu_contribution, jkm_bpu_contribution, jht_bpu_contribution):
    """What the package costs a person registered as one without wage; compare with `cover_price_as_pu`."""
    risks = jkk_bpu_contribution + jkm_bpu_contribution
    return lookup(package, {"JKK+JKM": risks, "JKK+JKM+JHT": risks + jht_bpu_contribution})


@rule(
    law="PP 44/2015; PP 46/2015; PP 50/2025",
    unit="code",
    title={"id": "Jalur yang lebih murah", "en": "The cheaper way to register"},
)
def cover_price_compared(cover_price_as_pu, cover_price_as_bpu):
    """PU or BPU, whichever costs less, or `same`. The cheaper way may buy less: see `cover_basis` for both."""
    dearer = when(cover_price_as_pu > cover_price_as_bpu, "BPU", "same")
    return when(cover_price_as_pu < cover_price_as_bpu, "PU", dearer)
