"""Who died in the two years before the day of the data, and who knows of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from semesta.synth.days import DAYS_OF_YEAR, day_number
from semesta.synth.draws import Bools, Floats, Ints
from semesta.synth.people import People, Register
from semesta.synth.work import works

YEARS = 2
_DAYS = 730
_WORK_ACCIDENT = 0.06
_FILED_WITHIN = 90
_REPORTED, _CLAIMED = 0.93, 0.8
"""Shares of deaths that the village lists, and of owed death benefits that are claimed."""

_LEAST_MEMBERS = 20

EARLY_SHARE, EARLY_DEATHS = 0.05, 8
"""In the account where people were registered when already dying: their least share, and how many they are at least."""


@dataclass(frozen=True, slots=True)
class Deaths:
    """By person: the day of death in days since 1970 or −1, and what is known of it.

    is_reported: the village lists it; is_claimed: a claim was filed by the day of the data, on the day `filed`.
    """

    day: Ints
    filed: Ints
    is_work_accident: Bools
    is_reported: Bools
    is_claimed: Bools

    @property
    def is_dead(self) -> Bools:
        return self.day >= 0


def deaths(register: Register, people: People, first_day: Ints, is_early: Bools) -> Deaths:
    """The deaths of people, members after the first day of their membership.

    Args:
        first_day: of the first membership in days since 1970; a day long past for people without one.
        is_early: the first membership is with the account of `early_group`.
    """
    draws, ids = register.draws, people.ids
    today = day_number(register.as_of)
    age = (today - people.born) / DAYS_OF_YEAR
    # Roughly what life tables say of people at work; for no calculation but this one.
    yearly = np.where(people.is_man, 0.0011, 0.0008) * np.exp(0.082 * (age - 30))
    day = today - 1 - draws.below("day of death", ids, _DAYS)
    dies = draws.happens("death", ids, yearly * YEARS) & (day > first_day + 30)
    soon = draws.happens("early death", ids, early_share(register, people)) & is_early
    soon_day = first_day + 20 + draws.below("early day", ids, 70)
    day = np.where(soon & (soon_day < today), soon_day, np.where(dies, day, -1))
    filed = day + 4 + draws.below("death filed", ids, _FILED_WITHIN)
    claims = draws.happens("claimed", ids, np.where(soon, 0.95, _CLAIMED))
    return Deaths(
        day=day,
        filed=filed,
        is_work_accident=draws.happens("work accident", ids, _WORK_ACCIDENT) & ~soon,
        is_reported=draws.happens("reported", ids, _REPORTED),
        is_claimed=claims & (filed <= today),
    )


def early_group(register: Register) -> Ints:
    """For each regency the group whose account of its own budget shows many deaths soon after entry."""
    covered = register.plan.covered
    vulnerable = np.array([work.group.startswith("rentan") and "apbd.kabkota" in work.funding for work in works()])
    order = np.argsort(np.where(vulnerable, -covered, 1), axis=1, kind="stable")
    rows = np.arange(len(order))
    # One of the three largest, or the largest where the others are too small to see anything in them.
    pick = register.draws.below("early group", register.plan.codes, 3)
    is_small = covered[rows, order[rows, pick]] < _LEAST_MEMBERS
    return order[rows, np.where(is_small, 0, pick)]


def early_share(register: Register, people: People) -> Floats:
    """How many of the account of `early_group` die in their first months."""
    group = early_group(register)
    members = register.plan.covered[np.arange(len(group)), group]
    return np.clip(EARLY_DEATHS / np.maximum(members, 1), EARLY_SHARE, 0.6)[people.regency]
