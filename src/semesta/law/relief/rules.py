"""By how much the contributions for JKK and JKM are lowered for a while. A relief lowers the rate, never the rounded amount."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import MILLION, lookup, share, when
from semesta.law.rule import rule

TITLE = {
    "id": "Bagian iuran JKK dan JKM BPU yang dibayar",
    "en": "Part of the JKK and JKM contribution of BPU that is due",
}
UNIT = "per_million"


@rule(name="bpu_relief", until="2025-12-31", law="PP 44/2015; PP 49/2020", unit=UNIT, title=TITLE)
def bpu_relief_before_pp50(contribution_due):
    """The part that is due of everyone: all of it, or 1 % in the months of the pandemic relief."""
    return contribution_due


@rule(name="bpu_relief", since="2026-01-01", law="PP 50/2025", unit=UNIT, title=TITLE)
def bpu_relief_pp50(funding, sector, contribution_due, bpu_relief_excluded, bpu_relief_transport, bpu_relief_other):
    """The part that is due since PP 50/2025, which halves contributions for a while, except those paid by APBN or APBD.

    Only APBN and APBD are named as excluded. Whether money that passes through them or through villages counts is open;
    we take the whole contribution there, so that a budget is not short, and mark it as not verified.
    Who pays is asked only in months with a relief for the sector. What follows the relief is not decided: we take the
    whole contribution. It holds for members of before as for new ones, and lowers no benefit. The law is that of the month
    of contribution: arrears of earlier months stay due in full, and what was paid too much is carried forward.
    """
    relieved = lookup(sector, {"transport": bpu_relief_transport, "other": bpu_relief_other})
    is_whole = (relieved >= MILLION) | lookup(funding, bpu_relief_excluded)
    return when(is_whole, contribution_due, relieved)


@rule(
    law="PP 44/2015; PP 49/2020 Pasal 9 dan 12",
    unit=UNIT,
    title={
        "id": "Bagian iuran JKK dan JKM yang harus dibayar",
        "en": "Part of the JKK and JKM contributions that is due",
    },
)
def contribution_due(pandemic_relief_part, pandemic_relief_full_months, contribution_month_number, in_arrears):
    """All of it; 1 % in the months of the pandemic relief.

    Those who were behind in July 2020 get no relief, and those who registered later pay their first two months in full.
    """
    is_new = (pandemic_relief_full_months >= 1) & (contribution_month_number <= pandemic_relief_full_months)
    is_whole = (pandemic_relief_part >= MILLION) | is_new | in_arrears
    return when(is_whole, MILLION, pandemic_relief_part)


def _without_labour_intensive_relief():
    """Nobody: the relief runs from February 2025 to January 2026."""
    return False


LABOUR_INTENSIVE = {
    "id": "Mendapat keringanan JKK industri padat karya",
    "en": "Gets the JKK relief of labour-intensive industries",
}

before_labour_intensive_relief = rule(
    name="has_labour_intensive_relief", until="2025-01-31", law="PP 44/2015", unit="yes_no", title=LABOUR_INTENSIVE
)(_without_labour_intensive_relief)

after_labour_intensive_relief = rule(
    name="has_labour_intensive_relief",
    since="2026-02-01",
    law="PP 7/2025 Pasal 10A jo. PP 36/2025",
    unit="yes_no",
    title=LABOUR_INTENSIVE,
)(_without_labour_intensive_relief)


@rule(
    since="2025-02-01",
    until="2026-01-31",
    law="PP 7/2025 jo. PP 36/2025",
    unit="yes_no",
    title=LABOUR_INTENSIVE,
)
def has_labour_intensive_relief(
    industry, workers, in_arrears, labour_intensive_industries, labour_intensive_workers_min
):
    """Whether the employer is of one of the six industries, has enough workers and had paid JKK until January 2025."""
    is_large = workers >= labour_intensive_workers_min
    return lookup(industry, labour_intensive_industries) & is_large & when(in_arrears, False, True)


JKK_PU_RELIEF = {
    "id": "Bagian iuran JKK penerima upah yang dibayar",
    "en": "Part of the JKK contribution of wage earners due",
}


def _as_everyone(contribution_due):
    """The part that is due of everyone."""
    return contribution_due


jkk_pu_relief_before_pp7 = rule(
    name="jkk_pu_relief", until="2025-01-31", law="PP 44/2015; PP 49/2020", unit=UNIT, title=JKK_PU_RELIEF
)(_as_everyone)

jkk_pu_relief_after_pp36 = rule(
    name="jkk_pu_relief", since="2026-02-01", law="PP 44/2015", unit=UNIT, title=JKK_PU_RELIEF
)(_as_everyone)


@rule(since="2025-02-01", until="2026-01-31", law="PP 7/2025 jo. PP 36/2025", unit=UNIT, title=JKK_PU_RELIEF)
def jkk_pu_relief(has_labour_intensive_relief, labour_intensive_part, contribution_due):
    """Half of it in labour-intensive industries; of all others what is due of everyone."""
    return when(has_labour_intensive_relief, labour_intensive_part, contribution_due)


JP_LAW = "PP 45/2015 Pasal 28; PP 49/2020"


@rule(
    law=JP_LAW,
    unit=UNIT,
    title={"id": "Bagian iuran JP yang dibayar sekarang", "en": "Part of the JP contribution that is due now"},
)
def jp_part_now(contribution_due, jp_part_due_now):
    """All of it; 1 % for those who get the pandemic relief, on the conditions of JKK and JKM."""
    return when(contribution_due >= MILLION, MILLION, jp_part_due_now)


@rule(
    law=JP_LAW,
    unit="rupiah",
    title={
        "id": "Iuran JP bagian pemberi kerja yang dibayar sekarang",
        "en": "JP contribution of the employer paid now",
    },
)
def jp_employer_now(jp_basis, jp_employer_rate, jp_part_now):
    """What the employer pays in time; a relief lowers the rate, rounded half up on its own."""
    return share(jp_basis, share(jp_employer_rate, jp_part_now))


@rule(
    law=JP_LAW,
    unit="rupiah",
    title={"id": "Iuran JP bagian pekerja yang dibayar sekarang", "en": "JP contribution of the worker paid now"},
)
def jp_worker_now(jp_basis, jp_worker_rate, jp_part_now):
    """What is kept from the worker's wage in time; a relief lowers the rate, rounded half up on its own."""
    return share(jp_basis, share(jp_worker_rate, jp_part_now))


@rule(law=JP_LAW, unit="rupiah", title={"id": "Iuran JP yang dibayar sekarang", "en": "JP contribution paid now"})
def jp_due_now(jp_employer_now, jp_worker_now):
    """The whole contribution; 1 % of it in the months of the pandemic relief, both parts together."""
    return jp_employer_now + jp_worker_now


@rule(
    law=JP_LAW,
    unit="rupiah",
    title={
        "id": "Iuran JP bagian pemberi kerja yang ditunda (dilunasi 15 Mei 2021 sampai 15 April 2022)",
        "en": "JP contribution of the employer that is deferred (settled from 15 May 2021 to 15 April 2022)",
    },
)
def jp_employer_deferred(jp_employer_contribution, jp_employer_now):
    """What is left to pay of the employer's part: deferred, not waived."""
    return jp_employer_contribution - jp_employer_now


@rule(
    law=JP_LAW,
    unit="rupiah",
    title={
        "id": "Iuran JP bagian pekerja yang ditunda (dilunasi 15 Mei 2021 sampai 15 April 2022)",
        "en": "JP contribution of the worker that is deferred (settled from 15 May 2021 to 15 April 2022)",
    },
)
def jp_worker_deferred(jp_worker_contribution, jp_worker_now):
    """What is left to pay of the worker's part: deferred, not waived."""
    return jp_worker_contribution - jp_worker_now


@rule(law=JP_LAW, unit="rupiah", title={"id": "Iuran JP yang ditunda", "en": "JP contribution that is deferred"})
def jp_deferred(jp_employer_deferred, jp_worker_deferred):
    """What is left to pay of the month: deferred, not waived, and settled from 15 May 2021 to 15 April 2022."""
    return jp_employer_deferred + jp_worker_deferred
