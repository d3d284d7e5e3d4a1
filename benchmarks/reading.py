"""How long our reading of a large table takes, against the bare spreadsheet library on the same file.

    python benchmarks/reading.py [rows]

Makes a population workbook of 9 columns (200,000 rows unless said otherwise), then reads it in turns, best of three.
"""

from __future__ import annotations

import datetime as dt
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import python_calamine as calamine
import xlsxwriter

from semesta.basics.places import PLACES
from semesta.files.read import read

HEADER = ["place", "group", "segment", "universe", "basis", "decile", "persons", "source", "as_of"]
TURNS = 3
ALLOWED_RATIO = 2.5


def workbook(path: Path, rows: int) -> None:
    """A population of made-up counts: few different words, nearly as many different numbers as a region has."""
    chance = random.Random(2024)
    places = [f"36.{n:02d}" for n in (1, 2, 3, 4, 71, 72, 73, 74)]
    groups = ["rentan.nelayan", "rentan.petani", "non_asn.rt_rw", "non_asn.kader", "rentan.ojek"]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Jumlah pekerja")
        sheet.write_row(0, 0, HEADER)
        for row in range(1, rows + 1):
            cells = [
                chance.choice(places),
                chance.choice(groups),
                "BPU",
                "pemda",
                "residence",
                str(chance.randint(1, 10)),
            ]
            sheet.write_row(row, 0, [*cells, chance.randint(1, 10**6), "Dinas Tenaga Kerja", "2024-07-17"])


def bare(path: Path) -> int:
    return len(calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python()) - 1


def ours(path: Path) -> int:
    return read([path], today=dt.date(2024, 8, 1), places=PLACES).read["population"]


def seconds(call: Callable[[Path], int], path: Path) -> float:
    start = time.perf_counter()
    call(path)
    return time.perf_counter() - start


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "population.xlsx"
        workbook(path, rows)
        turns = [(seconds(bare, path), seconds(ours, path)) for _ in range(TURNS)]
    fastest_bare, fastest_ours = min(b for b, _ in turns), min(o for _, o in turns)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'rows':>10} {'bare s':>8} {'ours s':>8} {'ratio':>6} {'allowed':>8} {'peak MB':>8}")
    ratio = fastest_ours / fastest_bare
    print(f"{rows:>10,} {fastest_bare:>8.2f} {fastest_ours:>8.2f} {ratio:>6.2f} {ALLOWED_RATIO:>8.1f} {peak:>8.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
