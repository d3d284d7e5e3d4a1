"""Chapter III, potential and coverage: how many there are, registered, active, and the gap, by group and region."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics.words import Words
from semesta.report import charts
from semesta.report.content import Block, Paragraph
from semesta.report.laporan import breakdown, figures, maps, naming
from semesta.report.laporan.breakdown import Breakdown, Line
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.sourcing import sources
from semesta.report.laporan.targets import targets

TITLES = {
    "population": Words("Potensi (orang)", "Population"),
    "registered": Words("Terdaftar", "Registered"),
    "registration": Words("Tingkat pendaftaran", "Registration rate"),
    "unregistered": Words("Belum terdaftar", "Unregistered"),
    "active": Words("Aktif", "Active"),
    "coverage": Words("Cakupan", "Coverage"),
    "gap": Words("Kesenjangan", "Gap"),
}
NARROW = ("population", "registered", "active", "coverage", "gap")
"""Where active members are known, the rates of registration make way: seven columns are the most."""


ALWAYS_SAID = ("population", "coverage")
"""What a reader asks for first: where they are wanting, that is said, with who holds the data."""


def rate(draft: Draft) -> str:
    """The rate that this round can speak of: coverage where active members are known anywhere, otherwise registration."""
    known = any(v.value is not None for v in draft.measured.of("coverage"))
    return "coverage" if known else "registration"


def coverage(draft: Draft) -> list[Block]:
    if not draft.rows("population") and not draft.rows("members"):
        return []
    blocks: list[Block] = [
        draft.section("Potensi dan cakupan per kelompok dan wilayah", "Population and coverage by group and region")
    ]
    groups = breakdown.by_dimension(draft, "group", list(TITLES))
    shown = [*_by(draft, "group", groups), *_chart(draft, groups)]
    shown += _by(draft, "region", breakdown.by_region(draft, list(TITLES)))
    shown = shown or _of_place(draft)
    blocks += [Paragraph(text) for text in _told(draft, with_notes=not shown)]
    return [*blocks, *shown, *maps.by_region(draft, rate(draft)), *targets(draft)]


def _told(draft: Draft, *, with_notes: bool) -> list[str]:
    """The figures as sentences; their notes too where no table says them under itself."""
    text = " ".join(sentences(draft))
    extra = draft.notes([draft.value(i) for i in ("population", "coverage", "gap")]) if with_notes else []
    return list(filter(None, [text, (draft.say("Catatan: ", "Notes: ") + "; ".join(extra) + ".") if extra else ""]))


def sentences(draft: Draft) -> list[str]:
    """How many there are, registered or active, and how many not: a sentence each."""
    said = [
        _sentence(draft, "population"),
        "" if draft.headline("coverage") else _sentence(draft, "registration"),
        _sentence(draft, "coverage"),
        _sentence(draft, "poor_covered"),
    ]
    gap = draft.headline("gap") or draft.headline("unregistered")
    if gap is not None:
        said.append(_sentence(draft, gap.indicator))
    return [sentence for sentence in said if sentence]


def _sentence(draft: Draft, indicator: str) -> str:
    """One figure as a sentence; a rate that cannot be told says so and who holds what is wanting."""
    value = draft.value(indicator)
    if value is None or ("missing" in value.status and indicator not in ALWAYS_SAID):
        return ""
    title = naming.title(indicator).said(draft.lang)
    if value.value is None:
        why = (
            figures.missing(indicator, draft.measured, draft.lang)
            if "missing" in value.status
            else figures.reason(value, draft.lang)
        )
        return f"{title}: **{why}**."
    number = figures.full(value.value, value.unit, draft.lang, against=value.denominator)
    of = figures.against(value, draft.lang)
    since = naming.when(value.node.period, draft.lang)
    bracket = ", ".join(filter(None, [of, figures.bounds(value, draft.lang), since]))
    return f"{title}: **{number}** ({bracket})." if bracket else f"{title}: **{number}**."


CAPTIONS = {
    "group": Words("Potensi dan kepesertaan per kelompok", "Population and membership by group"),
    "region": Words("Potensi dan kepesertaan per wilayah", "Population and membership by region"),
}
HEADS = {"group": Words("Kelompok", "Group"), "region": Words("Wilayah", "Region")}


def _by(draft: Draft, key: str, shown: Breakdown) -> list[Block]:
    told = shown.told(list(TITLES))
    if len(shown.lines) < 2 or not told:
        return []
    kept = NARROW if len(told) > 6 else tuple(TITLES)
    caption, heading = draft.said(CAPTIONS[key]), draft.said(HEADS[key])
    titles = {i: TITLES[i] for i in kept}
    return [breakdown.table(draft, key, caption, heading, shown, titles, more_notes=_universes(draft, shown))]


def _of_place(draft: Draft) -> list[Block]:
    """A table of one row where the data have no parts: the conclusions need a table to cite."""
    whole = {i: draft.first(i) for i in TITLES}
    only = Breakdown((Line(draft.measured.place, draft.place, 0, whole),), whole)
    kept = only.known(NARROW if whole["active"] and whole["active"].value is not None else list(TITLES))
    if not kept:
        return []
    caption = draft.say("Potensi dan kepesertaan", "Population and membership")
    titles = {i: TITLES[i] for i in kept}
    return [breakdown.table(draft, "group", caption, draft.said(HEADS["region"]), only, titles, total=False)]


def _universes(draft: Draft, shown: Breakdown) -> list[str]:
    """Rows whose population is of another universe than the whole: their shares are not to be compared with the others."""
    whole = shown.whole.get("population")
    others: dict[str, list[str]] = {}
    for line in shown.lines:
        value = line.values.get("population")
        if (
            value is not None
            and value.value is not None
            and whole is not None
            and value.node.universe != whole.node.universe
        ):
            others.setdefault(draft.name("universe", value.node.universe or "pemda"), []).append(line.name)
    return [
        draft.say(f"Semesta lain ({universe}), tidak dibandingkan: ", f"Another universe ({universe}), not compared: ")
        + ", ".join(names)
        for universe, names in others.items()
    ]


def _chart(draft: Draft, shown: Breakdown) -> list[Block]:
    """The groups that have no parts of their own as bars: those registered or active, before the population where it is known."""
    wanted = next((i for i in ("active", "registered", "population") if len(leaves(shown, i)) >= 3), None)
    if wanted is None:
        return []
    lines = leaves(shown, wanted)
    most = max(lines, key=lambda line: line.number(wanted) or 0)
    title, number = draft.said(naming.title(wanted)), figures.full(most.number(wanted) or 0, "persons", draft.lang)
    rows: list[charts.Bar] = [
        {
            "name": line.name,
            "value": line.number(wanted),
            "label": figures.bare(line.number(wanted) or 0, "persons", draft.lang),
            "behind": line.number("population"),
        }
        for line in lines
    ]
    caption = draft.say(
        f"{title}: terbanyak pada kelompok {most.name}, {number}", f"{title}: most in the group {most.name}, {number}"
    )
    text = "; ".join(f"{row['name']}: {row['label']}" for row in rows)

    def drawn() -> Mapping[str, object]:
        return charts.bars(rows, value_title=f"{title} ({draft.say('orang', 'persons')})", lang=draft.lang)

    return [draft.chart(caption, drawn, text, sources([line.values.get(wanted) for line in lines], draft.lang))]


def leaves(shown: Breakdown, indicator: str) -> list[Line]:
    """Rows with a number that contain no other row with one."""
    known = [line for line in shown.lines if line.number(indicator) is not None]
    return [line for line in known if not any(other.code.startswith(line.code + ".") for other in known)]
