"""What the children of those who died or were disabled for good get for school."""

# mypy: allow-untyped-defs, allow-incomplete-defs
# Arguments are plain values or columns alike; their names, not types, say what they are.

from semesta.law.grammar import Term, lookup, when
from semesta.law.rule import MIGRANTS, rule

LEVELS = ("TK", "SD", "SMP", "SMA", "PT")
PER_CHILD = {"id": "Beasiswa paling banyak bagi satu anak", "en": "Most scholarship of one child"}
LAW = "PP 44/2015 jo. PP 82/2019"


def onward(level: str, per_year: Term, years: Term) -> Term:
    """The amounts of all years of a level and of those that follow it."""
    left = LEVELS[LEVELS.index(level) :]
    return sum((lookup(each, per_year) * lookup(each, years) for each in left), start=0)


@rule(name="scholarship_child", until="2019-12-01", law="PP 44/2015", unit="rupiah", title=PER_CHILD, not_of=MIGRANTS)
def scholarship_child_at_once(scholarship_lump):
    """The lump sum that one child got, whatever its level."""
    return scholarship_lump


@rule(name="scholarship_child", since="2019-12-02", law=LAW, unit="rupiah", title=PER_CHILD, not_of=MIGRANTS)
def scholarship_child_by_year(child_level, scholarship_per_year, scholarship_years):
    """The most that a child at the beginning of the level can still draw: all its years and those of the levels above."""
    return lookup(child_level, {level: onward(level, scholarship_per_year, scholarship_years) for level in LEVELS})


@rule(
    since="2019-12-02",
    law=LAW,
    unit="rupiah",
    title={"id": "Beasiswa setahun", "en": "Scholarship of one year"},
    not_of=MIGRANTS,
)
def scholarship_year(child_level, scholarship_per_year):
    """What is paid for one year at the level; it is claimed every year."""
    return lookup(child_level, scholarship_per_year)


@rule(
    law=LAW,
    unit="rupiah",
    title={"id": "Beasiswa paling banyak bagi satu keluarga", "en": "Most scholarship of one family"},
)
def scholarship_family_max(scholarship_child_max, scholarship_children):
    """As many children as the law allows, each from its first year at kindergarten."""
    return scholarship_child_max * scholarship_children


@rule(
    name="scholarship_child_max", until="2019-12-01", law="PP 44/2015", unit="rupiah", title=PER_CHILD, not_of=MIGRANTS
)
def scholarship_child_max_at_once(scholarship_lump):
    """The lump sum."""
    return scholarship_lump


@rule(name="scholarship_child_max", since="2019-12-02", law=LAW, unit="rupiah", title=PER_CHILD, not_of=MIGRANTS)
def scholarship_child_max_by_year(scholarship_per_year, scholarship_years):
    """All years of all levels."""
    return onward("TK", scholarship_per_year, scholarship_years)


@rule(
    law="PP 44/2015 Pasal 34 jo. PP 82/2019",
    unit="yes_no",
    title={"id": "Masa iur cukup untuk beasiswa JKM", "en": "Contributed long enough for the JKM scholarship"},
)
def jkm_scholarship_earned(months_paid, jkm_scholarship_months):
    """Whether the months of contribution suffice. JKK asks for none."""
    return months_paid >= jkm_scholarship_months


@rule(
    law="PP 44/2015 Pasal 34 jo. PP 82/2019",
    unit="rupiah",
    title={"id": "Beasiswa JKM paling banyak bagi satu anak", "en": "Most JKM scholarship of one child"},
)
def jkm_scholarship_child(jkm_scholarship_earned, scholarship_child):
    """The most that a child can still draw; nothing where the months of contribution do not suffice."""
    return when(jkm_scholarship_earned, scholarship_child, 0)


@rule(
    law="PP 44/2015 Lampiran III jo. PP 82/2019",
    unit="rupiah",
    title={"id": "Beasiswa JKK paling banyak bagi satu anak", "en": "Most JKK scholarship of one child"},
)
def jkk_scholarship_child(scholarship_child):
    """The most that a child can still draw, from the first day of membership on."""
    return scholarship_child
