"""Where the contributions for loss of work come from, who has a right to the benefit, and how much it is."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import MISSING, least, lookup, share, when
from semesta.law.rule import rule

JKK_LEFT = {"id": "Iuran JKK setelah bagian untuk JKP", "en": "JKK contribution without what goes to JKP"}
JKM_LEFT = {"id": "Iuran JKM setelah bagian untuk JKP", "en": "JKM contribution without what goes to JKP"}
BEGUN = {"id": "Manfaat JKP sudah dibayar (sejak Februari 2022)", "en": "JKP is being paid (since February 2022)"}
FUND_PAYS = {"id": "Manfaat JKP dibayar BPJS Ketenagakerjaan", "en": "JKP is paid by BPJS Ketenagakerjaan"}


@rule(
    law="PP 37/2021 jo. PP 6/2025",
    unit="rupiah",
    title={"id": "Upah yang dihitung untuk JKP", "en": "Wage that counts for JKP"},
)
def jkp_basis(wage_per_month, jkp_wage_cap):
    """The last reported wage up to the cap, for contributions and benefit alike."""
    return least(wage_per_month, jkp_wage_cap)


@rule(
    law="PP 37/2021 Pasal 11 jo. PP 6/2025",
    unit="rupiah",
    title={"id": "Bagian iuran JKK yang menjadi iuran JKP", "en": "Part of the JKK contribution that goes to JKP"},
)
def jkp_from_jkk(jkp_basis, jkp_from_jkk_rate, has_labour_intensive_relief):
    """What of the employer's JKK contribution becomes JKP, rounded half up; it is no money beside it.

    Missing where the JKK of labour-intensive industries was halved: PP 7/2025 Pasal 10 sets another amount for them, which
    was not found. The usual one would be more than the whole halved contribution of very low risk.
    """
    return when(has_labour_intensive_relief, MISSING, share(jkp_basis, jkp_from_jkk_rate))


@rule(
    law="PP 37/2021 Pasal 11 jo. PP 6/2025",
    unit="rupiah",
    title={"id": "Bagian iuran JKM yang menjadi iuran JKP", "en": "Part of the JKM contribution that goes to JKP"},
)
def jkp_from_jkm(jkp_basis, jkp_from_jkm_rate):
    """What of the employer's JKM contribution becomes JKP, rounded half up; nothing since PP 6/2025."""
    return share(jkp_basis, jkp_from_jkm_rate)


@rule(
    law="PP 37/2021 Pasal 11 jo. PP 6/2025",
    unit="rupiah",
    title={"id": "Iuran JKP yang dibayar pemerintah pusat", "en": "JKP contribution of the central government"},
)
def jkp_government_contribution(jkp_basis, jkp_government_rate):
    """What the central government adds for the month, rounded half up on its own: the only new money."""
    return share(jkp_basis, jkp_government_rate)


@rule(
    law="PP 37/2021 Pasal 11 jo. PP 6/2025",
    unit="rupiah",
    title={"id": "Iuran JKP seluruhnya sebulan", "en": "Whole JKP contribution per month"},
)
def jkp_contribution(jkp_from_jkk, jkp_from_jkm, jkp_government_contribution):
    """What the programme receives for the month: the two parts of other contributions and the government's."""
    return jkp_from_jkk + jkp_from_jkm + jkp_government_contribution


@rule(
    name="jkk_contribution_left",
    until="2021-01-31",
    law="PP 44/2015 Pasal 16 dan Lampiran I",
    unit="rupiah",
    title=JKK_LEFT,
)
def jkk_contribution_before_jkp(jkk_pu_contribution):
    """All of it: there was no JKP yet."""
    return jkk_pu_contribution


@rule(
    name="jkk_contribution_left",
    since="2021-02-01",
    law="PP 44/2015 Pasal 16 jo. PP 49/2023; PP 37/2021 Pasal 11 jo. PP 6/2025",
    unit="rupiah",
    title=JKK_LEFT,
)
def jkk_contribution_beside_jkp(jkp_member, jkk_pu_contribution, jkp_from_jkk):
    """What remains for work accidents: of participants of JKP less their part, of others all of it.

    The employer's bill is the same either way.
    """
    return when(jkp_member, jkk_pu_contribution - jkp_from_jkk, jkk_pu_contribution)


@rule(
    name="jkm_contribution_left",
    until="2021-01-31",
    law="PP 44/2015 Pasal 18",
    unit="rupiah",
    title=JKM_LEFT,
)
def jkm_contribution_before_jkp(jkm_pu_contribution):
    """All of it: there was no JKP yet."""
    return jkm_pu_contribution


@rule(
    name="jkm_contribution_left",
    since="2021-02-01",
    law="PP 44/2015 Pasal 18 jo. PP 49/2023; PP 37/2021 Pasal 11 jo. PP 6/2025",
    unit="rupiah",
    title=JKM_LEFT,
)
def jkm_contribution_beside_jkp(jkp_member, jkm_pu_contribution, jkp_from_jkm):
    """What remains for deaths: of participants of JKP less their part, of others all of it."""
    return when(jkp_member, jkm_pu_contribution - jkp_from_jkm, jkm_pu_contribution)


@rule(
    law="PP 37/2021 Pasal 21 jo. PP 6/2025",
    unit="rupiah",
    title={"id": "Manfaat JKP sebulan pada bulan-bulan pertama", "en": "JKP benefit per month in the first months"},
)
def jkp_first_benefit(jkp_basis, jkp_first_rate):
    """The cash of each of the first months, rounded half up, since it is paid month by month."""
    return share(jkp_basis, jkp_first_rate)


@rule(
    law="PP 37/2021 Pasal 21 jo. PP 6/2025",
    unit="rupiah",
    title={"id": "Manfaat JKP sebulan pada bulan-bulan berikutnya", "en": "JKP benefit per month in the later months"},
)
def jkp_later_benefit(jkp_basis, jkp_later_rate):
    """The cash of each later month, rounded half up, since it is paid month by month."""
    return share(jkp_basis, jkp_later_rate)


@rule(
    law="PP 37/2021 Pasal 21 dan 40 jo. PP 6/2025",
    unit="months",
    title={"id": "Bulan manfaat JKP yang dibayar", "en": "Months of JKP that are paid"},
)
def jkp_months_paid_out(jkp_months_without_work, jkp_benefit_months):
    """The months without work, up to the most; all of them where nobody says when new work began."""
    return least(jkp_months_without_work, jkp_benefit_months)


@rule(
    law="PP 37/2021 Pasal 21 jo. PP 6/2025",
    unit="months",
    title={"id": "Bulan dengan manfaat bulan-bulan pertama", "en": "Months at the benefit of the first months"},
)
def jkp_first_months_paid_out(jkp_months_paid_out, jkp_first_months):
    """How many of the months paid are first months."""
    return least(jkp_months_paid_out, jkp_first_months)


@rule(
    law="PP 37/2021 Pasal 21 jo. PP 6/2025",
    unit="rupiah",
    title={"id": "Manfaat uang tunai JKP seluruhnya", "en": "Whole JKP cash benefit"},
)
def jkp_benefit(jkp_first_benefit, jkp_later_benefit, jkp_first_months_paid_out, jkp_months_paid_out):
    """What is paid in all to one who has the right: the law of the day of dismissal decides, also for later months."""
    later_months = jkp_months_paid_out - jkp_first_months_paid_out
    return jkp_first_benefit * jkp_first_months_paid_out + jkp_later_benefit * later_months


@rule(
    law="PP 37/2021 Pasal 20 jo. PP 6/2025",
    unit="yes_no",
    title={"id": "Sebab berhenti bekerja memberi hak atas JKP", "en": "The end of work gives a right to JKP"},
)
def jkp_end_counts(end_of_work, jkp_ends_that_count):
    """Whether work ended by dismissal; resignation, pension, total disability, death and the end of a term do not count."""
    return lookup(end_of_work, jkp_ends_that_count)


@rule(
    law="PP 37/2021 Pasal 19 jo. PP 6/2025",
    unit="yes_no",
    title={"id": "Masa iur untuk JKP tercapai", "en": "Enough contributions for JKP"},
)
def jkp_months_suffice(jkp_months_in_window, jkp_months_in_a_row, jkp_months_needed, jkp_months_in_a_row_needed):
    """Whether enough of the 24 months before dismissal were paid and, until PP 6/2025, enough of the last ones in a row.

    Since PP 6/2025 the 24 months are calendar months and none in a row are named. Counting them is left to the schedule.
    """
    in_a_row = (jkp_months_in_a_row_needed == 0) | (jkp_months_in_a_row >= jkp_months_in_a_row_needed)
    return (jkp_months_in_window >= jkp_months_needed) & in_a_row


@rule(
    law="PP 37/2021",
    unit="yes_no",
    title={"id": "Klaim JKP boleh diulang", "en": "JKP may be claimed again"},
)
def jkp_may_claim_again(jkp_claims_before, jkp_months_since_claim, jkp_claims_most, jkp_months_between_claims):
    """Whether it is the first claim, or a second or third one with enough contributions since the earlier one."""
    repeated = (jkp_claims_before < jkp_claims_most) & (jkp_months_since_claim >= jkp_months_between_claims)
    return (jkp_claims_before == 0) | repeated


@rule(
    law="PP 37/2021 Pasal 40 jo. PP 6/2025",
    unit="yes_no",
    title={"id": "Klaim JKP diajukan dalam batas waktu", "en": "JKP is claimed in time"},
)
def jkp_in_time(jkp_months_to_claim, jkp_claim_months):
    """Whether the claim came within the months after dismissal; the right is lost after them."""
    return jkp_months_to_claim <= jkp_claim_months


@rule(
    law="PP 37/2021 Pasal 4 jo. PP 6/2025",
    unit="yes_no",
    title={"id": "Warga negara Indonesia, sebagaimana disyaratkan JKP", "en": "Citizen of Indonesia, as JKP asks for"},
)
def jkp_for_citizens(indonesian_citizen):
    """Whether the worker is a citizen; foreigners are in the other programmes of wage earners but not in this one."""
    return indonesian_citizen


@rule(
    law="PP 37/2021 Pasal 4 jo. PP 6/2025",
    unit="yes_no",
    title={"id": "Didaftarkan sebelum batas usia", "en": "Registered below the limit of age"},
)
def jkp_young_enough(jkp_age_at_registration, jkp_age_limit):
    """Whether the worker had not reached the limit of age when registered."""
    return jkp_age_at_registration < jkp_age_limit


@rule(name="jkp_begun", since="2021-02-02", until="2022-01-31", law="PP 37/2021 Pasal 19", unit="yes_no", title=BEGUN)
def jkp_not_begun():
    """Not yet: contributions began in February 2021, so that nobody had twelve months of them."""
    return False


@rule(name="jkp_begun", since="2022-02-01", law="PP 37/2021 Pasal 19 jo. PP 6/2025", unit="yes_no", title=BEGUN)
def jkp_has_begun():
    """Yes."""
    return True


@rule(
    law="PP 37/2021 Pasal 4 jo. PP 6/2025",
    unit="yes_no",
    title={"id": "Ikut semua program yang disyaratkan JKP", "en": "Is in all programmes that JKP asks for"},
)
def jkp_programmes_suffice(
    firm_size, jkk_member, jkm_member, jht_member, jp_member, jkn_member, jkp_firm_needs_pension
):
    """Whether the worker is in JKK, JKM, JHT and the health insurance JKN and, in a large or medium firm, in JP as well."""
    every_firm = jkk_member & jkm_member & jht_member & jkn_member
    return every_firm & when(lookup(firm_size, jkp_firm_needs_pension), jp_member, True)


@rule(
    law="PP 37/2021 Pasal 4, 19, 20 dan 40 jo. PP 6/2025",
    unit="yes_no",
    title={"id": "Berhak atas manfaat JKP", "en": "Has a right to the JKP benefit"},
)
def jkp_has_right(
    jkp_begun,
    jkp_member,
    jkp_for_citizens,
    jkp_end_counts,
    jkp_months_suffice,
    jkp_may_claim_again,
    jkp_in_time,
    jkp_young_enough,
):
    """Whether all conditions hold. That the worker is willing to work again is stated with the claim and not asked here."""
    # Written out, since a missing condition must not hide one that fails.
    person = jkp_member & jkp_for_citizens & jkp_young_enough & jkp_may_claim_again
    return person & jkp_end_counts & jkp_months_suffice & jkp_in_time & jkp_begun


@rule(
    law="PP 37/2021 Pasal 4, 19–21 dan 40 jo. PP 6/2025",
    unit="rupiah",
    title={"id": "Manfaat uang tunai JKP yang menjadi hak", "en": "JKP cash benefit that is due"},
)
def jkp_benefit_due(jkp_has_right, jkp_benefit):
    """The whole benefit for one who has the right, 0 for one who has not; missing where a condition is not known."""
    return when(jkp_has_right, jkp_benefit, 0)


@rule(
    name="jkp_fund_pays",
    since="2021-02-02",
    until="2025-02-06",
    law="PP 37/2021 Pasal 39",
    unit="yes_no",
    title=FUND_PAYS,
)
def jkp_fund_pays_despite_arrears(jkp_arrears_months, jkp_arrears_most):
    """Whether the programme pays though the employer owes contributions; if not, the employer pays the worker first."""
    return (jkp_arrears_months == 0) | (jkp_arrears_months <= jkp_arrears_most)


@rule(
    name="jkp_fund_pays",
    since="2025-02-07",
    law="PP 37/2021 Pasal 39 dan 39A jo. PP 6/2025",
    unit="yes_no",
    title=FUND_PAYS,
)
def jkp_fund_pays_for_bankrupt(jkp_arrears_months, employer_bankrupt, jkp_arrears_most, jkp_bankrupt_arrears_most):
    """Whether the programme pays though the employer owes contributions: longer for one that is bankrupt or closed.

    If not, the employer pays the worker first and may ask it back once nothing is owed. What is owed stays owed in any case.
    """
    closed = employer_bankrupt & (jkp_arrears_months <= jkp_bankrupt_arrears_most)
    return (jkp_arrears_months == 0) | (jkp_arrears_months <= jkp_arrears_most) | closed
