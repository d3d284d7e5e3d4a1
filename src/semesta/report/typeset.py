"""A document in both forms an office uses: Word to go on working in, PDF to send."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from semesta.report.content import Document
from semesta.report.paper import Making


def typeset(name: str, write: Callable[[], Document]) -> Mapping[str, Making]:
    """ "nota-dinas.docx" and "nota-dinas.pdf" of one document, which is written once, when the first of them is made."""
    written = cache(write)

    def as_docx() -> bytes:
        from semesta.report.typeset_docx import docx

        return docx(written())

    def as_pdf() -> bytes:
        from semesta.report.typeset_pdf import pdf

        return pdf(written())

    return {f"{name}.docx": as_docx, f"{name}.pdf": as_pdf}
