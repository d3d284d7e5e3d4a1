"""What an indicator is: the card that explains it, and the function that makes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from semesta.basics.words import Words
from semesta.monev.value import Node, Value

if TYPE_CHECKING:
    from semesta.monev.figures import Figures

STEWARDS = Words("Pengelola indikator Semesta", "Stewards of Semesta's indicators")
Direction = Literal["higher", "lower", "neutral"]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where a light changes, and who said so. Without a source there is no light."""

    green_from: float
    amber_from: float
    source: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator.

    `never` says what the figure must not be taken for. `nodes` gives the nodes it is asked at, headlines first, and `value`
    answers at one of them (None where it does not apply). `breakdowns` are the dimensions it is also shown by, `tables` the
    tables without which it is missing.
    """

    name: str
    title: Words
    why: Words
    formula: Words
    never: Words
    unit: str
    direction: Direction
    law: str
    owner: Words
    review: dt.date
    value: Callable[[Figures, Node], Value | None]
    nodes: Callable[[Figures, tuple[tuple[str, ...], ...]], Iterable[Node]]
    tables: tuple[str, ...]
    breakdowns: tuple[tuple[str, ...], ...] = ()
    thresholds: Thresholds | None = None
