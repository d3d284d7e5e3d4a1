"""The paparan of a round: cover, highlights, coverage, budget, contributions and benefits, obstacles, commitments, proposal."""

from __future__ import annotations

import datetime as dt

from semesta.basics import shown
from semesta.basics.words import Lang
from semesta.monev.measured import Measured
from semesta.report.content import KeyFigures, Listed
from semesta.report.laporan import cells, figures
from semesta.report.laporan.content import written
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.method import is_provisional
from semesta.report.laporan.office import letterhead
from semesta.report.laporan.opening import meeting
from semesta.report.laporan.quoting import quoted_note
from semesta.report.laporan.summary import five, uncertain
from semesta.report.paparan.agreed import commitments, hindrances, proposal
from semesta.report.paparan.covered import coverage
from semesta.report.paparan.money import budget, programmes
from semesta.report.paparan.pool import beneath
from semesta.report.slides.deck import Deck, Slide, SlideBlock

NAME = "paparan"


def paparan(measured: Measured, lang: Lang) -> Deck:
    """The slides of a round: always these, each saying what is wanting where there are no data."""
    draft = written(measured, lang)
    made = (highlights, coverage, budget, programmes, hindrances, commitments, proposal)
    return Deck(
        lang=lang,
        title=draft.say(
            "Paparan hasil monitoring dan evaluasi jaminan sosial ketenagakerjaan",
            "Monitoring and evaluation of employment social security: the results",
        ),
        subtitle=" · ".join([draft.place, shown.day(_day(draft), lang)]),
        letterhead=letterhead(draft, NAME),
        slides=tuple(make(draft) for make in made),
        mark="KONSEP · SEMENTARA" if is_provisional(draft) else "KONSEP",
        footer=_footer(draft),
        facts=_facts(draft),
        made_on=measured.as_of,
    )


def _day(draft: Draft) -> dt.date:
    held = meeting(draft).get("date")
    return held if isinstance(held, dt.date) else draft.measured.as_of


def _footer(draft: Draft) -> str:
    as_of = shown.day(draft.measured.as_of, draft.lang)
    return draft.say(
        f"{draft.place} · data sampai dengan {as_of} · nomor tabel menunjuk pada laporan hasil monev",
        f"{draft.place} · data up to {as_of} · table numbers are those of the report"
        + (" · office's own texts quoted in Indonesian" if quoted_note(draft) else ""),
    )


def _facts(draft: Draft) -> dict[str, str]:
    held = meeting(draft)
    found = {
        draft.say("Rapat", "Meeting"): str(held.get("title") or ""),
        draft.say("Tempat", "Venue"): str(held.get("venue") or ""),
        draft.say("Penyelenggara", "Hosts"): ", ".join(cells.items(held.get("hosts"))),
        draft.say("Keadaan data", "Data as of"): shown.day(draft.measured.as_of, draft.lang),
    }
    return {name: value for name, value in found.items() if value}


def highlights(draft: Draft) -> Slide:
    chosen = five(draft.measured)
    open_still = tuple(uncertain(draft, most=3))
    made = KeyFigures(tuple(figures.key_figure(value, draft.measured, draft.lang) for value in chosen))
    blocks: list[SlideBlock] = [made] if chosen else []
    if open_still:
        blocks.append(Listed(open_still))
    pooled = any(value.indicator in figures.POOL for value in chosen)
    return Slide(
        topic=draft.say("Sorotan", "Highlights"),
        title=draft.say(f"{draft.place} dalam angka utama", f"{draft.place} in its main figures"),
        main=tuple(blocks),
        below=beneath(draft) if pooled else None,
    )
