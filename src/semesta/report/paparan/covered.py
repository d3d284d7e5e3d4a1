"""The slide on coverage: regions side by side where two can be compared, else groups, else what is known in words."""

from __future__ import annotations

from semesta.basics.words import Words
from semesta.report.content import Listed
from semesta.report.laporan import breakdown, maps
from semesta.report.laporan.breakdown import Line
from semesta.report.laporan.conclusions import members
from semesta.report.laporan.coverage import TITLES, leaves, rate, sentences
from semesta.report.laporan.draft import Draft
from semesta.report.paparan.pieces import MOST_PAIRS, Column, bars, known_in_all, title, wanting
from semesta.report.slides.deck import Bars, Slide

COUNTED = ("active", "registered", "population")


def coverage(draft: Draft) -> Slide:
    topic = draft.say("Cakupan", "Coverage")
    told = tuple(sentences(draft))
    if not draft.rows("population") and not draft.rows("members"):
        heading = draft.say("Belum ada data potensi dan kepesertaan", "No data on population and membership yet")
        return Slide(topic, heading, (wanting(draft, "population", "members"),))
    heading = members(draft).rstrip(".") or draft.say("Potensi dan kepesertaan", "Population and membership")
    drawn = _by_region(draft) or _by_group(draft)
    if drawn is None:
        return Slide(topic, heading, (Listed(told),))
    told = (*_only_these(draft, drawn), *told)
    return Slide(topic, heading, (drawn,), beside=(Listed(told),) if told else ())


def _only_these(draft: Draft, drawn: Bars) -> list[str]:
    """Said where the groups of the chart are not all of those that the title speaks of."""
    wanted = next((i for i in COUNTED if drawn.series[0].title == draft.said(_plain(i))), None)
    whole = (
        draft.headline("active") or draft.headline("registered") if wanted != "population" else draft.headline(wanted)
    )
    # A group may be counted on another day or another basis: only its size beside the whole is told by the chart.
    if wanted is None or whole is None or whole.value is None or sum(drawn.series[0].values) >= whole.value:
        return []
    names = ", ".join(drawn.names)
    return [
        draft.say(
            f"Menurut kelompok baru dirinci: {names}; yang lain belum dirinci.",
            f"By group only these are given: {names}; the others are not.",
        )
    ]


def _by_region(draft: Draft) -> Bars | None:
    """The rate of the regions that may be put beside each other."""
    indicator = rate(draft)
    values = [breakdown.of_region(draft, indicator, code) for code in breakdown.regions(draft)]
    alike = maps.comparable(draft, indicator, values)
    if len(alike) < 2:
        return None
    lines = [Line(v.node.place, draft.name("place", v.node.place), 0, {indicator: v}) for v in alike]
    caption = draft.say(f"{title(draft, indicator)} per wilayah", f"{title(draft, indicator)} by region")
    return bars(draft, caption, lines, [Column(indicator, TITLES[indicator], "brand")])


def _by_group(draft: Draft) -> Bars | None:
    """The groups that have no parts of their own: those registered or active, before the population where that is few bars."""
    shown = breakdown.by_dimension(draft, "group", list(TITLES))
    wanted = next((i for i in COUNTED if len(leaves(shown, i)) >= 2), None)
    if wanted is None:
        return None
    lines = leaves(shown, wanted)
    both = known_in_all(lines, wanted, "population")
    name = title(draft, wanted)
    caption = draft.say(f"{name} per kelompok (orang)", f"{name} by group (persons)")
    columns = [Column(wanted, _plain(wanted), "brand")]
    if wanted != "population" and len(both) == len(lines) <= MOST_PAIRS:
        columns.append(Column("population", Words("Potensi", "Population"), "missing"))
    return bars(draft, caption, lines, columns)


def _plain(indicator: str) -> Words:
    return Words("Potensi", "Population") if indicator == "population" else TITLES[indicator]
