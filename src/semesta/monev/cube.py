"""Figures as they are given, total and part alike, and the one rule by which they may be added.

A cell speaks of the codes it names and of everything below them. At a node the figure is made of the *maximal* cells within
it: those that no other cell there contains. So a given total wins and is never summed with its parts. Maximal cells are added
only when no two of them overlap; where two do (one split by programme, the other by payer), adding would count twice.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from semesta.basics.words import Words

Codes = tuple[str, ...]


class Tree(Protocol):
    """The order of codes in one dimension: what a code lies within, topmost first, itself last, without the empty code."""

    def path(self, code: str) -> list[str]: ...


class Flat:
    """A dimension without levels: every code lies directly in the empty one."""

    def path(self, code: str) -> list[str]:
        return [code] if code else []


@dataclass(frozen=True, slots=True)
class Cell:
    """One given figure. `upper` differs from `amount` where the true one may be larger; `ref` tells cells apart.

    `unsure` says why it may be larger; empty where it is because the same people may stand in several rows.
    """

    codes: Codes
    amount: int | float
    upper: int | float
    ref: tuple[tuple[str, int], ...]
    step: float = 0
    day: dt.date | None = None
    sources: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    complete: bool = False
    unsure: Words | None = None


def common_code(tree: Tree, codes: Collection[str]) -> str:
    """The deepest code that all of these lie within; of one alone the code itself."""
    if len(codes) == 1:
        return next(iter(codes))
    common = ""
    for steps in zip(*(tree.path(code) for code in codes), strict=False):
        if len(set(steps)) > 1:
            break
        common = steps[0]
    return common


@dataclass(frozen=True)
class Cube:
    """Cells over named dimensions, each with its tree; the first of them is the place wherever places are asked about."""

    dims: Mapping[str, Tree]
    cells: Sequence[Cell]
    _paths: dict[tuple[int, str], list[str]] = field(default_factory=dict, repr=False)
    _said: dict[tuple[str, tuple[str, ...]], frozenset[Codes]] = field(default_factory=dict, repr=False)

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(self.dims)

    def path(self, position: int, code: str) -> list[str]:
        key = (position, code)
        if key not in self._paths:
            self._paths[key] = self.dims[self.names[position]].path(code) if code else []
        return self._paths[key]

    def contains(self, outer: Codes, inner: Codes) -> bool:
        """Whether everything `inner` speaks of lies within `outer`."""
        return all(not o or o == i or o in self.path(p, i) for p, (o, i) in enumerate(zip(outer, inner, strict=True)))

    def within(self, codes: Codes) -> list[Cell]:
        """The cells within a node, in the order given."""
        # Those nearby lie within the first code, and an empty code holds everything.
        asked = [(p, code) for p, code in enumerate(codes) if p and code]
        if not asked:
            return list(self._nearby(codes))
        path = self.path
        return [
            cell
            for cell in self._nearby(codes)
            if all(cell.codes[p] == code or code in path(p, cell.codes[p]) for p, code in asked)
        ]

    def at(self, codes: Codes) -> list[Cell]:
        """The cells that name exactly these codes, in the order given."""
        return self._by_codes.get(codes, [])

    @cached_property
    def _by_codes(self) -> dict[Codes, list[Cell]]:
        found: dict[Codes, list[Cell]] = defaultdict(list)
        for cell in self.cells:
            found[cell.codes].append(cell)
        return found

    @cached_property
    def _by_first(self) -> dict[str, list[Cell]]:
        """Cells by every code above their first dimension, place: nodes ask about one place at a time."""
        found: dict[str, list[Cell]] = defaultdict(list)
        for cell in self.cells:
            for code in {"", cell.codes[0], *self.path(0, cell.codes[0])}:
                found[code].append(cell)
        return found

    def speaks_of(self, place: str) -> bool:
        """Whether any cell is within the place."""
        return place in self._columns

    @property
    def places(self) -> Collection[str]:
        """The places that cells name."""
        return self._own_kinds

    def said(self, place: str, *names: str) -> frozenset[Codes]:
        """What cells within a place say in these dimensions beside it, each combination once; nothing where no cell is."""
        key = (place, names)
        if key not in self._said:
            columns = self._columns.get(place) or [()] * len(self.names)
            self._said[key] = frozenset(zip(*(columns[self.names.index(name) - 1] for name in names), strict=True))
        return self._said[key]

    def labels(self, place: str) -> set[tuple[str, ...]]:
        """The labels of a place's own cells."""
        return self._labels.get(place, set())

    def labels_within(self, place: str) -> set[tuple[str, ...]]:
        """The labels of the cells within a place."""
        return {labels for other in self._below.get(place, ()) for labels in self._labels[other]}

    @cached_property
    def _labels(self) -> dict[str, set[tuple[str, ...]]]:
        found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for cell in self.cells:
            found[cell.codes[0]].add(cell.labels)
        return found

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        """By place those within it, itself among them, that cells name."""
        found: dict[str, list[str]] = defaultdict(list)
        for place in self._own_kinds:
            for code in {"", place, *self.path(0, place)}:
                found[code].append(place)
        return found

    @cached_property
    def _own_kinds(self) -> dict[str, set[Codes]]:
        """By place what its own cells say beside it. Cells are many, and what they say is much the same in every place."""
        found: dict[str, set[Codes]] = defaultdict(set)
        for cell in self.cells:
            found[cell.codes[0]].add(cell.codes[1:])
        return found

    @cached_property
    def _columns(self) -> dict[str, list[Codes]]:
        """By place what the cells within it say beside it, dimension by dimension."""
        kinds = {place: set().union(*(self._own_kinds[p] for p in places)) for place, places in self._below.items()}
        return {place: list(zip(*own, strict=True)) for place, own in kinds.items()}

    def _nearby(self, codes: Codes) -> list[Cell]:
        return self._by_first.get(codes[0], [])

    def maximal(self, cells: Iterable[Cell]) -> list[Cell]:
        """The cells that no other cell contains.

        Cells are sorted by signature (the depth of each code), so that containment is a look-up of the shortened codes in the
        cells of each coarser signature, not a comparison of all pairs.
        """
        by_signature = self._by_signature(cells)
        codes_of = {signature: {c.codes for c in group} for signature, group in by_signature.items()}
        kept = []
        for signature, group in by_signature.items():
            coarser = [s for s in codes_of if s != signature and all(a <= b for a, b in zip(s, signature, strict=True))]
            kept += [c for c in group if not any(self._cut(c.codes, s) in codes_of[s] for s in coarser)]
        return kept

    def overlapping(self, cells: Sequence[Cell]) -> bool:
        """Whether two of these cells speak, in part, of the same."""
        by_signature = self._by_signature(cells)
        signatures = list(by_signature)
        for i, one in enumerate(signatures):
            for other in signatures[i + 1 :]:
                meet = tuple(min(a, b) for a, b in zip(one, other, strict=True))
                seen = {self._cut(c.codes, meet) for c in by_signature[one]}
                if any(self._cut(c.codes, meet) in seen for c in by_signature[other]):
                    return True
        return False

    def smallest_holding(self, cells: Sequence[Cell]) -> Codes:
        """The node that holds these cells and no more than it must: in each dimension the deepest common code."""
        if len(cells) == 1:
            return cells[0].codes
        return tuple(common_code(tree, {c.codes[p] for c in cells}) for p, tree in enumerate(self.dims.values()))

    def _by_signature(self, cells: Iterable[Cell]) -> dict[tuple[int, ...], list[Cell]]:
        found: dict[tuple[int, ...], list[Cell]] = defaultdict(list)
        for cell in cells:
            found[tuple(len(self.path(p, code)) for p, code in enumerate(cell.codes))].append(cell)
        return found

    def _cut(self, codes: Codes, depths: tuple[int, ...]) -> Codes:
        """The codes shortened to the given depths."""
        return tuple(
            code if len(path := self.path(p, code)) <= depth else (path[depth - 1] if depth else "")
            for p, (code, depth) in enumerate(zip(codes, depths, strict=True))
        )
