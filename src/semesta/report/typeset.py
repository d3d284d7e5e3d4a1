"""A document in both forms an office uses: Word to go on working in, PDF to send."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from semesta.report.content import Document
from semesta.report.paper import Making


@dataclass(frozen=True, slots=True)
class Word:
    """Makes a document as DOCX; the document itself can be had too, by whoever sets it in a template of an office."""

    document: Callable[[], Document]

    def __call__(self) -> bytes:
        from semesta.report.typeset_docx import docx

        return docx(self.document())


@dataclass(frozen=True, slots=True)
class Pdf:
    """Makes a document as PDF."""

    document: Callable[[], Document]

    def __call__(self) -> bytes:
        from semesta.report.typeset_pdf import pdf

        return pdf(self.document())


def typeset(name: str, write: Callable[[], Document]) -> Mapping[str, Making]:
    """ "nota-dinas.docx" and "nota-dinas.pdf" of one document, which is written once, when the first of them is made."""
    written = cache(write)
    return {f"{name}.docx": Word(written), f"{name}.pdf": Pdf(written)}
