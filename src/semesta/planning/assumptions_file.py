"""Values of the reader's own in the place of assumptions kept with Semesta: a plan that names them, or `assumptions` alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from semesta.basics.words import Words
from semesta.planning.faults import Unplannable
from semesta.planning.fields import Assumed, Fields
from semesta.planning.scenario import assumptions_of, mapping

MISSING = Words("belum diisi", "is missing")
FIX = Words(
    "tulis assumptions: {shared_shock: {low: 0.05, central: 0.1, high: 0.2, source: …}}, atau beri rencana yang memuatnya",
    "write assumptions: {shared_shock: {low: 0.05, central: 0.1, high: 0.2, source: …}}, or give a plan that holds it",
)


def read_assumptions(file: Path) -> Mapping[str, Assumed]:
    """By name, as field `assumptions` of a plan holds them.

    Raises:
        Unplannable: with every fault at once, each with its field.
    """
    fields = Fields(mapping(file))
    own = fields.inside("assumptions")
    if own is None and not fields.faults:
        fields.fault("assumptions", None, MISSING, FIX)
    found = dict(assumptions_of(own)) if own is not None else {}
    if fields.faults:
        raise Unplannable(fields.faults)
    return found
