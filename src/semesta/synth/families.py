"""Families of people on lists: spouses, children with their schools, parents; and who of all died."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from semesta.synth.days import DAYS_OF_YEAR, calendar_parts, day_number
from semesta.synth.draws import Bools, Floats, Ints
from semesta.synth.lists import Lists, Rows
from semesta.synth.names import PLACES_IN_NAME
from semesta.synth.people import People
from semesta.synth.texts import dates, number_texts, one_of, place_codes

HOUSEHOLD_COLUMNS = ["kk", "nik", "name", "birth_date", "sex", "relation", "school_level", "decile", "place", "district", "village"]  # fmt: skip

_CHILDREN = 4
_CHILD_SHARES = (0.82, 0.62, 0.3, 0.1)
_MARRIED, _WITH_PARENT = 0.86, 0.12
_RELATIONS = ("head", "spouse", "child", "parent")
_HEAD, _SPOUSE, _CHILD, _PARENT = range(4)
_SCHOOLS = (None, "TK", "SD", "SMP", "SMA", "PT")
_FIRST_SERIAL, _SERIALS = 3001, 4999
"""Serials of those who are on no list lie below those of people on lists. A few relatives may share one by chance."""


def households(lists: Lists, regency: Ints, person: Ints) -> Rows:
    """The members of the families of these people on lists; a couple's family comes once, with the lower number.

    The truth says who each member is: `person_id` for people on lists, null for the others.
    """
    people = lists.register.people(regency, person)
    comes_here = (people.partner < 0) | (people.person < people.partner)
    own = people.some(np.flatnonzero(comes_here))
    kept = np.flatnonzero(own.partner >= 0)
    partners = lists.register.people(own.regency[kept], own.partner[kept])
    parts = [
        (np.arange(len(own.ids)), _on_lists(own, _relation_of(lists, own))),
        (kept, _on_lists(partners, np.where(partners.is_man, _HEAD, _SPOUSE))),
        _spouses(lists, own),
        *(_children(lists, own, nth) for nth in range(_CHILDREN)),
        _parents(lists, own),
    ]
    family = np.concatenate([rows for rows, _ in parts])
    names = [np.concatenate([members.name[k] for _, members in parts]) for k in range(len(PLACES_IN_NAME))]
    persons = np.concatenate([own.ids, partners.ids, np.full(len(family) - len(own.ids) - len(kept), -1)])
    order = pl.Series(np.argsort(family, kind="stable"))
    members = pl.concat([members.frame() for _, members in parts]).with_columns(
        lists.plain_names(names).alias("name"), person_id=pl.Series(persons).set(pl.Series(persons < 0), None)
    )[order]
    return Rows(members.select(HOUSEHOLD_COLUMNS), members.select("kk", "nik", "person_id"))


def _relation_of(lists: Lists, people: People) -> Ints:
    """Of a couple the man is the head; who lives without a spouse is it himself."""
    return np.where(people.is_man | ((people.partner < 0) & ~_is_married(lists, people)), _HEAD, _SPOUSE)


def _is_married(lists: Lists, people: People) -> Bools:
    """Whether people without a spouse on lists have one who is on none."""
    share = _MARRIED * np.clip((_age(lists, people.born) - 19) / 9, 0, 1)
    return lists.register.draws.happens("married", people.ids, share)


@dataclass(frozen=True, slots=True)
class _Members:
    """People of the families of `of`: those on lists, or relatives made for them."""

    of: People
    relation: Ints
    nik: Ints
    born: Ints
    is_man: Bools
    name: list[Ints]
    school: Ints

    def frame(self) -> pl.DataFrame:
        people = self.of
        return pl.DataFrame(
            {
                "kk": number_texts(people.kk, 16),
                "nik": number_texts(self.nik, 16),
                "birth_date": dates(self.born),
                "sex": one_of(["P", "L"], self.is_man.astype(np.int64)),
                "relation": one_of(_RELATIONS, self.relation),
                "school_level": one_of(_SCHOOLS, self.school),
                "decile": pl.Series(people.decile).cast(pl.String),
                "place": place_codes(people.home),
                "district": place_codes(people.village // 10_000),
                "village": place_codes(people.village),
            }
        )


def _on_lists(people: People, relation: Ints) -> _Members:
    return _Members(people, relation, people.nik, people.born, people.is_man, people.name, np.zeros_like(relation))


def _spouses(lists: Lists, own: People) -> tuple[Ints, _Members]:
    """Spouses who are on no list."""
    draws = lists.register.draws
    rows = np.flatnonzero(_is_married(lists, own) & (own.partner < 0))
    some = own.some(rows)
    is_man = ~some.is_man
    born = some.born + np.where(is_man, -1, 1) * (draws.below("years apart", some.ids, 2600) - 300)
    grown = _today(lists) - int(18 * DAYS_OF_YEAR) - draws.below("grown up", some.ids, 1500)
    born = np.minimum(born, grown)
    return rows, _made(lists, some, 1, np.where(is_man, _HEAD, _SPOUSE), born, is_man)


def _children(lists: Lists, own: People, nth: int) -> tuple[Ints, _Members]:
    """The nth children below 25; those above have a family card of their own."""
    draws = lists.register.draws
    born = own.born + int(22 * DAYS_OF_YEAR) + nth * 1100 + draws.below(f"child {nth}", own.ids, 2600)
    age = (_today(lists) - born) / DAYS_OF_YEAR
    here = draws.happens(f"has child {nth}", own.ids, _CHILD_SHARES[nth]) & (age >= 0) & (age < 24)
    rows = np.flatnonzero(here)
    some = own.some(rows)
    is_man = draws.happens(f"sex of child {nth}", some.ids, 0.51)
    school = _school(age[rows], draws.unit(f"school {nth}", some.ids))
    return rows, _made(lists, some, 2 + nth, np.full(len(rows), _CHILD), born[rows], is_man, school)


def _school(age: Floats, unit: Floats) -> Ints:
    """The level of the age; fewer go on the higher it is."""
    level = np.digitize(age, [5, 7, 13, 16, 19])
    goes = unit < np.array([0.0, 0.6, 0.99, 0.95, 0.85, 0.32])[level]
    return np.where(goes, level, 0)


def _parents(lists: Lists, own: People) -> tuple[Ints, _Members]:
    """A mother or father who lives in the family."""
    draws = lists.register.draws
    age = _age(lists, own.born)
    rows = np.flatnonzero(draws.happens("parent", own.ids, _WITH_PARENT) & (age < 55))
    some = own.some(rows)
    is_man = draws.happens("sex of parent", some.ids, 0.3)
    born = some.born - int(20 * DAYS_OF_YEAR) - draws.below("age of parent", some.ids, 5000)
    return rows, _made(lists, some, 6, np.full(len(rows), _PARENT), born, is_man)


def _made(
    lists: Lists, some: People, nth: int, relation: Ints, born: Ints, is_man: Bools, school: Ints | None = None
) -> _Members:
    """Relatives as rows, with a NIK of the district they live in and a name of the same tradition."""
    register = lists.register
    ids = some.ids * 8 + nth
    year, month, day = calendar_parts(born)
    date = (day + np.where(is_man, 0, 40)) * 10_000 + month * 100 + year % 100
    nik = (some.village // 10_000 * 1_000_000 + date) * 10_000 + _FIRST_SERIAL + (some.person * 7 + nth) % _SERIALS
    tradition = register.names.tradition(some.ids, register.plan.codes[some.regency] // 100)
    name = register.names.of("relative", ids, tradition, is_man, born)
    if relation.size and relation[0] == _CHILD:
        clan = register.names.words.share[3][tradition, 0, 0] == 1.0
        name[3] = np.where(clan & some.is_man, some.name[3], name[3])
    level = np.zeros(len(ids), dtype=np.int64) if school is None else school
    return _Members(some, relation, nik, born, is_man, name, level)


def _today(lists: Lists) -> int:
    return day_number(lists.register.as_of)


def _age(lists: Lists, born: Ints) -> Floats:
    return (_today(lists) - born) / DAYS_OF_YEAR
