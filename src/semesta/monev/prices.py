"""What a month of cover costs for a group, by law, with the assumptions that have to be made said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from semesta.basics import shown
from semesta.basics.groups import GROUPS
from semesta.basics.words import Words
from semesta.law.law import Law


@dataclass(frozen=True, slots=True)
class Price:
    """Whole rupiah for one person over the months of a year, with how it was come to."""

    total: int
    months: int
    said: Words
    verified: bool
    programmes: Mapping[str, int]
    """Rupiah per month by programme; empty where it changes within the months."""


def price_by_law(law: Law, *, group: str, funding: str, year: int, months: int) -> Price:
    """What `months` months of the group's package cost one person in a year, each month by its own law.

    With fewer than twelve months they are taken to be the last of the year, as late starts are.

    Raises:
        NoLawOnDate: a month before the law of the programmes.
    """
    package = package_of(group)
    return _price(law, package["segment"], package["package"], package.get("sector", "other"), funding, year, months)


@lru_cache(maxsize=10_000)  # the same few prices are asked for in every region
def _price(law: Law, segment: str, package: str, sector: str, funding: str, year: int, months: int) -> Price:
    results = [
        law.value(
            "cover_price_per_month",
            date=dt.date(year, month, 1),
            segment=segment,
            package=package,
            funding=funding or "apbd",
            sector=sector,
        )
        for month in range(13 - months, 13)
    ]
    amounts = [int(result.value) for result in results if result.value is not None]
    monthly = sorted(set(amounts))
    said = Words(
        f"{package}, jalur {segment}, {_range(monthly, 'id')} per orang per bulan menurut hukum",
        f"{package}, as {segment}, {_range(monthly, 'en')} per person and month by law",
    )
    programmes = _programmes(law, segment, package, sector, funding, year, months) if len(monthly) == 1 else {}
    return Price(sum(amounts), months, said, all(result.verified for result in results), programmes)


def _programmes(
    law: Law, segment: str, package: str, sector: str, funding: str, year: int, months: int
) -> Mapping[str, int]:
    """What each programme of the package costs a month, where it is the same in all of them."""
    found: dict[str, set[int]] = {}
    for month in range(13 - months, 13):
        for programme in package.split("+"):
            result = law.value(
                f"{programme.lower()}_contribution",
                date=dt.date(year, month, 1),
                segment=segment,
                package=package,
                funding=funding or "apbd",
                sector=sector,
            )
            found.setdefault(programme, set()).add(int(result.value or 0))
    same = all(len(amounts) == 1 for amounts in found.values())
    return {programme: next(iter(amounts)) for programme, amounts in found.items()} if same else {}


def _range(monthly: list[int], lang: Any) -> str:
    return " / ".join(shown.rupiah(amount, lang) for amount in monthly)


def package_of(group: str) -> dict[str, str]:
    """The package and route of a group: its own line in packages.yaml, else that of the nearest group above."""
    lines = _packages()
    for code in [*reversed(GROUPS.path(group)), ""]:
        if code in lines:
            return lines[code]
    raise KeyError(group)


@cache
def _packages() -> dict[str, dict[str, str]]:
    text = files("semesta.monev").joinpath("packages.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = yaml.safe_load(text)
    return found
