"""Contributions for work accidents, and what an accident pays."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import greatest, least, lookup, share

# The law collects what this module holds: the rules of partial disability are handed on to it.
from semesta.law.jkk.disability import LAMPIRAN_III
from semesta.law.jkk.disability import jkk_anatomical_disability_grant as jkk_anatomical_disability_grant
from semesta.law.jkk.disability import jkk_counted_share as jkk_counted_share
from semesta.law.jkk.disability import jkk_disability_share as jkk_disability_share
from semesta.law.jkk.disability import jkk_function_lost as jkk_function_lost
from semesta.law.jkk.disability import jkk_functional_disability_grant as jkk_functional_disability_grant
from semesta.law.jkk.disability import jkk_muscle_loss as jkk_muscle_loss
from semesta.law.jkk.disability import jkk_table_share as jkk_table_share
from semesta.law.jkk.disability import jkk_way_of_counting as jkk_way_of_counting
from semesta.law.rule import MIGRANTS, rule


@rule(
    law="PP 44/2015 Pasal 16 dan Lampiran I",
    unit="per_million",
    title={"id": "Tarif JKK penerima upah", "en": "JKK rate of wage earners"},
)
def jkk_pu_rate(risk_class, jkk_pu_rate_by_risk):
    """The rate of the wage by class of work risk."""
    return lookup(risk_class, jkk_pu_rate_by_risk)


@rule(
    law="PP 44/2015; PP 49/2020; PP 7/2025 jo. PP 36/2025",
    unit="per_million",
    title={"id": "Tarif JKK penerima upah setelah keringanan", "en": "JKK rate of wage earners after relief"},
)
def jkk_pu_rate_due(jkk_pu_rate, jkk_pu_relief):
    """The rate that is due: of labour-intensive industries half of it, as long as their relief runs."""
    return share(jkk_pu_rate, jkk_pu_relief)


@rule(
    law="PP 44/2015 Pasal 16 dan Lampiran I; PP 49/2020; PP 7/2025 jo. PP 36/2025",
    unit="rupiah",
    title={"id": "Iuran JKK penerima upah sebulan", "en": "JKK contribution of a wage earner per month"},
)
def jkk_pu_contribution(wage_per_month, jkk_pu_rate_due):
    """What the employer pays for the month, rounded half up to a whole rupiah on its own.

    Offices differ: some round the sum of the programmes, which may give one rupiah less or more.
    """
    return share(wage_per_month, jkk_pu_rate_due)


@rule(
    law="PP 44/2015 Lampiran II; PP 49/2020; PP 50/2025",
    unit="per_million",
    title={"id": "Tarif JKK bukan penerima upah setelah keringanan", "en": "JKK rate without wage after relief"},
)
def jkk_bpu_rate_due(jkk_bpu_rate, bpu_relief):
    """The rate that is due."""
    return share(jkk_bpu_rate, bpu_relief)


@rule(
    law="PP 44/2015 Lampiran II; PP 49/2020; PP 50/2025",
    unit="rupiah",
    title={"id": "Iuran JKK bukan penerima upah sebulan", "en": "JKK contribution without wage per month"},
)
def jkk_bpu_contribution(bpu_basis, jkk_bpu_rate_due):
    """What is due for the month, rounded half up to a whole rupiah; the relief lowers the rate.

    Employers, interns, students at work and convicts at work pay by the rates of wage earners instead: ask as segment PU.
    """
    return share(bpu_basis, jkk_bpu_rate_due)


@rule(
    law="PP 44/2015 Lampiran I dan II",
    unit="rupiah",
    title={"id": "Iuran JKK sebulan", "en": "JKK contribution per month"},
)
def jkk_contribution(segment, jkk_pu_contribution, jkk_bpu_contribution):
    """What is due for the month by the person's segment."""
    return lookup(segment, {"PU": jkk_pu_contribution, "BPU": jkk_bpu_contribution})


@rule(
    law="PP 44/2015 Pasal 25",
    unit="rupiah",
    title={"id": "Upah yang menjadi dasar manfaat JKK", "en": "Wage that JKK benefits count on"},
)
def jkk_benefit_basis(segment, wage_per_month, bpu_basis, bpu_group, jkk_benefit_basis_of_group):
    """What contributions are counted on: the last reported wage, also in construction; of others their income.

    Those without wage who contribute on a wage, as interns do, have that wage. A relief does not lower it. Of migrant
    workers no amounts are recorded: theirs stand in Permenaker 4/2023.
    """
    of_group = lookup(lookup(bpu_group, jkk_benefit_basis_of_group), {"income": bpu_basis, "wage": wage_per_month})
    return lookup(segment, {"PU": wage_per_month, "BPU": of_group, "JAKON": wage_per_month})


@rule(
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Dasar santunan: 80 bulan upah", "en": "What compensation counts on: 80 months of wage"},
)
def jkk_compensation_basis(jkk_benefit_basis, jkk_compensation_months):
    """The months of wage of which death and disability pay a part."""
    return jkk_benefit_basis * jkk_compensation_months


@rule(
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Santunan kematian JKK", "en": "JKK grant for death"},
)
def jkk_death_grant(jkk_compensation_basis, jkk_death_share, jkk_death_min):
    """60 % of 80 months of wage, that is 48 months; never below the grant of JKM. Exact: nothing is rounded."""
    return greatest(share(jkk_compensation_basis, jkk_death_share), jkk_death_min)


@rule(
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Santunan kematian JKK terendah", "en": "Lowest JKK grant for death"},
)
def jkk_death_min(jkm_grant):
    """The grant that JKM would pay at once: who dies at work never leaves less."""
    return jkm_grant


@rule(
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Santunan berkala JKK, dibayar sekaligus", "en": "Periodic grant of JKK, paid at once"},
    not_of=MIGRANTS,
)
def jkk_periodic_grant_paid(jkk_periodic_grant):
    """The periodic grant of 24 months, paid at once, for death and for total permanent disability."""
    return jkk_periodic_grant


@rule(
    law=LAMPIRAN_III, unit="rupiah", title={"id": "Biaya pemakaman JKK", "en": "Funeral costs of JKK"}, not_of=MIGRANTS
)
def jkk_funeral_paid(jkk_funeral):
    """The funeral; without heirs it goes to whoever buried."""
    return jkk_funeral


@rule(
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Manfaat JKK karena meninggal dunia", "en": "JKK benefit for death"},
)
def jkk_death_benefit(jkk_death_grant, jkk_periodic_grant, jkk_funeral):
    """What the heirs get: grant, periodic grant paid at once, and funeral. Without scholarship; JKM pays nothing on top."""
    return jkk_death_grant + jkk_periodic_grant + jkk_funeral


@rule(
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Santunan cacat total tetap", "en": "Grant for total permanent disability"},
)
def jkk_total_disability_grant(jkk_compensation_basis, jkk_total_disability_share):
    """70 % of 80 months of wage, that is 56 months. Exact: nothing is rounded."""
    return share(jkk_compensation_basis, jkk_total_disability_share)


@rule(
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Manfaat JKK karena cacat total tetap", "en": "JKK benefit for total permanent disability"},
)
def jkk_total_disability_benefit(jkk_total_disability_grant, jkk_periodic_grant):
    """Grant, and periodic grant paid at once. Without scholarship."""
    return jkk_total_disability_grant + jkk_periodic_grant


@rule(
    since="2015-07-01",
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Perawatan dan pengobatan", "en": "Medical care"},
    not_of=MIGRANTS,
)
def jkk_medical(medical_cost):
    """What was spent as medically needed, in class I of a hospital: without any limit.

    Since PP 82/2019 also the examination that finds out whether a disease comes from the work.
    """
    return medical_cost


@rule(
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Penggantian angkutan darat, sungai, atau danau", "en": "Transport by land, river or lake"},
    not_of=MIGRANTS,
)
def jkk_transport_land(transport_land_cost, jkk_transport_land_max):
    """What was spent, up to the cap of the mode."""
    return least(transport_land_cost, jkk_transport_land_max)


@rule(
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Penggantian angkutan laut", "en": "Transport by sea"},
    not_of=MIGRANTS,
)
def jkk_transport_sea(transport_sea_cost, jkk_transport_sea_max):
    """What was spent, up to the cap of the mode."""
    return least(transport_sea_cost, jkk_transport_sea_max)


@rule(
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Penggantian angkutan udara", "en": "Transport by air"},
    not_of=MIGRANTS,
)
def jkk_transport_air(transport_air_cost, jkk_transport_air_max):
    """What was spent, up to the cap of the mode."""
    return least(transport_air_cost, jkk_transport_air_max)


@rule(
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Penggantian biaya angkutan JKK", "en": "Transport costs of JKK"},
)
def jkk_transport(jkk_transport_land, jkk_transport_sea, jkk_transport_air):
    """The sum over the modes used, each up to its own cap; a mode that was not used has a cost of 0.

    Since PP 82/2019 also for the way to a clinic or a training centre while returning to work.
    """
    return jkk_transport_land + jkk_transport_sea + jkk_transport_air


@rule(
    law=LAMPIRAN_III,
    unit="per_million",
    title={"id": "Upah yang diganti, dari upah sebulan", "en": "Wages replaced, of the wage of one month"},
)
def jkk_incapacity_wages(months_off_work, jkk_incapacity_share, jkk_incapacity_band):
    """Each whole month off work at the share of its stage, added up. The law of the accident's day holds throughout."""
    nothing = 0 * months_off_work  # missing months stay missing
    months_first = least(months_off_work, jkk_incapacity_band)
    months_second = least(greatest(months_off_work - jkk_incapacity_band, nothing), jkk_incapacity_band)
    months_later = greatest(months_off_work - 2 * jkk_incapacity_band, nothing)
    return (
        months_first * lookup("first", jkk_incapacity_share)
        + months_second * lookup("second", jkk_incapacity_share)
        + months_later * lookup("later", jkk_incapacity_share)
    )


@rule(
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Santunan sementara tidak mampu bekerja (STMB)", "en": "Compensation while unable to work"},
)
def jkk_incapacity(jkk_benefit_basis, jkk_incapacity_wages):
    """What replaces the wage of the whole months off work; goes to the employer that kept paying, otherwise to the worker.

    It may be paid every six months. Rounded half up once over all months; paid month by month, it may differ by a rupiah.
    """
    return share(jkk_benefit_basis, jkk_incapacity_wages)


@rule(
    since="2019-12-02",
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Perawatan di rumah", "en": "Care at home"},
    not_of=MIGRANTS,
)
def jkk_home_care(home_care_cost, jkk_home_care_max):
    """What was spent within one year, up to the cap."""
    return least(home_care_cost, jkk_home_care_max)


@rule(
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Alat bantu (orthose) atau alat ganti (prothese)", "en": "Orthosis or prosthesis"},
    not_of=MIGRANTS,
)
def jkk_prosthesis(prosthesis_price, jkk_prosthesis_addition):
    """The price at the rehabilitation centre of a government hospital and the addition, rounded half up to a whole rupiah."""
    return prosthesis_price + share(prosthesis_price, jkk_prosthesis_addition)


@rule(
    until="2019-12-01",
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Rehabilitasi medik", "en": "Medical rehabilitation"},
    not_of=MIGRANTS,
)
def jkk_rehabilitation(rehabilitation_cost, jkk_rehabilitation_max):
    """What was spent, up to the cap. No such cap is named after 1 December 2019: then it is part of medical care."""
    return least(rehabilitation_cost, jkk_rehabilitation_max)


@rule(law=LAMPIRAN_III, unit="rupiah", title={"id": "Gigi tiruan", "en": "Dentures"}, not_of=MIGRANTS)
def jkk_denture(denture_cost, jkk_denture_max):
    """What was spent, up to the cap."""
    return least(denture_cost, jkk_denture_max)


@rule(
    since="2019-12-02",
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Alat bantu dengar", "en": "Hearing aid"},
    not_of=MIGRANTS,
)
def jkk_hearing_aid(hearing_aid_cost, jkk_hearing_aid_max):
    """What was spent, up to the cap."""
    return least(hearing_aid_cost, jkk_hearing_aid_max)


@rule(
    since="2019-12-02", law=LAMPIRAN_III, unit="rupiah", title={"id": "Kacamata", "en": "Spectacles"}, not_of=MIGRANTS
)
def jkk_spectacles(spectacles_cost, jkk_spectacles_max):
    """What was spent, up to the cap."""
    return least(spectacles_cost, jkk_spectacles_max)
