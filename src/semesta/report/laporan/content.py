"""The report of a monev round from cover to annexes, in one language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from semesta.basics import shown
from semesta.basics.words import Lang
from semesta.monev.measured import Measured
from semesta.report.content import Block, Document
from semesta.report.laporan import cells
from semesta.report.laporan.appendices import definitions, details, files_and_sources
from semesta.report.laporan.budget import budget
from semesta.report.laporan.closing import closing
from semesta.report.laporan.compliance import compliance
from semesta.report.laporan.conclusions import conclusions
from semesta.report.laporan.coverage import coverage
from semesta.report.laporan.disagreements import disagreements
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.follow_up import follow_up
from semesta.report.laporan.gaps import gaps
from semesta.report.laporan.handed_over import handed_over
from semesta.report.laporan.inpres import inpres
from semesta.report.laporan.method import is_provisional, method
from semesta.report.laporan.obstacles import obstacles
from semesta.report.laporan.office import FILLED_IN, MARKED, field_of, letterhead, office, paper_size
from semesta.report.laporan.opening import meeting, opening
from semesta.report.laporan.plan import plan
from semesta.report.laporan.programmes import programmes
from semesta.report.laporan.proposal import proposal
from semesta.report.laporan.regulation import regulation
from semesta.report.laporan.solidarity import solidarity
from semesta.report.laporan.summary import summary
from semesta.report.laporan.to_act import to_act

Section = Callable[[Draft], list[Block]]

RESULTS: Sequence[Section] = (
    coverage,
    programmes,
    solidarity,
    budget,
    regulation,
    inpres,
    handed_over,
    compliance,
    to_act,
    obstacles,
    disagreements,
)
ANNEXES: Sequence[Section] = (definitions, details, gaps, files_and_sources)


def laporan(measured: Measured, lang: Lang) -> Document:
    """The *Laporan hasil monev* of a round, as blocks for PDF and DOCX. Chapters without data are lines of an annex."""
    draft = _draft(measured, lang)
    body = _body(draft)
    return Document(
        lang=lang,
        title=draft.say(
            "Laporan hasil monitoring dan evaluasi jaminan sosial ketenagakerjaan",
            "Report on the monitoring and evaluation of employment social security",
        ),
        subtitle=" ".join(filter(None, [draft.place, draft.say("Tahun", "Year"), str(_year(draft))])),
        place=draft.place,
        date="${tanggal_naskah}",
        letterhead=letterhead(draft),
        blocks=(*summary(draft), *body),
        mark="KONSEP · SEMENTARA" if is_provisional(draft) else "KONSEP",
        paper=paper_size(draft),
        cover=not draft.is_brief,
        footer=draft.say("Disusun dengan Semesta dari data yang diserahkan", "Made with Semesta from the data given"),
        facts=_facts(draft),
        made_on=measured.as_of,
    )


def _draft(measured: Measured, lang: Lang) -> Draft:
    """A draft that knows the numbers of all tables: a first writing finds them, so that a chapter may cite a later one."""
    first = written(measured, lang)
    return Draft(measured, lang, index=first.index, known=first.tables)


def written(measured: Measured, lang: Lang) -> Draft:
    """A draft in which the whole report has been written, for papers that cite its tables by their numbers."""
    draft = Draft(measured, lang, is_drawn=False)
    _body(draft)
    return draft


def _body(draft: Draft) -> list[Block]:
    """Chapters and annexes in reading order, which is the order in which tables get their numbers."""
    blocks = [*opening(draft), *method(draft), *_results(draft)]
    for chapter in (conclusions, proposal, plan, follow_up, closing, *ANNEXES):
        blocks += chapter(draft)
    return blocks


def _results(draft: Draft) -> list[Block]:
    """Chapter III with the sections that have data; no chapter at all where none has."""
    heading = draft.chapter("Hasil", "Results")
    blocks = [block for section in RESULTS for block in section(draft)]
    if not blocks:
        draft.chapters -= 1
        return []
    return [heading, *blocks]


def _year(draft: Draft) -> int:
    day = meeting(draft).get("date") or draft.measured.as_of
    return int(day.year)


def _facts(draft: Draft) -> dict[str, str]:
    """The lines of the cover: what is known of the meeting, and the placeholders of the office."""
    held, row, lang = meeting(draft), office(draft), draft.lang
    hosts = ", ".join(cells.items(held.get("hosts")))
    found = {
        draft.say("Rapat", "Meeting"): str(held.get("title") or ""),
        draft.say("Tanggal rapat", "Date of meeting"): shown.day(held["date"], lang) if held else "",
        draft.say("Tempat", "Venue"): str(held.get("venue") or ""),
        draft.say("Penyelenggara", "Hosts"): hosts,
        draft.say("Keadaan data", "Data as of"): shown.day(draft.measured.as_of, lang),
        draft.say("Nomor", "Number"): field_of(row, "number", "nomor_naskah"),
        draft.say("Sifat", "Classification"): str(row.get("classification") or ""),
        MARKED: draft.said(FILLED_IN),
    }
    return {name: value for name, value in found.items() if value}
