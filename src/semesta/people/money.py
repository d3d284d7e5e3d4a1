"""Payments and claim cases added up into the tables `contributions` and `claims`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import narwhals as nw
import polars as pl

from semesta.basics.period import Period
from semesta.people.counting import ROWS, counted, flagged, repeated
from semesta.people.covered import month_number
from semesta.people.memberships import PAYMENT_KEYS, Frames

CONTRIBUTION_CODES = ("place", "office", "segment", "programme", "funding", "payer")
CLAIM_CODES = ("place", "office", "segment", "programme", "benefit", "funding")
CONTRIBUTIONS_BY: tuple[tuple[str, ...], ...] = (
    (),
    ("programme",),
    ("segment",),
    ("funding",),
    ("funding", "payer"),
    ("office",),
    ("segment", "funding"),
    ("programme", "segment"),
    ("programme", "funding"),
    ("programme", "office"),
    ("programme", "segment", "funding"),
)
CLAIMS_BY: tuple[tuple[str, ...], ...] = (
    (),
    ("programme",),
    ("segment",),
    ("funding",),
    ("office",),
    ("programme", "benefit"),
    ("programme", "segment"),
    ("programme", "funding"),
    ("programme", "office"),
    ("programme", "segment", "funding"),
)
"""Every sum that an indicator asks for stands there by itself: a row with an empty code speaks of all, so that money of which
no programme or payer is said never passes for the total of the rest."""

FROM_MEMBER = ("place", "office", "segment", "funding", "payer")
BY_MONTH: tuple[tuple[str, ...], ...] = ((), ("programme",))
KEY, MONTH, SEVERAL = "claim", "paid_in", "several"


def contributions_and_claims(frames: Frames, place: str, as_of: dt.date) -> dict[str, pl.DataFrame]:
    """What was received and what was paid out until the day, by place, codes and period; of each what the lists tell.

    Periods are single months, for totals and programmes, and for everything the span of the months of a year in which anything
    was received. Claims paid in that span only are held to be all of it, so that the two can be compared.
    """
    received, paid_out = _received(frames, as_of), _paid_out(frames, as_of)
    found = {}
    spans = _spans(received) if received is not None else {}
    if received is not None:
        found["contributions"] = _added(received, CONTRIBUTIONS_BY, CONTRIBUTION_CODES, place, spans)
    if paid_out is not None:
        spans = {**_spans(paid_out), **_wider(spans, _spans(paid_out))}
        months = None if received is None else received[MONTH].unique()
        added = _added(paid_out, CLAIMS_BY, CLAIM_CODES, place, spans, months)
        unit = pl.when(pl.col("benefit") == "").then(pl.lit("case")).otherwise(pl.lit("payment"))
        found["claims"] = added.with_columns(unit=unit)
    return found


def _received(frames: Frames, as_of: dt.date) -> pl.DataFrame | None:
    """Payments by codes and month: the month of the payment where it is known, else the month paid for."""
    if "payments" not in frames:
        return None
    payments = with_member(nw.from_native(frames["payments"]).lazy(), frames)
    schema = payments.collect_schema()
    if "amount" not in schema:
        # Sheets with ticks alone say who paid and not how much.
        return None
    paid_for = month_number("month", schema["month"])
    month = nw.coalesce(month_number("paid_on", nw.Date), paid_for) if "paid_on" in schema else paid_for
    dated = payments.filter(~nw.col("amount").is_null()).with_columns(month.alias(MONTH), **_nobody())
    codes = [c for c in (*FROM_MEMBER, "programmes") if c in schema]
    return counted(_until(dated, as_of), KEY, SEVERAL, [*codes, MONTH], ["amount"])


def _paid_out(frames: Frames, as_of: dt.date) -> pl.DataFrame | None:
    """Claims by codes and month of payment; a claim paid in several rows keeps its number, for it is one case."""
    if "claim_cases" not in frames:
        return None
    cases = with_member(nw.from_native(frames["claim_cases"]).lazy(), frames)
    schema = cases.collect_schema()
    if "paid_on" not in schema:
        return None
    paid = cases.filter(~nw.col("paid_on").is_null())
    if "status" in schema:
        paid = paid.filter(nw.col("status").is_null() | (nw.col("status") == "paid"))
    dated = paid.with_columns(month_number("paid_on", nw.Date).alias(MONTH), **_nobody())
    if "id" in schema:
        dated = dated.drop(SEVERAL).with_columns(nw.col("id").cast(nw.String).alias(KEY))
        dated = flagged(dated, repeated(dated, KEY), KEY, SEVERAL)
    codes = [c for c in (*FROM_MEMBER, "programme", "benefit") if c in schema]
    rows = counted(_until(dated, as_of), KEY, SEVERAL, [*codes, MONTH], ["amount"] if "amount" in schema else [])
    return rows.with_columns(is_case=pl.lit(True))


def _nobody() -> dict[str, nw.Expr]:
    """Rows that no key tells apart: each counts for itself."""
    return {KEY: nw.lit(None, dtype=nw.String), SEVERAL: nw.lit(False)}


def _until(rows: Any, as_of: dt.date) -> Any:
    return rows.filter(nw.col(MONTH) <= as_of.year * 12 + as_of.month)


# ---- what a row does not say itself is taken from the membership


def with_member(rows: Any, frames: Frames) -> Any:
    """The rows with the codes of their membership where they do not say them, found by the surest key that both have."""
    if "participants" not in frames:
        return rows
    members = nw.from_native(frames["participants"]).lazy()
    theirs, own = members.collect_schema(), rows.collect_schema()
    codes = [c for c in FROM_MEMBER if c in theirs]
    found: list[str] = []
    for n, (key, of_member) in enumerate(PAYMENT_KEYS):
        if key in own and of_member in theirs and codes:
            told = _one_per_key(members, of_member, codes, n)
            rows = rows.join(told if key == of_member else told.rename({of_member: key}), on=key, how="left")
            found.append(str(n))
    return rows.with_columns(
        nw.coalesce(*([code] if code in own else []), *(f"{code}_{n}" for n in found)).alias(code)
        for code in (codes if found else [])
    )


def _one_per_key(members: Any, key: str, codes: Sequence[str], n: int) -> Any:
    """One row per key; a code that its memberships do not agree on is not known."""
    ends = [getattr(nw.col(c), end)().alias(f"{c}_{end}") for c in codes for end in ("min", "max")]
    grouped = members.filter(~nw.col(key).is_null()).group_by(key).agg(*ends)
    return grouped.select(
        key,
        *[nw.when(nw.col(f"{c}_min") == nw.col(f"{c}_max")).then(nw.col(f"{c}_min")).alias(f"{c}_{n}") for c in codes],
    )


# ---- at home: few rows


Spans = dict[int, tuple[int, int]]
"""By year the first and the last of its months (year × 12 + month) in which anything was paid."""


def _spans(rows: pl.DataFrame) -> Spans:
    of_year = rows.group_by((pl.col(MONTH) - 1) // 12).agg(
        pl.col(MONTH).min().alias("first"), pl.col(MONTH).max().alias("last")
    )
    return {year: (first, last) for year, first, last in of_year.iter_rows()}


def _wider(wide: Spans, narrow: Spans) -> Spans:
    """Of the wide spans those that hold the narrow one of the year."""
    return {
        year: wide[year]
        for year, (first, last) in narrow.items()
        if year in wide and wide[year][0] <= first and last <= wide[year][1]
    }


def _added(
    rows: pl.DataFrame,
    splits: Sequence[Sequence[str]],
    codes: Sequence[str],
    place: str,
    spans: Spans,
    months: pl.Series | None = None,
) -> pl.DataFrame:
    """Amounts, and cases where rows are cases, of each split by span, and of the first splits by month.

    Args:
        months: only of these is a month told by itself; others have nothing to be held against.
    """
    coded = _with_codes(rows, codes, place)
    month, year = pl.col(MONTH), (pl.col(MONTH) - 1) // 12
    of_span = coded.with_columns(
        period=year.replace_strict(
            {y: _code(first, last) for y, (first, last) in spans.items()}, return_dtype=pl.String
        )
    )
    told = coded if months is None else coded.filter(pl.col(MONTH).is_in(months.implode()))
    of_month = told.with_columns(
        period=month.replace_strict({m: _code(m, m) for m in coded[MONTH].unique()}, return_dtype=pl.String)
    )
    parts = [_of_split(of_span, by) for by in splits] + [_of_split(of_month, by) for by in BY_MONTH]
    numbers = [name for name in ("cases", "amount") if name in parts[0].columns]
    whole = [
        part.with_columns(pl.lit("").alias(c) for c in codes if c not in part.columns).select(
            *codes, "period", *numbers
        )
        for part in parts
    ]
    # A year of which only one month is known has one row, not two.
    return pl.concat(whole).unique(subset=[*codes, "period"], keep="first").sort("period", *codes)


def _code(first: int, last: int) -> str:
    begin, end = (dt.date((month - 1) // 12, (month - 1) % 12 + 1, 1) for month in (first, last))
    return Period(begin, Period.of(end.year, end.month).end).code


def _with_codes(rows: pl.DataFrame, codes: Sequence[str], place: str) -> pl.DataFrame:
    """Every code as text, empty where nothing is said; an amount for several programmes together belongs to none alone."""
    if "programmes" in rows.columns:
        together = pl.col("programmes").str.contains(" ", literal=True)
        rows = rows.with_columns(programme=pl.when(~together).then(pl.col("programmes")))
    lacking = [pl.lit(None, pl.String).alias(c) for c in codes if c not in rows.columns]
    rows = rows.with_columns(*lacking).with_columns(pl.col(c).cast(pl.String).fill_null("") for c in codes)
    rows = rows.with_columns(place=pl.when(pl.col("place") == "").then(pl.lit(place)).otherwise(pl.col("place")))
    if "payer" not in codes:
        return rows
    another = pl.col("payer") != pl.col("place")
    return rows.with_columns(payer=pl.when(another).then(pl.col("payer")).otherwise(pl.lit("")))


def _of_split(rows: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    told = [pl.col(c) != "" for c in by] or [pl.lit(True)]
    known, keys = rows.filter(pl.all_horizontal(told)), ["place", *by, "period"]
    amounts = known.group_by(keys).agg(pl.col("amount").sum()) if "amount" in rows.columns else None
    count = _payments if "benefit" in by else _cases
    cases = count(known, keys) if "is_case" in rows.columns else None
    if cases is None or amounts is None:
        found = cases if amounts is None else amounts
        assert found is not None
        return found
    return cases.join(amounts, on=keys, how="left")


def _cases(rows: pl.DataFrame, keys: Sequence[str]) -> pl.DataFrame:
    """Claims by codes: a claim that was paid in several rows once, in the month of its first payment."""
    alone = rows.filter(pl.col(KEY).is_null()).group_by(keys).agg(pl.col(ROWS).sum().alias("cases"))
    several = rows.filter(pl.col(KEY).is_not_null() & (pl.col(MONTH) == pl.col(MONTH).min().over(KEY)))
    once = several.group_by(keys).agg(pl.col(KEY).n_unique().cast(pl.Int64).alias("cases"))
    zero = rows.select(keys).unique().with_columns(cases=pl.lit(0, pl.Int64))
    return pl.concat([alone, once, zero]).group_by(keys).agg(pl.col("cases").sum())


def _payments(rows: pl.DataFrame, keys: Sequence[str]) -> pl.DataFrame:
    """Of single benefits payments are counted: one claim is paid in several, so its cases would not add up."""
    return rows.group_by(keys).agg(pl.col(ROWS).sum().alias("cases"))
