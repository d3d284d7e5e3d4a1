"""Papers that a page still offers: of rounds as they were measured last, of plans as they stand. Others are made of what is past."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from semesta.web.models import Job, Scenario, Snapshot
from semesta.web.plans import inputs
from semesta.web.work import papers, pools


def folders_asked() -> set[Path]:
    """The folders of these papers, without their last part, the language; by this version of Semesta."""
    snapshots = list(Snapshot.objects.filter(is_current=True).select_related("round__plan"))
    current = {one.sha256 for one in snapshots}
    return {*_of_rounds(snapshots), *_of_plans(), *_of_pools(current)}


def _of_rounds(snapshots: list[Snapshot]) -> Iterator[Path]:
    for one in snapshots:
        plan = one.round.plan
        yield papers.folder_of(one.sha256, "id", plan.text if plan else "").parent


def _of_plans() -> Iterator[Path]:
    """Each plan alone, and beside those it was compared with."""
    held = {one.pk: one for one in Scenario.objects.filter(ended_at=None).select_related("round")}
    yield from (inputs(one).folder("id").parent for one in held.values())
    compared = Job.objects.filter(kind="plan").exclude(arguments__other=None)
    for first, other in set(compared.values_list("arguments__scenario", "arguments__other")):
        if first in held and other in held:
            yield inputs(held[first], held[other]).folder("id").parent


def _of_pools(current: set[str]) -> Iterator[Path]:
    for asked in Job.objects.filter(kind="pools").values_list("arguments", flat=True):
        if asked["snapshot"] in current:
            drawn = (asked["years"], asked["scenarios"], asked["seed"], asked["expect"])
            yield pools.folder_of(asked["snapshot"], *drawn, "id").parent
