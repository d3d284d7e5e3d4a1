"""The lines of the bill of a migrant worker. JKK and JKM have one price together; its lines stand under JKK."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from semesta.basics.words import Words
from semesta.law.asked import programmes_of
from semesta.law.items import Due, Facts, Item, Schedule

if TYPE_CHECKING:
    from semesta.law.law import Law

ARTICLE = "Permenaker 4/2023 Pasal 18"
WITHIN_JKK = Words("Iuran JKM PMI, termasuk dalam iuran JKK", "JKM of migrant workers, within their JKK")


def is_pmi(case: Facts) -> bool:
    return case.get("segment") == "PMI"


def saves(case: Facts) -> bool:
    """Whether the worker chose JHT, which is optional."""
    return is_pmi(case) and case.get("pmi_savings") not in (None, 0)


def within_jkk(case: Facts, law: Law, on: dt.date) -> list[Due]:
    """No line beside JKK, whose price is that of both; of JKM alone a line that names no amount, for none is set."""
    wanted = programmes_of(case, [])
    if not wanted or "JKK" in wanted:
        return []
    because = Words("satu harga dengan JKK; mintalah JKK,JKM", "one price with JKK; ask for JKK,JKM")
    return [Due("JKM", "member", "pmi_contribution", WITHIN_JKK, None, ARTICLE, True, because)]


CONTRIBUTION = (
    Item("pmi_before_contribution", "JKK", "member", is_pmi),
    Item("pmi_during_contribution", "JKK", "member", is_pmi),
    Schedule(
        name="pmi_death_within_jkk",
        programme="JKM",
        payer="member",
        law=ARTICLE,
        title=WITHIN_JKK,
        function=within_jkk,
        applies=is_pmi,
    ),
    Item("pmi_savings_contribution", "JHT", "member", saves),
)
