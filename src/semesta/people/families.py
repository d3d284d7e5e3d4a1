"""Family cards counted into the table `household_spending`: how many families alike in size, earners, decile and spending."""

from __future__ import annotations

from typing import Any

import narwhals as nw
import polars as pl

from semesta.engines.engine import home
from semesta.people.memberships import PERSON, Frames

CARD, STEP = "kk", 100_000
"""Spending is rounded to so many rupiah: of families counted from cards no exact sum is kept."""
BY_NIK = "card_of"
OF_CARD = ("place", "decile", "spending")
ALIKE = ("place", "group", "size", "earners", "decile", "spending")


def families(frames: Frames, place: str) -> pl.DataFrame | None:
    """Families alike by ALIKE, and `households`, how many; None where no list of family cards says what they spend.

    `earners` are the people on the lists of workers who stand on the card, or name its number: a family of which nobody is on
    those lists has none that are known. What the rows of a card do not agree on is not known either.
    """
    if "households" not in frames:
        return None
    rows = nw.from_native(frames["households"]).lazy()
    schema = rows.collect_schema()
    if not {CARD, "spending"} <= set(schema):
        return None
    cards = _cards(rows.filter(~nw.col(CARD).is_null()), [name for name in OF_CARD if name in schema])
    # Rounded where the cards are, so that what comes home is few.
    cards = cards.with_columns(spending=(nw.col("spending") / STEP).round().cast(nw.Int64) * STEP)
    if "workers" in frames and (earning := _earning(frames, rows, schema)) is not None:
        cards = cards.join(earning, on=CARD, how="left")
    counted = home(cards.group_by(*[name for name in ALIKE if name in cards.collect_schema()]).agg(households=nw.len()))
    lacking = [pl.lit(None, pl.String).alias(name) for name in ALIKE if name not in counted.columns]
    whole = counted.with_columns(lacking).with_columns(
        pl.col("place").cast(pl.String).fill_null(place),
        pl.col("size", "earners", "households", "spending").cast(pl.Int64),
    )
    known = pl.when(pl.col("earners") <= pl.col("size")).then("earners")
    alike = whole.with_columns(earners=known).group_by(ALIKE).agg(pl.col("households").sum())
    return alike.sort(ALIKE, nulls_last=True)


def _cards(rows: Any, columns: list[str]) -> Any:
    """One row per card: its `size`, and what its rows agree on."""
    ends = [end for name in columns for end in _ends(name)]
    return rows.group_by(CARD).agg(nw.len().alias("size"), *ends).select(CARD, "size", *map(_agreed, columns))


def _agreed(name: str) -> nw.Expr:
    return nw.when(nw.col(f"{name}_min") == nw.col(f"{name}_max")).then(nw.col(f"{name}_min")).alias(name)


def _earning(frames: Frames, rows: Any, schema: Any) -> Any:
    """By card how many people on the lists of workers stand on it, each once, and the group that all of them are of.

    None where neither list says what could bring them together.
    """
    workers, ways = _persons(frames), []
    has = workers.collect_schema()
    if "nik" in has and "nik" in schema:
        known = rows.filter(~nw.col("nik").is_null() & ~nw.col(CARD).is_null())
        by_nik = known.with_columns(nw.col(CARD).alias(BY_NIK)).group_by("nik").agg(*_ends(BY_NIK))
        workers = workers.join(by_nik.select("nik", _agreed(BY_NIK)), on="nik", how="left")
        ways.append(nw.col(BY_NIK))
    if CARD in has:
        ways.append(nw.col(CARD))
    if not ways:
        return None
    group = nw.col("group") if "group" in has else nw.lit(None, dtype=nw.String)
    placed = workers.select(nw.coalesce(*ways).alias(CARD), nw.col(PERSON), group.alias("group"))
    each = (
        placed.filter(~nw.col(CARD).is_null())
        .group_by(CARD, PERSON)
        .agg(*_ends("group"))
        .select(CARD, _agreed("group"))
    )
    found = each.group_by(CARD).agg(nw.len().alias("earners"), *_ends("group"))
    return found.select(CARD, "earners", _agreed("group"))


def _persons(frames: Frames) -> Any:
    """Workers with the `person` each row is of."""
    workers = nw.from_native(frames["workers"]).lazy().drop(PERSON, strict=False)
    if "clusters" not in frames:
        return workers.with_columns(nw.col("id").alias(PERSON))
    clusters = nw.from_native(frames["clusters"]).lazy()
    person = clusters.select(nw.col("worker_id").alias("id"), nw.col("person_id").alias(PERSON))
    return workers.join(person, on="id", how="left")


def _ends(name: str) -> list[nw.Expr]:
    return [getattr(nw.col(name), end)().alias(f"{name}_{end}") for end in ("min", "max")]
