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
WHO, CODE, MONTH, YEAR, ENTRY, SINCE, AGE = "who", "code", "month_paid", "year", "entry", "since", "age"


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
    persons = members.unique(WHO, keep="first")
    paid = _paid(people, members.select("id", WHO), persons)
    died = _deaths(people, members)
    sets = persons.select(CODE, *CODES).unique().iter_rows()
    codes = {code: (place, office, segment, funding) for code, place, office, segment, funding in sets}
    found = _exposed(paid, died, _unpaid(people, paid, persons, died), codes)
    return tuple(sorted(found, key=lambda one: (one.year, one.place, one.office, one.segment, one.funding)))


def _members(people: People) -> pl.DataFrame:
    """Memberships with their codes ("" where nothing is said), months of entry, birth and end, sex and state.

    `who` numbers a person under one set of codes, `code` that set: there are millions of payments, and numbers are quick.
    """
    rows = people.participants
    codes = [pl.col(name).cast(pl.String).fill_null("") for name in CODES]
    entered = month_of("registered_on").min().over(MEMBER).alias(ENTRY)
    born, ended = month_of("birth_date").alias("born"), month_of("ended_on").alias("ended")
    known = rows.select("id", MEMBER, *codes, entered, born, ended, pl.col("sex").fill_null(""), "state")
    placed = known.with_columns(place=pl.when(pl.col("place") == "").then(pl.lit(people.place)).otherwise("place"))
    sets = placed.select(CODES).unique(maintain_order=True).with_row_index(CODE)
    coded = placed.join(sets, on=CODES, how="left", maintain_order="left")
    each = coded.select(MEMBER, CODE).unique(maintain_order=True).with_row_index(WHO)
    return coded.join(each, on=[MEMBER, CODE], how="left", maintain_order="left")


def _paid(people: People, whose: pl.DataFrame, persons: pl.DataFrame) -> pl.DataFrame:
    """One row for each person, code and month paid until the day: `year`, `since` (months since entry, from 1), `age`."""
    written = pl.col("month").str
    month = written.slice(0, 4).cast(pl.Int32) * 12 + written.slice(5, 2).cast(pl.Int32)
    rows = people.payments.filter(pl.col("participant_id").is_not_null() & pl.col("month").is_not_null())
    months = rows.select(pl.col("participant_id").alias("id"), month.alias(MONTH)).join(whose, on="id", how="inner")
    once = months.select(WHO, MONTH).filter(pl.col(MONTH) <= month_number(people.day)).unique()
    told = once.join(persons.select(WHO, CODE, ENTRY, "born", "sex"), on=WHO, how="left")
    return told.select(
        WHO,
        MONTH,
        CODE,
        "sex",
        ((pl.col(MONTH) - 1) // 12).alias(YEAR),
        _since(pl.col(MONTH)),
        ((pl.col(MONTH) - pl.col("born")) // 12 // BAND * BAND).alias(AGE),
    )


def _since(month: pl.Expr) -> pl.Expr:
    """Months since entry, the month of entry being the first; one beyond YEARS_OF_ENTRY for all later ones; null before it."""
    since = month - pl.col(ENTRY) + 1
    return pl.when(since >= 1).then(since.clip(upper_bound=YEARS_OF_ENTRY + 1)).alias(SINCE)


def _unpaid(people: People, paid: pl.DataFrame, persons: pl.DataFrame, died: pl.DataFrame | None) -> pl.DataFrame:
    """Months by year and code in which cover went on though nobody paid: by law until it lapses, else until the next that is paid.

    None after a death that was claimed for, or after the membership ended.
    """
    last = int(paid[MONTH].max() or 0)  # type: ignore[arg-type]
    ends = persons.select(WHO, MEMBER, "segment", "ended")
    if died is not None:
        ends = ends.join(died.select(MEMBER, died=MONTH), on=MEMBER, how="left")
    end = pl.min_horizontal(pl.lit(last), "ended", *(["died"] if died is not None else []))
    lapse = pl.col("segment").replace_strict(_months_to_lapse(people), default=None, return_dtype=pl.Int32)
    ends = ends.select(WHO, end.alias("end"), lapse.alias("lapse"), is_employed=pl.col("segment") == "PU")
    ordered = paid.select(WHO, CODE, YEAR, MONTH).sort(WHO, MONTH)
    following = pl.when(pl.col(WHO) == pl.col(WHO).shift(-1)).then(pl.col(MONTH).shift(-1))
    gaps = ordered.with_columns(following.alias("next"))
    open_ones = gaps.filter(pl.col("next").is_null() | (pl.col("next") > pl.col(MONTH) + 1)).join(
        ends, on=WHO, how="left"
    )
    gap = (pl.col("next").fill_null(pl.col("end") + 1) - pl.col(MONTH) - 1).clip(lower_bound=0)
    # Who is employed stays covered whatever is owed; but whether he still is after the last month paid nobody says.
    employed = pl.when(pl.col("next").is_not_null() & pl.col("is_employed")).then(gap).otherwise(0)
    months = pl.when(pl.col("lapse").is_not_null()).then(pl.min_horizontal(gap, "lapse")).otherwise(employed)
    return open_ones.with_columns(unpaid=months).group_by(YEAR, CODE).agg(pl.col("unpaid").sum())


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


def _exposed(
    paid: pl.DataFrame, died: pl.DataFrame | None, unpaid: pl.DataFrame, codes: Mapping[int, tuple[str, str, str, str]]
) -> Iterator[Exposure]:
    keys = [YEAR, CODE]
    spans = {year: (first, last) for year, first, last in _spans(paid)}
    ages, since = _counted(paid, keys, ["sex", AGE]), _counted(paid, keys, [SINCE])
    deaths = None if died is None else _counted(died, keys, [SINCE])
    between = {(year, code): int(months) for year, code, months in unpaid.select(*keys, "unpaid").iter_rows()}
    for year, code, months in paid.group_by(keys).len().iter_rows():
        first, last = spans[year]
        by_month = _by_month(since.get((year, code), {}))
        yield Exposure(
            year,
            *codes[code],
            first=first,
            last=last,
            paid=months,
            unpaid=between.get((year, code), 0),
            ages=_aged(ages.get((year, code), {})),
            since_entry=by_month,
            deaths=() if deaths is None else _by_month(deaths.get((year, code), {})) or (0,) * len(by_month),
        )


def _aged(counted: dict[tuple[Any, ...], int]) -> tuple[tuple[str, int, int], ...]:
    return tuple(sorted((sex, age, n) for (sex, age), n in counted.items() if age is not None))


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
    active = members.filter(pl.col("state").is_in(["active", "about_to_lapse"])).unique(WHO, keep="first")
    age = (month_number(people.day) - pl.col("born")) // 12 // BAND * BAND
    for codes, found in sorted(_counted(active.with_columns(age.alias(AGE)), list(CODES), ["sex", AGE]).items()):
        place, office, segment, funding = codes
        yield Exposure(people.day.year, place, office, segment, funding, ages=_aged(found))
