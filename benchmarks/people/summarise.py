"""Lists of people to population and members, against SQL written by hand for DuckDB that counts the same.

    python benchmarks/people/summarise.py [workers participants] [turns]

People are made up. Each way runs in a process of its own, in turns; the best of all turns counts, and the peak memory of any.
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORKERS, PARTICIPANTS, TURNS = 10_000_000, 4_000_000, 3
ALLOWED_RATIO = 1.2
DAY, PLACE = dt.date(2025, 12, 31), "00"

# Read and brought to one row per person and codes first: the fastest way known of counting each person once.
PEOPLE = """
create temp table members as
    select nik, birth_date, segment, programmes, funding, bool_or(status = 'active') as active
    from '{folder}/participants*.parquet' where nik is not null group by all;
create temp table people as select distinct nik, birth_date, place, "group", decile from '{folder}/workers*.parquet'
"""
ONE_OF_EACH = """
select place, "group", count(*) from (select distinct nik, place, "group" from people) group by all;
select place, "group", segment, programme, funding, count(*), count(*) filter (active) from (
    select place, "group", segment, funding, active, unnest(string_split(programmes, ' ')) as programme
    from (select distinct nik, birth_date, place, "group" from people) join members using (nik, birth_date)
) group by all
"""
"""One kind of row for each table: people by group, members by every code. No totals, which cannot be added up from these."""

ALL_TOTALS = """
create temp table together as
    select people.nik, place, "group", decile, segment, programmes, funding, members.nik is not null as registered, active
    from people left join members on people.nik = members.nik and people.birth_date = members.birth_date;
select place, "group", decile, count(distinct nik), count(distinct nik) filter (registered),
    count(distinct nik) filter (active) from together
group by grouping sets ((place), (place, "group"), (place, decile), (place, "group", decile));
select place, "group", segment, funding, count(distinct nik), count(distinct nik) filter (active)
from together where registered
group by grouping sets ((place, segment), (place, funding), (place, "group", segment), (place, "group", funding),
    (place, "group", segment, funding));
select place, "group", segment, funding, programme, count(distinct nik), count(distinct nik) filter (active)
from (select *, unnest(string_split(programmes, ' ')) as programme from together where registered)
group by grouping sets ((place, programme), (place, "group", programme), (place, "group", segment, programme, funding))
"""
"""Every row that the summary tables hold, but for the groups above groups."""


def made(folder: Path, workers: int, participants: int) -> None:
    """The lists as Parquet."""
    from semesta.synth import Wish, made_lean

    wish = Wish(place="36", workers=workers, participants=participants, coverage=0.3, seed=7)
    written = {"workers": 0, "participants": 0}
    for name, frame in made_lean(wish, chunk=1_000_000):
        written[name] += 1
        frame.write_parquet(folder / f"{name}-{written[name]:03d}.parquet")


def ours(folder: Path, engine: str) -> int:
    from semesta.engines.engine import opened
    from semesta.people.summarise import summaries

    frames = {name: opened(sorted(folder.glob(f"{name}*.parquet")), engine) for name in ("workers", "participants")}  # type: ignore[arg-type]
    return sum(frame.height for frame in summaries(frames, place=PLACE, as_of=DAY).values())


def by_hand(folder: Path, counts: str) -> int:
    import duckdb

    con = duckdb.connect()
    for statement in PEOPLE.format(folder=folder).split(";"):
        con.execute(statement)
    return sum(len(con.execute(query).fetchall()) for query in counts.split(";"))


WAYS = {
    "SQL, one of each": lambda folder: by_hand(folder, ONE_OF_EACH),
    "SQL, all totals": lambda folder: by_hand(folder, ALL_TOTALS),
    "Semesta, DuckDB": lambda folder: ours(folder, "duckdb"),
    "Semesta, Polars": lambda folder: ours(folder, "polars"),
}


def measured(way: str, folder: Path) -> dict[str, float]:
    """Seconds without start-up, peak MB and rows of one way, in a process of its own."""
    command = [sys.executable, __file__, "--way", way, str(folder)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # type: ignore[no-any-return]


def run(way: str, folder: Path) -> None:
    import duckdb
    import polars as pl

    assert all((duckdb, pl))  # imported before the clock starts
    start = time.perf_counter()
    rows = WAYS[way](folder)
    taken = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": taken, "peak": peak, "rows": rows}))


def main(workers: int, participants: int, turns: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        made(folder, workers, participants)
        found = [{way: measured(way, folder) for way in WAYS} for _ in range(turns)]
    print(f"{workers:,} workers, {participants:,} participants; best of {turns} turns")
    print(f"{'way':<20} {'seconds':>8} {'peak MB':>8} {'rows':>9} {'ratio':>6} {'allowed':>8}")
    best = {way: min(turn[way]["seconds"] for turn in found) for way in WAYS}
    for way, seconds in best.items():
        peak, rows = max(turn[way]["peak"] for turn in found), found[0][way]["rows"]
        allowed = f"{ALLOWED_RATIO:>8.1f}" if way.startswith("Semesta") else ""
        print(
            f"{way:<20} {seconds:>8.2f} {peak:>8.0f} {rows:>9,.0f} {seconds / best['SQL, all totals']:>6.2f} {allowed}"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        run(sys.argv[2], Path(sys.argv[3]))
    else:
        asked = [int(text.replace("_", "")) for text in sys.argv[1:]]
        main(*(asked[:2] or (WORKERS, PARTICIPANTS)), *(asked[2:] or (TURNS,)))
