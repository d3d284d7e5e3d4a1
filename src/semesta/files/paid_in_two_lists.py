"""Payments of the same people for the same months in two lists: added up they would count twice."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from semesta.basics.problem import Fault, Problem
from semesta.basics.shown import count
from semesta.basics.words import Words
from semesta.files.faults import made_fault
from semesta.tables.table import FILE

_KEYS = ("nik", "kpj", "participant_id")


def said_paid_in_two_lists(payments: pl.DataFrame) -> Iterator[Problem]:
    """A warning for each file that tells of months which an earlier one tells of too, unless another account paid for them."""
    order = {file: nth for nth, file in enumerate(payments[FILE].unique(maintain_order=True))}
    if len(order) < 2:
        return
    # What is only ticked is in no sum.
    paid = payments.filter(pl.col("amount") > 0)
    for key in _KEYS:
        rows = paid.filter(pl.col(key).is_not_null()).select(key, "month", "sponsor", pl.col(FILE).cast(pl.String))
        rows = rows.unique(maintain_order=True).with_columns(
            _nth=pl.col(FILE).replace_strict(order, return_dtype=pl.Int64)
        )
        both = rows.join(rows, on=[key, "month"], suffix="_other").filter(pl.col("_nth_other") < pl.col("_nth"))
        same = both.filter((pl.col("sponsor") == pl.col("sponsor_other")).fill_null(True))
        found = (
            same.unique([key, "month", FILE])
            .group_by(FILE, maintain_order=True)
            .agg(pl.len(), pl.first(f"{FILE}_other"))
        )
        for file, months, other in found.sort(pl.col(FILE).replace_strict(order, return_dtype=pl.Int64)).iter_rows():
            yield Problem(file, None, None, None, None, None, _in_two(months, other))
        if found.height:
            return


def _in_two(months: int, other: str) -> Fault:
    return made_fault(
        "paid_in_two_lists",
        Words(
            f"{count(months, 'id')} pembayaran (orang dan bulan) ada juga dalam {other}: iurannya terhitung dua kali",
            f"{count(months, 'en')} payments (person and month) stand in {other} too: their contributions count twice",
        ),
        Words("tiap pembayaran dalam satu daftar", "each payment in one list"),
        Words(
            "Berikan salah satunya saja. Bila wadahnya memang berbeda, isi kolom Wadah pada keduanya.",
            "Give one of them only. If different accounts paid, fill in the column Wadah of both.",
        ),
        "warning",
    )
