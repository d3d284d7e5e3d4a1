"""Targets of national documents, kept as data with their source, for scenarios that name a document without shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class National:
    """The shares of a document by year, as parts of one, of which universe they are, and where they were seen."""

    shares: Mapping[int, float]
    universe: str
    source: str


def shares_of(document: str) -> National | None:
    """What a national document sets; None for one whose figures are not known or that each region sets itself."""
    written = _written().get(document)
    return National(dict(written["shares"]), written["universe"], written["source"]) if written else None


@cache
def _written() -> dict[str, Any]:
    text = files("semesta.planning").joinpath("documents.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found
