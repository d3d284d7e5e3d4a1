"""The list of deaths, as villages and the civil registry have it: not all deaths are in it."""

from __future__ import annotations

import numpy as np
import polars as pl

from semesta.synth.draws import Ints
from semesta.synth.lists import Lists, Rows
from semesta.synth.memberships import memberships
from semesta.synth.texts import dates, number_texts, one_of, place_codes

DEATH_COLUMNS = ["id", "nik", "name", "birth_date", "sex", "kk", "death_date", "work_accident", "place", "district", "village", "heir_relation"]  # fmt: skip

_HEIRS = ("spouse", "child", "parent", "sibling")
_NIK_KNOWN, _KK_KNOWN = 0.93, 0.8


def deaths_listed(lists: Lists, regency: Ints, person: Ints) -> Rows:
    """The deaths among these people that are known; the truth has all of them."""
    register = lists.register
    people = register.people(regency, person)
    held = memberships(register, people, np.zeros(len(person), dtype=bool))
    rows = np.flatnonzero(held.died.is_dead)
    # Drawn for all rather than made again for the few: their names are what costs.
    draws, ids = register.draws, people.ids[rows]
    frame = pl.DataFrame(
        {
            "id": number_texts((draws.words("id of death", ids) % np.uint64(10**12)).astype(np.int64), 12),
            "nik": number_texts(people.nik[rows], 16).set(
                pl.Series(~draws.happens("nik of dead", ids, _NIK_KNOWN)), None
            ),
            "name": lists.plain_names([word[rows] for word in people.name]),
            "birth_date": dates(people.born[rows]),
            "sex": one_of(["P", "L"], people.is_man[rows].astype(np.int64)),
            "kk": number_texts(people.kk[rows], 16).set(pl.Series(~draws.happens("kk of dead", ids, _KK_KNOWN)), None),
            "death_date": dates(held.died.day[rows]),
            "work_accident": pl.Series(held.died.is_work_accident[rows]),
            "place": place_codes(people.home[rows]),
            "district": place_codes(people.village[rows] // 10_000),
            "village": place_codes(people.village[rows]),
            "heir_relation": one_of(_HEIRS, draws.among("heir", ids, [6, 3, 1, 1])),
        }
    )
    truth = pl.DataFrame(
        {
            "death_id": frame["id"],
            "person_id": ids,
            "death_date": frame["death_date"],
            "is_listed": held.died.is_reported[rows],
            "was_member": people.is_member[rows],
            "was_covered": held.was_covered[rows] & people.is_member[rows],
            "is_claimed": held.died.is_claimed[rows],
        }
    )
    return Rows(frame.filter(truth["is_listed"]).select(DEATH_COLUMNS), truth)
