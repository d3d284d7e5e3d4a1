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
from semesta.report.laporan.office import letterhead, placeholder_note, signature
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
    return Document(
        lang=lang,
        title=draft.say("Rencana perlindungan jaminan sosial ketenagakerjaan", "Plan of employment social security"),
        subtitle=" · ".join(filter(None, [draft.place, plan.scenario.name])),
        place=draft.place,
        date="${tanggal_naskah}",
        letterhead=letterhead(draft),
        blocks=(*chapter(draft, plan, compared), signature(draft), placeholder_note(draft)),
        mark="KONSEP",
        cover=False,
        footer=draft.say(
            "Disusun dengan Semesta; semua asumsi tercantum", "Made with Semesta; every assumption is stated"
        ),
        made_on=today,
    )
