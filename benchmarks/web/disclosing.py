"""How long it takes until a nation's round may be seen: members, population, contributions and claims of 552 regions.

python benchmarks/web/disclosing.py [regions below provinces, all of them by default]
"""

from __future__ import annotations

import datetime as dt
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator

import polars as pl

from semesta.basics.places import PLACES
from semesta.monev.disclosure import disclosed
from semesta.monev.measure import measured
from semesta.tables.dataset import Dataset
from semesta.tables.registry import TABLES
from semesta.tables.table import step_column

DAY, PERIOD = dt.date(2025, 12, 31), "2025"
GROUPS = ("non_asn.rt_rw", "non_asn.kader", "non_asn.guru_honorer", "rentan.nelayan", "rentan.petani", "rentan.ojek")
PAID = (
    ("PU", "pemberi_kerja", 0.3),
    ("BPU", "mandiri", 0.05),
    ("BPU", "apbd.kabkota", 0.04),
    ("JAKON", "pemberi_kerja", 0.02),
)
PROGRAMMES = {"JKK": 12_000, "JKM": 6_800, "JHT": 180_000}
CLAIMS = {
    ("JKK", "medical"): (0.01, 9_000_000),
    ("JKK", "disability.partial"): (0.0001, 30_000_000),
    ("JKM", "death"): (0.0009, 42_000_000),
    ("JKM", "scholarship"): (0.0003, 6_000_000),
    ("JHT", "jht.full"): (0.03, 12_000_000),
    ("JP", "jp.monthly"): (0.002, 4_800_000),
}
SECONDS, MEGABYTES = 600, 2048

Row = dict[str, object]


def tables(regions: list[str]) -> dict[str, list[Row]]:
    """Each region by group, segment and programme; most have some number that is of a few people."""
    chance, made = random.Random(7), defaultdict(list)
    for place in regions:
        workers = int(chance.lognormvariate(12, 1))
        for table, row in _region(place, workers, chance):
            made[table].append(row)
    return made


def _region(place: str, workers: int, chance: random.Random) -> Iterator[tuple[str, Row]]:
    people = {"place": place, "basis": "residence", "as_of": DAY, "source": "BPJS Ketenagakerjaan"}
    for group in GROUPS:
        persons = int(workers * chance.uniform(0.001, 0.03))
        registered = int(persons * chance.betavariate(2, 3))
        yield "population", people | {"group": group, "universe": "pemda", "persons": persons}
        yield (
            "members",
            people | {"group": group, "registered": registered, "active": int(registered * chance.uniform(0.7, 1))},
        )
    for segment, funding, share in PAID:
        registered = int(workers * share * chance.betavariate(1, 3))
        active = int(registered * chance.uniform(0.8, 1))
        yield "members", people | {"segment": segment, "funding": funding, "registered": registered, "active": active}
        for programme, a_year in PROGRAMMES.items():
            flow = {"place": place, "period": PERIOD, "source": "BPJS Ketenagakerjaan", "segment": segment}
            yield "contributions", flow | {"funding": funding, "programme": programme, "amount": active * a_year}
    for (programme, benefit), (often, amount) in CLAIMS.items():
        cases = int(workers * 0.1 * often * chance.uniform(0.3, 2))
        flow = {"place": place, "period": PERIOD, "source": "BPJS Ketenagakerjaan", "unit": "case"}
        yield "claims", flow | {"programme": programme, "benefit": benefit, "cases": cases, "amount": cases * amount}


def dataset(rows: dict[str, list[Row]]) -> Dataset:
    """The rows as the reader gives them."""
    frames = {}
    for name, its in rows.items():
        columns = {
            c.name: pl.Series([row.get(c.name) for row in its], dtype=getattr(pl, c.type.polars))
            for c in TABLES[name].columns
        }
        steps = {
            step_column(c.name): [None if row.get(c.name) is None else 1.0 for row in its]
            for c in TABLES[name].columns
            if c.type.keeps_step
        }
        frames[name] = pl.DataFrame(columns | steps)
    return Dataset(frames, read={name: len(its) for name, its in rows.items()}, files=())


def timed(what: str, work: Callable[[], object]) -> object:
    start, cpu = time.perf_counter(), time.process_time()
    found = work()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what:<28}{time.perf_counter() - start:>9.1f}{time.process_time() - cpu:>9.1f}{peak:>9.0f}", flush=True)
    return found


def main(many: int | None) -> None:
    provinces = [one.code for one in PLACES.regions("ID") if one.code != "00"]
    below = [region.code for province in provinces for region in PLACES.regions(province)][:many]
    rows = tables(below)
    print(
        f"{len(below)} regions, {sum(map(len, rows.values())):,} rows\n\n{'step':<28}{'seconds':>9}{'CPU s':>9}{'peak MB':>9}"
    )
    round = timed("measuring", lambda: measured(dataset(rows), places=PLACES, place="ID", as_of=DAY))
    found = timed("hiding small numbers", lambda: disclosed(round))
    hidden = ", ".join(f"{number:,} of {name}" for name, number in found.withheld.items())
    print(f"\n{len(round.values):,} figures; hidden: {hidden}\nallowed: {SECONDS} s, {MEGABYTES} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else None)
