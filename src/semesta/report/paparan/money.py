"""The slides on money: budgets against needs, and contributions against benefits."""

from __future__ import annotations

from dataclasses import replace

from semesta.basics.words import Words
from semesta.report.content import Listed, Table
from semesta.report.laporan import breakdown, figures, solidarity
from semesta.report.laporan import budget as chapter
from semesta.report.laporan import programmes as programmes_chapter
from semesta.report.laporan.breakdown import Line
from semesta.report.laporan.conclusions import money
from semesta.report.laporan.draft import Draft
from semesta.report.paparan.pieces import Column, bars, known_in_all, tables, wanting
from semesta.report.paparan.pool import beneath
from semesta.report.slides.deck import Bars, Slide, SlideBlock
from semesta.report.theme import theme

NEED_AND_BUDGET = ("need", "budgeted")


def budget(draft: Draft) -> Slide:
    topic = draft.say("Anggaran", "Budgets")
    if not draft.rows("budgets"):
        return Slide(
            topic, draft.say("Belum ada data anggaran", "No data on budgets yet"), (wanting(draft, "budgets"),)
        )
    told = tuple(chapter.sentences(draft))
    made = tables(draft, chapter.budget)
    drawn: SlideBlock | None = _by_place(draft) or (_narrow(made[-1]) if made else None)
    more = (_no_budget_known(draft) if isinstance(drawn, Bars) else "", _not_budgeted(draft))
    said = (*told[1:], *filter(None, more))
    heading = told[0].replace("**", "").rstrip(".") if told else draft.say("Rincian anggaran iuran", "Budget lines")
    if drawn is None:
        return Slide(topic, heading, (Listed(said),) if said else (wanting(draft, "budgets"),))
    if isinstance(drawn, Table):
        return Slide(topic, heading, (Listed(said), drawn) if said else (drawn,))
    return Slide(topic, heading, (drawn,), beside=(Listed(said),) if said else ())


def _asked(draft: Draft) -> list[Line]:
    """The governments whose need is known, in the year of the need of them all."""
    known = known_in_all(breakdown.by_region(draft, list(chapter.TITLES)).lines, "need")
    whole = draft.headline("need")
    year = whole.node.period if whole is not None else ""
    return [line for line in known if (need := line.values["need"]) is not None and year in ("", need.node.period)]


def _by_place(draft: Draft) -> Bars | None:
    """Need beside what is allocated, of the governments of which both are known."""
    asked = _asked(draft)
    lines = known_in_all(asked, *NEED_AND_BUDGET)
    if len(lines) < 2:
        return None
    caption = draft.say("Kebutuhan dan anggaran per pemerintah daerah", "Need and budget by government")
    if len(lines) < len(asked):
        caption += draft.say(
            f": {len(lines)} dari {len(asked)} yang kebutuhannya diketahui",
            f": {len(lines)} of {len(asked)} whose need is known",
        )
    colours = ("missing", "brand")
    columns = [Column(i, chapter.TITLES[i], colour) for i, colour in zip(NEED_AND_BUDGET, colours, strict=True)]
    return bars(draft, caption, lines, columns)


def _no_budget_known(draft: Draft) -> str:
    """Which governments the chart leaves out, because what they budget is not known, with their need."""
    absent = [line for line in _asked(draft) if line.number("budgeted") is None]
    absent.sort(key=lambda line: -(line.number("need") or 0))
    names = [f"{line.name} {figures.short(line.number('need') or 0, 'rupiah', draft.lang)}" for line in absent]
    told = draft.say(
        "Tidak dalam grafik, anggarannya belum diketahui (kebutuhan): ",
        "Not in the chart, their budget is not known (need): ",
    )
    return f"{told}{', '.join(names)}." if names else ""


def _not_budgeted(draft: Draft) -> str:
    """Who said that nothing is budgeted."""
    names = chapter.who_has_not(draft, draft.rows("budgets"))
    return draft.say("Belum menganggarkan: ", "Not budgeted: ") + ", ".join(names) + "." if names else ""


def _narrow(table: Table) -> Table:
    """The table without its notes on method, which stand in the report."""
    return replace(table, notes=(), landscape=False)


def programmes(draft: Draft) -> Slide:
    topic = draft.say("Iuran dan manfaat", "Contributions and benefits")
    held = tuple(solidarity.sentences(draft))
    told = (*programmes_chapter.sentences(draft), *held)
    if not told and not draft.rows("contributions") and not draft.rows("claims"):
        heading = draft.say("Belum ada data iuran dan manfaat", "No data on contributions and benefits yet")
        return Slide(topic, heading, (wanting(draft, "contributions", "claims"),))
    heading = money(draft).rstrip(".") or draft.say(
        "Iuran dan manfaat per program", "Contributions and benefits by programme"
    )
    drawn: SlideBlock | None = _by_programme(draft) or next(iter(map(_narrow, tables(draft, _chapter))), None)
    below = beneath(draft) if held else None
    if isinstance(drawn, Bars):
        return Slide(topic, heading, (drawn,), beside=(Listed(told),) if told else (), below=below)
    blocks: tuple[SlideBlock, ...] = ((Listed(told),) if told else ()) + ((drawn,) if drawn is not None else ())
    return Slide(topic, heading, blocks, below=below)


_chapter = programmes_chapter.programmes


def _by_programme(draft: Draft) -> Bars | None:
    """Contributions beside benefits of each programme that has both; else of all programmes together; else the one known."""
    wanted = ("contributions", "claims_paid")
    names = {i: programmes_chapter.TITLES[i] for i in wanted}
    shown = breakdown.by_dimension(draft, "programme", list(wanted))
    both = known_in_all(shown.lines, *wanted)
    caption = draft.say("Iuran diterima dan manfaat dibayarkan", "Contributions received and benefits paid")
    colours = dict(zip(wanted, (theme().above_zero, theme().below_zero), strict=True))
    columns = [Column(i, names[i], colours[i]) for i in wanted]
    if both:
        return bars(draft, caption, both, columns)
    whole = {i: draft.headline(i) for i in wanted}
    alike = {value.node.period for value in whole.values() if value is not None}
    if all(whole.values()) and len(alike) == 1:
        every = Line("", draft.said(Words("Seluruh program", "All programmes")), 0, whole)
        return bars(draft, caption, [every], columns)
    return _one_side(draft, shown.lines, columns)


def _one_side(draft: Draft, lines: tuple[Line, ...], columns: list[Column]) -> Bars | None:
    """The only side that is split by programme, each in its own colour."""
    for column in columns:
        known = known_in_all(lines, column.indicator)
        if len(known) > 1:
            caption = draft.said(column.title) + draft.say(" per program", " by programme")
            return bars(draft, caption, known, [column], colours=True)
    return None
