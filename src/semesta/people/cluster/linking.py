"""Workers held against participants on a cluster, with a model that an embedded run has saved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from semesta.people.cluster.lists import SparkLists
from semesta.people.link import Decision, Linked, Model
from semesta.people.link.linking import READING, Progress, linked


def link_on_spark(
    workers: Any,
    participants: Any,
    *,
    model: Model,
    decisions: Sequence[Decision] = (),
    progress: Progress | None = None,
) -> Linked:
    """As `people.link.link`, of lists as `reading.py` reads them.

    Pairs of weights and numbers of rows come home and are settled here; names and NIKs stay on the cluster.
    """
    told = progress or (lambda step: None)
    told(READING)
    return linked(SparkLists(workers, participants), model=model, threshold=None, decisions=decisions, told=told)
