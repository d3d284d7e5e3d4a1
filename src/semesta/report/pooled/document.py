"""Pools and totals as a document, and all the files they make."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial

from semesta.basics.places import PLACES, PlaceList
from semesta.basics.words import Lang
from semesta.monev.measured import Measured
from semesta.planning.pooling.pooled import Pooled
from semesta.report import machine as machine_files
from semesta.report.content import Block, Document, Paragraph
from semesta.report.laporan.draft import Draft
from semesta.report.paper import Making
from semesta.report.plan_paper import plan_paper
from semesta.report.pooled import blocks, parts, totals
from semesta.report.pooled.machine import as_data
from semesta.report.pooled.told import TITLE
from semesta.report.pooled.workbook import workbook
from semesta.report.typeset import typeset
from semesta.tables.dataset import Dataset

NAME = "gotong-royong"
NAMES = tuple(f"{NAME}.{suffix}" for suffix in ("pdf", "docx", "xlsx", "json"))


def files(one: Pooled, lang: Lang, *, today: dt.date, measured: Measured | None = None) -> Mapping[str, Making]:
    """ "gotong-royong.pdf", ".docx", ".xlsx" and ".json"; `today` is the day they say they were made on."""
    return {
        **typeset(NAME, lambda: document(one, lang, today=today, measured=measured)),
        f"{NAME}.xlsx": partial(workbook, one, lang, today=today),
        f"{NAME}.json": lambda: machine_files.as_json(as_data(one, lang)),
    }


def document(
    one: Pooled, lang: Lang, *, today: dt.date, measured: Measured | None = None, places: PlaceList = PLACES
) -> Document:
    held = measured or Measured(one.place, today, (), (), Dataset({}), places)
    draft = Draft(held, lang)
    place = draft.place if one.place else ""
    return plan_paper(draft, TITLE.said(lang), _blocks(draft, one), subtitle=place, place=place, today=today)


def _blocks(draft: Draft, one: Pooled) -> list[Block]:
    draft.chapter("", "")  # sections are numbered within it
    made: list[Block] = []
    if one.implied:
        made += totals.blocks(draft, one.implied, one.parts)
    parted = {found.own.node: found for found in one.parted}
    for prospect in one.prospects:
        found = parted.pop(prospect.own.node, None)
        told = blocks.blocks(draft, prospect, partial(parts.blocks, draft, found) if found else tuple)
        made += [
            block for block in told if not (isinstance(block, Paragraph) and block in made)
        ]  # what is lacking, once
    for joined in one.together:
        made += blocks.together_blocks(draft, joined)
    if parted and not one.prospects:
        made += blocks.no_pool(draft, one.lacking)
    for alone in parted.values():
        made += parts.blocks(draft, alone)
    return made


__all__ = ["NAMES", "Pooled", "as_data", "document", "files"]
