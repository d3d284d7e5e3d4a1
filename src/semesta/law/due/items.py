"""The lines that being late adds to the bill of an employer: one per programme, where the case says `paid_on` or `months_late`."""

from __future__ import annotations

from functools import partial

from semesta.basics.words import Words, same
from semesta.law.due.fines import CONTRIBUTIONS, late_fine_lines
from semesta.law.items import Facts, Schedule


def is_paid_by_employer(case: Facts) -> bool:
    """Whether a fine can be due at all: those without wage pay none, their cover lapses instead."""
    was_late = case.get("paid_on") is not None or case.get("months_late") not in (None, 0)
    return case.get("segment") == "PU" and was_late


CONTRIBUTION = tuple(
    Schedule(
        name=f"late_fine_{programme.lower()}",
        programme=programme,
        payer="employer",
        law="PP 44/2015; PP 45/2015; PP 46/2015; PP 49/2020; PP 7/2025",
        title=Words("Denda keterlambatan iuran ", "Fine for the late contribution for ") + same(programme),
        function=partial(late_fine_lines, programme),
        applies=is_paid_by_employer,
        needs=("paid_on",),
    )
    for programme in CONTRIBUTIONS
)
