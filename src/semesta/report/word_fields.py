"""What python-docx leaves to its users: fields, bookmarks, the table of contents, lists that start at one, and a fixed zip."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def element(tag: str, **attributes: object) -> Any:
    """A Word element: `element("w:jc", val="right")`."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def add_field(paragraph: WordParagraph, code: str, shown: str) -> None:
    """A field that Word computes; `shown` is what stands there until it does."""
    open_field(paragraph, code)
    paragraph.add_run(shown)
    close_field(paragraph)


def open_field(paragraph: WordParagraph, code: str, *, dirty: bool = False) -> None:
    begin = element("w:fldChar", fldCharType="begin")
    if dirty:
        begin.set(qn("w:dirty"), "true")
    instruction = element("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {code} "
    for part in (begin, instruction, element("w:fldChar", fldCharType="separate")):
        paragraph.add_run()._r.append(part)


def close_field(paragraph: WordParagraph) -> None:
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))


def bookmark(paragraph: WordParagraph, number: int) -> None:
    """Marks the whole paragraph, so that the table of contents can name its page."""
    start = element("w:bookmarkStart", id=number, name=bookmark_name(number))
    paragraph._p.insert_element_before(start, "w:r")
    paragraph._p.append(element("w:bookmarkEnd", id=number))


def bookmark_name(number: int) -> str:
    return f"_Toc{number:06d}"


def add_contents(word: WordDocument, entries: list[tuple[int, str]], *, levels: str = "1-2") -> None:
    """A table of contents whose entries already lead to their headings; Word adds the pages when the file is opened.

    Page numbers guessed here would be wrong wherever the field is never updated, so there are none until then.

    Args:
        entries: level and text of each heading, in the order of their bookmarks from 1.
    """
    for number, (level, text) in enumerate(entries, 1):
        paragraph = word.add_paragraph(style=f"toc {level}")
        if number == 1:
            open_field(paragraph, f'TOC \\o "{levels}" \\h \\z \\u', dirty=True)
        link = element("w:hyperlink", anchor=bookmark_name(number), history=1)
        link.append(paragraph.add_run(text)._r)
        paragraph._p.append(link)
        if number == len(entries):
            close_field(paragraph)


def new_numbering(word: WordDocument, style: str) -> int:
    """The id of a numbering that counts from one with the look of the list style; without it a list goes on from the last."""
    numbering = word.part.numbering_part.element
    used = word.styles[style].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(used).abstractNumId.val
    number = numbering.add_num(abstract)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def set_numbering(paragraph: WordParagraph, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def fixed_zip(data: bytes) -> bytes:
    """The same package with one day on all its parts: python-docx writes the clock into them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for part in package.infolist():
            info = zipfile.ZipInfo(part.filename, _ZIP_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            fixed.writestr(info, package.read(part.filename))
    return out.getvalue()
