"""Which pairs of rows are compared at all: those that agree in one of these rules. All others are two people."""

from __future__ import annotations

from collections.abc import Sequence

from semesta.people.link.comparisons import HOME, Comparison

_BY_NIK_OR_HOME = (
    "l.nik = r.nik",
    "l.nik12 = r.nik12",
    "l.dob = r.dob and l.kec = r.kec",
    "l.phs = r.phs and l.desa = r.desa",
    "l.desa = r.desa and l.t_lo = r.t_lo and l.yob = r.yob",
    "l.desa = r.desa and l.t_hi = r.t_hi and l.yob = r.yob",
)
# The last ten digits of a NIK are a birth date and a serial that begins anew in every district.
_END_OF_NIK = "l.nik_r10 = r.nik_r10"
# In a large list a regency has many of one name and year: of two million rows a third of all candidates came of this rule, growing
# with the square of the list.
_BY_NAME = "l.phs = r.phs and l.kab = r.kab and l.yob = r.yob"
_BY_NAME_NEAR = "l.phs = r.phs and l.kec = r.kec and l.yob = r.yob"
_BY_BIRTH = (
    "l.dob = r.dob and l.t_lo = r.t_lo",
    "l.dob = r.dob and l.t_hi = r.t_hi",
    "l.dob_nik = r.dob and l.t_lo = r.t_lo",
    "l.dob = r.dob_nik and l.t_lo = r.t_lo",
)
_ACROSS = (
    f"{_END_OF_NIK} and l.t_lo = r.t_lo",
    f"{_END_OF_NIK} and l.t_hi = r.t_hi",
    "l.dob = r.dob and l.phs = r.phs",
)
LARGE = 500_000
"""From so many rows on, strangers who share a birth date and little else are too many: they are looked for within a regency only.

Of a million workers and a million participants what is accepted is then the same pair for pair.
"""


def candidates(comparisons: Sequence[Comparison], rows: int) -> tuple[str, ...]:
    """The rules as SQL over rows `l` and `r`, each a chain of equalities.

    Args:
        comparisons: what the two lists can be compared in.
        rows: of the longer list. A large one is compared regency by regency; across them only by NIK, or by birth date and name.
    """
    loose = (_END_OF_NIK, *_BY_BIRTH)
    if rows < LARGE or HOME not in comparisons:
        return (*_BY_NIK_OR_HOME, _BY_NAME, *loose)
    return (*_BY_NIK_OR_HOME, _BY_NAME_NEAR, *(f"{rule} and l.kab = r.kab" for rule in loose), *_ACROSS)
