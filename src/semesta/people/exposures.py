"""Who was covered, for how long, how old and how long after entry, and who of them died: counts by year, office and segment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from semesta.people.findings.finding import month_number, month_of
from semesta.people.people import MEMBER, People
from semesta.tables.origin import Exposure

CODES = ("place", "office", "segment", "funding")
YEARS_OF_ENTRY = 12
"""Months since entry that are told one by one; all later ones are one."""
BAND = 5
"""Years of age told together: single ages would come near to naming people."""
Counts = dict[tuple[Any, ...], dict[tuple[Any, ...], int]]
MONTH, YEAR, ENTRY, SINCE, AGE = "month_paid", "year", "entry", "since", "age"


def exposures(people: People) -> tuple[Exposure, ...]:
    """One for each year, place, office, segment and source of money of which the lists tell anything; () without participants.

    A person paid for twice in a month under one of them was covered once. Where the list of payments is lacking, only the ages
    of those active on the day are told.
    """
    if not people.has("participants"):
        return ()
    members = _members(people)
    if not people.has("payments"):
        return tuple(_on_the_day(people, members))
    paid = _paid(people, members)
    died = _deaths(people, members)
    return tuple(_exposed(paid, died, _unpaid(people, paid, died)))


def _members(people: People) -> pl.DataFrame:
    """Memberships with their codes ("" where nothing is said), member, month of entry and birth, sex and state."""
    rows = people.participants
    codes = [pl.col(name).cast(pl.String).fill_null("") for name in CODES]
    entered = month_of("registered_on").min().over(MEMBER).alias(ENTRY)
    born, ended = month_of("birth_date").alias("born"), month_of("ended_on").alias("ended")
    known = rows.select("id", MEMBER, *codes, entered, born, ended, pl.col("sex").fill_null(""), "state")
    return known.with_columns(place=pl.when(pl.col("place") == "").then(pl.lit(people.place)).otherwise("place"))


def _paid(people: People, members: pl.DataFrame) -> pl.DataFrame:
    """One row for each person, code and month paid until the day: `year`, `since` (months since entry, from 1), `age`."""
    written = pl.col("month").str
    month = written.slice(0, 4).cast(pl.Int64) * 12 + written.slice(5, 2).cast(pl.Int64)
    months = people.payments.filter(pl.col("participant_id").is_not_null() & pl.col("month").is_not_null()).select(
        pl.col("participant_id").alias("id"), month.alias(MONTH)
    )
    months = months.filter(pl.col(MONTH) <= month_number(people.day)).unique()
    rows = months.join(members, on="id", how="inner").unique([MEMBER, *CODES, MONTH], keep="first", maintain_order=True)
    return rows.with_columns(
        ((pl.col(MONTH) - 1) // 12).alias(YEAR),
        _since(pl.col(MONTH)),
        ((pl.col(MONTH) - pl.col("born")) // 12 // BAND * BAND).alias(AGE),
    )


def _since(month: pl.Expr) -> pl.Expr:
    """Months since entry, the month of entry being the first; one beyond YEARS_OF_ENTRY for all later ones; null before it."""
    since = month - pl.col(ENTRY) + 1
    return pl.when(since >= 1).then(since.clip(upper_bound=YEARS_OF_ENTRY + 1)).alias(SINCE)


def _unpaid(people: People, paid: pl.DataFrame, died: pl.DataFrame | None) -> pl.DataFrame:
    """Months by year and codes in which cover went on though nobody paid: by law until it lapses, else until the next that is paid.

    None after a death that was claimed for, or after the membership ended.
    """
    last = int(paid[MONTH].max() or 0)  # type: ignore[arg-type]
    ordered = paid.sort(MEMBER, *CODES, MONTH)
    if died is not None:
        ordered = ordered.join(died.select(MEMBER, died=MONTH), on=MEMBER, how="left", maintain_order="left")
    end = pl.min_horizontal(pl.lit(last), "ended", *(["died"] if died is not None else []))
    same = pl.all_horizontal(pl.col(name) == pl.col(name).shift(-1) for name in (MEMBER, *CODES)).fill_null(False)
    following = pl.when(same).then(pl.col(MONTH).shift(-1))
    gap = (following.fill_null(end + 1) - pl.col(MONTH) - 1).clip(lower_bound=0)
    by_law = pl.col("segment").replace_strict(_months_to_lapse(people), default=None, return_dtype=pl.Int64)
    # Who is employed stays covered whatever is owed; but whether he still is after the last month paid nobody says.
    employed = pl.when(following.is_not_null() & (pl.col("segment") == "PU")).then(gap).otherwise(0)
    months = pl.when(by_law.is_not_null()).then(pl.min_horizontal(gap, by_law)).otherwise(employed)
    return ordered.with_columns(unpaid=months).group_by(YEAR, *CODES).agg(pl.col("unpaid").sum())


def _months_to_lapse(people: People) -> dict[str, int]:
    step = people.law.book.parameters["cover_lapses_after_unpaid_months"].on(people.day)
    if step is None or not isinstance(step.value, Mapping):
        return {}
    return {str(segment): int(months) for segment, months in step.value.items()}


def _deaths(people: People, members: pl.DataFrame) -> pl.DataFrame | None:
    """Deaths claimed for under JKM, each member once: `year`, codes and `since`; None without a list of claims."""
    if not people.has("claim_cases"):
        return None
    claims = people.claims
    died = claims.filter(
        (pl.col("programme") == "JKM") & pl.col("event_date").is_not_null() & pl.col(MEMBER).is_not_null()
    )
    if "status" in died.columns:
        died = died.filter(pl.col("status").is_null() | (pl.col("status") != "rejected"))
    event = month_of("event_date").alias(MONTH)
    each = died.sort("event_date").unique(MEMBER, keep="first", maintain_order=True)
    rows = each.select(pl.col("participant_id").alias("id"), event).join(members, on="id", how="inner")
    return rows.with_columns(((pl.col(MONTH) - 1) // 12).alias(YEAR), _since(pl.col(MONTH)))


def _exposed(paid: pl.DataFrame, died: pl.DataFrame | None, unpaid: pl.DataFrame) -> Iterator[Exposure]:
    keys = [YEAR, *CODES]
    spans = {year: (first, last) for year, first, last in _spans(paid)}
    ages, since = _counted(paid, keys, ["sex", AGE]), _counted(paid, keys, [SINCE])
    deaths = None if died is None else _counted(died, keys, [SINCE])
    between = {tuple(row[:-1]): row[-1] for row in unpaid.select(*keys, "unpaid").iter_rows()}
    for row in paid.group_by(keys).len().sort(keys).iter_rows():
        key, months = tuple(row[:-1]), row[-1]
        by_month = _by_month(since.get(key, {}))
        first, last = spans[key[0]]
        year, place, office, segment, funding = key
        yield Exposure(
            year,
            place,
            office,
            segment,
            funding,
            first=first,
            last=last,
            paid=months,
            unpaid=int(between[key]),
            ages=tuple(sorted((sex, age, n) for (sex, age), n in ages.get(key, {}).items() if age is not None)),
            since_entry=by_month,
            deaths=() if deaths is None else _by_month(deaths.get(key, {})) or (0,) * len(by_month),
        )


def _spans(paid: pl.DataFrame) -> Iterator[tuple[int, int, int]]:
    yield from (
        paid.group_by(YEAR).agg(pl.col(MONTH).min().alias("first"), pl.col(MONTH).max().alias("last")).iter_rows()
    )


def _counted(rows: pl.DataFrame, keys: list[str], by: list[str]) -> Counts:
    found: Counts = {}
    for row in rows.group_by([*keys, *by]).len().iter_rows():
        found.setdefault(tuple(row[: len(keys)]), {})[tuple(row[len(keys) : -1])] = row[-1]
    return found


def _by_month(counted: dict[tuple[Any, ...], int]) -> tuple[int, ...]:
    """The count of each month since entry; () where entry is known of nobody."""
    known = {since: n for (since,), n in counted.items() if since is not None}
    return tuple(known.get(month, 0) for month in range(1, YEARS_OF_ENTRY + 2)) if known else ()


def _on_the_day(people: People, members: pl.DataFrame) -> Iterator[Exposure]:
    """The ages of those active on the day, each once per code."""
    active = members.filter(pl.col("state").is_in(["active", "about_to_lapse"])).unique([MEMBER, *CODES], keep="first")
    aged = active.with_columns(
        pl.lit(people.day.year).alias(YEAR),
        ((month_number(people.day) - pl.col("born")) // 12 // BAND * BAND).alias(AGE),
    )
    for key, found in sorted(_counted(aged, [YEAR, *CODES], ["sex", AGE]).items()):
        year, place, office, segment, funding = key
        yield Exposure(
            year,
            place,
            office,
            segment,
            funding,
            ages=tuple(sorted((s, age, n) for (s, age), n in found.items() if age is not None)),
        )
