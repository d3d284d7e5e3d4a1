"""The end of the report: closing sentence, place and date, signature."""

from __future__ import annotations

from semesta.report.content import Block, Heading, Paragraph
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.office import placeholder_note, signature


def closing(draft: Draft) -> list[Block]:
    sentence = draft.say(
        "Demikian laporan ini disampaikan sebagai bahan pengambilan keputusan.",
        "This report is submitted as a basis for decisions.",
    )
    heading = [] if draft.is_brief else [Heading(1, draft.say("Penutup", "Closing"))]
    return [*heading, Paragraph(sentence), signature(draft), placeholder_note(draft)]
