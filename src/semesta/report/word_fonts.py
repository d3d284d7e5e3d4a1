"""The typeface inside the Word file, so that it looks the same on a machine that does not have it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from semesta.report.theme import fonts, theme
from semesta.report.word_fields import element

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FACES = {"embedRegular": "Regular", "embedBold": "Bold"}


def embed_fonts(word: WordDocument) -> None:
    """Puts the typeface into the file, with Arial named for programs that do not read embedded ones."""
    table = _font_table(word)
    entry = f'<w:font w:name="{theme().family}"><w:altName w:val="Arial"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>'
    for number, (tag, face) in enumerate(_FACES.items(), 1):
        key = uuid.uuid5(uuid.NAMESPACE_URL, f"semesta/{theme().family}/{face}")
        data = _obfuscated((fonts() / f"{theme().family}-{face}.ttf").read_bytes(), key)
        part = Part(PackURI(f"/word/fonts/font{number}.odttf"), _OBFUSCATED, data, word.part.package)
        relation = table.relate_to(part, _RELATION)
        entry += f'<w:{tag} r:id="{relation}" w:fontKey="{{{str(key).upper()}}}"/>'
    table._blob = table.blob.replace(b"</w:fonts>", f"{entry}</w:font></w:fonts>".encode())
    # Settings have a fixed order, in which this one follows the zoom.
    word.settings.element.find(qn("w:zoom")).addnext(element("w:embedTrueTypeFonts"))


def _font_table(word: WordDocument) -> Any:
    return next(
        relation.target_part
        for relation in word.part.rels.values()
        if not relation.is_external and relation.target_part.partname.endswith("fontTable.xml")
    )


def _obfuscated(font: bytes, key: uuid.UUID) -> bytes:
    """The font as ECMA-376 part 4 wants it: its first 32 bytes mixed with the key, read backwards, twice."""
    mask = key.bytes[::-1] * 2
    return bytes(byte ^ other for byte, other in zip(font[:32], mask, strict=True)) + font[32:]
