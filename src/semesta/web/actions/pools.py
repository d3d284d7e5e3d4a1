"""Gotong royong asked for: with which years, how many times drawn, what is expected."""

from __future__ import annotations

from semesta.web.actions.jobs import ask
from semesta.web.actions.refused import Refused
from semesta.web.models import Job, Round, User

YEARS, SCENARIOS, EXPECT = (1, 5, 10, 20), (1000, 10_000, 50_000), ("own", "published")
"""What may be chosen."""
USUAL = {"years": 10, "scenarios": 10_000, "seed": 1, "expect": "own"}
MOST_SEED = 999_999_999


def ask_pools(round: Round, *, by: User, lang: str, years: int, scenarios: int, seed: int, expect: str) -> Job:
    """The job that draws the pools of a round as it was measured last.

    Raises:
        Refused: it is not measured.
    """
    snapshot = round.snapshots.filter(is_current=True).first()
    if snapshot is None:
        raise Refused("Putaran ini belum diukur.", "This round is not measured yet.")
    drawn = {"years": years, "scenarios": scenarios, "seed": seed, "expect": expect}
    return ask("pools", by=by, place=round.place, round=round.pk, snapshot=snapshot.sha256, lang=lang, **drawn)
