"""The frame of papers that reckon ahead (plans, pools, reserves): letterhead, mark, who signs, and that assumptions are stated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from semesta.report.content import Block, Document
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.office import letterhead, placeholder_note, signature


def plan_paper(
    draft: Draft, title: str, blocks: Iterable[Block], *, subtitle: str, place: str, today: dt.date
) -> Document:
    """The document around these blocks; `today` is the day it says it was made on."""
    return Document(
        lang=draft.lang,
        title=title,
        subtitle=subtitle,
        place=place,
        date="${tanggal_naskah}",
        letterhead=letterhead(draft),
        blocks=(*blocks, signature(draft), placeholder_note(draft)),
        mark="KONSEP",
        cover=False,
        footer=draft.say(
            "Disusun dengan Semesta; semua asumsi tercantum", "Made with Semesta; every assumption is stated"
        ),
        made_on=today,
    )
