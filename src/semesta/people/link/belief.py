"""From weights to probabilities: how much the pairs of a worker compete, and how many are matched at all.

A weight says how much likelier a pair is for one person than for two; how likely that is depends on how many there are to
choose from. So each worker shares one belief among the participants it might be, those that a NIK already gave to another row
(then it is a second row of that person), and nobody. How many workers are in each case is learnt from the weights themselves.
That is why no threshold has to drift with the size of the lists.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

_ROUNDS = 60
_SETTLED = 1e-5
_LEAST_NOBODY = 0.01
_LEAST_CHANCE = 0.5
"""Of so many workers among all, at least, the chance of a case is thought: one never met may be met next time."""


@dataclass(frozen=True, slots=True)
class Chances:
    """Chance of a worker left by the first stage to be a free participant, and to be another row of a settled person."""

    free: float
    settled: float

    @property
    def nobody(self) -> float:
        """Chance of being neither."""
        return max(1 - self.free - self.settled, _LEAST_NOBODY)


def believed(pairs: pl.DataFrame, *, workers: int, free: int, settled: int) -> tuple[pl.DataFrame, Chances]:
    """The pairs with their `probability`, and the chances they were learnt with.

    Args:
        pairs: l (worker), entity (whom it might be), settled (whether a NIK gave that to another row), weight in bits; one row for
            each worker and entity.
        workers, free, settled: how many workers, free participants and settled persons there are to choose among.
    """
    if not pairs.height:
        return pairs.with_columns(probability=pl.lit(None, pl.Float64)), Chances(0.0, 0.0)
    chances = Chances(0.2, 0.01)
    for _ in range(_ROUNDS):
        shared = _shared(pairs, chances, free=free, settled=settled)
        sums = shared.group_by("settled").agg(pl.col("probability").sum())
        found = dict(sums.iter_rows())
        least = _LEAST_CHANCE / workers
        learnt = Chances(
            _chance(found.get(False, 0.0) / workers, least, 0.97), _chance(found.get(True, 0.0) / workers, least)
        )
        moved = abs(learnt.free - chances.free) + abs(learnt.settled - chances.settled)
        chances = Chances(round(learnt.free, 8), round(learnt.settled, 8))
        if moved < _SETTLED:
            break
    return _shared(pairs, chances, free=free, settled=settled), chances


def _chance(share: float, least: float, most: float = 0.49) -> float:
    return min(max(share, least), most)


def _shared(pairs: pl.DataFrame, chances: Chances, *, free: int, settled: int) -> pl.DataFrame:
    """Each worker's belief, shared among its pairs and nobody."""
    nobody = chances.nobody
    prior = (
        pl.when("settled")
        .then(chances.settled / max(settled, 1) / nobody)
        .otherwise(chances.free / max(free, 1) / nobody)
    )
    odds = pl.lit(2.0).pow(pl.col("weight")) * prior
    return (
        pairs.with_columns(odds=odds)
        .with_columns(probability=pl.col("odds") / (1 + pl.col("odds").sum().over("l")))
        .drop("odds")
    )


def same_person(pairs: pl.DataFrame, *, rows: int) -> pl.DataFrame:
    """Pairs of rows of one list with the `probability` that both are one person; a person may stand in many rows.

    Args:
        pairs: l, r, weight; each pair once.
        rows: how many rows there are to choose among.
    """
    if not pairs.height:
        return pairs.with_columns(probability=pl.lit(None, pl.Float64))
    chance = 0.01
    for _ in range(_ROUNDS):
        odds = pl.lit(2.0).pow(pl.col("weight")) * (chance / (1 - chance) / rows)
        pairs = pairs.with_columns(probability=odds / (1 + odds))
        learnt = _chance(2 * float(pairs["probability"].sum()) / rows, _LEAST_CHANCE / rows)
        moved, chance = abs(learnt - chance), round(learnt, 8)
        if moved < _SETTLED:
            break
    return pairs


def threshold(probabilities: pl.Series, *, sure: float) -> float:
    """The probability from which pairs are accepted so that the expected F1 is highest.

    Args:
        probabilities: of the best pair of each worker that the first stage left.
        sure: matches of the first stage.
    """
    if not len(probabilities):
        return 0.5
    falling = probabilities.sort(descending=True)
    right = falling.cum_sum() + sure
    accepted = pl.int_range(1, len(falling) + 1, eager=True) + sure
    expected = 2 * right / (accepted + falling.sum() + sure)
    best = expected.arg_max()
    if best is None or not expected[best] > 0:
        return 0.5
    after = float(falling[best + 1]) if best + 1 < len(falling) else 0.0
    return (float(falling[best]) + after) / 2
