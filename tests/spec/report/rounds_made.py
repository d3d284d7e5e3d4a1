"""Rounds made by hand for the tests of the report: rows in, a dataset as the reader gives it, and the round measured."""

from __future__ import annotations

import datetime as dt
from typing import Any

import polars as pl

from semesta.basics.places import PLACES
from semesta.basics.problem import Fault, Problem
from semesta.basics.words import Words
from semesta.monev.measure import measured
from semesta.monev.measured import Measured
from semesta.tables.dataset import Dataset, FileSeen
from semesta.tables.registry import TABLES
from semesta.tables.table import FILE, ROW, SHEET, step_column

CITY = "36.72"
DAY = dt.date(2024, 7, 17)

Rows = list[dict[str, Any]]


def dataset(tables: dict[str, Rows], aside: dict[str, int] | None = None) -> Dataset:
    """The rows as frames with all declared columns; `aside` says how many more rows of a table were set aside."""
    frames = {name: frame(name, rows) for name, rows in tables.items()}
    set_aside = aside or {}
    read = {name: len(rows) + set_aside.get(name, 0) for name, rows in tables.items()}
    problems = tuple(problem(name) for name, number in set_aside.items() for _ in range(number))
    seen = FileSeen("monev.xlsx", "ab" * 32, {name: len(rows) for name, rows in tables.items()})
    return Dataset(frames, problems, read, set_aside, (seen,))


def frame(name: str, rows: Rows) -> pl.DataFrame:
    table = TABLES[name]
    data: dict[str, Any] = {}
    schema: dict[str, Any] = {}
    for column in table.columns:
        data[column.name] = [row.get(column.name) for row in rows]
        schema[column.name] = getattr(pl, column.type.polars)
        if column.type.keeps_step:
            data[step_column(column.name)] = [1.0 if row.get(column.name) is not None else None for row in rows]
            schema[step_column(column.name)] = pl.Float64
    data |= {
        FILE: ["monev.xlsx"] * len(rows),
        SHEET: [table.title.id] * len(rows),
        ROW: [n + 2 for n in range(len(rows))],
    }
    return pl.DataFrame(data, schema=schema | {FILE: pl.String, SHEET: pl.String, ROW: pl.Int64})


def problem(table: str) -> Problem:
    fault = Fault(
        "count_text", Words("bilangan bulat", "a whole number"), Words("Tulis angkanya.", "Write the number.")
    )
    return Problem("monev.xlsx", TABLES[table].title.id, 9, "C", "Jumlah orang", "banyak", fault)


def round_of(tables: dict[str, Rows], aside: dict[str, int] | None = None, place: str | None = None) -> Measured:
    return measured(dataset(tables, aside), places=PLACES, place=place)


def group(code: str, persons: int, **more: Any) -> dict[str, Any]:
    return {"place": CITY, "group": code, "persons": persons, "as_of": DAY, "source": "Disnaker", **more}


def members(code: str, registered: int, active: int | None = None, **more: Any) -> dict[str, Any]:
    given = {"place": CITY, "group": code, "registered": registered, "active": active, "as_of": DAY, "source": "BPJS"}
    return given | {"funding": "apbd.kabkota", **more}


MEETING = {
    "place": CITY,
    "title": "Rapat monitoring dan evaluasi",
    "date": DAY,
    "venue": "Aula kota",
    "hosts": "Disnaker; BPJS Ketenagakerjaan",
    "purpose": "1. Tindak lanjut Inpres 2/2021; 2. Potensi dan kendala; 3. Komitmen bersama",
}


def small() -> dict[str, Rows]:
    """What the one-sheet form becomes: fifteen rows of nine tables."""
    money = {"place": CITY, "period": "../2024-07-17", "funding": "apbd.kabkota", "source": "Disnaker"}
    year = {"place": CITY, "funding": "apbd.kabkota", "source": "BKAD"}
    return {
        "meeting": [{"place": CITY, "date": DAY, "venue": "Aula kota", "hosts": "Disnaker; BPJS Ketenagakerjaan"}],
        "population": [group("non_asn", 5832), group("rentan", 4100)],
        "members": [{"place": CITY, "registered": 3300, "active": 2900, "as_of": DAY, "source": "BPJS"}],
        "contributions": [money | {"amount": 480_457_660}],
        "claims": [money | {"amount": 790_000_000, "cases": 19}],
        "budgets": [
            year | {"year": 2024, "allocated": 600_000_000, "realised": 480_457_660, "status": "apbd"},
            year | {"year": 2025, "persons": 3500, "months": 12, "status": "proposed"},
        ],
        "regulations": [{"place": CITY, "stage": "drafting"}],
        "obstacles": [
            {"place": CITY, "kind": "potential", "text": "Marbot dan guru ngaji terdata lengkap"},
            {"place": CITY, "kind": "potential", "text": "CSR kawasan industri"},
            {"place": CITY, "kind": "obstacle", "text": "Data tukang parkir belum ada"},
        ],
        "commitments": [
            {"place": CITY, "text": text, "responsible": "Disnaker", "due": dt.date(2024, 9, 30)}
            for text in ("Melengkapi data pekerja rentan", "Mengusulkan anggaran 2025", "Melaporkan kepada Wali Kota")
        ],
    }


def rich() -> dict[str, Rows]:
    """Every table with at least one row; two branches, two programmes, a contradiction, an overdue promise."""
    flow = {"place": CITY, "period": "2024-01/2024-06", "source": "BPJS"}
    both = [
        ("Cilegon", "JKK", 300, 500),
        ("Serang", "JKK", 900, 200),
        ("Cilegon", "JKM", 400, 450),
        ("Serang", "JKM", 700, 100),
    ]
    million = 1_000_000
    return {
        "meeting": [MEETING],
        "population": [
            group("non_asn.rt_rw", 1528),
            group("rentan.nelayan", 332),
            group("rentan.ojek", 777),
            group("", 2000),
        ],
        "members": [members("non_asn.rt_rw", 1200, 1100), members("rentan.nelayan", 300, 200)],
        "budgets": [
            {
                "place": CITY,
                "year": 2025,
                "group": "rentan.nelayan",
                "persons": 332,
                "months": 12,
                "allocated": 50_000_000,
            }
            | {"status": "apbd", "funding": "apbd.kabkota", "opd": "Dinas Perikanan", "account": "5.1.02.02.02.0006"}
        ],
        "contributions": [flow | {"office": o, "programme": p, "amount": k * million} for o, p, k, _ in both],
        "claims": [flow | {"office": o, "programme": p, "amount": c * million, "cases": 40} for o, p, _, c in both],
        "attendance": [
            {"place": CITY, "date": DAY, "institution": "Kejaksaan Negeri", "role": "Peserta", "persons": 2}
        ],
        "regulations": [
            {"place": CITY, "kind": "perkada", "stage": "drafting", "title": "Jamsostek", "stage_since": DAY}
        ],
        "inpres_actions": [{"place": CITY, "action": "Menganggarkan iuran", "percent": 0.75, "status": "in_progress"}],
        "handovers": [{"place": CITY, "date": DAY, "programme": "JKM", "heirs": 3, "amount": 126 * million}],
        "compliance": [{"place": CITY, "period": "2024", "kind": "arrears", "employers": 12, "amount": 90 * million}],
        "obstacles": [{"place": CITY, "kind": k, "text": f"Uraian {k}"} for k in ("potential", "obstacle")],
        "targets": [
            {
                "place": CITY,
                "year": 2024,
                "indicator": "coverage",
                "universe": "pemda",
                "document": "RPJMD",
                "value": 0.9,
            }
        ],
        "statements": [
            {"place": CITY, "indicator": "population", "stated": 3000.0, "wording": "exactly", "source": "Siaran pers"}
        ],
        "billing": [
            {
                "place": CITY,
                "opd": f"OPD {n}",
                "month": "2024-06",
                "persons_billed": 10,
                "billed": 168_000,
                "paid": 168_000 * (n % 2),
            }
            for n in range(1, 5)
        ],
        "commitments": [
            {"place": CITY, "kind": "commitment", "text": "Melapor", "due": dt.date(2024, 3, 1), "status": "open"},
            {
                "place": CITY,
                "kind": "request",
                "text": "Menambah anggaran",
                "responsible": "BKAD",
                "due": dt.date(2024, 9, 1),
            },
        ],
        "kantor": [
            {
                "place": CITY,
                "government": "Pemerintah Kota Contoh",
                "office_name": "Dinas Contoh",
                "post": "Kepala Dinas",
                "city": "Contoh",
            }
        ],
    }
