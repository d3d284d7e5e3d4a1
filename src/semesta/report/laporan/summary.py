"""The first page, for who decides: five figures, three decisions asked, what is uncertain, rows set aside."""

from __future__ import annotations

from semesta.basics import shown
from semesta.monev.agreement import Quantity
from semesta.monev.measured import Measured
from semesta.monev.registry import INDICATORS
from semesta.monev.said import as_said, in_brackets, stated_when, titled
from semesta.monev.value import Finding, Value
from semesta.report.content import Block, Box, Heading, KeyFigures, Listed, PageBreak
from semesta.report.laporan import figures, naming, phrases
from semesta.report.laporan.decisions import MOST, decisions
from semesta.report.laporan.disagreements import SHARES_IN_FULL, unit
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.long_cells import shortened
from semesta.report.laporan.lookup import latest
from semesta.report.laporan.quoting import quoted_note
from semesta.tables.table import step_column

FIGURES = 5
FIRST = (
    "coverage",
    "gap",
    "contributions",
    "claims_paid",
    "balance",
    "shortfall",
    "need",
    "budgeted",
    "places_not_budgeted",
)
NEXT = (
    "poor_covered",
    "collection_rate",
    "population",
    "active",
    "registered",
    "claim_cases",
    "handovers",
)
INSTEAD = {"coverage": "registration", "gap": "unregistered"}
"""Where only the registered are known, their rate is shown, under its own name."""
NOT_IF_NONE = ("places_not_budgeted", "handovers", "shortfall")
"""Counts of which none, and a shortfall that is none, are no news for the first page."""
ASKED_FOR = ("coverage", "budgeted", "contributions", "claims_paid", "regulations_in_force")
"""What a head of region asks first, each held by somebody else: where it is wanting, the page says who has it."""
LONGEST = 260
"""Letters of a sentence on a page that must stay one page; it stands whole in its chapter."""


def summary(draft: Draft) -> list[Block]:
    """One page; written last, when the numbers of all tables are known, and placed first."""
    chosen = five(draft.measured)
    head = naming.head_of_place(draft.measured.place, draft.measured.places)
    blocks: list[Block] = [Heading(1, draft.say(f"Ringkasan untuk {head.id}", f"Summary for {head.en}"))]
    if chosen:
        blocks.append(KeyFigures(tuple(figures.key_figure(v, draft.measured, draft.lang) for v in chosen)))
    if any(value.indicator in figures.POOL for value in chosen):
        blocks.append(Box(draft.said(phrases.NOT_A_DEBT)))
    blocks += _list(
        draft.say("Keputusan yang diminta", "Decisions asked"),
        [shortened(d, LONGEST) for d in decisions(draft)[:MOST]],
        numbered=True,
    )
    remarks = [*uncertain(draft), _set_aside(draft), quoted_note(draft)]
    blocks += _list(draft.say("Yang belum pasti", "What is uncertain"), remarks)
    return [*blocks, PageBreak()]


def five(measured: Measured) -> list[Value]:
    """The five figures that tell most; those without a number only where there are fewer than five with one."""
    made = [value for name in (*FIRST, *NEXT) if (value := _or_instead(measured, name)) is not None]
    known = [value for value in made if value.value is not None and not _says_nothing(value)]
    wanting = [value for name in ASKED_FOR if (value := measured.headline(name)) is not None and value.value is None]
    return [*known, *(value for value in wanting if value not in known)][:FIGURES]


def _says_nothing(value: Value) -> bool:
    return value.indicator in NOT_IF_NONE and value.value is not None and value.value <= 0


def _or_instead(measured: Measured, indicator: str) -> Value | None:
    value = latest(measured.of(indicator, place=measured.place), indicator)
    if indicator in INSTEAD and (value is None or value.value is None):
        instead = measured.headline(INSTEAD[indicator])
        return instead if instead is not None and instead.value is not None else value
    return value


def _list(title: str, items: list[str], *, numbered: bool = False) -> list[Block]:
    said = tuple(item for item in items if item)
    return [Heading(3, title), Listed(said, numbered)] if said else []


def uncertain(draft: Draft, most: int = 5, *, contradictions: bool = True) -> list[str]:
    """What the figures of this page, and the coverage that is wanting, leave open; one line for each reason."""
    said = [_at_odds(draft, f) for f in draft.measured.findings if contradictions and f.severity == "error"][:2]
    coverage = draft.first("coverage")
    shown_here = five(draft.measured)
    if coverage is not None and coverage.value is None and coverage not in shown_here:
        said.append(f"{draft.said(naming.title('coverage'))}: {_why_not(draft, coverage)}.")
    by_reason: dict[str, list[str]] = {}
    for value in shown_here:
        if figures.warning(value, draft.lang):
            why = next(iter(draft.notes([value])), figures.warning(value, draft.lang))
            by_reason.setdefault(why, []).append(draft.said(naming.title(value.indicator)))
    said += [shortened(f"{', '.join(names)}: {why}.", LONGEST) for why, names in by_reason.items()]
    return list(dict.fromkeys(said))[:most]


SAID = ("figures.parts_total", "figures.two_sources", "figures.statement")
"""Kinds that hold one figure against another; of the rest the message is said."""


def _at_odds(draft: Draft, finding: Finding) -> str:
    """Both figures of a contradiction; how it could be healed stands in its table."""
    if (
        finding.kind not in SAID
        or finding.stated is None
        or finding.computed is None
        or finding.quantity not in INDICATORS
    ):
        return shortened(draft.said(finding.message), LONGEST) + draft.cite("findings")
    here = finding.node.at(place="") if finding.node.place == draft.measured.place else finding.node
    title = draft.said(titled(naming.title(finding.quantity), here, draft.measured.places))
    stated, then = _quoted(draft, finding, finding.stated)
    computed = figures.bare(finding.computed, unit(finding), draft.lang, against=SHARES_IN_FULL)
    now = draft.said(in_brackets(finding.node.period))
    then = then if then != now else ""
    told = draft.say(
        f"{title}: tertulis {stated}{then}, terhitung {computed}{now}",
        f"{title}: stated {stated}{then}, computed {computed}{now}",
    )
    return told + draft.cite("findings") + "."


def _quoted(draft: Draft, finding: Finding, stated: int | float) -> tuple[str, str]:
    """What was stated, in the words and digits in which it was written, and when; what stands in a table was written whole."""
    frame = draft.measured.dataset.frame("statements")
    place = next((place for table, place in finding.rows if table == "statements"), None)
    if frame is None or place is None:
        return figures.bare(stated, unit(finding), draft.lang, against=SHARES_IN_FULL), ""
    row = frame.row(place, named=True)
    step = row.get(step_column("stated")) or 0
    return draft.said(as_said(row["wording"] or "exactly", Quantity(stated, step), unit(finding))), draft.said(
        stated_when(row)
    )


def _why_not(draft: Draft, value: Value) -> str:
    if "missing" in value.status:
        return figures.missing(value.indicator, draft.measured, draft.lang)
    return figures.reason(value, draft.lang)


def _set_aside(draft: Draft) -> str:
    data = draft.measured.dataset
    aside, read = sum(data.set_aside.values()), sum(data.read.values())
    if not read:
        return ""
    if not aside:
        return draft.say(
            f"Tidak ada baris yang disisihkan dari {shown.count(read, 'id')} baris.",
            f"None of {shown.count(read, 'en')} rows was set aside.",
        )
    counts = shown.count(aside, draft.lang), shown.count(read, draft.lang)
    return draft.say(
        f"{counts[0]} dari {counts[1]} baris disisihkan karena salah dan tidak masuk hitungan.",
        f"{counts[0]} of {counts[1]} rows were faulty and were set aside.",
    ) + draft.cite("rows")
