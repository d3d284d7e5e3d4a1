"""The chapter of the plan, in the report of a round that has one."""

from __future__ import annotations

from semesta.planning.planned import plan_of
from semesta.report.content import Block
from semesta.report.laporan.draft import Draft
from semesta.report.rencana.chapter import chapter


def plan(draft: Draft) -> list[Block]:
    found = plan_of(draft.measured)
    return chapter(draft, found) if found is not None else []
