"""What an employer pays for being late. Those who receive no wage pay no fine, but their cover lapses."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import lookup, share, when
from semesta.law.rule import rule

JKK_FINE = {"id": "Denda keterlambatan iuran JKK sebulan", "en": "Fine for a late JKK contribution per month"}


@rule(
    law="PP 44/2015; PP 45/2015; PP 46/2015; PP 49/2020",
    unit="per_million",
    title={"id": "Denda keterlambatan iuran sebulan", "en": "Fine for a late contribution per month"},
)
def late_fine_rate(segment, late_fine_rate_by_segment):
    """The part of the late contribution that is added for each month of delay, by the law of the month of contribution."""
    return lookup(segment, late_fine_rate_by_segment)


def _as_other_programmes(late_fine_rate):
    """The same as for the other programmes."""
    return late_fine_rate


jkk_late_fine_rate_before_pp7 = rule(
    name="jkk_late_fine_rate", until="2025-01-31", law="PP 44/2015; PP 49/2020", unit="per_million", title=JKK_FINE
)(_as_other_programmes)

jkk_late_fine_rate_after_pp7 = rule(
    name="jkk_late_fine_rate",
    since="2025-08-01",
    law="PP 44/2015; PP 7/2025 jo. PP 36/2025",
    unit="per_million",
    title=JKK_FINE,
)(_as_other_programmes)


@rule(since="2025-02-01", until="2025-07-31", law="PP 7/2025", unit="per_million", title=JKK_FINE)
def jkk_late_fine_rate(segment, has_labour_intensive_relief, labour_intensive_late_fine_rate, late_fine_rate):
    """The lower fine of labour-intensive employers, which PP 36/2025 did not carry on; of others the usual one."""
    of_wage = when(has_labour_intensive_relief, labour_intensive_late_fine_rate, late_fine_rate)
    return when(segment == "PU", of_wage, late_fine_rate)


@rule(
    law="PP 44/2015; PP 45/2015; PP 46/2015; PP 49/2020",
    unit="rupiah",
    title={"id": "Denda keterlambatan iuran", "en": "Fine for a late contribution"},
)
def late_fine(amount_due, months_late, late_fine_rate):
    """What the employer adds, borne by the employer alone; the rate is added up, the amount rounded half up once."""
    return share(amount_due, late_fine_rate * months_late)


@rule(
    law="PP 44/2015; PP 49/2020; PP 7/2025",
    unit="rupiah",
    title={"id": "Denda keterlambatan iuran JKK", "en": "Fine for a late JKK contribution"},
)
def jkk_late_fine(amount_due, months_late, jkk_late_fine_rate):
    """What the employer adds for JKK, rounded half up once."""
    return share(amount_due, jkk_late_fine_rate * months_late)


@rule(
    law="PP 44/2015; Permenaker 5/2021",
    unit="yes_no",
    title={"id": "Usia diterima saat mendaftar sebagai BPU", "en": "Of an age to be registered as BPU"},
)
def bpu_young_enough(age_at_registration, bpu_age_limit):
    """Whether the person has not reached the limit of age on the day of registration; who is a member already may stay."""
    return age_at_registration < bpu_age_limit
