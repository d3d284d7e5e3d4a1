"""Contributions for death, and what the heirs get."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import MISSING, lookup, share, when
from semesta.law.rule import MIGRANTS, rule

WAITING = {"id": "Meninggal dalam masa tunggu", "en": "Died within the waiting time"}


@rule(
    law="PP 44/2015 Pasal 18; PP 49/2020",
    unit="per_million",
    title={"id": "Tarif JKM penerima upah setelah keringanan", "en": "JKM rate of wage earners after relief"},
)
def jkm_pu_rate_due(jkm_pu_rate, contribution_due):
    """The rate that is due."""
    return share(jkm_pu_rate, contribution_due)


@rule(
    law="PP 44/2015 Pasal 18; PP 49/2020",
    unit="rupiah",
    title={"id": "Iuran JKM penerima upah sebulan", "en": "JKM contribution of a wage earner per month"},
)
def jkm_pu_contribution(wage_per_month, jkm_pu_rate_due):
    """What the employer pays for the month, rounded half up to a whole rupiah on its own; a relief lowers the rate."""
    return share(wage_per_month, jkm_pu_rate_due)


@rule(
    law="PP 44/2015 Lampiran II; PP 49/2020; PP 50/2025",
    unit="rupiah",
    title={"id": "Iuran JKM bukan penerima upah sebulan", "en": "JKM contribution without wage per month"},
)
def jkm_bpu_contribution(jkm_bpu_flat, bpu_relief):
    """What is due for the month: a flat amount, less the relief, rounded half up to a whole rupiah."""
    return share(jkm_bpu_flat, bpu_relief)


@rule(
    law="PP 44/2015 Pasal 18 dan Lampiran II",
    unit="rupiah",
    title={"id": "Iuran JKM sebulan", "en": "JKM contribution per month"},
)
def jkm_contribution(segment, jkm_pu_contribution, jkm_bpu_contribution):
    """What is due for the month by the person's segment."""
    return lookup(segment, {"PU": jkm_pu_contribution, "BPU": jkm_bpu_contribution})


@rule(
    name="jkm_in_waiting_time",
    until="2025-02-23",
    law="PP 44/2015 Pasal 34 jo. PP 82/2019",
    unit="yes_no",
    title=WAITING,
)
def jkm_without_waiting_time():
    """Never: the full benefit was paid even after one day of membership."""
    return False


@rule(
    name="jkm_in_waiting_time",
    since="2025-02-24",
    law="Permenaker 5/2021 jo. Permenaker 1/2025",
    unit="yes_no",
    title=WAITING,
)
def jkm_bpu_waiting_time(segment, months_paid, jkm_bpu_waiting_months, jkm_waiting_also_earlier):
    """Whether a person without wage died before the months of contribution that the full benefit needs were paid.

    Taken for every death from the first day on, also of those registered earlier. The text on them was not found: until
    three months have passed since that day, whoever paid less may have registered before it, and the answer is in doubt.
    """
    return (segment == "BPU") & (months_paid < jkm_bpu_waiting_months) & jkm_waiting_also_earlier


@rule(
    law="PP 44/2015 Pasal 34 jo. PP 82/2019",
    unit="rupiah",
    title={"id": "Manfaat JKM penuh", "en": "Full JKM benefit"},
    not_of=MIGRANTS,
)
def jkm_full_benefit(jkm_grant, jkm_periodic_grant, jkm_funeral):
    """What the heirs get outside any waiting time: grant, periodic grant paid at once, and funeral; without scholarship."""
    return jkm_grant + jkm_periodic_grant + jkm_funeral


@rule(
    law="PP 44/2015 Pasal 34 jo. PP 82/2019; Permenaker 1/2025",
    unit="rupiah",
    title={"id": "Manfaat JKM", "en": "JKM benefit"},
)
def jkm_benefit(segment, jkm_in_waiting_time, jkm_full_benefit, jkm_funeral):
    """What the heirs get: the full benefit; in the waiting time the funeral alone. Without scholarship.

    Of a participant who dies in active membership and not of a work accident, for which JKK pays instead. Missing for migrant
    workers: their amounts stand in Permenaker 4/2023 and are not recorded here.
    """
    return when(segment == "PMI", MISSING, when(jkm_in_waiting_time, jkm_funeral, jkm_full_benefit))


GRANT = {"id": "Santunan sekaligus JKM", "en": "Lump-sum grant of JKM"}
PERIODIC = {"id": "Santunan berkala JKM, dibayar sekaligus", "en": "Periodic grant of JKM, paid at once"}
FUNERAL = {"id": "Biaya pemakaman JKM", "en": "Funeral costs of JKM"}
PP_53, PP_44 = "PP 14/1993 jo. PP 53/2012", "PP 44/2015 Pasal 34 jo. PP 82/2019"
PERMENAKER_1 = PP_44 + "; Permenaker 1/2025"


@rule(name="jkm_grant_paid", until="2015-06-30", law=PP_53, unit="rupiah", title=GRANT, not_of=MIGRANTS)
def jkm_grant_before_pp44(jkm_grant):
    """The lump sum."""
    return jkm_grant


@rule(since="2015-07-01", law=PERMENAKER_1, unit="rupiah", title=GRANT, not_of=MIGRANTS)
def jkm_grant_paid(jkm_in_waiting_time, jkm_grant):
    """The lump sum; nothing within the waiting time."""
    return when(jkm_in_waiting_time, 0, jkm_grant)


@rule(name="jkm_periodic_grant_paid", until="2015-06-30", law=PP_53, unit="rupiah", title=PERIODIC, not_of=MIGRANTS)
def jkm_periodic_grant_before_pp44(jkm_periodic_grant):
    """The periodic grant of 24 months, paid at once."""
    return jkm_periodic_grant


@rule(since="2015-07-01", law=PERMENAKER_1, unit="rupiah", title=PERIODIC, not_of=MIGRANTS)
def jkm_periodic_grant_paid(jkm_in_waiting_time, jkm_periodic_grant):
    """The periodic grant of 24 months, paid at once; nothing within the waiting time."""
    return when(jkm_in_waiting_time, 0, jkm_periodic_grant)


@rule(name="jkm_funeral_paid", until="2015-06-30", law=PP_53, unit="rupiah", title=FUNERAL, not_of=MIGRANTS)
def jkm_funeral_before_pp44(jkm_funeral):
    """The funeral."""
    return jkm_funeral


@rule(since="2015-07-01", law=PP_44, unit="rupiah", title=FUNERAL, not_of=MIGRANTS)
def jkm_funeral_paid(jkm_funeral):
    """The funeral, once and from the first day of membership; without heirs it goes to whoever buried."""
    return jkm_funeral


@rule(
    since="2025-02-24",
    law="Permenaker 5/2021 jo. Permenaker 1/2025",
    unit="rupiah",
    title={"id": "Santunan JKM dari pemberi kerja kedua", "en": "JKM grants from the second employer"},
    not_of=MIGRANTS,
)
def jkm_second_employer_grants(employers, jkm_grant_paid, jkm_periodic_grant_paid):
    """Of a worker for whom two employers paid: the grants a second time, but no second funeral.

    The sources speak of two employers; of more nothing was found. They tell it as new with Permenaker 1/2025: of earlier
    deaths nothing was found either way, so none is answered with one benefit or with two.
    """
    return lookup(employers, {1: 0, 2: jkm_grant_paid + jkm_periodic_grant_paid})
