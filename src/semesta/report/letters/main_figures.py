"""The five figures of the report's first page as a table, for papers that have no room for more."""

from __future__ import annotations

from semesta.monev.registry import INDICATORS
from semesta.monev.value import Value
from semesta.report.content import Block, Table
from semesta.report.laporan import figures, phrases
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.laporan.sourcing import sources
from semesta.report.laporan.summary import five


def figures_table(draft: Draft, *, sourced: bool = True) -> list[Block]:
    """The five figures of the report's first page as a table, each with what it is measured against and rests on.

    Args:
        sourced: whether sources are named; otherwise the report is, in which they are.
    """
    chosen = five(draft.measured)
    if not chosen:
        return []
    columns = [
        text_column(draft.say("Ukuran", "Figure"), 1.5),
        number_column(draft.say("Angka", "Number"), 1),
        text_column(draft.say("Keterangan", "Remarks"), 3),
    ]
    pooled = any(value.indicator in figures.POOL for value in chosen)
    return [
        Table(
            "",
            draft.say("Angka utama", "Main figures"),
            tuple(columns),
            tuple(_row(draft, value) for value in chosen),
            notes=(draft.said(phrases.NOT_A_DEBT),) if pooled else (),
            source=sources(chosen, draft.lang)
            if sourced
            else draft.say("lihat lampiran Sumber laporan", "see the annex Sources of the report"),
        )
    ]


def _row(draft: Draft, value: Value) -> tuple[str, str, str]:
    figure = figures.key_figure(value, draft.measured, draft.lang)
    parts = (figure.against, figure.since, f"⚠ {figure.warning}" if figure.warning else "")
    remarks = " · ".join(filter(None, parts))
    if value.value is not None:
        return figure.name, figure.value, remarks
    # In the column of numbers stands why there is none, in few words; who has the data stands beside it.
    why = _held(draft, value) if "missing" in value.status else ""
    return figure.name, figures.reason(value, draft.lang), " · ".join(filter(None, (why, remarks)))


def _held(draft: Draft, value: Value) -> str:
    if any(figures.only_set_aside(table, draft.measured) for table in INDICATORS[value.indicator].tables):
        return draft.said(figures.SET_ASIDE)
    held = draft.said(figures.holder(value.indicator, draft.measured))
    return draft.say(f"dipegang {held}", f"held by {held}")
