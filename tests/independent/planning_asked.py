"""Plans asked for through the command alone, and the prices of the law worked out by hand from its own words.

Nothing here imports the planning that is examined: what a plan must come to is written down from the texts of the law, from
published budgets, and from textbook formulas.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from typer.testing import CliRunner

from semesta.cli.main import app

BPU = 10_000 + 6_800
"""JKK of the lowest basis (1 % of Rp1,000,000) and JKM: PP 44/2015."""
JHT = 20_000
"""2 % of the same basis: PP 46/2015."""
YEAR = 12 * BPU
GRANT = 20_000_000 + 12_000_000 + 10_000_000
"""Of JKM since 2 December 2019: lump sum, 24 months paid at once, funeral: PP 82/2019."""
FUNERAL = 10_000_000


def relieved(year: int, month: int, sector: str = "other") -> bool:
    """PP 50/2025: transport from January 2026 to March 2027, others from April to December 2026."""
    first, last = ((2026, 1), (2027, 3)) if sector == "transport" else ((2026, 4), (2026, 12))
    return first <= (year, month) <= last


def price(year: int, month: int, *, public: bool, sector: str = "other", with_jht: bool = False) -> int:
    """Rupiah per person of BPU in a month. `public` money, of APBN or APBD, never gets the relief; JHT has none."""
    risk = BPU if public or not relieved(year, month, sector) else BPU // 2
    return risk + (JHT if with_jht else 0)


class Said(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)


def semesta(*words: object) -> Said:
    """What the command says; an exception of the program itself fails the test that asked."""
    result = CliRunner(env={"COLUMNS": "200"}).invoke(app(), [str(word) for word in words], prog_name="semesta")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.stderr
    return Said(result.exit_code, result.stdout, result.stderr)


def payer(kept: int, funding: str = "apbd.kabkota", **more: Any) -> dict[str, Any]:
    return {"funding": funding, "kept": kept, **more}


def group(code: str, *payers: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"group": code, "payers": list(payers), **more}


def assumed(low: float, central: float, high: float) -> dict[str, Any]:
    return {"low": low, "central": central, "high": high, "source": "uji"}


def scenario(**fields: Any) -> dict[str, Any]:
    """A hundred fishermen of Cilegon whom the city pays for in 2027, with some fields of one's own; None leaves one out."""
    whole = {
        "name": "uji",
        "place": "Kota Cilegon",
        "years": {"first": 2027, "last": 2027},
        "groups": [group("rentan.nelayan", payer(100))],
        **fields,
    }
    return {name: value for name, value in whole.items() if value is not None}


def file_of(folder: Path, **fields: Any) -> Path:
    path = folder / "rencana.yaml"
    path.write_text(yaml.safe_dump(scenario(**fields), allow_unicode=True), encoding="utf-8")
    return path


Planned = Callable[..., Any]
"""A plan's JSON from the fields of its scenario."""
