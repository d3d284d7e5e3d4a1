"""What was paid for members, month by month, by the law of each month."""

from __future__ import annotations

import numpy as np
import polars as pl

from semesta.law.law import LAW
from semesta.synth.days import day_number, first_day
from semesta.synth.draws import Ints
from semesta.synth.lists import Rows
from semesta.synth.memberships import Memberships
from semesta.synth.people import People, Register
from semesta.synth.texts import dates, months

_RULES = {"JKK": "jkk_contribution", "JKM": "jkm_contribution", "JHT": "jht_contribution", "JP": "jp_contribution"}
_BPU = 1
_COPIED = ["kpj", "nik", "programmes", "funding", "payer", "sponsor", "office"]


def payments(register: Register, people: People, held: Memberships, participants: Rows, *, last: int) -> pl.DataFrame:
    """One row for each membership and month paid, of the last so many months; gaps and months after the end have none."""
    first = np.maximum(held.begun, held.this_month - last + 1)
    count = np.maximum(held.paid - first + 1, 0)
    of = np.repeat(np.arange(len(count)), count)
    month = np.arange(len(of)) - np.repeat(np.cumsum(count) - count, count) + first[of]
    year = register.as_of.year
    kept = ~(held.gap[of] & (month >= year * 12) & (month < year * 12 + 3))
    of, month = of[kept], month[kept]
    frame = participants.frame[of].select(pl.col("id").alias("participant_id"), *_COPIED, "segment", "wage")
    placed = frame.with_columns(
        month=months(month),
        paid_on=dates(_paid_on(register, people.ids[of], held.segment[of], month)),
        _day=dates(first_day(month)),
    )
    return _priced(placed).select(
        "participant_id",
        "kpj",
        "nik",
        "month",
        "programmes",
        "amount",
        "paid_on",
        "funding",
        "payer",
        "sponsor",
        "office",
    )


def _paid_on(register: Register, ids: Ints, segment: Ints, month: Ints) -> Ints:
    """Mostly in time: by the 15th of the month, wage earners' of the month after; some weeks late; never after the day of the data."""
    draws, key = register.draws, ids * 4096 + month % 4096
    day = first_day(month + (segment != _BPU)) + draws.below("paid day", key, 15)
    late = draws.happens("paid late", key, 0.12) * (5 + draws.below("days late", key, 40))
    paid: Ints = np.minimum(day + late, day_number(register.as_of))
    return paid


def _priced(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with `amount`: the contributions by law of the programmes of each row."""
    by_pair = frame.select("segment", "wage", "funding", "_day").unique(maintain_order=True)
    asked = by_pair.with_columns(
        pl.when(segment="BPU").then("wage").alias("income_per_month"),
        pl.when(pl.col("segment") != "BPU").then("wage").alias("wage_per_month"),
        # Builders are paid for by project; as employees they cost about as much.
        segment_=pl.col("segment"),
        segment=pl.when(segment="JAKON").then(pl.lit("PU")).otherwise("segment"),
        risk_class=pl.lit(1, pl.Int64),
    )
    priced = LAW.columns(asked, list(_RULES.values()), date="_day")
    keys = [pl.col("segment_").alias("segment"), "wage", "funding", "_day", *_RULES.values()]
    with_prices = frame.join(
        priced.select(keys), on=["segment", "wage", "funding", "_day"], how="left", maintain_order="left"
    )
    has = [
        pl.when(pl.col("programmes").str.split(" ").list.contains(code)).then(pl.col(rule).fill_null(0)).otherwise(0)
        for code, rule in _RULES.items()
    ]
    return with_prices.with_columns(amount=pl.sum_horizontal(has).cast(pl.Int64))
