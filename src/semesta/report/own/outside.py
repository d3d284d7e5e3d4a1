"""What in a template reaches beyond it when somebody opens the document: content fetched from elsewhere, commands of Word, macros."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from semesta.basics.problem import Fault
from semesta.report.own import faults

if TYPE_CHECKING:
    from lxml.etree import _Element

LINK = "/hyperlink"
"""The kind of relationship that only leads out when a reader clicks on it."""
FETCHED = ("/attachedTemplate", "/aFChunk")
"""Kinds that bring in another document, or a web page with pictures of its own, even from within the file."""
RUNS = ("vbaproject", "vbadata", "activex", "macrosheet")
HARMLESS = re.compile(
    "=.*|ADVANCE|ASK|AUTHOR|AUTONUM|BOOKMARK|COMMENTS|COMPARE|CREATEDATE|DATE|DOCPROPERTY|DOCVARIABLE|EDITTIME|EQ|FILENAME|"
    "FILESIZE|FORMCHECKBOX|FORMDROPDOWN|FORMTEXT|HYPERLINK|IF|INDEX|INFO|KEYWORDS|LASTSAVEDBY|LISTNUM|MERGEFIELD|NOTEREF|"
    "NUMCHARS|NUMPAGES|NUMWORDS|PAGE|PAGEREF|PRINTDATE|REF|REVNUM|SAVEDATE|SECTION|SECTIONPAGES|SEQ|SET|STYLEREF|SUBJECT|"
    "SYMBOL|TC|TEMPLATE|TIME|TITLE|TOC|USERADDRESS|USERINITIALS|USERNAME|XE",
    re.IGNORECASE,
)
"""Commands of Word that take nothing from outside. Others are refused, since a command may be put together from pieces:
INCLUDEPICTURE and INCLUDETEXT fetch, LINK and DDE run, QUOTE spells out either."""
PLACES = {
    "document": "isi/body",
    "header": "kepala/header",
    "footer": "kaki/footer",
    "footnotes": "catatan kaki/footnotes",
}
"""Where in a document a part stands, in the words of both languages."""


@dataclass(frozen=True, slots=True)
class Reaching:
    """What reaches out, how it is written, and in which part of the document."""

    fault: Fault
    written: str
    where: str


def reaches_out(content: bytes) -> list[Reaching]:
    """Each macro, each relationship to the outside and each command of Word that may fetch or run something.

    Links that a reader clicks on are left.

    Raises:
        zipfile.BadZipFile, lxml.etree.XMLSyntaxError: it is no Word document.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist() if name.lower().endswith((".xml", ".rels"))}
        macros = [Reaching(faults.MACRO, name, "") for name in packed.namelist() if _is_code(name)]
    types = parts["[Content_Types].xml"].lower()
    if not macros and (b"macroenabled" in types or b"vbaproject" in types):
        macros = [Reaching(faults.MACRO, "[Content_Types].xml", "")]
    found = [one for name, part in parts.items() for one in _in_part(name, part)]
    return [*macros, *dict.fromkeys(found)]


def _is_code(name: str) -> bool:
    return any(word in name.lower() for word in RUNS)


def _in_part(name: str, part: bytes) -> Iterator[Reaching]:
    from lxml import etree

    if name.lower().endswith(".rels"):
        read = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
        yield from (Reaching(faults.REACHES_OUT, written, _where(name)) for written in _outside(read))
    elif name.lower().startswith("word/"):
        read = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
        yield from (Reaching(faults.COMMAND, written, _where(name)) for written in _commands(read))


def _where(name: str) -> str:
    """ "kepala/header" for "word/header1.xml" and for its relationships, "word/_rels/header1.xml.rels"."""
    stem = PurePosixPath(name.removesuffix(".rels")).stem
    return PLACES.get(stem.rstrip("0123456789"), stem)


def _outside(relationships: _Element) -> Iterator[str]:
    """Kind and target of every relationship that is fetched from elsewhere: "attachedTemplate: https://…"."""
    for one in relationships.iter("{*}Relationship"):
        kind, target = one.get("Type", ""), one.get("Target", "")
        external = one.get("TargetMode", "").lower() == "external"
        if (external and not kind.endswith(LINK)) or kind.endswith(FETCHED):
            yield f"{kind.rpartition('/')[2]}: {target[:80]}"


def _commands(part: _Element) -> Iterator[str]:
    """Every command of Word that is not harmless, as it is written; its letters may stand in several pieces."""
    for text in _written_commands(part):
        if text.strip() and not HARMLESS.fullmatch(text.split(maxsplit=1)[0]):
            yield text.strip()[:80]


def _written_commands(part: _Element) -> Iterator[str]:
    """The text of each command, of one within another too; one that another spells out is "…" there."""
    open_ones: list[str | None] = []
    for piece in part.iter("{*}fldSimple", "{*}fldChar", "{*}instrText", "{*}delInstrText"):
        kind, sort = piece.tag.rpartition("}")[2], _attribute(piece, "fldCharType")
        if kind == "fldSimple":
            yield _attribute(piece, "instr")
        elif kind != "fldChar":
            open_ones = open_ones or [""]
            open_ones[-1] = (open_ones[-1] or "") + (piece.text or "")
        elif sort == "begin":
            if open_ones and open_ones[-1] is not None:
                open_ones[-1] += "…"
            open_ones.append("")
        elif open_ones:
            # What follows "separate" is the result that was last shown, in which commands may stand of their own.
            told = open_ones.pop()
            yield from [told] if told else []
            open_ones += [None] if sort == "separate" else []
    yield from (told for told in open_ones if told)


def _attribute(piece: _Element, name: str) -> str:
    return next((str(value) for key, value in piece.attrib.items() if str(key).endswith(f"}}{name}")), "")
