"""What events that happened will still cost, as a document, a workbook and JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial

from semesta.basics import shown
from semesta.basics.places import PLACES
from semesta.basics.words import Lang
from semesta.monev.measured import Measured
from semesta.planning.reserves.reserves import Reserves
from semesta.report import machine as machine_files
from semesta.report.content import Document
from semesta.report.laporan.draft import Draft
from semesta.report.paper import Making
from semesta.report.plan_paper import plan_paper
from semesta.report.reserves.blocks import blocks
from semesta.report.reserves.data import as_data
from semesta.report.reserves.told import TITLE
from semesta.report.reserves.workbook import workbook
from semesta.report.typeset import typeset
from semesta.tables.dataset import Dataset

NAME = "cadangan-klaim"
NAMES = tuple(f"{NAME}.{suffix}" for suffix in ("pdf", "docx", "xlsx", "json"))


def files(found: Reserves, lang: Lang, *, today: dt.date) -> Mapping[str, Making]:
    """ "cadangan-klaim.pdf", ".docx", ".xlsx" and ".json"; `today` is the day they say they were made on."""
    return {
        **typeset(NAME, lambda: document(found, lang, today=today)),
        f"{NAME}.xlsx": partial(workbook, found, lang, today=today),
        f"{NAME}.json": lambda: machine_files.as_json(as_data(found)),
    }


def document(found: Reserves, lang: Lang, *, today: dt.date) -> Document:
    draft = Draft(Measured("", found.until, (), (), Dataset({}), PLACES), lang)
    day = shown.day(found.until, lang)
    return plan_paper(draft, TITLE.said(lang), blocks(draft, found), subtitle=day, place="", today=today)
