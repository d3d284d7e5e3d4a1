"""Whether a member is covered on a day: registered and paid, by the rules of the segment. Values and columns agree.

`active` and `about_to_lapse` are covered, `lapsed` is no longer, `never` not yet; null where it cannot be told. How many unpaid
months end cover is law (`cover_lapses_after_unpaid_months`); who has none of it stays covered until the employment ends.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Literal

import narwhals as nw

from semesta.law.due.cover import Payment, covered_on
from semesta.law.law import LAW, Law

State = Literal["active", "about_to_lapse", "lapsed", "never"]
COVERED: tuple[State, ...] = ("active", "about_to_lapse")
NEVER: State = "never"

BEGUN, LAST = "begun", "last_month"
"""What payments come to: the first day of cover (yyyymmdd) and the last month paid (year × 12 + month)."""
NOW, AHEAD = "last_month_now", "ahead_since"
"""Of months paid ahead: the last month without them, and the month by which cover must not have ended for them to carry it on."""
PAID = (BEGUN, LAST, NOW, AHEAD)

UNTIL_PAID = ("PMI",)
"""Segments covered for the months paid and no longer."""
WHILE_EMPLOYED = ("PU",)
"""Segments whose cover does not end with an unpaid month, but with the employment; a status of inactive says that it did."""
NEEDS_AN_END = ("JAKON",)
"""Segments covered until a project ends: without its last day only the status can tell."""


def state(
    day: dt.date,
    *,
    segment: str,
    payments: Sequence[Payment],
    registered_on: dt.date | None = None,
    ended_on: dt.date | None = None,
    law: Law = LAW,
) -> State | None:
    """The state of one member on a day, by the payments made until then; None where it cannot be told.

    Raises:
        InputError: a segment that is none.
        NoLawOnDate: the day lies before the law.
    """
    cover = covered_on(law, day, segment=segment, payments=payments, registered_on=registered_on, ends_on=ended_on)
    if cover.covered is None:
        return None
    if not cover.covered:
        return "never" if cover.since is None or cover.since > day else "lapsed"
    unended = covered_on(law, day, segment=segment, payments=payments, registered_on=registered_on)
    lapses_now = bool(unended.covered) and unended.until is not None and _month(unended.until) == _month(day)
    return "about_to_lapse" if lapses_now else "active"


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month


# ---- the same on columns


def month_number(column: str, dtype: object) -> nw.Expr:
    """Year × 12 + month of a column of days, or of months written "2024-07"."""
    if dtype == nw.Date or isinstance(dtype, nw.Datetime):
        return nw.col(column).dt.year().cast(nw.Int64) * 12 + nw.col(column).dt.month().cast(nw.Int64)
    if dtype == nw.String:
        year, month = (nw.col(column).str.slice(start, length) for start, length in ((0, 4), (5, 2)))
        return year.cast(nw.Int64) * 12 + month.cast(nw.Int64)
    return nw.col(column).cast(nw.Int64)


def day_number(column: str) -> nw.Expr:
    """A day as yyyymmdd: whole numbers compare alike on every engine."""
    at = nw.col(column).dt
    return at.year().cast(nw.Int64) * 10_000 + at.month().cast(nw.Int64) * 100 + at.day().cast(nw.Int64)


def paid_until(payments: Any, day: dt.date | str, key: str) -> Any:
    """What each member had paid by the day: one row per `key` with the columns of PAID.

    What was paid later mends nothing, and a month whose day of payment is not known counts from that month on. So what is kept
    was paid before the day or in its month, and the last such month tells whether cover has lapsed, however often it did before.
    Only months paid ahead are told apart: paid after cover had ended, they begin cover in their month and not before.

    Args:
        payments: a narwhals frame with `key`, `month`, and `paid_on` where it is known.
        day: a date, or the name of a column of dates.
    """
    schema = payments.collect_schema()
    rows = payments.filter(~nw.col(key).is_null() & ~nw.col("month").is_null())
    if "amount" in schema:
        # A month said to be unpaid stands there with Rp0; of one only ticked the amount is not known.
        rows = rows.filter(nw.col("amount").is_null() | (nw.col("amount") > 0))
    month, this_month = month_number("month", schema["month"]), _month_of(day)
    first_day = ((month - 1) // 12) * 10_000 + ((month - 1) % 12 + 1) * 100 + 1
    if "paid_on" not in schema:
        rows = rows.filter(month <= this_month)
        found = rows.select(key, month.alias(LAST), first_day.alias(BEGUN)).group_by(key)
        unknown = [nw.lit(None).cast(nw.Int64).alias(name) for name in (NOW, AHEAD)]
        return found.agg(nw.col(BEGUN).min(), nw.col(LAST).max()).with_columns(*unknown)
    this_day, paid_on = nw.col(day) if isinstance(day, str) else nw.lit(day), nw.col("paid_on")
    rows = rows.filter((paid_on <= this_day).fill_null(False) | (paid_on.is_null() & (month <= this_month)))
    paid = day_number("paid_on")
    begins = nw.when((paid > first_day).fill_null(False)).then(paid).otherwise(first_day)
    is_ahead = month > this_month
    # Paid on the first of a month is in time for cover that ended with the month before.
    since = month_number("paid_on", nw.Date) - nw.when(paid_on.dt.day() == 1).then(1).otherwise(0)
    rows = rows.select(
        key,
        month.alias(LAST),
        begins.alias(BEGUN),
        nw.when(~is_ahead).then(month).alias(NOW),
        nw.when(~is_ahead).then(paid).alias(_PAID_NOW),
        nw.when(is_ahead).then(paid).alias(_PAID_AHEAD),
        nw.when(is_ahead).then(since).alias(AHEAD),
    )
    each = rows.group_by(key).agg(
        nw.col(BEGUN).min(),
        nw.col(LAST, NOW, _PAID_NOW).max(),
        nw.col(_PAID_AHEAD, AHEAD).min(),
    )
    # Who went on paying month by month after paying ahead is covered by that.
    is_followed = (nw.col(_PAID_NOW) >= nw.col(_PAID_AHEAD)).fill_null(False)
    return each.with_columns(nw.when(~is_followed).then(nw.col(AHEAD)).alias(AHEAD)).select(key, *PAID)


_PAID_NOW, _PAID_AHEAD = "_paid_now", "_paid_ahead"


def with_state(members: Any, day: dt.date | str, *, payments_known: bool = False, law: Law = LAW) -> Any:
    """The frame with `state` and `active` (null where it cannot be told) on a day, or on the day of each row.

    Args:
        members: a narwhals frame; of `segment`, `registered_on`, `ended_on`, `status` and the columns of PAID it may lack any.
        day: a date, or the name of a column of dates.
        payments_known: whether all payments are in the data, so that who has none has never paid.
    """
    held = _with_all_columns(members)
    named = held.with_columns(_state(day, payments_known, law).alias("state"))
    covered = nw.col("state").is_in(list(COVERED))
    return named.with_columns(active=nw.when(~nw.col("state").is_null()).then(covered))


_COLUMNS: dict[str, Any] = {
    "segment": nw.String,
    BEGUN: nw.Int64,
    LAST: nw.Int64,
    NOW: nw.Int64,
    AHEAD: nw.Int64,
    "registered_on": nw.Date,
    "ended_on": nw.Date,
    "status": nw.String,
}


def _with_all_columns(members: Any) -> Any:
    schema = members.collect_schema()
    lacking = [nw.lit(None).cast(kind).alias(name) for name, kind in _COLUMNS.items() if name not in schema]
    untyped = [nw.col(name).cast(kind) for name, kind in _COLUMNS.items() if schema.get(name) == nw.Unknown]
    return members.with_columns(*lacking, *untyped) if lacking or untyped else members


def _state(day: dt.date | str, payments_known: bool, law: Law) -> nw.Expr:
    this_day = day_number(day) if isinstance(day, str) else nw.lit(_number(day), dtype=nw.Int64)
    this_month = _month_of(day)
    registered, ended, begun = day_number("registered_on"), day_number("ended_on"), nw.col(BEGUN)
    not_begun = (begun > this_day).fill_null(False) | (registered > this_day).fill_null(False)
    never_paid = nw.col(LAST).is_null() & nw.col("status").is_null()
    said = _first_that_holds(
        [
            *([(never_paid, NEVER)] if payments_known else []),
            (not_begun, NEVER),
            ((ended < this_day).fill_null(False), "lapsed"),
            *_by_payments(this_month, day, law),
            *_while_employed(),
            *_by_status(this_month),
        ]
    )
    # A day before the law has no answer, and a missing day none either.
    known = nw.lit(_law_begins(law) <= day) if isinstance(day, dt.date) else nw.col(day) >= nw.lit(_law_begins(law))
    return nw.when(known.fill_null(False)).then(said)


def _by_payments(this_month: nw.Expr, day: dt.date | str, law: Law) -> Iterator[tuple[nw.Expr, State]]:
    """Those whose cover lapses with unpaid months, where the last month paid is known."""
    for segment in law.book.inputs["segment"].values:
        lapse = nw.lit(0, dtype=nw.Int64) if segment in UNTIL_PAID else _months_to_lapse(str(segment), day, law)
        if lapse is None:
            continue
        of_segment = (nw.col("segment") == str(segment)).fill_null(False) & ~nw.col(LAST).is_null()
        too_late = (nw.col(AHEAD) > nw.col(NOW) + lapse).fill_null(False)
        last_covered = nw.when(too_late).then(nw.col(NOW)).otherwise(nw.col(LAST)) + lapse
        yield of_segment & (last_covered < this_month).fill_null(False), "lapsed"
        yield of_segment & (last_covered == this_month).fill_null(False), "about_to_lapse"
        yield of_segment & (last_covered > this_month).fill_null(False), "active"


def _while_employed() -> Iterator[tuple[nw.Expr, State]]:
    """Those covered until they leave: unless said to be inactive, who ever paid is covered."""
    inactive, paid = (nw.col("status") == "inactive").fill_null(False), ~nw.col(LAST).is_null()
    until_project_ends = nw.col("segment").is_in(list(NEEDS_AN_END)).fill_null(False) & ~nw.col("ended_on").is_null()
    employed = nw.col("segment").is_in(list(WHILE_EMPLOYED)).fill_null(False)
    yield (employed | until_project_ends) & ~inactive & paid, "active"


def _by_status(this_month: nw.Expr) -> Iterator[tuple[nw.Expr, State]]:
    """What is left: the month itself paid where the segment is not known, or what BPJS says of the member."""
    ended_by_status = nw.col("segment").is_in([*WHILE_EMPLOYED, *NEEDS_AN_END]).fill_null(False)
    yield ended_by_status & (nw.col("status") == "inactive").fill_null(False), "lapsed"
    yield nw.col("segment").is_null() & (nw.col(LAST) >= this_month).fill_null(False), "active"
    yield (nw.col("status") == "active").fill_null(False), "active"
    yield (nw.col("status") == "inactive").fill_null(False), "lapsed"


def _first_that_holds(cases: Sequence[tuple[nw.Expr, State]]) -> nw.Expr:
    said = nw.lit(None, dtype=nw.String)
    for condition, found in reversed(cases):
        said = nw.when(condition).then(nw.lit(found)).otherwise(said)
    return said


def _months_to_lapse(segment: str, day: dt.date | str, law: Law) -> nw.Expr | None:
    """The unpaid months after which cover of the segment lapses, by the law of the day; None where it never does."""
    steps = [
        (step.since, step.value[segment])  # type: ignore[index]
        for step in law.book.parameters["cover_lapses_after_unpaid_months"].steps
        if segment in step.value  # type: ignore[operator]
    ]
    if not steps:
        return None
    if isinstance(day, dt.date):
        held = [months for since, months in steps if since <= day]
        return nw.lit(held[-1], dtype=nw.Int64) if held else None
    found = nw.lit(steps[0][1], dtype=nw.Int64)
    for since, months in steps[1:]:
        found = nw.when(nw.col(day) >= nw.lit(since)).then(nw.lit(months, dtype=nw.Int64)).otherwise(found)
    return found


def _law_begins(law: Law) -> dt.date:
    return max(
        law.book.parameters[name].steps[0].since for name in ("cover_begins_with", "cover_lapses_after_unpaid_months")
    )


def _month_of(day: dt.date | str) -> nw.Expr:
    return month_number(day, nw.Date) if isinstance(day, str) else nw.lit(_month(day), dtype=nw.Int64)


def _number(day: dt.date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day
