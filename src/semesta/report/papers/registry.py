"""All papers by name, the report first."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import cast

from semesta.basics.discover import defined_in
from semesta.report.paper import Paper

FIRST = "laporan"


@cache
def papers() -> MappingProxyType[str, Paper]:
    """Every paper by its name, the report first, then by name."""
    found = cast(list[Paper], defined_in("semesta.report.papers", "PAPER"))
    return MappingProxyType({one.name: one for one in sorted(found, key=lambda one: (one.name != FIRST, one.name))})
