"""Ages and sexes of those covered in a segment, as the lists of a round tell: what deaths of a plan's people are expected by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from semesta.basics import shown
from semesta.basics.words import LANGS, Words
from semesta.monev.measured import Measured
from semesta.planning.portfolio import MOSTLY, exposures_in, portfolio_of


@dataclass(frozen=True)
class AgesSeen:
    """People by sex (L, P, "" where not known) and single age, weighed by their months; what is not known is left out."""

    weights: Mapping[tuple[str, int], float]
    said: Words


def ages_seen(measured: Measured, place: str) -> dict[str, AgesSeen]:
    """By segment, of the latest year of which most ages are known; nothing where the round has no such lists."""
    here = exposures_in(measured, place)
    found: dict[str, AgesSeen] = {}
    for year, segment in sorted({(one.year, one.segment) for one in here if one.ages}):
        known = portfolio_of(one for one in here if (one.year, one.segment) == (year, segment))
        if known.age_known >= MOSTLY:
            found[segment] = AgesSeen(known.ages, _said(segment, year, known.age_known))
    return found


def _said(segment: str, year: int, known: float) -> Words:
    parts = [shown.share(min(known, 1.0), lang, 0) for lang in LANGS]
    return Words(
        f"kematian {segment} menurut umur dan jenis kelamin peserta {segment} dalam daftar putaran {year} ({parts[0]} diketahui)",
        f"deaths of {segment} by age and sex of its members on the lists of the round of {year} ({parts[1]} known)",
    )
