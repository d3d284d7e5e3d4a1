"""The places an office knows: those of Indonesia, and its own additions in places.csv of its folder."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from semesta.basics.places import PLACES, PlaceList


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
