"""The places an office knows: those of Indonesia, and its own additions in places.csv of its folder."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from django.conf import settings

from semesta.basics.places import PLACES, PlaceList

P = ParamSpec("P")
R = TypeVar("R")


def own_file() -> Path:
    return Path(settings.HOME) / "places.csv"


def office_places() -> PlaceList:
    """The places as the file stands now; read again when it has changed."""
    try:
        changed = own_file().stat().st_mtime_ns
    except FileNotFoundError:
        return PLACES
    return _with_own(own_file(), changed)


@lru_cache(maxsize=4)
def _with_own(file: Path, changed: int) -> PlaceList:
    return PLACES.with_file(file)


def remembered(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """As lru_cache, until the office's places change: what was written with their names is then written anew."""

    def made(function: Callable[P, R]) -> Callable[P, R]:
        @lru_cache(maxsize=most)
        def kept(_: PlaceList, *args: P.args, **kwargs: P.kwargs) -> R:
            return function(*args, **kwargs)

        @wraps(function)
        def answer(*args: P.args, **kwargs: P.kwargs) -> R:
            return kept(office_places(), *args, **kwargs)

        answer.cache_clear = kept.cache_clear  # type: ignore[attr-defined]
        return answer

    return made
