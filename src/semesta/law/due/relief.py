"""Until when the months for which PP 36/2025 carried the labour-intensive relief on are paid."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from semesta.basics.words import Words
from semesta.law.deadline import Deadline
from semesta.law.due.cited import cited
from semesta.law.faults import NoLawOnDate
from semesta.law.items import Facts

if TYPE_CHECKING:
    from semesta.law.law import Law

TITLE = Words(
    "Batas membayar iuran JKK bulan ini dengan keringanan padat karya",
    "Last day to pay the JKK of this month with the labour-intensive relief",
)


def relief_deadlines(case: Facts, month: dt.date, law: Law) -> tuple[Deadline, ...]:
    """The last day to pay the month with the relief; none where there is no relief or it has no such day."""
    inputs = {name: case.get(name) for name in ("industry", "workers", "in_arrears") if name in case}
    if case.get("segment") != "PU" or law.value("has_labour_intensive_relief", date=month, **inputs).value is not True:
        return ()
    try:
        last = cited(law, "labour_intensive_paid_by", month)
    except NoLawOnDate:
        return ()
    return (Deadline(dt.date.fromisoformat(str(last.value)), TITLE, last.law, last.verified, last.note),)
