"""Prices and benefits are law: their amounts stand in law/ with a date and an article, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import semesta

SOURCE = Path(semesta.__file__).parent

# Amounts that are nothing but prices or benefits: found wherever they stand.
PRICES = (
    16_800,
    36_800,
    6_800,
    8_400,
    3_400,
    207_000,
    414_000,
    42_000_000,
    24_000_000,
    16_200_000,
    4_800_000,
    20_700_000,
)
# Round amounts that other numbers may share: only where money is written.
ROUND = (5_000, 10_000, 20_000, 1_000_000, 10_000_000, 12_000_000, 20_000_000)
RATES = ("0024", "0054", "0089", "0127", "0174", "003", "037", "057")


def _grouped(amount: int) -> str:
    """The amount with any grouping of its thousands: 16800, 16_800, 16.800, 16,800, 16 800."""
    return "[._,\\s\u00a0]?".join(f"{amount:_}".split("_"))


ALONE = r"(?<![\d._,])(?:{})(?:[.,]\d{{1,2}})?(?![\d]|[._,]\d)"
PATTERNS = (
    re.compile(ALONE.format("|".join(map(_grouped, PRICES)))),
    re.compile(r"Rp\.?\s*" + ALONE.format("|".join(map(_grouped, ROUND)))),
    re.compile(
        r"(?i)\b(?:price|harga|iuran|premi|contribution|tarif|santunan)\w*\W{1,4}"
        + ALONE.format("|".join(map(_grouped, ROUND)))
    ),
    re.compile(rf"(?<![\d.,])0[.,](?:{'|'.join(RATES)})(?!\d)"),
    re.compile(r"(?i)\b(?:42|16[.,]2|4[.,]8)\s*(?:juta|jt|million)\b"),
)


def prices_in(text: str) -> list[str]:
    return [found.group() for pattern in PATTERNS for found in pattern.finditer(text)]


@pytest.mark.parametrize(
    "text",
    [
        "16800",
        "16_800",
        "Rp16.800",
        "16,800 a month",
        "16.800,00",
        "42_000_000",
        "42 juta",
        "price = 10_000",
        "Rp 10.000",
        "0.0054",
    ],
)
def test_a_price_is_found_in_any_grouping_of_its_digits(text):
    assert prices_in(text)


@pytest.mark.parametrize("text", ["116800", "16.8001", "1.016.800", "limit = 10_000", "50_000", "0.00541", "3.16800"])
def test_other_numbers_are_no_prices(text):
    assert not prices_in(text)


def test_no_price_stands_outside_law():
    files = [path for path in SOURCE.rglob("*") if path.suffix in {".py", ".yaml", ".yml"}]
    outside = [path for path in files if (SOURCE / "law") not in path.parents]
    assert len(outside) > 10
    found = {
        f"{path.relative_to(SOURCE).as_posix()}:{number}": prices
        for path in outside
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (prices := prices_in(line))
    }
    assert found == {}
