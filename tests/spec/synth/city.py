"""One made-up city, made once for all tests of this chapter."""

from functools import cache

import polars as pl

from semesta.synth import Wish, made

WISH = Wish("36.72", 6_000, 7)


@cache
def city(wish: Wish = WISH, chunk: int = 100_000) -> dict[str, pl.DataFrame]:
    """Its tables by name."""
    tables: dict[str, list[pl.DataFrame]] = {}
    for name, frame in made(wish, chunk=chunk):
        tables.setdefault(name, []).append(frame)
    return {name: pl.concat(frames) for name, frames in tables.items()}


def is_near(count: int, total: int, share: float) -> bool:
    """Whether so many of a total are what a share lets expect: within five standard deviations and one."""
    return abs(count - total * share) <= 5 * (total * share * (1 - share)) ** 0.5 + 1
