"""A plan as a document of its own, when there is no round to report of."""

from __future__ import annotations

import datetime as dt

from semesta.basics.places import PLACES, PlaceList
from semesta.basics.words import Lang
from semesta.monev.measured import Measured
from semesta.planning.compared import Compared
from semesta.planning.plan import Plan
from semesta.report.content import Document
from semesta.report.laporan.draft import Draft
from semesta.report.plan_paper import plan_paper
from semesta.report.rencana.chapter import chapter
from semesta.tables.dataset import Dataset


def document(
    plan: Plan, lang: Lang, *, today: dt.date, places: PlaceList = PLACES, compared: Compared | None = None
) -> Document:
    """The plan in one language, with another beside it; `today` is the day it says it was made on."""
    measured = Measured(plan.scenario.place, today, (), (), Dataset({}), places)
    first = Draft(measured, lang, is_drawn=False)
    chapter(first, plan, compared)
    draft = Draft(measured, lang, known=first.tables)
    title = draft.say("Rencana perlindungan jaminan sosial ketenagakerjaan", "Plan of employment social security")
    subtitle = " · ".join(filter(None, [draft.place, plan.scenario.name]))
    return plan_paper(draft, title, chapter(draft, plan, compared), subtitle=subtitle, place=draft.place, today=today)
