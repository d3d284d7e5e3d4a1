"""Months that stand in a budget and were not paid: money voted, and nobody covered by it."""

import polars as pl

from semesta.basics.words import Words
from semesta.people.findings.finding import REASON, Extra, Finding, reasons
from semesta.people.people import People

VOTED = ("apbd", "apbd_change")
MOST_NAMED = 5


def find(people: People) -> pl.DataFrame:
    """One row for each place and source of money of the year with fewer months paid than have passed of those budgeted.

    A month is due once it has ended; of budgets that name no months nothing can be said. Where bills or payments name offices or
    accounts, those further behind than their place follow it: the months that others paid do not hide them.
    """
    budgets = people.frames["budgets"].filter(
        pl.col("status").is_in(VOTED)
        & (pl.col("year") == people.day.year)
        & pl.col("months").is_not_null()
        & pl.col("funding").is_not_null()
    )
    voted = (
        budgets.sort(pl.col("status") == "apbd_change")
        .group_by("place", "funding", maintain_order=True)
        .agg(pl.col("months").max(), allocated=_last_document(pl.col("allocated")))
    )
    passed = pl.min_horizontal(pl.col("months"), pl.lit(people.day.month - 1, pl.Int64))
    paid = months_paid(people)
    rows = voted.join(paid, on=["place", "funding"], how="left").with_columns(pl.col("paid").fill_null(0), due=passed)
    unpaid = rows.filter(pl.col("due") > pl.col("paid")).with_columns(unpaid=pl.col("due") - pl.col("paid"))
    unpaid = unpaid.join(_whom_to_ask(people), on=["place", "funding"], how="left")
    of_place = unpaid.with_columns(
        account=pl.lit(None, pl.String), amount=pl.col("allocated") * pl.col("unpaid") // pl.col("months")
    )
    columns = ("place", "account", "funding", "unpaid", "amount", "ask", *REASON.values())
    both = [of_place.with_columns(_why_of_place()), _of_accounts(people, rows)]
    return pl.concat([part.select(columns) for part in both]).sort("place", "funding", "account", nulls_last=False)


def _why_of_place() -> list[pl.Expr]:
    said = Words(
        "dianggarkan {} bulan, {} bulan sudah lewat, {} bulan dibayar",
        "budgeted for {} months, {} have passed, {} were paid",
    )
    return reasons(said, pl.col("months"), pl.col("due"), pl.col("paid"))


def _of_accounts(people: People, budgeted: pl.DataFrame) -> pl.DataFrame:
    """The offices or accounts that paid for fewer months than their place, counted from the first month each is known by.

    The amount is their own months' average; who has not paid for a year is closed rather than behind.
    """
    monthly = _paid_by_account(people)
    year, months_gone = f"{people.day.year}-", pl.col("due")
    recent = f"{people.day.year - 1}-{people.day.month:02}"
    each = monthly.group_by("place", "funding", "account").agg(
        first=pl.col("month").min(),
        last=pl.col("month").filter(pl.col("is_paid")).max(),
        own=pl.col("month").filter(pl.col("is_paid") & pl.col("month").str.starts_with(year)).n_unique().cast(pl.Int64),
        each=pl.col("amount").filter(pl.col("is_paid")).mean(),
    )
    rows = each.join(budgeted.select("place", "funding", "due", "paid"), on=["place", "funding"])
    missed = pl.when(pl.col("first").str.starts_with(year)).then(pl.col("first").str.slice(5).cast(pl.Int64) - 1)
    counted = rows.with_columns(asked=months_gone - missed.fill_null(0)).with_columns(
        unpaid=pl.col("asked") - pl.col("own")
    )
    behind = counted.filter(
        (pl.col("unpaid") > (pl.col("due") - pl.col("paid")).clip(lower_bound=0))
        & (pl.col("last") >= recent).fill_null(True)
        & (pl.col("first") < f"{people.day:%Y-%m}")
    )
    said = Words(
        "{} bulan sudah lewat sejak tercatat, {} bulan dibayar; wadah lain dari sumber dana yang sama membayar lebih banyak",
        "{} months have passed since it is known, {} were paid; others of the same source of money paid more",
    )
    return behind.with_columns(
        *reasons(said, pl.col("asked"), pl.col("own")),
        amount=(pl.col("each") * pl.col("unpaid")).round().cast(pl.Int64),
        ask=pl.col("account"),
    )


def _paid_by_account(people: People) -> pl.DataFrame:
    """place, funding, account, month, amount, is_paid: each month of each office or account that bills or payments name."""
    if people.has("billing"):
        rows = people.frames["billing"].with_columns(
            account=pl.coalesce("opd", "account_no"),
            amount=pl.coalesce("billed", "paid"),
            is_paid=(pl.col("paid") > 0).fill_null(False),
        )
    else:
        rows = people.payments.with_columns(place="payer", account="sponsor", is_paid=pl.lit(True))
    keys = ("place", "funding", "account", "month")
    named = rows.filter(pl.col("account").is_not_null() & pl.col("funding").is_not_null())
    here = named.with_columns(pl.col("place").fill_null(people.place))
    return here.group_by(keys).agg(pl.col("amount").sum(), pl.col("is_paid").any())


def _last_document(amount: pl.Expr) -> pl.Expr:
    """The sum of the changed budget where there is one, else of the budget; unknown where an amount is."""
    last = amount.filter(pl.col("status") == pl.col("status").last())
    return pl.when(last.null_count() == 0).then(last.sum())


def months_paid(people: People) -> pl.DataFrame:
    """How many months of the year each place has paid from each source, by the bills or else by the payments."""
    year = f"{people.day.year}-"
    if people.has("billing"):
        rows = (
            people.frames["billing"].filter((pl.col("paid") > 0).fill_null(False)).with_columns(where=pl.col("place"))
        )
    else:
        rows = people.payments.with_columns(where=pl.col("payer"))
    ours = rows.filter(pl.col("month").str.starts_with(year)).with_columns(
        where=pl.col("where").fill_null(people.place)
    )
    return ours.group_by(pl.col("where").alias("place"), "funding").agg(paid=pl.col("month").n_unique().cast(pl.Int64))


def _whom_to_ask(people: People) -> pl.DataFrame:
    """The offices of the bills, else the accounts paid through, of each place and source of money."""
    if people.has("billing"):
        rows, offices = people.frames["billing"], pl.coalesce("opd", "account_no")
    else:
        rows, offices = people.payments.with_columns(place=pl.col("payer")), pl.col("sponsor")
    named = rows.with_columns(pl.col("place").fill_null(people.place), office=offices).filter(
        pl.col("office").is_not_null()
    )
    each = named.group_by("place", "funding").agg(pl.col("office").unique().sort())
    some = pl.col("office").list.head(MOST_NAMED).list.join("; ")
    more = pl.when(pl.col("office").list.len() > MOST_NAMED).then(pl.lit("; …")).otherwise(pl.lit(""))
    return each.select("place", "funding", ask=some + more)


FINDING = Finding(
    name="not_remitted",
    title=Words("Dianggarkan, belum disetor", "Budgeted, not remitted"),
    what=Words(
        "Bulan yang ada dalam anggaran, sudah lewat, dan belum dibayar.",
        "Months in the budget that have passed and were not paid.",
    ),
    next_step=Words(
        "Tanyakan kepada bendahara; orang yang dianggarkan tidak terlindungi selama belum dibayar.",
        "Ask the treasurer; those budgeted for are not covered while it is unpaid.",
    ),
    of="",
    needs=("budgets", "billing|payments"),
    find=find,
    counts=Words("tunggakan", "arrears"),
    extras=(
        Extra("place", Words("Wilayah", "Place"), "text"),
        Extra("account", Words("OPD atau wadah", "Office or account"), "text"),
        Extra("funding", Words("Sumber dana", "Funding"), "text"),
        Extra("unpaid", Words("Bulan belum dibayar", "Months unpaid"), "count"),
        Extra("amount", Words("Perkiraan jumlah (Rp)", "Estimated amount (Rp)"), "rupiah"),
        Extra("ask", Words("Tanyakan kepada", "Ask"), "text"),
    ),
    never=Words(
        "jumlahnya anggaran dibagi rata per bulan, atau rata-rata bulanan wadahnya, bukan tagihan; baris wadah merinci baris wilayah dan tidak dijumlahkan dengannya",
        "the amount is the budget spread over its months, or the account's monthly average, not a bill; rows of accounts are part of their place's and not added to it",
    ),
)
