"""How long reading and checking a list of people takes, row errors included, against the bare spreadsheet library.

    python benchmarks/people/people_import.py [rows]

Makes a list of workers as an office sends it (200,000 rows unless said otherwise): title rows, twelve columns, NIK as text, dates as
cells and as text, one row in fifty wrong. It is read in turns, best of three, each turn in a new process so that peaks are its own.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TURNS = 3
ALLOWED_RATIO = 3.0
WANTED_ROWS_PER_SECOND = 45_000
HEADER = ["No", "NIK", "Nama Lengkap", "Tempat Lahir", "Tgl Lahir", "L/P", "Alamat", "Kecamatan", "Kelurahan", "Kelompok", "Penghasilan", "No HP"]  # fmt: skip
FIRST = [
    "Siti",
    "Ahmad",
    "Budi",
    "Dewi",
    "Eko",
    "Fitri",
    "Gunawan",
    "Hasan",
    "Indah",
    "Joko",
    "Kartini",
    "Lestari",
    "Mulyadi",
    "Nur",
    "Oki",
    "Putri",
    "Rahmat",
    "Sari",
    "Tono",
    "Wati",
]
LAST = [
    "Rahmawati",
    "Hidayat",
    "Santoso",
    "Susanti",
    "Prasetyo",
    "Wulandari",
    "Saputra",
    "Hakim",
    "Permata",
    "Widodo",
    "Suryani",
    "Maulana",
    "Fauzi",
    "Utami",
]
DISTRICTS = ["Cilegon", "Cibeber", "Citangkil", "Ciwandan", "Grogol", "Jombang", "Pulomerak", "Purwakarta"]
GROUPS = ["Nelayan", "Petani", "Ketua RT/RW", "Kader Posyandu", "Ojek Pangkalan"]


def workbook(path: Path, rows: int) -> None:
    import xlsxwriter

    chance = random.Random(2024)
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("Data Pekerja")
        sheet.write_string(0, 0, "DAFTAR PEKERJA RENTAN KOTA CILEGON")
        sheet.write_row(3, 0, HEADER)
        for row in range(rows):
            nik, born, sex = person(chance)
            at = row + 4
            sheet.write_number(at, 0, row + 1)
            sheet.write_string(at, 1, nik)
            sheet.write_string(at, 2, f"{chance.choice(FIRST)} {chance.choice(LAST)} {chance.choice(LAST)}")
            sheet.write_string(at, 3, "Cilegon")
            if chance.random() < 0.5:
                sheet.write_datetime(at, 4, born, day)
            else:
                sheet.write_string(at, 4, f"{born:%d/%m/%Y}")
            sheet.write_string(at, 5, sex)
            sheet.write_string(at, 6, f"Link. Kubang No. {chance.randint(1, 400)} RT {chance.randint(1, 9):02d}")
            sheet.write_string(at, 7, chance.choice(DISTRICTS))
            sheet.write_string(at, 8, f"Kelurahan {chance.randint(1, 43)}")
            sheet.write_string(at, 9, chance.choice(GROUPS))
            sheet.write_number(at, 10, chance.randint(5, 40) * 100_000)
            sheet.write_string(at, 11, f"08{chance.randint(10**9, 10**10 - 1)}")


def person(chance: random.Random) -> tuple[str, dt.date, str]:
    """NIK, birth date and sex that agree, but for one in fifty whose NIK is wrong."""
    born = dt.date(1960, 1, 1) + dt.timedelta(days=chance.randint(0, 16_000))
    sex = chance.choice("LP")
    day = born.day + (40 if sex == "P" else 0)
    nik = f"3672{chance.randint(1, 8):02d}{day:02d}{born:%m%y}{min(int(chance.expovariate(0.3)) + 1, 9999):04d}"
    if chance.random() < 0.02:
        nik = chance.choice([nik[:-1], nik[:6] + "99" + nik[8:], nik[:10] + "x" + nik[11:], nik[:-4] + "0000"])
    return nik, born, sex


def bare(path: Path) -> int:
    import python_calamine as calamine

    return len(calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python()) - 4


def ours(path: Path) -> int:
    from semesta.basics.places import PLACES
    from semesta.files.read import read
    from semesta.tables.registry import PEOPLE

    dataset = read([path], today=dt.date(2026, 11, 21), places=PLACES, tables={"workers": PEOPLE["workers"]})
    assert len(dataset.problems) > dataset.read["workers"] / 100
    return dataset.read["workers"]


def turn(which: str, path: Path) -> tuple[float, float]:
    """Seconds and peak MB of one reading in a process of its own, imports not counted."""
    command = [sys.executable, __file__, "--turn", which, str(path)]
    seconds, peak = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return seconds, peak


def timed(which: str, path: Path) -> None:
    import semesta.basics.places
    import semesta.files.read
    import semesta.tables.registry  # noqa: F401

    start = time.perf_counter()
    {"bare": bare, "ours": ours}[which](path)
    print(json.dumps([time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "daftar-pekerja.xlsx"
        workbook(path, rows)
        turns = [(turn("bare", path), turn("ours", path)) for _ in range(TURNS)]
    bare_s, ours_s = min(b for (b, _), _ in turns), min(o for _, (o, _) in turns)
    bare_mb, ours_mb = max(m for (_, m), _ in turns), max(m for _, (_, m) in turns)
    print(f"{'rows':>10} {'bare s':>8} {'ours s':>8} {'ratio':>6} {'allowed':>8} {'rows/s':>8} {'wanted':>8} {'bare MB':>8} {'ours MB':>8}")  # fmt: skip
    print(f"{rows:>10,} {bare_s:>8.2f} {ours_s:>8.2f} {ours_s / bare_s:>6.2f} {ALLOWED_RATIO:>8.1f} {rows / ours_s:>8,.0f} {WANTED_ROWS_PER_SECOND:>8,} {bare_mb:>8.0f} {ours_mb:>8.0f}")  # fmt: skip


if __name__ == "__main__":
    if sys.argv[1:2] == ["--turn"]:
        timed(sys.argv[2], Path(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
