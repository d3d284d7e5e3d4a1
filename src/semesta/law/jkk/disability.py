"""Partial disability by the table of Lampiran III: one loss, on values and columns. Several losses are a schedule."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import MILLION, greatest, least, lookup, share, when
from semesta.law.jkk.lines import mirrored
from semesta.law.rule import rule

LAMPIRAN_III = "PP 44/2015 Pasal 25 dan Lampiran III jo. PP 82/2019"
PERCENT = MILLION // 100


@rule(
    law=LAMPIRAN_III,
    unit="per_million",
    title={"id": "Persentase cacat menurut tabel", "en": "Percentage of the loss by the table"},
)
def jkk_table_share(disability_line, left_handed, jkk_disability_table):
    """The entry of the line; for the left-handed the one of the other side."""
    table = jkk_disability_table
    own = lookup(disability_line, table)
    other = lookup(disability_line, {line: lookup(mirrored(line), table) for line in table})
    has_sides = lookup(disability_line, {line: mirrored(line) != line for line in table})
    return when(has_sides & left_handed, other, own)


@rule(
    law=LAMPIRAN_III,
    unit="code",
    title={"id": "Cara cacat ini dihitung", "en": "How this loss counts"},
)
def jkk_way_of_counting(disability_line, jkk_disability_counted):
    """`once`, `per_ten` decibels or percent, or `assessed` by the doctor."""
    return lookup(disability_line, jkk_disability_counted)


@rule(
    law=LAMPIRAN_III,
    unit="per_million",
    title={"id": "Persentase satu cacat menurut besarnya", "en": "Percentage of one loss by its size"},
)
def jkk_counted_share(jkk_way_of_counting, jkk_table_share, disability_measure, jkk_disability_step, jkk_assessed_min):
    """The entry of the table, once; or for each whole 10 dB or 10 % lost; or what the doctor assessed, within its bounds."""
    entries = {
        "once": jkk_table_share,
        "per_ten": (disability_measure // jkk_disability_step) * jkk_table_share,
        "assessed": least(greatest(disability_measure * PERCENT, jkk_assessed_min), jkk_table_share),
    }
    return lookup(jkk_way_of_counting, entries)


@rule(
    law=LAMPIRAN_III,
    unit="per_million",
    title={"id": "Persentase satu cacat", "en": "Percentage of one loss"},
)
def jkk_disability_share(jkk_counted_share, jkk_total_disability_share):
    """What the loss counts, never above total disability."""
    return least(jkk_counted_share, jkk_total_disability_share)


@rule(
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Santunan cacat sebagian anatomis", "en": "Grant for partial anatomical disability"},
)
def jkk_anatomical_disability_grant(jkk_compensation_basis, jkk_disability_share):
    """The percentage of one loss of 80 months of wage, rounded half up to a whole rupiah."""
    return share(jkk_compensation_basis, jkk_disability_share)


@rule(
    law=LAMPIRAN_III,
    unit="per_million",
    title={"id": "Fungsi yang hilang, paling banyak seluruhnya", "en": "Function that is lost, at most all of it"},
)
def jkk_function_lost(function_lost):
    """Nobody loses more of a function than the whole."""
    return least(function_lost, MILLION)


@rule(
    law=LAMPIRAN_III,
    unit="rupiah",
    title={"id": "Santunan cacat sebagian fungsi", "en": "Grant for partial functional disability"},
)
def jkk_functional_disability_grant(jkk_anatomical_disability_grant, jkk_function_lost):
    """The part of the function that is lost, of what its whole loss would pay; rounded half up to a whole rupiah."""
    return share(jkk_anatomical_disability_grant, jkk_function_lost)


@rule(
    law="Pedoman penilaian tingkat cacat (PP 14/1993 jo. PP 64/2005)",
    unit="per_million",
    title={"id": "Fungsi yang hilang menurut kekuatan otot", "en": "Function lost by muscle strength"},
)
def jkk_muscle_loss(muscle_grade, jkk_muscle_table):
    """What a grade of the muscle test means: 0 is no strength at all, 5 is full strength."""
    return lookup(muscle_grade, jkk_muscle_table)
