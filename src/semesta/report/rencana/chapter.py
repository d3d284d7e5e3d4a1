"""The plan as a chapter: what the report of a round holds of it, and the whole body of its own document."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from semesta.planning.plan import Plan
from semesta.report.content import Block
from semesta.report.laporan.draft import Draft
from semesta.report.rencana import parts
from semesta.report.rencana.need import need

Section = Callable[[Draft, Plan], list[Block]]

FIRST: Sequence[Section] = (need,)
"""What every plan has, before its parts."""
LAST: Sequence[Section] = ()


def chapter(draft: Draft, plan: Plan) -> list[Block]:
    """The plan's chapter with a section for everything that it holds."""
    scenario = plan.scenario
    span = str(scenario.first) if scenario.first == scenario.last else f"{scenario.first}–{scenario.last}"
    heading = draft.chapter(f"Rencana perlindungan {span}", f"Plan of cover {span}")
    of_parts = [block for shown, made in parts.of(plan) for block in shown.blocks(draft, made)]
    return [
        heading,
        *(block for section in FIRST for block in section(draft, plan)),
        *of_parts,
        *(block for section in LAST for block in section(draft, plan)),
    ]
