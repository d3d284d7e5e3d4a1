"""Totals over regions: which regions are missing, and when figures of several may be added at all."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from semesta.basics import lists, shown
from semesta.basics.codes import CodeList
from semesta.basics.groups import GROUPS
from semesta.basics.places import PlaceList
from semesta.basics.words import Words, joined
from semesta.monev.cube import Cell, Cube
from semesta.monev.figure import Figure


@dataclass(frozen=True, slots=True)
class Label:
    """What a label of cells means, at its position, and how a difference in it is said."""

    position: int
    what: Words
    codes: CodeList


UNIVERSE = Label(0, Words("semesta berbeda", "different universes"), lists.UNIVERSES)
BASIS = Label(1, Words("dasar penghitungan berbeda", "different bases"), lists.BASES)
PERSON_LABELS = (UNIVERSE, BASIS)
CASE_LABELS = (Label(1, Words("satuan kasus berbeda", "different units of cases"), lists.UNITS),)

MOST_DAYS_APART = 184
"""Six months: figures of days further apart are not put together."""
NAMED_AT_MOST = 10


def over_regions(
    figure: Figure, place: str, places: PlaceList, cube: Cube, labels: Sequence[Label] = PERSON_LABELS
) -> Figure:
    """The figure with what is to be said when it adds regions: refused where not comparable, partial where some are missing."""
    by_region = cells_by_region(figure.cells, place, places)
    if not by_region:
        return figure
    reasons = not_comparable(by_region, places, cube, labels)
    if reasons:
        said = Words("tidak dijumlahkan: ", "not added: ") + joined(reasons, "; ")
        return figure.refusing("scope", said)
    regions = [region.code for region in places.regions(place)]
    absent = [code for code in regions if code not in by_region]
    if not absent:
        return figure
    known = len(regions) - len(absent)
    return figure.marked(["partial"], [regions_missing(absent, known, places)])


def cells_by_region(cells: Sequence[Cell], place: str, places: PlaceList) -> dict[str, list[Cell]]:
    """The cells of places below `place`, by the region directly below it in which they lie."""
    found: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        if cell.codes[0] != place:
            path = places.path(cell.codes[0])
            found[path[path.index(place) + 1]].append(cell)
    return found


def not_comparable(
    by_region: dict[str, list[Cell]], places: PlaceList, cube: Cube, labels: Sequence[Label]
) -> list[Words]:
    """Why these regions' figures may not be added: another universe, basis, group of people, or a day too far apart."""
    reasons = []
    for label in labels:
        codes = {r: {c.labels[label.position] for c in cells} - {"unstated", ""} for r, cells in by_region.items()}
        if len({frozenset(c) for c in codes.values() if c}) > 1:
            reasons.append(_differ(label.what, {r: _titles(c, label.codes) for r, c in codes.items() if c}, places))
    if "group" in cube.names and labels is PERSON_LABELS:  # money of different groups is still money
        groups = {r: cube.smallest_holding(cells)[cube.names.index("group")] for r, cells in by_region.items()}
        if len(set(groups.values())) > 1:
            reasons.append(
                _differ(
                    Words("kelompok berbeda", "different groups"),
                    {r: _group_title(g) for r, g in groups.items()},
                    places,
                )
            )
    days = [c.day for cells in by_region.values() for c in cells if c.day]
    if days and (max(days) - min(days)).days > MOST_DAYS_APART:
        reasons.append(_too_far_apart(min(days), max(days)))
    return reasons


def _group_title(code: str) -> Words:
    return GROUPS[code].title if code else Words("semua kelompok", "all groups")


def _titles(codes: set[str], code_list: CodeList) -> Words:
    return joined([code_list[c].title for c in sorted(codes)], ", ")


def _differ(what: Words, said: dict[str, Words], places: PlaceList) -> Words:
    """ "semesta berbeda (Kota Cilegon: penduduk bekerja; Kota Serang: data pemda)"."""
    named = [
        Words(f"{places[r].title.id}: {w.id}", f"{places[r].title.en}: {w.en}")
        for r, w in list(said.items())[:NAMED_AT_MOST]
    ]
    return what + Words(" (", " (") + joined(named, "; ") + Words(")", ")")


def _too_far_apart(first: dt.date, last: dt.date) -> Words:
    return Words(
        f"tanggal data berselisih lebih dari enam bulan ({shown.day(first, 'id')} dan {shown.day(last, 'id')})",
        f"the days of the data lie more than six months apart ({shown.day(first, 'en')} and {shown.day(last, 'en')})",
    )


def regions_missing(absent: Sequence[str], known: int, places: PlaceList) -> Words:
    names = places.named(absent[:NAMED_AT_MOST])
    more = len(absent) - NAMED_AT_MOST
    rest = (f" dan {more} wilayah lain", f" and {more} more") if more > 0 else ("", "")
    return Words(
        f"baru {known} dari {known + len(absent)} wilayah; belum ada data: {names.id}{rest[0]}",
        f"only {known} of {known + len(absent)} regions; no data yet: {names.en}{rest[1]}",
    )
