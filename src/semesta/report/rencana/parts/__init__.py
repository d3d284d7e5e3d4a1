"""How the parts of a plan are shown: each a file here that defines SHOWN, found by itself in document, workbook and JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar, cast

from semesta.basics.discover import defined_in
from semesta.basics.words import Lang
from semesta.planning.assumptions import Assumption
from semesta.planning.parts import Part
from semesta.planning.plan import Plan
from semesta.report.content import Block
from semesta.report.laporan.draft import Draft
from semesta.report.sheet import Sheet

Made = TypeVar("Made")


@dataclass(frozen=True)
class Shown(Generic[Made]):
    """What a part of a plan looks like. `order` is its place in the chapter: need and path stand below 50."""

    part: Part[Any, Made]
    order: int
    blocks: Callable[[Draft, Made], list[Block]]
    """Begins with `draft.section(…)`; every chart and table says its assumptions."""
    sheets: Callable[[Made, Lang], list[Sheet]] = lambda made, lang: []
    data: Callable[[Made, Lang], Any] = lambda made, lang: None
    """What programs read under the part's name; whole rupiah, null where not known."""
    assumptions: Callable[[Made], Iterable[Assumption]] = lambda made: ()
    """What it rests on, kept or the scenario's own."""


@cache
def shown_parts() -> tuple[Shown[Any], ...]:
    """Every part that can be shown, in the order of the chapter."""
    found = [cast("Shown[Any]", shown) for shown in defined_in("semesta.report.rencana.parts", "SHOWN")]
    return tuple(sorted(found, key=lambda shown: shown.order))


def of(plan: Plan) -> list[tuple[Shown[Any], Any]]:
    """The parts that this plan has, each with how it is shown."""
    return [(shown, plan.parts[shown.part.name]) for shown in shown_parts() if shown.part.name in plan.parts]
