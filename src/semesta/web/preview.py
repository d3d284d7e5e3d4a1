"""What submitting a round would change: held against the last round of its place that was accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from semesta.basics.words import Lang, Words
from semesta.report.laporan.summary import FIRST, INSTEAD, NEXT
from semesta.tables.registry import EVERY_TABLE
from semesta.web.comparing import Line, compared
from semesta.web.models import Round, Snapshot
from semesta.web.models.round import State

MAIN = tuple(dict.fromkeys((*FIRST, *NEXT, *INSTEAD.values())))
Found = Mapping[str, Any]
"""A finding as the database keeps it."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Rows of a table that enter no figure, of all its rows; `before`: how many there were in the round before."""

    table: Words
    rows: int
    of: int
    before: int


@dataclass(frozen=True, slots=True)
class Preview:
    """`last` is None where nothing of the place was accepted yet: then everything is new and nothing can be gone."""

    last: Round | None
    lines: Sequence[Line]
    new: Sequence[Found]
    gone: Sequence[Found]
    aside: Sequence[Aside]
    contradictions: Sequence[Found]


def preview(round: Round, snapshot: Snapshot, lang: Lang) -> Preview:
    """What changes once this measurement of the round is accepted."""
    before = _last_accepted(round)
    return Preview(
        last=before.round if before else None,
        lines=compared(before, snapshot, lang, MAIN) if before else (),
        new=list(_without(snapshot.findings, before.findings)) if before else (),
        gone=list(_without(before.findings, snapshot.findings)) if before else (),
        aside=_aside(snapshot, before.rows_set_aside if before else {}),
        contradictions=[one for one in snapshot.findings if one["severity"] == "error"],
    )


def _last_accepted(round: Round) -> Snapshot | None:
    """The measurement of the latest round of the same place that was accepted; of an example, among the examples."""
    same = Snapshot.objects.filter(is_current=True, round__place=round.place, round__is_example=round.is_example)
    accepted = same.filter(round__state=State.ACCEPTED).exclude(round=round)
    return accepted.select_related("round").order_by("-round__as_of", "-round").first()


def _without(those: Sequence[Found], others: Sequence[Found]) -> Iterator[Found]:
    """The findings about what no finding of the others is about; the figures in their words may differ."""
    held = Counter(_about(one) for one in others)
    for one in those:
        if held[_about(one)]:
            held[_about(one)] -= 1
        else:
            yield one


def _about(finding: Found) -> tuple[str, str, str]:
    return finding["kind"], finding["place"], finding["quantity"]


def _aside(snapshot: Snapshot, before: Mapping[str, int]) -> list[Aside]:
    return [
        Aside(EVERY_TABLE[name].title, rows, snapshot.rows_read.get(name, 0), before.get(name, 0))
        for name, rows in snapshot.rows_set_aside.items()
        if name in EVERY_TABLE and (rows or before.get(name, 0))
    ]
