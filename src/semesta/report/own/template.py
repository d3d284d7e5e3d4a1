"""A document set in an office's own Word template: its fields checked before anything is written, then filled."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from semesta.basics.problem import Fault, Problem
from semesta.monev.measured import Measured
from semesta.report.content import Document
from semesta.report.flow import printable
from semesta.report.own import faults
from semesta.report.own.fields import ADVISED, FIELDS, values
from semesta.report.own.outside import reaches_out
from semesta.report.own.used import Used, used
from semesta.report.paper import Making
from semesta.report.typeset import Pdf, Word
from semesta.report.word_fields import fixed_zip

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

LARGEST = 10_000_000
"""Bytes of a template, and ten times as many unpacked: a letterhead with a large picture is far below."""
UNPACKED = 10 * LARGEST
MERGED_ACROSS = re.compile(r'<w:gridSpan w:val="\{\{')
"""What docxtpl makes of `{% hm %}`, cells merged across: it reckons with numbers of the table, which no field may do."""
PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
"""Of a file of Word, in which fields are filled too."""


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """The template of an office for one kind of paper."""

    paper: str
    file: str
    """Its name without folders."""
    content: bytes


class TemplateFault(Exception):
    """A template that reads well and still cannot be filled."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.fault.cause)
        self.problem = problem


def own_template(paper: str, path: Path) -> OwnTemplate:
    """The template as it stands in the file.

    Raises:
        OSError: it cannot be read.
    """
    return OwnTemplate(paper, path.name, path.read_bytes())


def problems(template: OwnTemplate) -> list[Problem]:
    """Everything that is wrong with a template, all at once; warnings leave it usable."""
    from semesta.report.own.grammar import environment

    fault = _unreadable(template.content)
    if fault is not None:
        return [_problem(template, fault)]
    reaching = [_problem(template, one.fault, one.written, one.where) for one in reaches_out(template.content)]
    parts = _parts(template.content)
    found = used(parts, environment(), FIELDS)
    merged = ["hm"] if any(MERGED_ACROSS.search(part) for part in parts) else []
    refused = [_problem(template, faults.NOT_ALLOWED, sign) for sign in (*found.refused, *merged)]
    broken = [_problem(template, faults.broken(said), near) for said, near in found.broken]
    if reaching or refused or broken:
        return [*reaching, *refused, *broken]
    return [*(_problem(template, fault, name) for name, fault in _faults(found))]


def _faults(found: Used) -> list[tuple[str, Fault]]:
    if not found.known and not found.unknown:
        return [("", faults.NO_FIELD)]
    unknown = [(faults.with_near(name), faults.UNKNOWN) for name in found.unknown]
    lists = [(name, faults.a_list(name)) for name in found.printed_lists]
    wanting = [] if unknown else [(name, faults.WANTING[name]) for name in ADVISED if name not in found.known]
    return [*unknown, *lists, *wanting]


def set_in(files: Mapping[str, Making], template: OwnTemplate, measured: Measured) -> Mapping[str, Making]:
    """The files of a paper, its Word documents set in the template. Our PDF of them would say other words and is left out.

    Raises:
        TemplateFault: the paper has no Word document.
    """
    if not any(isinstance(make, Word) for make in files.values()):
        raise TemplateFault(_problem(template, faults.NO_PLACE, template.paper))
    made: dict[str, Making] = {}
    for name, make in files.items():
        if isinstance(make, Word):
            made[name] = partial(_filled_from, template, make, measured)
        elif not isinstance(make, Pdf):
            made[name] = make
    return made


def _filled_from(template: OwnTemplate, word: Word, measured: Measured) -> bytes:
    return filled(template, word.document(), measured)


def filled(template: OwnTemplate, document: Document, measured: Measured) -> bytes:
    """The template with every field filled, as DOCX; the same round gives the same bytes.

    Raises:
        TemplateFault: an expression of the template cannot be worked out, or leaves a document that Word would not open.
    """
    from jinja2 import TemplateError
    from lxml.etree import XMLSyntaxError

    from semesta.report.own.grammar import environment

    word = _opened(template.content)
    given = _printable(values(document, measured, template.paper))
    try:
        word.render(given, environment(), autoescape=True)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, XMLSyntaxError) as error:
        raise TemplateFault(_problem(template, faults.unfilled(str(error)))) from None
    out = io.BytesIO()
    word.save(out)
    return fixed_zip(out.getvalue())


def _opened(content: bytes) -> DocxTemplate:
    from docxtpl import DocxTemplate

    word = DocxTemplate(io.BytesIO(content))
    word.init_docx()
    return word


def _parts(content: bytes) -> list[str]:
    """All that is filled: body, heads, feet and footnotes as text with marks of Jinja, a line for each paragraph, and the properties of the file."""
    word = _opened(content)
    kinds = (word.HEADER_URI, word.FOOTER_URI)
    heads = [word.get_part_xml(part) for kind in kinds for _, part in word.get_headers_footers(kind)]
    parts = word.docx.part.package.iter_parts()
    notes = [part.blob.decode() for part in parts if part.content_type.endswith(".footnotes+xml")]
    of_file = word.docx.core_properties
    properties = [str(getattr(of_file, name)) for name in PROPERTIES]
    pages = [re.sub(r"<w:p([ >])", r"\n<w:p\1", word.patch_xml(xml)) for xml in (word.get_xml(), *heads, *notes)]
    return [*pages, *properties]


def _unreadable(content: bytes) -> Fault | None:
    """Why the file is no Word document that can be opened; None where it is one."""
    from lxml.etree import XMLSyntaxError

    if len(content) > LARGEST:
        return faults.TOO_LARGE
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > UNPACKED:
                return faults.TOO_LARGE
        _opened(content)
    except (zipfile.BadZipFile, KeyError, ValueError, XMLSyntaxError):
        return faults.NO_WORD
    return None


def _problem(template: OwnTemplate, fault: Fault, name: str = "", where: str = "") -> Problem:
    return Problem(template.file, where or None, None, None, None, name or None, fault)


def _printable(given: Any) -> Any:
    """The values without characters that Word cannot hold."""
    match given:
        case str():
            return printable(given)
        case Mapping():
            return {name: _printable(value) for name, value in given.items()}
        case list() | tuple():
            return [_printable(value) for value in given]
    return given
