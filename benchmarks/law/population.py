"""The people of the law benchmark and what is right for them: by arithmetic on the row number, with nothing but NumPy.

    python population.py FOLDER ROWS

Codes are small whole numbers here, as engines on arrays want them; `CODES` says which word each stands for. Each column is
written as raw 64-bit whole numbers, so that no engine needs another's file format.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import numpy as np

# The month of the engines that know one day of law per run: two reliefs hold in it, so that most rules have work to do.
MONTH = dt.date(2026, 1, 1)
# The days of law that differ from row to row.
FIRST, LAST = dt.date(2015, 1, 1), dt.date(2027, 12, 31)
EPOCH = dt.date(1970, 1, 1)

CODES = {
    "segment": ["PU", "BPU"],
    "funding": [
        *("apbd", "apbd.provinsi", "apbd.kabkota", "apbdes", "dbh_cht", "dbh_sawit"),
        *("csr", "mandiri", "pemberi_kerja", "apbn"),
    ],
    "sector": ["transport", "other"],
    "basis_mode": ["tier", "exact"],
    "industry": ["food", "textile", "leather", "footwear", "toys", "furniture", "other"],
}
MONEY = ("wage_per_month", "income_per_month")
COUNTS = ("risk_class", "months_paid", "workers", "contribution_month_number")
INPUTS = ("day", *CODES, *MONEY, *COUNTS, "in_arrears")
RESULTS = (
    "jkk_pu_contribution",
    "jkm_pu_contribution",
    "jht_pu_employer_contribution",
    "jht_pu_worker_contribution",
    "jp_employer_contribution",
    "jp_worker_contribution",
    "jkk_bpu_contribution",
    "jkm_bpu_contribution",
    "jkm_benefit",
)

# The values of law in that month.
LAW = {
    "jkm_rate": 3_000,
    "jht_employer_rate": 37_000,
    "jht_worker_rate": 20_000,
    "jp_employer_rate": 20_000,
    "jp_worker_rate": 10_000,
    "jp_cap": 10_547_400,
    "bpu_rate": 10_000,
    "bpu_flat": 6_800,
    "bpu_min": 1_000_000,
    "bpu_max": 20_700_000,
    "relief_transport": 500_000,
    "relief_other": 1_000_000,
    "labour_part": 500_000,
    "labour_workers": 50,
    "pandemic_part": 1_000_000,
    "pandemic_full_months": 0,
    "waiting_months": 3,
    "funeral": 10_000_000,
    "full_benefit": 42_000_000,
}
RISK_RATES = (2_400, 5_400, 8_900, 12_700, 17_400)
PAID_WITHOUT_RELIEF = ("apbd", "apbd.provinsi", "apbd.kabkota", "apbdes", "dbh_cht", "dbh_sawit", "apbn")
TIER_STARTS = (0, *range(1_100_000, 2_000_000, 200_000), *range(2_200_000, 8_200_000, 500_000))
TIER_STARTS = (*TIER_STARTS, *range(8_200_000, 20_300_000, 1_000_000))
TIERS = (1_000_000, *range(1_200_000, 2_000_000, 200_000), 2_050_000, *range(2_450_000, 8_000_000, 500_000))
TIERS = (*TIERS, *range(8_700_000, 20_800_000, 1_000_000))


def _below(rows: int, salt: int, bound: int) -> np.ndarray:
    """Well-mixed numbers below the bound (the finaliser of SplitMix64), equal on every machine."""
    mixed = np.arange(rows, dtype=np.uint64) + np.uint64(salt * 0x9E3779B97F4A7C15 % 2**64)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed ^= mixed >> np.uint64(shift)
        mixed *= np.uint64(factor)
    return ((mixed ^ (mixed >> np.uint64(31))) % np.uint64(bound)).astype(np.int64)


def _money(rows: int, salt: int, least: int, span: int) -> np.ndarray:
    """Many small amounts and few large ones: the least, and the cube of a part of the span."""
    part = _below(rows, salt, 1_000_000)
    return least + part * part // 1_000_000 * part // 1_000_000 * span // 1_000_000


def people(rows: int) -> dict[str, np.ndarray]:
    """The columns of `INPUTS`: whole numbers of 64 bits, days counted from 1970-01-01."""
    columns = {"day": (FIRST - EPOCH).days + _below(rows, 1, (LAST - FIRST).days + 1)}
    columns |= {name: _below(rows, salt, len(words)) for salt, (name, words) in enumerate(CODES.items(), 2)}
    columns["wage_per_month"] = _money(rows, 11, 1_500_000, 18_500_000)
    columns["income_per_month"] = _money(rows, 12, 500_000, 24_500_000)
    columns["risk_class"] = 1 + _below(rows, 13, len(RISK_RATES))
    columns["months_paid"] = _below(rows, 14, 24)
    columns["workers"] = _below(rows, 15, 200)
    columns["contribution_month_number"] = 1 + _below(rows, 16, 6)
    columns["in_arrears"] = (_below(rows, 17, 10) == 0).astype(np.int64)
    return columns


def share(amount: np.ndarray | int, per_million: np.ndarray | int) -> np.ndarray:
    return (amount * per_million + 500_000) // 1_000_000


def exact(p: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The results in whole rupiah, in integers throughout: what every engine is held to."""
    wage, income, law = p["wage_per_month"], p["income_per_month"], LAW
    labour = (p["industry"] < CODES["industry"].index("other")) & (p["workers"] >= law["labour_workers"])
    relief = np.where(labour & (p["in_arrears"] == 0), law["labour_part"], 1_000_000)
    capped = np.minimum(wage, law["jp_cap"])
    tier = np.array(TIERS)[np.searchsorted(TIER_STARTS, income, side="right") - 1]
    between = np.where(p["basis_mode"] == 0, tier, income)
    basis = np.where(
        income <= law["bpu_min"], law["bpu_min"], np.where(income >= law["bpu_max"], law["bpu_max"], between)
    )
    in_full = np.isin(p["funding"], [CODES["funding"].index(code) for code in PAID_WITHOUT_RELIEF])
    of_sector = np.where(p["sector"] == 0, law["relief_transport"], law["relief_other"])
    bpu_relief = np.where(in_full, 1_000_000, of_sector)
    waits = (p["segment"] == 1) & (p["months_paid"] < law["waiting_months"])
    return dict(
        zip(
            RESULTS,
            (
                share(wage, share(np.array(RISK_RATES)[p["risk_class"] - 1], relief)),
                share(wage, law["jkm_rate"]),
                share(wage, law["jht_employer_rate"]),
                share(wage, law["jht_worker_rate"]),
                share(capped, law["jp_employer_rate"]),
                share(capped, law["jp_worker_rate"]),
                share(basis, share(law["bpu_rate"], bpu_relief)),
                share(law["bpu_flat"], bpu_relief),
                np.where(waits, law["funeral"], law["full_benefit"]),
            ),
            strict=True,
        )
    )


def write(folder: Path, rows: int) -> None:
    columns = people(rows)
    for name, column in columns.items():
        column.tofile(folder / f"{name}.i64")
    for name, column in exact(columns).items():
        column.tofile(folder / f"exact-{name}.i64")


def read(folder: Path, name: str) -> np.ndarray:
    return np.fromfile(folder / f"{name}.i64", dtype=np.int64)


def off(folder: Path, found: dict[str, np.ndarray]) -> int:
    """How many cells are half a rupiah or more from right."""
    return sum(int((np.abs(found[n].astype(np.float64) - read(folder, f"exact-{n}")) >= 0.5).sum()) for n in RESULTS)


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
