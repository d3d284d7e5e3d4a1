"""What people decided about pairs, and what that says of all the others."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

_ROUNDS = 200
_STEP = 0.05
_DOUBT = 3.0
"""Before any review the model is thought to be within so many bits of the truth, as one standard deviation."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A pair that someone looked at: whether both rows are one person."""

    worker_id: str
    participant_id: str
    is_same: bool


def shift(judged: pl.DataFrame) -> float:
    """The bits by which weights of the second stage are to be moved so that they fit what was decided.

    Args:
        judged: probability, is_same: the pairs of the second stage that were looked at.
    """
    if not judged.height:
        return 0.0
    odds = [
        (math.log2(_within(p) / (1 - _within(p))), same)
        for p, same in judged.select("probability", "is_same").iter_rows()
    ]
    best, least = 0.0, math.inf
    for step in range(-_ROUNDS, _ROUNDS + 1):
        tried = step * _STEP
        loss = tried**2 / (2 * _DOUBT**2) - sum(_log_likelihood(bits + tried, same) for bits, same in odds)
        if loss < least:
            best, least = tried, loss
    return round(best, 2)


def _within(probability: float) -> float:
    return min(max(probability, 1e-6), 1 - 1e-6)


def _log_likelihood(bits: float, is_same: bool) -> float:
    signed = bits if is_same else -bits
    return -math.log1p(2.0**-signed) if signed > -500 else signed * math.log(2)


def shifted(probability: pl.Expr, bits: float) -> pl.Expr:
    """A probability moved by so many bits."""
    odds: float = 2.0**bits
    return probability * odds / (1 - probability + probability * odds)


def decisions_frame(decisions: Sequence[Decision]) -> pl.DataFrame:
    """worker_id, participant_id, is_same."""
    schema = {"worker_id": pl.String, "participant_id": pl.String, "is_same": pl.Boolean}
    return pl.DataFrame([(d.worker_id, d.participant_id, d.is_same) for d in decisions], schema, orient="row")
