"""What people of each group earn, who pays for them and which office lists them; the numbers stand in work.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import yaml

from semesta.synth.draws import Floats


@dataclass(frozen=True, slots=True)
class Work:
    """One group of workers. `share` is its weight in a city and in a regency, `wage` the usual monthly income in rupiah."""

    group: str
    share: tuple[float, float]
    men: float
    wage: int
    covered: float
    funding: dict[str, float]
    segment: str
    sender: str
    decile: tuple[int, int]
    words: tuple[str, ...]


@cache
def works() -> tuple[Work, ...]:
    """All groups of work.yaml, in its order."""
    text = files("semesta.synth").joinpath("work.yaml").read_text(encoding="utf-8")
    read: dict[str, dict[str, Any]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return tuple(_work(group, written) for group, written in read.items())


def _work(group: str, written: dict[str, Any]) -> Work:
    pairs = {name: tuple(written[name]) for name in ("share", "decile", "words")}
    return Work(group, **{**written, **pairs})


def group_shares(is_city: bool) -> Floats:
    """The share of each group among the workers of a city or a regency; they add up to 1."""
    weights = np.array([work.share[0 if is_city else 1] for work in works()], dtype=np.float64)
    return weights / weights.sum()


def covered_shares(shares: Floats, coverage: float) -> Floats:
    """The share of members in each group, so that together they make up `coverage`; more in groups that governments pay for."""
    factors = np.array([work.covered for work in works()])
    low, high = 0.0, 1.0 / factors.min()
    for _ in range(60):
        middle = (low + high) / 2
        if (shares * np.minimum(middle * factors, 1.0)).sum() < coverage:
            low = middle
        else:
            high = middle
    return np.minimum(high * factors, 1.0)
