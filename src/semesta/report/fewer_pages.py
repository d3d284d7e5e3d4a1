"""A paper in smaller type where that spares a page, which would hold little but its end."""

from __future__ import annotations

from dataclasses import replace

from semesta.report.content import Document, Paragraph

SPARE = (Paragraph("\u00a0"),) * 5
"""Five lines to spare, because Word and LibreOffice set lines a little wider than the PDF by which the page is measured."""
MOST = 6
"""Pages: of a longer paper one less is no gain, and smaller type a loss."""


def on_fewer_pages(document: Document) -> Document:
    """The paper, in smaller type where it then has fewer pages, some lines being left to spare either way."""
    from semesta.report.typeset_pdf import pages

    spaced = replace(document, blocks=(*document.blocks, *SPARE))
    before = pages(spaced)
    if not 1 < before <= MOST or pages(replace(spaced, compact=True)) >= before:
        return document
    return replace(document, compact=True)
