"""Poor workers who are covered."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from semesta.basics.lists import DECILES
from semesta.basics.words import Words
from semesta.monev.cube import Cube
from semesta.monev.figures import Figures, divided
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import headline, places_of
from semesta.monev.pairs import matched
from semesta.monev.persons import Number
from semesta.monev.regions import UNIVERSE
from semesta.monev.value import Node, Value

POOR_UP_TO = 4
"""The bottom 40 percent of DTSEN, as Inpres 8/2025 is read in practice; some offices speak of five deciles."""
CHOICES = (tuple(str(n) for n in range(1, POOR_UP_TO + 1)), ("poor",), ("extreme_poor",))
NUMBERS: tuple[Number | None, ...] = (None, "active")


def poor_nodes(figures: Figures, breakdowns: tuple[tuple[str, ...], ...]) -> Iterator[Node]:
    cubes = [figures.persons.population_stock.cube, figures.persons.member_stocks["active"].cube]
    poor = [Cube(c.dims, [cell for cell in c.cells if cell.codes[-1]]) for c in cubes]
    for place in places_of(figures, {cell.codes[0] for cube in poor for cell in cube.cells}):
        node = headline(poor, place)
        if node is None:
            continue
        own = {c.labels[UNIVERSE.position] for c in poor[0].within((place, "", "", "")) if c.codes[0] == place}
        for universe in sorted(own, key=lambda u: (u != "pemda", u)) or [""]:
            yield node.at(universe=universe)


def value(figures: Figures, node: Node) -> Value | None:
    """The first choice of deciles that both sides know whole; half of the deciles are no share of the poor."""
    persons = figures.persons
    for deciles in CHOICES:
        population, active = (persons.of_deciles(node, deciles, number) for number in NUMBERS)
        if population is not None and active is not None:
            pair = matched(active, population, figures.places)
            made = divided(figures, "poor_covered", node, pair.part, pair.whole)
            return replace(made, notes=(*made.notes, _said(deciles)))
    known = next((p for d in CHOICES if (p := persons.of_deciles(node, d, None)) is not None), None)
    return divided(figures, "poor_covered", node, None, known)


def _said(deciles: tuple[str, ...]) -> Words:
    titles = [DECILES[d].title for d in deciles]
    return Words(", ".join(t.id for t in titles), ", ".join(t.en for t in titles))


INDICATOR = Indicator(
    name="poor_covered",
    title=Words("Pekerja miskin terlindungi", "Poor workers covered"),
    why=Words(
        "Perlindungan adalah salah satu alat penghapusan kemiskinan ekstrem.",
        "Cover is one of the means against extreme poverty.",
    ),
    formula=Words(
        "aktif pada desil 1–4 ÷ jumlah pekerja pada desil 1–4; tanpa desil, kelompok miskin pada kedua sisi",
        "active in deciles 1–4 ÷ population in deciles 1–4; without deciles, those called poor on both sides",
    ),
    never=Words(
        "memakai kelompok sebagai pengganti desil, kecuali disebut",
        "made with a group in place of deciles, unless said",
    ),
    unit="share",
    direction="higher",
    law="Inpres 8/2025; Inpres 4/2022",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=poor_nodes,
    tables=("population", "members"),
    breakdowns=(),
)
