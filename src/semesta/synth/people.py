"""People as they are: what a perfect register would hold of any person of a plan."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from semesta.synth.days import DAYS_OF_YEAR, calendar_parts, day_number
from semesta.synth.draws import Bools, Draws, Floats, Ints
from semesta.synth.identity import Identities
from semesta.synth.names import Names
from semesta.synth.plan import Plan
from semesta.synth.shuffle import Shuffle
from semesta.synth.work import works

PERSONS_OF_REGENCY = 10**8
"""A person's number is the code of the regency and eight digits: 3672_00000017."""

OTHER_GROUPS = ("pu", "jakon", "bpu_lain")
"""What members who stand in nobody's list are, after the groups of `works()`."""

_OTHERS = (0.68, 0.13, 0.11, 0.08)
"""Their shares; the last is of people in the groups of `works()` whom a government pays for all the same."""
_LIVES_ELSEWHERE = 0.025
_SAME_DISTRICT = 0.75
_MARRY = 0.9


Core = dict[str, NDArray[Any]]
"""The columns of `Register.core` by name."""


@dataclass(frozen=True, slots=True)
class People:
    """Persons in arrays of one length; words of names are numbers, places too (village 3672011001), born in days since 1970."""

    ids: Ints
    regency: Ints
    person: Ints
    nik: Ints
    is_man: Bools
    born: Ints
    group: Ints
    is_member: Bools
    village: Ints
    partner: Ints
    kk: Ints
    decile: Ints
    wage: Ints
    name: list[Ints]
    mother: list[Ints]

    def some(self, rows: Ints) -> People:
        """Some of the people."""
        values = {name: getattr(self, name) for name in self.__slots__}
        some: dict[str, Any] = {
            name: [word[rows] for word in value] if isinstance(value, list) else value[rows]
            for name, value in values.items()
        }
        return People(**some)

    @property
    def home(self) -> Ints:
        """The regency people live in, as a number: 3672."""
        return self.village // 1_000_000


class Register:
    """Gives the people of a plan by regency and number; numbers from `plan.persons` on are people outside all lists."""

    def __init__(self, plan: Plan, *, seed: int, as_of: dt.date) -> None:
        self.plan, self.draws, self.as_of = plan, Draws(seed), as_of
        self.names = Names(self.draws)
        self._identities = Identities(plan, self.draws, as_of)
        self._groups = Shuffle(self.draws, "group")
        self._group_ends = np.cumsum(plan.groups, axis=1)
        self._member_ends = np.cumsum(plan.covered, axis=1)
        self._men = np.array([work.men for work in works()] + [0.64, 0.97, 0.6])
        self._wages = np.array([work.wage for work in works()] + [4_300_000, 3_200_000, 2_500_000])
        self._deciles = np.array([work.decile for work in works()] + [(3, 9), (2, 7), (2, 9)])

    # ---- who is meant

    def of_row(self, row: Ints) -> tuple[Ints, Ints, Bools]:
        """Regency and number of the person in worker rows, and whether the row is his second one."""
        regency = np.searchsorted(self.plan.first_row, row, side="right") - 1
        nth = row - self.plan.first_row[regency]
        persons = self.plan.persons[regency]
        is_second = nth >= persons
        again = Shuffle(self.draws, "twice").place(np.where(is_second, nth - persons, 0), persons)
        return regency, np.where(is_second, again, nth), is_second

    def has_two_rows(self, regency: Ints, person: Ints) -> Bools:
        """Whether a person on lists has a second row."""
        nth = Shuffle(self.draws, "twice").index(person, np.maximum(self.plan.persons[regency], 1))
        return nth < self.plan.twice[regency]

    def of_slot(self, slot: Ints) -> tuple[Ints, Ints, Bools]:
        """Regency and number of the person in participant rows, and whether the row is his second membership."""
        plan = self.plan
        regency = np.searchsorted(plan.first_slot, slot, side="right") - 1
        slots = plan.first_slot[regency + 1] - plan.first_slot[regency]
        nth = Shuffle(self.draws, "slot").place(slot - plan.first_slot[regency], slots)
        members, outside = plan.members[regency], plan.outside[regency]
        is_second = nth >= members + outside
        again = Shuffle(self.draws, "double").place(
            np.where(is_second, nth - members - outside, 0), np.maximum(members, 1)
        )
        listed = is_second | (nth < members)
        on_list = self._member(regency, np.where(listed, np.where(is_second, again, nth), 0))
        return regency, np.where(listed, on_list, plan.persons[regency] + nth - members), is_second

    def slots_of(self, regency: Ints, person: Ints) -> tuple[Ints, Ints]:
        """The participant rows of persons: their membership and a second one; −1 where there is none."""
        plan = self.plan
        group, rank, is_member = self._group(regency, person)
        members, outside = plan.members[regency], plan.outside[regency]
        is_outside = person >= plan.persons[regency]
        nth = self._member_ends[regency, group] - plan.covered[regency, group] + rank
        nth = np.where(is_outside, members + person - plan.persons[regency], np.where(is_member, nth, 0))
        listed = np.where(is_outside | ~is_member, 0, nth)
        double = Shuffle(self.draws, "double").index(listed, np.maximum(members, 1))
        has_two = is_member & ~is_outside & (double < plan.doubles[regency])
        first = np.where(is_member | is_outside, self._slot(regency, nth), -1)
        return first, np.where(has_two, self._slot(regency, np.where(has_two, members + outside + double, 0)), -1)

    def _slot(self, regency: Ints, nth: Ints) -> Ints:
        start, end = self.plan.first_slot[regency], self.plan.first_slot[regency + 1]
        return start + Shuffle(self.draws, "slot").index(nth, np.maximum(end - start, 1))

    def of_number(self, number: Ints) -> tuple[Ints, Ints]:
        """Regency and number in it of all people, counted through: those on lists and those outside."""
        first = self.plan.first_person
        regency = np.searchsorted(first, number, side="right") - 1
        return regency, number - first[regency]

    def _member(self, regency: Ints, nth: Ints) -> Ints:
        """The nth member on the lists of a regency: members are numbered group by group."""
        group = _steps_passed(nth, self._member_ends, regency)
        rank = nth - (self._member_ends[regency, group] - self.plan.covered[regency, group])
        before = self._group_ends[regency, group] - self.plan.groups[regency, group]
        return self._groups.index(before + rank, np.maximum(self.plan.persons[regency], 1))

    def _group(self, regency: Ints, person: Ints) -> tuple[Ints, Ints, Bools]:
        """Group of people on lists, rank in it, and whether they are members: the first ranks of each group are."""
        persons = self.plan.persons[regency]
        place = self._groups.place(np.minimum(person, np.maximum(persons - 1, 0)), np.maximum(persons, 1))
        group = _steps_passed(place, self._group_ends, regency)
        rank = place - (self._group_ends[regency, group] - self.plan.groups[regency, group])
        return group, rank, rank < self.plan.covered[regency, group]

    # ---- what they are

    def ids(self, regency: Ints, person: Ints) -> Ints:
        return self.plan.codes[regency] * PERSONS_OF_REGENCY + person

    def core(self, regency: Ints, person: Ints) -> Core:
        """NIK, sex, birth, group and membership: what the lean lists need and no more."""
        ids = self.ids(regency, person)
        group, _, is_member = self._group(regency, person)
        is_outside = person >= self.plan.persons[regency]
        others = self._other_group(regency, ids)
        group = np.where(is_outside, others, group)
        is_man = self.draws.happens("sex", ids, self._men[group])
        found = self._identities.registered(regency, person)
        return {
            "ids": ids,
            "nik": found.nik(is_man),
            "is_man": is_man,
            "born": found.born,
            "group": group,
            "is_member": is_member | is_outside,
            "district": found.district,
        }

    def _other_group(self, regency: Ints, ids: Ints) -> Ints:
        """The group of people outside all lists: some are in a group that governments pay for, though nobody lists them."""
        groups = len(works())
        paid_for = np.argmax(self.plan.groups, axis=1)[regency]
        paid_for = (paid_for + self.draws.below("paid for", ids, groups)) % groups
        paid_for = np.where(
            self.plan.groups[regency, paid_for] > 0, paid_for, np.argmax(self.plan.groups, axis=1)[regency]
        )
        among = self.draws.among("other group", ids, _OTHERS)
        return np.where(among == len(OTHER_GROUPS), paid_for, groups + among)

    def people(self, regency: Ints, person: Ints) -> People:
        """Everything about persons, by the regency that lists them and their number there."""
        core = self.core(regency, person)
        ids, is_man, born = core["ids"], core["is_man"], core["born"]
        partner, eldest, of_eldest = self._couples(regency, person, core)
        tradition = self.names.tradition(ids, self.plan.codes[regency] // 100)
        village = self._village(regency, eldest, of_eldest["district"])
        low, high = self._deciles[of_eldest["group"]].T
        wages = self._wages[core["group"]] * np.exp(0.35 * self._normal("wage", ids))
        return People(
            ids=ids,
            regency=regency,
            person=person,
            nik=core["nik"],
            is_man=is_man,
            born=born,
            group=core["group"],
            is_member=core["is_member"],
            village=village,
            partner=partner,
            kk=self._kk(village, eldest),
            decile=low + self.draws.below("decile", self.ids(regency, eldest), high - low + 1),
            wage=(wages / 50_000).round().astype(np.int64).clip(4) * 50_000,
            name=self.names.of("name", ids, tradition, is_man, born),
            mother=self.names.of("mother", ids, tradition, np.zeros(len(ids), dtype=bool), born - 9_500),
        )

    def _couples(self, regency: Ints, person: Ints, core: Core) -> tuple[Ints, Ints, Core]:
        """The spouse who is on lists too (else −1), who of a couple has the lower number (else oneself), and what he is.

        Two neighbours in number are a couple if chance made them of two sexes and of about one age.
        """
        other = person ^ 1
        both_listed = np.maximum(person, other) < self.plan.persons[regency]
        its = self.core(regency, np.where(both_listed, other, person))
        apart = np.abs(its["born"] - core["born"]) < 11 * DAYS_OF_YEAR
        likes = self.draws.happens("couple", self.ids(regency, person & ~np.int64(1)), _MARRY)
        is_couple = both_listed & apart & likes & (its["is_man"] != core["is_man"])
        is_younger = is_couple & (person > other)
        eldest = np.where(is_younger, other, person)
        of_eldest = {name: np.where(is_younger, its[name], core[name]) for name in ("district", "group")}
        return np.where(is_couple, other, -1), eldest, of_eldest

    def _village(self, regency: Ints, eldest: Ints, district: Ints) -> Ints:
        """Where people live: most in the district that registered them, some in another regency than the one that lists them."""
        ids, plan = self.ids(regency, eldest), self.plan
        nth = self.draws.below("district", ids, plan.districts[regency])
        other = plan.district_codes[plan.first_district[regency] + nth]
        stays = self.draws.happens("stays", ids, _SAME_DISTRICT) & (district // 100 == plan.codes[regency])
        away = self.draws.happens("away", ids, _LIVES_ELSEWHERE) & (eldest < plan.persons[regency])
        found = np.where(away, plan.elsewhere[regency, 0], np.where(stays, district, other))
        kind = np.where(found // 100 % 100 > 70, 1000, 2000)
        return found * 10_000 + kind + 1 + self.draws.below("village", ids, 4 + found * 7 % 5)

    def _kk(self, village: Ints, eldest: Ints) -> Ints:
        """The number of the family card: district, day of issue, serial from 8000 on; no two families share one."""
        issued = day_number(dt.date(2006, 1, 1)) + eldest * 7_919 % 6_900
        year, month, day = calendar_parts(issued)
        return (
            (village // 10_000 * 1_000_000 + day * 10_000 + month * 100 + year % 100) * 10_000 + 8000 + eldest // 6_900
        )

    def _normal(self, what: str, ids: Ints) -> Floats:
        """Roughly normal, never beyond 3.5."""
        total: Floats = np.sum([self.draws.unit(f"{what}/{k}", ids) for k in range(4)], axis=0)
        return (total - 2.0) * 1.732


def _steps_passed(value: Ints, ends: Ints, regency: Ints) -> Ints:
    """In which group of its regency each value lies, by where the groups end; column by column, which takes no matrix."""
    passed = np.zeros(len(value), dtype=np.int64)
    for end in ends.T[:-1]:
        passed += value >= end[regency]
    return passed
