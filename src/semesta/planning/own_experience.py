"""What a round's own figures tell of how often cases happen: cases of a programme in the person-years that were covered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import polars as pl

from semesta.basics import shown
from semesta.basics.period import Period
from semesta.basics.words import Words
from semesta.law.faults import NoLawOnDate
from semesta.law.law import Law
from semesta.monev.figures import Figures
from semesta.monev.measured import Measured
from semesta.monev.value import Node, Value
from semesta.planning.claims import Experience
from semesta.planning.claims_asked import RISKS
from semesta.planning.lawful import mean_price
from semesta.planning.portfolio import exposures_in

LEAST_MONTHS = 12
"""A shorter period tells of a season."""
NEAR = dt.timedelta(days=31)
"""So near to the beginning and the end of a period members must have been counted."""
SEGMENTS = ("BPU", "PU", "JAKON")
LACKING = {
    "BPU": Words(
        "perlu iuran program itu pada periode yang sama", "needs contributions of that programme over the same period"
    ),
    "PU": Words(
        "iurannya persentase upah, jadi orang-tahun tidak terbaca darinya; perlu daftar pembayaran per orang, atau peserta aktif PU "
        "pada awal dan akhir periode (lembar Peserta)",
        "its contributions are a share of wages and tell no person-years; needs a list of payments by person, or active members of PU "
        "at the beginning and the end of the period (sheet of members)",
    ),
    "JAKON": Words(
        "iurannya dari nilai proyek, jadi orang-tahun tidak terbaca darinya; perlu daftar pembayaran per orang, atau peserta aktif "
        "pada awal dan akhir periode (lembar Peserta)",
        "its contributions come from the value of projects and tell no person-years; needs a list of payments by person, or active "
        "members at the beginning and the end of the period (sheet of members)",
    ),
}
"""What it takes where a segment's person-years are not known."""

Key = tuple[str, str]


@dataclass(frozen=True)
class Seen:
    """Own experience by programme and segment, and why there is none of others that the round speaks of."""

    found: Mapping[Key, Experience]
    lacking: tuple[Words, ...]


def experience_of(measured: Measured, law: Law) -> Seen:
    """Of the longest and latest period for which the round's place has both cases and person-years.

    Person-years come from the list of payments; without one of BPU from its contributions, as if all paid the lowest price, since
    that is a sum; else from members counted at both ends of the period. Nothing is made of figures that contradict each other or
    hold only a part, nor of persons times twelve.
    """
    found: dict[Key, Experience] = {}
    lacking: list[Words] = []
    for key in [(programme, segment) for segment in SEGMENTS for programme in RISKS]:
        cases = [
            one
            for one in measured.of(
                "claim_cases", place=measured.place, programme=key[0], segment=key[1], office="", funding="", benefit=""
            )
            if one.value is not None
        ]
        best = max(
            (one for each in cases for one in _paired(each, measured, law)), key=lambda one: one[0], default=None
        )
        if best is not None:
            found[key] = best[1]
        elif cases:
            lacking.append(_why_not(key, cases, measured))
    return Seen(found, tuple(lacking))


def _paired(cases: Value, measured: Measured, law: Law) -> Iterator[tuple[tuple[int, str], Experience]]:
    period = Period.parse(cases.node.period)
    if not _sound(cases) or not _is_long(period) or _are_payments(cases, measured):
        return
    told = (
        _by_payments(measured, cases.node, period)
        or _by_contributions(measured, cases.node, period, law)
        or _by_counts(measured, cases.node, period)
    )
    if told is not None:
        years, how = told
        code = cases.node.period
        source = Words(
            f"data putaran, {shown.period(code, 'id')}; orang-tahun = {how.id}",
            f"data of the round, {shown.period(code, 'en')}; person-years = {how.en}",
        )
        amount = _paid_for(measured, cases.node)
        yield (
            (period.months or 0, period.end.isoformat()),
            Experience(int(cases.value or 0), years, source, amount=amount),
        )


def _paid_for(measured: Measured, node: Node) -> int | None:
    """Rupiah paid for these cases; None where they are not known, or are not sound."""
    paid = measured.at("claims_paid", node)
    return int(paid.value) if paid is not None and paid.value is not None and _sound(paid) else None


def _is_long(period: Period) -> bool:
    return period.start is not None and (period.months or 0) >= LEAST_MONTHS


def _are_payments(cases: Value, measured: Measured) -> bool:
    """Whether payments were counted: of one event there are several, and frequencies are of events."""
    frame = measured.dataset.frame("claims")
    if frame is None or "unit" not in frame.columns:
        return False
    return any(table == "claims" and frame["unit"][position] == "payment" for table, position in cases.rows)


def _why_not(key: Key, cases: list[Value], measured: Measured) -> Words:
    programme, segment = key
    if not any(_sound(one) for one in cases):
        why = Words(
            "angka kasusnya bertentangan atau belum lengkap", "its cases contradict each other or are not complete"
        )
    elif not any(_sound(one) and _is_long(Period.parse(one.node.period)) for one in cases):
        why = Words(f"periodenya di bawah {LEAST_MONTHS} bulan", f"its period is below {LEAST_MONTHS} months")
    elif all(_are_payments(one, measured) for one in cases):
        why = Words(
            "yang dihitung pembayaran, dan satu kejadian dapat dibayar beberapa kali; perlu jumlah kasus atau orang",
            "payments were counted, of which one event may have several; needs the number of cases or persons",
        )
    else:
        why = LACKING[segment]
    name = f"{programme} {segment}"
    return Words(
        f"pengalaman sendiri {name} tidak dipakai: {why.id}", f"own experience of {name} is not taken: {why.en}"
    )


# ---- person-years

PAID_MONTHS = Words(
    "orang-bulan yang dibayar menurut daftar pembayaran ÷ 12", "person-months paid by the list of payments ÷ 12"
)
AT_LOWEST_PRICE = Words("iuran ÷ harga terendah menurut hukum", "contributions ÷ the lowest price by law")


def _by_payments(measured: Measured, node: Node, period: Period) -> tuple[float, Words] | None:
    """By the list of payments, where its months are exactly those of the period."""
    assert period.start is not None
    ours = [
        one
        for one in exposures_in(measured, node.place)
        if one.segment == node.segment and period.start.year <= one.year <= period.end.year
    ]
    months = [(one.first, one.last) for one in ours if one.first is not None and one.last is not None]
    whole = period.start.year * 12 + period.start.month, period.end.year * 12 + period.end.month
    if not months or (min(first for first, _ in months), max(last for _, last in months)) != whole:
        return None
    return sum(one.paid or 0 for one in ours) / 12, PAID_MONTHS


def _by_contributions(measured: Measured, node: Node, period: Period, law: Law) -> tuple[float, Words] | None:
    paid = measured.at("contributions", node)
    if node.segment != "BPU" or paid is None or not _sound(paid):
        return None
    try:
        price = mean_price(law, node.programme, node.segment, period)
    except NoLawOnDate:
        return None
    return (float(paid.value or 0) / price / 12, AT_LOWEST_PRICE) if price else None


def _by_counts(measured: Measured, node: Node, period: Period) -> tuple[float, Words] | None:
    """By active members counted near the beginning and the end of the period and between: between two counts, their mean."""
    frame = measured.dataset.frame("members")
    if frame is None or "as_of" not in frame.columns or "segment" not in frame.columns:
        return None
    assert period.start is not None
    rows = frame.filter((pl.col("segment") == node.segment) & pl.col("active").is_not_null())
    days = [d for d in rows["as_of"].drop_nulls().unique().sort() if period.start - NEAR <= d <= period.end + NEAR]
    if not days or days[0] > period.start + NEAR or days[-1] < period.end - NEAR:
        return None
    counted: list[tuple[dt.date, int]] = []
    for day in days:
        figures = Figures(measured.dataset, measured.place, day, measured.places)
        members = figures.persons.members(Node(place=node.place, segment=node.segment), "active")
        if members is None or members.amount is None or members.high is not None or members.status:
            return None
        counted.append((day, int(members.amount)))
    spanned = (days[-1] - days[0]).days
    if not spanned:
        return None
    between = sum((one + other) / 2 * (to - since).days for (since, one), (to, other) in pairwise(counted))
    mean = between / spanned
    how = Words(
        f"rata-rata peserta aktif dari {len(days)} hitungan × lama periode",
        f"mean of active members in {len(days)} counts × length of the period",
    )
    return mean * (period.months or 0) / 12, how


def _sound(value: Value) -> bool:
    return value.value is not None and not {"contradicted", "partial", "mixed"} & set(value.status)
