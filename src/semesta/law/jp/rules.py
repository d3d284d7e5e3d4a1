"""Contributions for the pension, who has a right to a monthly pension, and how much it is."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import MILLION, greatest, least, lookup, share, when
from semesta.law.rule import rule

# The law gives a rate for twelve months; multiplying before dividing keeps the amount exact.
MONTHS = 12


@rule(
    law="PP 45/2015 Pasal 29",
    unit="rupiah",
    title={"id": "Upah yang dihitung untuk JP", "en": "Wage that counts for JP"},
)
def jp_basis(wage_per_month, jp_wage_cap):
    """The wage up to the cap of the month; the cap changes each 1 March."""
    return least(wage_per_month, jp_wage_cap)


@rule(
    law="PP 45/2015 Pasal 28",
    unit="rupiah",
    title={"id": "Iuran JP bagian pemberi kerja sebulan", "en": "JP contribution of the employer per month"},
)
def jp_employer_contribution(jp_basis, jp_employer_rate):
    """What the employer pays for the month, rounded half up to a whole rupiah on its own, as each payer pays rupiah."""
    return share(jp_basis, jp_employer_rate)


@rule(
    law="PP 45/2015 Pasal 28",
    unit="rupiah",
    title={"id": "Iuran JP bagian pekerja sebulan", "en": "JP contribution of the worker per month"},
)
def jp_worker_contribution(jp_basis, jp_worker_rate):
    """What is kept from the worker's wage for the month, rounded half up to a whole rupiah on its own."""
    return share(jp_basis, jp_worker_rate)


@rule(
    law="PP 45/2015 Pasal 28",
    unit="rupiah",
    title={"id": "Iuran JP sebulan", "en": "JP contribution per month"},
)
def jp_contribution(jp_employer_contribution, jp_worker_contribution):
    """What is due for the month, both parts together. Nobody but wage earners has this programme.

    PP 49/2020 let employers pay 99 % of August 2020 to January 2021 later; it was deferred, never waived, so it is due here.
    """
    return jp_employer_contribution + jp_worker_contribution


@rule(
    law="PP 45/2015; Permenaker 29/2015 Pasal 26",
    unit="yes_no",
    title={"id": "Kepadatan iuran tercapai", "en": "Contributions are dense enough"},
)
def jp_is_dense(months_paid, months_of_membership, jp_density_needed):
    """Whether enough of the months since registration were paid."""
    return months_paid * MILLION >= months_of_membership * jp_density_needed


@rule(
    law="PP 45/2015; Permenaker 29/2015 Pasal 26",
    unit="yes_no",
    title={"id": "Masa iur dihitung lima belas tahun", "en": "Fifteen years are counted"},
)
def jp_counts_fifteen_years(jp_event, jp_is_dense, months_of_membership, jp_membership_needed):
    """Whether a disability or a death counts as if the years were full: dense enough, and not just registered.

    The time since registration is one month before a disability and one year before a death. Old age has no such help.
    """
    helped = jp_is_dense & (months_of_membership >= lookup(jp_event, jp_membership_needed))
    return lookup(jp_event, {"old_age": False, "disability": helped, "death": helped})


@rule(
    law="PP 45/2015; Permenaker 29/2015 Pasal 26",
    unit="yes_no",
    title={"id": "Berhak atas pensiun bulanan", "en": "Has a right to a monthly pension"},
)
def jp_is_monthly(months_paid, jp_months_needed, jp_counts_fifteen_years):
    """Whether the pension is paid each month; otherwise contributions and development are paid at once."""
    return (months_paid >= jp_months_needed) | jp_counts_fifteen_years


@rule(
    law="PP 45/2015 Pasal 17 ayat (2)",
    unit="months",
    title={"id": "Masa iur yang dihitung", "en": "Months of contribution that count"},
)
def jp_months_counted(months_paid, jp_months_needed):
    """The months of contribution, at least the fifteen years that every monthly pension is counted on."""
    return greatest(months_paid, jp_months_needed)


@rule(
    law="PP 45/2015 Pasal 17 ayat (2)",
    unit="rupiah",
    title={"id": "Jumlah upah tertimbang selama masa iur", "en": "Sum of indexed wages over the contribution time"},
)
def jp_wages_counted(jp_average_wage, jp_months_counted):
    """The average indexed wage times the months that count."""
    return jp_average_wage * jp_months_counted


@rule(
    law="PP 45/2015 Pasal 17 ayat (2)",
    unit="rupiah",
    title={"id": "Formula manfaat pensiun sebulan", "en": "Formula of the pension per month"},
)
def jp_formula_pension(jp_wages_counted, jp_accrual_rate):
    """1 % of the average indexed wage for each year of contributions, rounded half up to a whole rupiah once, at the end.

    Whole twelve millions and the rest are multiplied apart, for the reason that `share` gives.
    """
    year = MILLION * MONTHS
    whole = jp_wages_counted // year
    rest = jp_wages_counted - whole * year
    return whole * jp_accrual_rate + (rest * jp_accrual_rate + year // 2) // year


@rule(
    law="PP 45/2015 Pasal 21–23",
    unit="per_million",
    title={"id": "Bagian penerima dari formula", "en": "Part of the formula for who receives it"},
)
def jp_part(jp_recipient, jp_recipient_share):
    """The part of the formula that the participant, the widow or widower, a child or a parent gets."""
    return lookup(jp_recipient, jp_recipient_share)


@rule(
    law="PP 45/2015 Pasal 17 dan 21–23",
    unit="rupiah",
    title={"id": "Bagian penerima dari manfaat pensiun", "en": "The recipient's part of the pension"},
)
def jp_part_of_pension(jp_formula_pension, jp_part):
    """The part of the formula in rupiah, rounded half up, before the lowest and highest pension."""
    return share(jp_formula_pension, jp_part)


@rule(
    law="PP 45/2015 Pasal 16–18",
    unit="rupiah",
    title={"id": "Manfaat pensiun sebulan dalam batasnya", "en": "Pension per month within its bounds"},
)
def jp_bounded_pension(jp_part_of_pension, jp_pension_min, jp_pension_max):
    """The pension, never below the lowest nor above the highest of the day.

    Pasal 16 calls each of the five kinds a pension, so the bounds are taken for what each recipient gets.
    """
    return least(greatest(jp_part_of_pension, jp_pension_min), jp_pension_max)


@rule(
    law="PP 45/2015 Pasal 16–18 dan 21–23",
    unit="rupiah",
    title={"id": "Manfaat pensiun sebulan pada tahun pertama", "en": "Pension per month in the first year"},
)
def jp_pension(jp_is_monthly, jp_bounded_pension):
    """What is paid each month of the first year; 0 for those who are paid at once instead."""
    return when(jp_is_monthly, jp_bounded_pension, 0)


@rule(
    law="PP 45/2015; Permenaker 29/2015 Pasal 14 dan 26",
    unit="rupiah",
    title={"id": "Manfaat JP yang dibayar sekaligus", "en": "JP paid at once"},
)
def jp_lump_sum(jp_is_monthly, jp_balance):
    """Contributions and their development for those who have no right to a monthly pension; 0 for those who have."""
    return when(jp_is_monthly, 0, jp_balance)


@rule(
    law="PP 45/2015 Pasal 17 ayat (3) dan (4)",
    unit="per_million",
    title={"id": "Inflasi umum", "en": "General inflation"},
)
def jp_inflation(jp_year, jp_inflation_by_year):
    """The general inflation of a year, by which wages and pensions are indexed; missing where none is known."""
    return lookup(jp_year, jp_inflation_by_year)
