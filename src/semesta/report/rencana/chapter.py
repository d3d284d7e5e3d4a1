"""The plan as a chapter: what the report of a round holds of it, and the whole body of its own document."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from semesta.planning.compared import Compared
from semesta.planning.plan import Plan
from semesta.report.content import Block
from semesta.report.laporan.draft import Draft
from semesta.report.rencana import parts
from semesta.report.rencana.assumed import assumed
from semesta.report.rencana.beside import beside
from semesta.report.rencana.need import need
from semesta.report.rencana.path import path
from semesta.report.rencana.summary import summary
from semesta.report.rencana.time_lost import time_lost
from semesta.report.rencana.ways import ways

Section = Callable[[Draft, Plan], list[Block]]

FIRST: Sequence[Section] = (summary, need, ways, time_lost, path)
"""What every plan has, before its parts."""
LAST: Sequence[Section] = (assumed,)


def chapter(draft: Draft, plan: Plan, compared: Compared | None = None) -> list[Block]:
    """The plan's chapter with a section for everything that it holds, and one for another plan beside it."""
    scenario = plan.scenario
    span = str(scenario.first) if scenario.first == scenario.last else f"{scenario.first}–{scenario.last}"
    heading = draft.chapter(f"Rencana perlindungan {span}", f"Plan of cover {span}")
    # Numbers are given as sections are written, so that each is written in its turn.
    blocks: list[Block] = [heading]
    for section in FIRST:
        blocks += section(draft, plan)
    for shown, made in parts.of(plan):
        blocks += shown.blocks(draft, made)
    blocks += beside(draft, compared) if compared else []
    for section in LAST:
        blocks += section(draft, plan)
    return blocks
