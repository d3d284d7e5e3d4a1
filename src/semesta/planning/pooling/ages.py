"""Ages of members from a file, for pools of which the round has no list: a plan that names them, or `ages` alone."""

from __future__ import annotations

from pathlib import Path

from semesta.basics.words import Words
from semesta.planning.claims_asked import ages_of, each_age
from semesta.planning.faults import Unplannable
from semesta.planning.fields import LISTED, Fields
from semesta.planning.scenario import mapping

FIX = Words(
    "tulis ages: [{from: 25, to: 44, sex: L, persons: 300}], atau beri rencana dengan claims.ages",
    "write ages: [{from: 25, to: 44, sex: L, persons: 300}], or give a plan with claims.ages",
)


def read_ages(file: Path) -> dict[str, dict[tuple[str, int], int]]:
    """Persons by sex and age, by office or region as the round names it; "" for all of it together.

    Each entry is as in field `claims.ages` of a plan, with `office` where it is of one member of the pool. Groups are added up.

    Raises:
        Unplannable: with every fault at once, each with its field.
    """
    fields = Fields(mapping(file))
    claims = fields.inside("claims") if fields.has("claims") else None
    held = fields if claims is None else claims
    if not held.has("ages"):
        held.fault("ages", None, LISTED, FIX)
        raise Unplannable(held.faults)
    found: dict[str, dict[tuple[str, int], int]] = {}
    for one in held.each("ages"):
        office, _ = one.text("office"), one.text("group")
        ages = found.setdefault(office, {})
        for key, persons in each_age((ages_of(one),)):
            ages[key] = ages.get(key, 0) + persons
        one.close()
    if claims is None:
        fields.close()
    if fields.faults:
        raise Unplannable(fields.faults)
    return found
