"""The basis of contributions of those who receive no wage, and who of them pays by the rates of wage earners."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.bands import band
from semesta.law.grammar import MISSING, lookup, when
from semesta.law.rule import rule


@rule(
    law="PP 44/2015 Lampiran II; PP 46/2015",
    unit="rupiah",
    title={"id": "Nilai golongan penghasilan BPU", "en": "Basis of the income band of those without wage"},
)
def bpu_tier_basis(income_per_month, bpu_basis_by_income):
    """The amount that stands in the annexes for the band of the income.

    The annexes leave a gap of one thousand rupiah between two bands; an income in the gap belongs to the lower one.
    """
    return band(income_per_month, bpu_basis_by_income)


@rule(
    law="PP 44/2015 Lampiran II; PP 46/2015",
    unit="rupiah",
    title={"id": "Dasar iuran peserta BPU", "en": "Basis of contributions of those without wage"},
)
def bpu_basis(income_per_month, bpu_basis_min, bpu_basis_max, basis_mode, bpu_tier_basis, bpu_basis_modes):
    """The amount contributions and benefits are counted on, per month: never below the lowest nor above the highest basis.

    Between the two the annexes give one amount per band of income (mode `tier`). A branch counts the plain percentage of
    the income (an income of Rp2.000.000 gives a JKK of Rp20.000, the band Rp20.500): mode `exact`.
    """
    by_mode = lookup(basis_mode, {"tier": bpu_tier_basis, "exact": income_per_month})
    between = when(lookup(basis_mode, bpu_basis_modes), by_mode, MISSING)
    not_lowest = when(income_per_month >= bpu_basis_max, bpu_basis_max, between)
    return when(income_per_month <= bpu_basis_min, bpu_basis_min, not_lowest)


@rule(
    law="PP 44/2015 Lampiran I dan II",
    unit="code",
    title={"id": "Jalur tarif JKK dan JKM", "en": "Whose rates of JKK and JKM apply"},
)
def contribution_route(segment, bpu_group, bpu_group_route):
    """Whose rates a person pays by: those of the segment, but some who receive no wage pay the percentages of wage earners.

    They are employers themselves, interns, honorer, students on work practice and convicts at work. The percentages are
    those of the employer, of the lowest wage of a worker who does the same work: give it as `wage_per_month`.
    """
    return when(segment == "BPU", lookup(bpu_group, bpu_group_route), segment)


@rule(
    law="PP 44/2015 Lampiran I",
    unit="count",
    title={"id": "Kelompok risiko kerja bidang usaha", "en": "Class of work risk of a field of business"},
)
def business_risk_class(business, risk_class_of_business):
    """The class of work risk in which Lampiran I puts the field: government services, for one, are of very low risk.

    A bill takes it where the case names the field and no class of its own.
    """
    return lookup(business, risk_class_of_business)
