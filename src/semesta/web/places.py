"""The places an office knows: those of Indonesia, its own additions in places.csv of its folder, and those of the example."""

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


def invented_file() -> Path:
    """The places of the example that does not exist; no real place counts them among its regions."""
    return Path(settings.HOME) / "wilayah-contoh.csv"


def office_places() -> PlaceList:
    """The places as the files stand now; read again when one has changed."""
    return _with_own(_changed(own_file()), _changed(invented_file()))


def _changed(file: Path) -> int:
    """When the file last changed; 0 where there is none."""
    try:
        return file.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


@lru_cache(maxsize=4)
def _with_own(own: int, invented: int) -> PlaceList:
    places = PLACES.with_file(own_file()) if own else PLACES
    return places.with_invented(invented_file()) if invented else places


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
