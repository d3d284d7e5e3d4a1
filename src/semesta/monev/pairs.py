"""Two figures of persons held against each other: same people, same basis, same day give or take six months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from semesta.basics import shown
from semesta.basics.groups import GROUPS
from semesta.basics.places import PlaceList
from semesta.basics.words import Words
from semesta.monev.cube import Cell, common_code
from semesta.monev.figure import Figure, total
from semesta.monev.regions import BASIS, MOST_DAYS_APART, UNIVERSE, cells_by_region

Met = list[tuple[Cell, list[Cell]]]
"""Cells of one side, each with those of the other side that speak of some of the same people."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A part and the whole it is held against, or the whole alone where the part is unknown."""

    part: Figure | None
    whole: Figure | None


def matched(part: Figure | None, whole: Figure | None, places: PlaceList) -> Pair:
    """The two figures cut down to the places and groups that both speak of; refused where basis or day do not fit."""
    if part is None or whole is None or part.amount is None or whole.amount is None:
        return Pair(part, whole)
    if too_far := _days_apart(part, whole):
        return Pair(part.refusing("period", too_far), whole)
    if unlike := _bases_apart(part, whole):
        return Pair(part.refusing("scope", unlike), whole)
    if _speak_of_the_same(part, whole):
        return Pair(_by_office(part, whole), whole)
    met_by_part, met_by_whole = _met(part.cells, whole.cells, places), _met(whole.cells, part.cells, places)
    if unlike := _reaches_beyond(met_by_part, places) or _other_universe(met_by_whole):
        return Pair(part.refusing("scope", unlike), whole)
    in_whole = [c for c, met in met_by_whole if met]
    in_part = [c for c, met in met_by_part if met]
    if not in_part:
        return Pair(None, whole)
    cut_part = part if len(in_part) == len(part.cells) else _again(in_part, part)
    cut_whole = whole if len(in_whole) == len(whole.cells) else _again(in_whole, whole)
    dropped = [c for c, met in met_by_whole if not met]
    if dropped:
        cut_whole = cut_whole.marked(["partial"], [_only_where_known(dropped, places)])
    if _covers_less(met_by_whole):
        cut_part = cut_part.marked(["partial"], [AT_LEAST_THESE])
    return Pair(_by_office(cut_part, cut_whole), cut_whole)


AT_LEAST_THESE = Words(
    "peserta paling sedikit sekian: baru diketahui untuk sebagian kelompok",
    "members at least: known for some of the groups only",
)
BY_OFFICE = Words(
    "peserta paling sedikit sekian: dihitung menurut kantor cabang, pekerja menurut domisili",
    "members at least: counted by branch office, workers by residence",
)


def _again(cells: Sequence[Cell], figure: Figure) -> Figure:
    fresh = total(cells, figure.period)
    return fresh.marked(figure.status, figure.notes)


def _speak_of_the_same(part: Figure, whole: Figure) -> bool:
    """Whether each is one given figure, and both of the very same people: then there is nothing to cut."""
    if not (part.is_given and whole.is_given):
        return False
    one, other = part.cells[0], whole.cells[0]
    return (one.codes[0], _group(one), _segment(one)) == (other.codes[0], _group(other), _segment(other))


def _met(cells: Sequence[Cell], others: Sequence[Cell], places: PlaceList) -> Met:
    """For each cell the others that speak of a part of it, or of which it is a part, in place, group and segment.

    Others are looked up by place, at or below and right above: comparing all pairs would be quadratic in the regions.
    """
    within: dict[str, list[Cell]] = defaultdict(list)
    for other in others:
        for code in places.path(other.codes[0]):
            within[code].append(other)
    found = []
    for cell in cells:
        above = [o for code in places.path(cell.codes[0])[:-1] for o in within[code] if o.codes[0] == code]
        found.append((cell, [o for o in [*within[cell.codes[0]], *above] if _same_people(cell, o)]))
    return found


def _same_people(one: Cell, other: Cell) -> bool:
    return _along(_group(one), _group(other)) and (
        _segment(one) == _segment(other) or not _segment(one) or not _segment(other)
    )


def _along(one: str, other: str) -> bool:
    """Whether one group lies within the other."""
    return not one or not other or one in GROUPS.path(other) or other in GROUPS.path(one)


def _group(cell: Cell) -> str:
    """Population cells are (place, group, segment, …), members' (place, office, group, segment, …)."""
    return cell.codes[2] if len(cell.codes) > 4 else cell.codes[1]


def _segment(cell: Cell) -> str:
    return cell.codes[3] if len(cell.codes) > 4 else cell.codes[2]


def _covers_less(met_by_whole: Met) -> bool:
    """Whether some whole is met only by groups within it, so that members of its other groups are unknown."""
    for cell, met in met_by_whole:
        inner = [p for p in met if _group(p) != _group(cell) and _group(cell) in ("", *GROUPS.path(_group(p)))]
        if met and len(inner) == len(met) and not _all_children(_group(cell), {_group(p) for p in inner}):
            return True
    return False


def _all_children(group: str, known: set[str]) -> bool:
    """Whether these are all parts of a group; all groups of a round are its non-ASN and its vulnerable workers."""
    children = {child.code for child in GROUPS.children(group)} if group else {"non_asn", "rentan"}
    return bool(children) and children <= known


def _reaches_beyond(met_by_part: Met, places: PlaceList) -> Words | None:
    """Members of a wider group or place than the population known: their share of it would be no share."""
    for cell, met in met_by_part:
        inside = {_group(w) for w in met if _group(cell) in ("", *GROUPS.path(_group(w))[:-1]) and _group(w)}
        if inside and len(inside) == len({_group(w) for w in met}) and common_code(GROUPS, inside) != _group(cell):
            return BEYOND
        under = [w for w in met if cell.codes[0] in places.path(w.codes[0])[:-1]]
        below = cells_by_region(under, cell.codes[0], places) if under and len(under) == len(met) else {}
        if below and {r.code for r in places.regions(cell.codes[0])} - set(below):
            return BEYOND
    return None


def _other_universe(met_by_whole: Met) -> Words | None:
    """Members of a round's own groups are no share of all who work: the universe of a population is wider than theirs."""
    for cell, met in met_by_whole:
        is_wider = cell.labels[UNIVERSE.position] not in ("pemda", "list") and not _group(cell)
        if is_wider and met and all(_group(p) for p in met):
            return OTHER_UNIVERSE
    return None


OTHER_UNIVERSE = Words(
    "tidak dihitung: peserta diketahui untuk kelompok tertentu saja, jumlah pekerja meliputi semesta yang lebih luas",
    "not made: members are known for some groups only, the population covers a wider universe",
)
BEYOND = Words(
    "tidak dihitung: peserta meliputi kelompok atau wilayah yang lebih luas daripada jumlah pekerja yang diketahui",
    "not made: members cover more groups or places than the population known",
)


def _days_apart(part: Figure, whole: Figure) -> Words | None:
    days = [*part.days, *whole.days]
    if not part.days or not whole.days or (max(days) - min(days)).days <= MOST_DAYS_APART:
        return None
    first, last = min(days), max(days)
    return Words(
        f"tidak dihitung: data peserta dan jumlah pekerja berselisih lebih dari enam bulan ({shown.day(first, 'id')} dan {shown.day(last, 'id')})",
        f"not made: members and population lie more than six months apart ({shown.day(first, 'en')} and {shown.day(last, 'en')})",
    )


def _bases(figure: Figure) -> set[str]:
    return {c.labels[BASIS.position] for c in figure.cells} - {"unstated"}


def _bases_apart(part: Figure, whole: Figure) -> Words | None:
    of_part, of_whole = _bases(part), _bases(whole)
    if not of_part or not of_whole or of_part == of_whole or _is_office_against_residence(of_part, of_whole):
        return None
    return Words(
        "tidak dihitung: peserta dan jumlah pekerja dihitung menurut dasar yang berbeda",
        "not made: members and population are counted on different bases",
    )


def _is_office_against_residence(of_part: set[str], of_whole: set[str]) -> bool:
    return of_part == {"office"} and of_whole == {"residence"}


def _by_office(part: Figure, whole: Figure) -> Figure:
    if _is_office_against_residence(_bases(part), _bases(whole)):
        return part.marked(["partial"], [BY_OFFICE])
    return part


def _only_where_known(dropped: Sequence[Cell], places: PlaceList) -> Words:
    named = list(dict.fromkeys((c.codes[0], _group(c)) for c in dropped))[:6]
    said = [
        Words(
            f"{places[place].title.id}{', ' + GROUPS[group].title.id if group else ''}",
            f"{places[place].title.en}{', ' + GROUPS[group].title.en if group else ''}",
        )
        for place, group in named
    ]
    more = len({(c.codes[0], _group(c)) for c in dropped}) - len(named)
    tail = (f" dan {more} lainnya", f" and {more} more") if more else ("", "")
    return Words(
        "hanya yang kedua angkanya diketahui; peserta belum diketahui untuk: "
        + "; ".join(w.id for w in said)
        + tail[0],
        "only where both figures are known; members unknown for: " + "; ".join(w.en for w in said) + tail[1],
    )
