"""What a round's own figures tell of how often cases happen: cases of a programme, and the person-years its contributions paid for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from semesta.basics import shown
from semesta.basics.period import Period
from semesta.law.faults import NoLawOnDate
from semesta.law.law import Law
from semesta.monev.measured import Measured
from semesta.monev.value import Value
from semesta.planning.claims import Experience
from semesta.planning.lawful import terms

LEAST_MONTHS = 12
"""A shorter period tells of a season."""


def experience_of(measured: Measured, law: Law) -> dict[tuple[str, str], Experience]:
    """By programme and segment, of the longest and latest period for which the round's place has both cases and contributions.

    Of BPU alone: its price by law is a sum, so that contributions tell person-years, as if all paid the lowest; a share of wages
    that nobody knows does not. Nothing is made of figures that contradict each other or hold only a part.
    """
    found: dict[tuple[str, str], tuple[tuple[int, str], Experience]] = {}
    for cases in measured.of("claim_cases", place=measured.place, segment="BPU", office="", funding="", benefit=""):
        for one in _paired(cases, measured, law):
            key = cases.node.programme, cases.node.segment
            if key not in found or one[0] > found[key][0]:
                found[key] = one
    return {key: one for key, (_, one) in found.items()}


def _paired(cases: Value, measured: Measured, law: Law) -> Iterator[tuple[tuple[int, str], Experience]]:
    node, period = cases.node, Period.parse(cases.node.period)
    paid = measured.at("contributions", node)
    if node.programme not in ("JKK", "JKM") or not _sound(cases) or paid is None or not _sound(paid):
        return
    if period.start is None or not period.months or period.months < LEAST_MONTHS:
        return
    try:
        price = terms(law, node.programme, node.segment, dt.date(period.start.year, period.start.month, 1)).price
    except NoLawOnDate:
        return
    years = float(paid.value or 0) / price / 12
    source = f"data putaran, {shown.period(node.period, 'id')}; orang-tahun = iuran ÷ harga terendah menurut hukum"
    yield (period.months, period.end.isoformat()), Experience(int(cases.value or 0), years, source)


def _sound(value: Value) -> bool:
    return value.value is not None and not {"contradicted", "partial", "mixed"} & set(value.status)
