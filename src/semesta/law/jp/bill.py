"""The pension's part of the bill: in the months when PP 49/2020 deferred most of it, apart what is paid now and later."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from semesta.basics.words import Words
from semesta.law.grammar import MILLION
from semesta.law.items import Due, Facts, Item, Schedule, of_segment
from semesta.law.lines import dues

if TYPE_CHECKING:
    from semesta.law.law import Law

WHOLE = (Item("jp_employer_contribution", "JP", "employer"), Item("jp_worker_contribution", "JP", "worker"))
DEFERRED = (
    Item("jp_employer_now", "JP", "employer"),
    Item("jp_worker_now", "JP", "worker"),
    Item("jp_employer_deferred", "JP", "employer"),
    Item("jp_worker_deferred", "JP", "worker"),
)


def jp_lines(case: Facts, law: Law, on: dt.date) -> list[Due]:
    """Both parts of the month; with a relief four lines that come to the same, since it was deferred and not waived."""
    inputs = {name: value for name, value in case.items() if name in law.book.inputs}
    whole = [line for item in WHOLE for line in dues(item, case, inputs, law, on)]
    if law.value("jp_part_now", date=on, **inputs).value == MILLION:
        return whole
    return [line for item in DEFERRED for line in dues(item, case, inputs, law, on)]


CONTRIBUTION = Schedule(
    name="jp_lines",
    programme="JP",
    payer="employer",
    law="PP 45/2015 Pasal 28; PP 49/2020",
    title=Words(
        "Iuran JP bagian pemberi kerja dan bagian pekerja", "JP contribution of the employer and of the worker"
    ),
    function=jp_lines,
    applies=of_segment("PU"),
)
