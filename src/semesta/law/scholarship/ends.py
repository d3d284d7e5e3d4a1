"""What ends a scholarship before the age does: marriage and work, with what Permenaker 1/2025 allows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from semesta.basics.words import Words
from semesta.law.law import Law
from semesta.law.scholarship.children import Child

MARRIED = Words("beasiswa berakhir karena anak telah menikah", "the scholarship ends because the child is married")
WORKING = Words("beasiswa berakhir karena anak telah bekerja", "the scholarship ends because the child works")
HOW_LONG = Words(
    "belum diketahui, perlu diisi: sudah berapa bulan berturut-turut anak bekerja (works_months)",
    "not known, to be given: for how many months in a row the child has worked (works_months)",
)


@dataclass(frozen=True)
class Lost:
    """Why there is no scholarship; `ends` is None where the case does not say enough to tell."""

    ends: bool | None
    because: Words
    verified: bool = True


def lost_by(child: Child, on: dt.date, law: Law) -> Lost | None:
    """What ends the scholarship of a child on a day; None where nothing does.

    Until Permenaker 1/2025 any work did. Since then a child that still studies may work on its own account, as an intern, or
    for wages for some months in a row.
    """
    if child.married:
        return Lost(True, MARRIED)
    if child.works is None:
        return None
    allowed = law.book.parameters["scholarship_work_months"].on(on)
    if allowed is None:
        return Lost(True, WORKING)
    if child.works != "PU":
        return None
    if child.works_months is None:
        return Lost(None, HOW_LONG)
    return Lost(True, WORKING, allowed.verified) if child.works_months > int(str(allowed.value)) else None
