"""Names by tradition, sex and generation: which words a name has, and how each of them may be written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import polars as pl
import yaml

from semesta.synth.draws import Bools, Draws, Floats, Ints

PLACES_IN_NAME = ("prefix", "given", "second", "family")
_BORN = ("old", "mid", "new")
_MID, _NEW = -1826, 6575  # 1965-01-01 and 1988-01-01 as days since 1970
_RARE = 1.7
"""How much rarer late entries of a list are: 1 would draw all alike."""

# Sounds with an old and a new spelling, or that are heard alike.
_SOUNDS = (
    ("u", "oe"), ("j", "dj"), ("y", "i"), ("i", "y"), ("sy", "s"), ("dh", "d"), ("f", "p"), ("z", "j"), ("kh", "k"),
    ("c", "tj"), ("aa", "a"), ("iy", "i"), ("mm", "m"), ("ss", "s"), ("th", "t"), ("v", "f"), ("q", "k"),
)  # fmt: skip


@dataclass
class _Words:
    """All words of names in one row, each followed by its other spellings."""

    written: list[str] = field(default_factory=list)
    first: dict[str, int] = field(default_factory=dict)
    base: list[int] = field(default_factory=list)
    size: list[int] = field(default_factory=list)

    def add(self, word: str, also: Iterable[str]) -> int:
        if word not in self.first:
            spellings = list(dict.fromkeys([word, *also]))
            self.first[word] = len(self.written)
            self.base += [len(self.written)] * len(spellings)
            self.size += [len(spellings)] * len(spellings)
            self.written += spellings
        return self.first[word]


@dataclass(frozen=True)
class NameWords:
    """The words that names are made of.

    words: every spelling of every word; the empty word is number 0.
    base, size: by word, where its spellings begin and how many there are.
    lists: for each place in a name the numbers of its words, one list after the other.
    start, length: by place, tradition, sex (0 men) and generation, where its list begins, and how long it is.
    share: by place, tradition, sex and generation, how many people have a word there.
    single: by tradition and generation, how many have one name only.
    people: by province, the steps from one tradition to the next.
    """

    words: pl.Series
    base: Ints
    size: Ints
    lists: Ints
    start: Ints
    length: Ints
    share: Floats
    single: Floats
    people: dict[int, Floats]
    titles_before: tuple[str, ...]
    titles_after: tuple[str, ...]


@cache
def name_words() -> NameWords:
    """The words of names.yaml."""
    text = files("semesta.synth").joinpath("names.yaml").read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    traditions: dict[str, Any] = read["traditions"]
    words = _Words()
    words.add("", ())
    shape = (len(PLACES_IN_NAME), len(traditions), 2, len(_BORN))
    start, length = np.zeros(shape, dtype=np.int64), np.ones(shape, dtype=np.int64)
    share = np.zeros(shape)
    lists: list[int] = [0]
    for index in np.ndindex(*shape):
        entries, share[index] = _list(list(traditions.values())[index[1]], *index)
        if entries:
            start[index], length[index] = len(lists), len(entries)
            lists += [words.add(word, _spellings(word, read["written_as"].get(word, ()))) for word in entries]
    return NameWords(
        words=pl.Series(words.written),
        base=np.array(words.base),
        size=np.array(words.size),
        lists=np.array(lists),
        start=start,
        length=length,
        share=share,
        single=np.array([tradition["single"] for tradition in traditions.values()]),
        people=_people(read["provinces"], list(traditions)),
        titles_before=tuple(read["titles_before"]),
        titles_after=tuple(read["titles_after"]),
    )


def _list(tradition: dict[str, Any], place: int, _: int, sex: int, born: int) -> tuple[list[str], float]:
    """The words for one place of a name, and how many people have one there."""
    sexes = ("men", "women")[sex]
    if PLACES_IN_NAME[place] == "prefix":
        shares: dict[str, float] = tradition[f"prefix_{sexes}"]
        # A hundred entries, so that each word is drawn by its own share.
        each = [word for word, share in shares.items() for _ in range(round(share / sum(shares.values()) * 100))]
        return each, sum(shares.values())
    if PLACES_IN_NAME[place] == "given":
        return tradition[sexes][_BORN[born]], 1.0
    if PLACES_IN_NAME[place] == "second":
        has_family = bool(tradition["family"])
        return tradition[f"second_{sexes}"], tradition["long"][born] if has_family else 1.0
    family = tradition["family"] or tradition[f"second_{sexes}"]
    return family, 1.0 if tradition["family"] else tradition["long"][born]


def _people(provinces: dict[str, dict[str, float]], names: list[str]) -> dict[int, Floats]:
    found = {}
    for province, weights in provinces.items():
        steps = np.cumsum([weights.get(name, 0) for name in names], dtype=np.float64)
        found[int(province)] = steps / steps[-1]
    return found


def _spellings(word: str, also: Iterable[str]) -> list[str]:
    """How else a word is written: what the file says, and one sound of it in another spelling."""
    found = list(also)
    if found:
        return found
    lower = word.lower()
    for sound, other in _SOUNDS:
        if len(word) > 3 and " " not in word and sound in lower[1:]:
            at = lower.index(sound, 1)
            found.append(word[:at] + other + word[at + len(sound) :])
    if len(word) > 3 and word.startswith(("J", "Y")):
        found.append(("Dj" if word[0] == "J" else "J") + word[1:])
    if re.search(r"[aeiou]h$", lower):
        found.append(word[:-1])
    return [spelling for spelling in found if spelling != word][:8]


class Names:
    """The name of any person: four numbers of words, 0 where there is none."""

    def __init__(self, draws: Draws) -> None:
        self.words = name_words()
        self._draws = draws

    def tradition(self, ids: Ints, province: Ints) -> Ints:
        found = np.zeros(len(ids), dtype=np.int64)
        unit = self._draws.unit("tradition", ids)
        for code in np.unique(province):
            here = province == code
            found[here] = np.searchsorted(self.words.people[int(code)], unit[here], side="right")
        return found

    def of(self, what: str, ids: Ints, tradition: Ints, is_man: Bools, born: Ints) -> list[Ints]:
        """The words of a name in the order of PLACES_IN_NAME; `what` tells the person's own from the mother's."""
        sex, generation = np.where(is_man, 0, 1), np.digitize(born, [_MID, _NEW])
        words = [
            self._word(f"{what}/{at}", place, ids, tradition, sex, generation)
            for place, at in enumerate(PLACES_IN_NAME)
        ]
        is_single = self._draws.happens(f"{what}/single", ids, self.words.single[tradition, generation])
        prefix, given, second, family = words
        # A prefix is not said twice, and a second name not repeated.
        second = np.where(is_single | (second == given), 0, second)
        family = np.where(is_single | (family == second) | (family == given), 0, family)
        return [np.where(prefix == given, 0, prefix), given, second, family]

    def _word(self, what: str, place: int, ids: Ints, tradition: Ints, sex: Ints, generation: Ints) -> Ints:
        start, length, share = (
            of[place, tradition, sex, generation] for of in (self.words.start, self.words.length, self.words.share)
        )
        unit = self._draws.unit(what, ids)
        # One draw says both whether there is a word and which: what is left above `share` is no word.
        nth = ((unit / np.maximum(share, 1e-9)) ** _rareness(place) * length).astype(np.int64)
        return np.where(unit < share, self.words.lists[start + np.minimum(nth, length - 1)], 0)


def _rareness(place: int) -> float:
    return 1.0 if PLACES_IN_NAME[place] == "prefix" else _RARE
