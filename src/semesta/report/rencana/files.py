"""The files of a plan, each with what makes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial

from semesta.basics.places import PLACES, PlaceList
from semesta.basics.words import Lang
from semesta.planning.compared import Compared
from semesta.planning.plan import Plan
from semesta.report import machine as machine_files
from semesta.report.paper import Making
from semesta.report.rencana.document import document
from semesta.report.rencana.machine import as_data
from semesta.report.rencana.workbook import workbook
from semesta.report.typeset import typeset

NAME = "rencana"
NAMES = tuple(f"{NAME}.{suffix}" for suffix in ("pdf", "docx", "xlsx", "json"))


def files(
    plan: Plan, lang: Lang, *, today: dt.date, places: PlaceList = PLACES, compared: Compared | None = None
) -> Mapping[str, Making]:
    """ "rencana.pdf", "rencana.docx", "rencana.xlsx" and "rencana.json"."""
    return {
        **typeset(NAME, lambda: document(plan, lang, today=today, places=places, compared=compared)),
        f"{NAME}.xlsx": partial(workbook, plan, lang, today=today, compared=compared),
        f"{NAME}.json": lambda: machine_files.as_json(as_data(plan, lang, compared)),
    }
