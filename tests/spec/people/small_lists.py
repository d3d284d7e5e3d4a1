"""Small lists of people that hold every trap of counting, drawn from a seed; numbers and names mean nobody."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from typing import Any

import polars as pl

AS_OF = dt.date(2024, 7, 31)
PLACE = "36.72"
ABOVE_2_TO_THE_53 = 2**53 + 1

WORKERS = {
    "id": pl.String,
    "nik": pl.String,
    "birth_date": pl.Date,
    "place": pl.String,
    "group": pl.String,
    "segment": pl.String,
    "decile": pl.String,
}
PARTICIPANTS = {
    "id": pl.String,
    "nik": pl.String,
    "kpj": pl.String,
    "birth_date": pl.Date,
    "office": pl.String,
    "segment": pl.String,
    "programmes": pl.String,
    "funding": pl.String,
    "payer": pl.String,
    "registered_on": pl.Date,
    "active_until": pl.String,
    "ended_on": pl.Date,
    "status": pl.String,
}
PAYMENTS = {
    "participant_id": pl.String,
    "kpj": pl.String,
    "month": pl.String,
    "programmes": pl.String,
    "amount": pl.Int64,
    "paid_on": pl.Date,
}
CLAIMS = {
    "id": pl.String,
    "kpj": pl.String,
    "programme": pl.String,
    "benefit": pl.String,
    "paid_on": pl.Date,
    "amount": pl.Int64,
    "status": pl.String,
}


def nik(number: int) -> str:
    return f"3672{number:012d}"


def born(number: int) -> dt.date:
    return dt.date(1980, 1, 1) + dt.timedelta(days=number % 5000)


def lists(seed: int, people: int = 300) -> dict[str, pl.DataFrame]:
    """Workers in several lists, groups and places, some without NIK; members with several sponsors; payments; claims."""
    chance = random.Random(seed)
    return {
        "workers": pl.DataFrame(_workers(chance, people), schema=WORKERS, orient="row"),
        "participants": pl.DataFrame(_participants(chance, people), schema=PARTICIPANTS, orient="row"),
        "payments": pl.DataFrame(_payments(chance, people), schema=PAYMENTS, orient="row"),
        "claim_cases": pl.DataFrame(_claims(chance, people), schema=CLAIMS, orient="row"),
    }


def _workers(chance: random.Random, people: int) -> list[tuple[Any, ...]]:
    rows = []
    for person in range(people):
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            rows.append(
                (
                    str(len(rows) + 1),
                    nik(person) if chance.random() < 0.9 else None,
                    born(person),
                    chance.choice([PLACE, PLACE, PLACE, "36.73", None]),
                    chance.choice(["rentan.nelayan", "rentan.petani", "non_asn.rt_rw", "non_asn.kader.pkk", None]),
                    chance.choice(["BPU", "BPU", "PU", None]),
                    chance.choice(["1", "2", "10", None]),
                )
            )
    return rows


def _participants(chance: random.Random, people: int) -> list[tuple[Any, ...]]:
    rows = []
    for person in range(0, people + 40, 1):
        for sponsor in range(chance.choice([0, 1, 1, 2])):
            recycled = chance.random() < 0.05
            rows.append(
                (
                    f"p{len(rows)}",
                    nik(person) if chance.random() < 0.95 else None,
                    f"{person:05d}{sponsor}",
                    born(person + 1) if recycled else born(person),
                    chance.choice(["Cilegon", "Serang", None]),
                    chance.choice(["BPU", "PU", "JAKON", None]),
                    chance.choice(["JKK JKM", "JKK JKM JHT", "JKK", None]),
                    chance.choice(["mandiri", "apbd.kabkota", "csr", None]),
                    chance.choice([PLACE, "36.00", None]),
                    chance.choice([None, dt.date(2023, 1, 5), dt.date(2024, 9, 1)]),
                    chance.choice([None, "2024-07", "2024-04", "2024-01"]),
                    chance.choice([None, None, None, dt.date(2024, 2, 1)]),
                    chance.choice([None, "active", "inactive"]),
                )
            )
    return rows


def _payments(chance: random.Random, people: int) -> list[tuple[Any, ...]]:
    rows = []
    for _ in range(people):
        month = chance.randrange(1, 9)
        rows.append(
            (
                f"p{chance.randrange(people)}" if chance.random() < 0.6 else None,
                f"{chance.randrange(people):05d}0",
                f"2024-{month:02d}",
                chance.choice(["JKK", "JKM", "JKK JKM", None]),
                chance.choice([16_800, ABOVE_2_TO_THE_53, None]),
                chance.choice([None, dt.date(2024, month, 20), dt.date(2024, 12, 1)]),
            )
        )
    return rows


def _claims(chance: random.Random, people: int) -> list[tuple[Any, ...]]:
    rows = []
    for number in range(people // 4):
        programme, holder = chance.choice(["JKM", "JKK"]), f"{chance.randrange(people):05d}0"
        for benefit in chance.choice([["death.grant"], ["death.grant", "death.funeral"], [None]]):
            rows.append(
                (
                    f"k{number}" if chance.random() < 0.9 else None,
                    holder,
                    programme,
                    benefit,
                    chance.choice([None, dt.date(2024, chance.randrange(1, 9), 3)]),
                    chance.choice([42_000_000, ABOVE_2_TO_THE_53, None]),
                    chance.choice(["paid", "paid", "filed", None]),
                )
            )
    return rows


def pairs_and_clusters(frames: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """A link as `link` gives it: by equal NIK and birth date here; people are rows of one NIK."""
    members = (
        frames["participants"].filter(pl.col("nik").is_not_null()).unique("nik", keep="first", maintain_order=True)
    )
    found = frames["workers"].join(members, on=["nik", "birth_date"], how="inner")
    clusters = frames["workers"].select(pl.col("id").alias("worker_id"), pl.coalesce("nik", "id").alias("person_id"))
    return {"pairs": found.select(worker_id="id", participant_id="id_right"), "clusters": clusters}
