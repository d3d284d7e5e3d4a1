"""The basis of contributions of those who receive no wage."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import greatest, least
from semesta.law.rule import rule


@rule(
    law="PP 44/2015 Lampiran II; PP 46/2015",
    unit="rupiah",
    title={"id": "Dasar iuran peserta BPU", "en": "Basis of contributions of those without wage"},
)
def bpu_basis(income_per_month, bpu_basis_min, bpu_basis_max):
    """The income contributions are counted on, per month: never below the lowest nor above the highest basis.

    The annexes give bands of income. Only their two ends are known; a branch counts the plain percentage in between
    (an income of Rp2.000.000 gives a JKK of Rp20.000), and so do we.
    """
    return least(greatest(income_per_month, bpu_basis_min), bpu_basis_max)
