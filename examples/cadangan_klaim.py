"""Writes examples/cadangan-klaim: claims, children and contributions of a branch office that does not exist.

    python examples/cadangan_klaim.py [FOLDER]

The same bytes on each run. Nobody in the lists has a name or a number: what reserves need is what happened, and when it was told.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from semesta.basics import shown
from semesta.law.law import LAW

FIRST, LAST = dt.date(2023, 1, 1), dt.date(2025, 12, 31)
SOURCE = "Contoh buatan; bukan data BPJS Ketenagakerjaan"
DEATH = [0.34, 0.30, 0.15, 0.08, 0.05, 0.03, 0.02, 0.015, 0.01, 0.005]
ACCIDENT = [0.68, 0.22, 0.06, 0.03, 0.01]
"""Parts that are reported in the month of the event and in those after it."""
SCHEMES = (
    # programme, segment, first month, claims a month, reported when, contributions a month
    ("JKM", "BPU", 0, 12, DEATH, 476_000_000),
    ("JKK", "BPU", 0, 11, ACCIDENT, 350_000_000),
    ("JKM", "PU", 22, 4, DEATH, 190_000_000),
)


def main(folder: Path) -> None:
    chance = np.random.default_rng(36)
    folder.mkdir(parents=True, exist_ok=True)
    claims = sorted(_claims(chance))
    heads = "No. Klaim;Program;Segmen;Tgl Kejadian;Tgl Lapor;Tgl Bayar;Nominal;Status"
    _write(folder / "klaim cabang.csv", [heads, *(f"K{n:04d};{row}" for n, (_, row) in enumerate(claims, 1))])
    deaths = [
        (f"K{n:04d}", event)
        for n, (_, row) in enumerate(claims, 1)
        if row.startswith("JKM;BPU") and row.endswith("Dibayar")
        for event in [row.split(";")[2]]
    ]
    heads = "No. Klaim;Program;Tanggal Kejadian;Jenjang;Kelas;Tanggal Lahir;Masa Iur (bulan)"
    _write(folder / "anak penerima beasiswa.csv", [heads, *_children(chance, deaths)])
    heads = "place,year,month,segment,programme,amount,source"
    _write(folder / "contributions.csv", [heads, *_contributions(chance)])


def _write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")


def _claims(chance: np.random.Generator) -> Iterator[tuple[dt.date, str]]:
    """Rows with the day of their report; those reported after the last day are not known yet."""
    for programme, segment, first, number, lags, _ in SCHEMES:
        for month in range(first, 36):
            for _ in range(chance.poisson(number)):
                event = dt.date(2023 + month // 12, month % 12 + 1, int(chance.integers(1, 29)))
                lag = int(chance.choice(len(lags), p=np.array(lags) / sum(lags)))
                filed = event + dt.timedelta(days=int(chance.integers(1, 20)) + 30 * lag)
                status = "Ditolak" if chance.random() < 0.02 else "Dibayar"
                if filed <= LAST:
                    yield filed, f"{programme};{segment};{_row(chance, programme, event, filed, status)}"


def _row(chance: np.random.Generator, programme: str, event: dt.date, filed: dt.date, status: str) -> str:
    paid = filed + dt.timedelta(days=int(chance.integers(3, 15)))
    amount = _grant(event) if programme == "JKM" else round(float(chance.lognormal(15.5, 0.8)), -3)
    if paid > LAST:
        return f"{_day(event)};{_day(filed)};;{_rupiah(amount)};Diajukan"
    return f"{_day(event)};{_day(filed)};{_day(paid)};{_rupiah(amount)};{status}"


def _grant(event: dt.date) -> int:
    return int(LAW.value("jkm_full_benefit", date=event).value or 0)


def _day(day: dt.date) -> str:
    return day.strftime("%d/%m/%Y")


def _rupiah(amount: float) -> str:
    return shown.rupiah(round(amount), "id")


def _children(chance: np.random.Generator, deaths: list[tuple[str, str]]) -> Iterator[str]:
    """One to three children of every sixth death."""
    for claim, event in deaths[::6]:
        months = int(chance.integers(28, 90))
        for _ in range(int(chance.integers(1, 4))):
            level, entry, before, years = (("SD", 6, 0, 6), ("SMP", 12, 6, 3), ("SMA", 15, 9, 3), ("PT", 18, 0, 5))[
                int(chance.integers(0, 4))
            ]
            year = int(chance.integers(1, years + 1))
            born = dt.date(int(event[-4:]) - entry - year, int(chance.integers(1, 13)), int(chance.integers(1, 29)))
            yield f"{claim};JKM;{event};{level};{before + year};{_day(born)};{months}"


def _contributions(chance: np.random.Generator) -> Iterator[str]:
    for programme, segment, first, _, _, amount in SCHEMES:
        for month in range(first, 36):
            received = round(amount * (1 + chance.normal(0, 0.02)), -3)
            yield f"36,{2023 + month // 12},{month % 12 + 1},{segment},{programme},{received:.0f},{SOURCE}"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("cadangan-klaim"))
