"""The styles of a Word document, in the theme's type and colours: an officer changes a style, not a hundred paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from semesta.basics.words import Lang
from semesta.report.theme import theme
from semesta.report.word_fields import element
from semesta.report.word_fonts import embed_fonts

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import ParagraphStyle

TABLE_STYLE = "Semesta Table"
_LANGUAGES = {"id": "id-ID", "en": "en-GB"}


def set_styles(word: WordDocument, *, lang: Lang, text_width: float, compact: bool = False) -> None:
    """Gives the document's own styles the theme's look and adds those that Word does not have; `text_width` in points."""
    tokens = theme()
    _set_language(word, lang)
    embed_fonts(word)
    body = tokens.type["body"] - compact
    _style(word, "Normal", size=body, after=4 if compact else 7, line=1.05 if compact else 1.18)
    _style(word, "Title", size=24, colour="brand", bold=True, before=40, after=10)
    _style(word, "Subtitle", size=14, after=16)
    for level, (size, before) in enumerate(zip(tokens.headings, (20, 15, 12), strict=True), 1):
        colour = "brand" if level == 1 else "text"
        before, after = (before * 0.6, 3) if compact else (before, 6)
        _style(word, f"Heading {level}", size=size, colour=colour, bold=True, before=before, after=after, keep=True)
    _style(word, "Caption", size=body - 1, before=6 if compact else 12, after=3 if compact else 5, keep=True)
    for name in ("List Bullet", "List Number"):
        _style(word, name, size=body, after=2 if compact else 4, line=1.05 if compact else 1.18)
    for name in ("Header", "Footer"):
        tabs = _style(word, name, size=tokens.type["note"], colour="muted").element.pPr.find(qn("w:tabs"))
        tabs.getparent().remove(tabs)  # those of an American letter; each section sets its own
    _own_styles(word)
    _contents_styles(word, text_width)
    word.styles.element.append(parse_xml(_table_style()))


def _own_styles(word: WordDocument) -> None:
    note, table = theme().type["note"], theme().type["table"]
    for name in ("Table Text", "Note", "Figure Name", "Figure Value", "Figure Note", "Figure Warning"):
        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Normal"]
    _style(word, "Table Text", size=table)
    _style(word, "Note", size=note, colour="muted", after=2)
    _style(word, "Figure Name", size=note, colour="muted", before=4, keep=True)
    _style(word, "Figure Value", size=theme().type["key_figure"], bold=True, before=2, after=2, keep=True)
    _style(word, "Figure Note", size=note, colour="muted")
    _style(word, "Figure Warning", size=note, colour="accent", before=2)
    for name, colour in (("Box Note", "brand"), ("Box Warning", "accent")):
        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Normal"]
        style = _style(word, name, size=theme().type["body"], before=8, after=12, line=1.18)
        style.paragraph_format.left_indent = style.paragraph_format.right_indent = Pt(9)
        _box(style, theme().colours[colour])


def _style(
    word: WordDocument,
    name: str,
    *,
    size: float,
    colour: str = "text",
    bold: bool = False,
    before: float = 0,
    after: float = 0,
    line: float = 1.0,
    keep: bool = False,
) -> ParagraphStyle:
    style: Any = word.styles[name]
    _typeface(style.element.get_or_add_rPr())
    # None rather than False: a style that says "not bold" would win over the head of a table.
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold or None, None
    style.font.color.rgb = RGBColor.from_string(theme().colours[colour].removeprefix("#").upper())
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), line
    form.keep_with_next = keep
    form.widow_control = True
    borders = style.element.pPr.find(qn("w:pBdr"))
    if borders is not None:  # Word's own Title has a blue line under it
        style.element.pPr.remove(borders)
    _without_spacing(style.element.rPr)
    return style  # type: ignore[no-any-return]


def _typeface(properties: Any) -> None:
    """Names the typeface itself; the names of Word's theme would win over it."""
    fonts = properties.get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), theme().family)


def _without_spacing(properties: Any) -> None:
    for tag in ("w:spacing", "w:kern"):
        for found in properties.findall(qn(tag)):
            properties.remove(found)


def _box(style: ParagraphStyle, colour: str) -> None:
    properties = style.element.get_or_add_pPr()
    borders = element("w:pBdr")
    borders.append(element("w:left", val="single", sz=18, space=8, color=colour.removeprefix("#")))
    shading = element("w:shd", val="clear", color="auto", fill=theme().colours["ground_soft"].removeprefix("#"))
    for part in (borders, shading):
        properties.insert_element_before(part, "w:tabs", "w:spacing", "w:ind", "w:jc")


def _contents_styles(word: WordDocument, text_width: float) -> None:
    for level in (1, 2):
        style: Any = word.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        style.base_style = word.styles["Normal"]
        _style(word, f"toc {level}", size=theme().type["body"], before=4 if level == 1 else 0, after=2)
        style.paragraph_format.left_indent = Pt(14 * (level - 1))
        style.paragraph_format.tab_stops.add_tab_stop(Pt(text_width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _set_language(word: WordDocument, lang: Lang) -> None:
    defaults = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("w:lang", val=_LANGUAGES[lang], eastAsia=_LANGUAGES[lang], bidi="ar-SA"))


def _table_style() -> str:
    """The table style: lines between rows, a firm line under the heads, and a total that stands apart."""
    colours = {name: value.removeprefix("#") for name, value in theme().colours.items()}
    firm, fine = colours["text"], colours["line"]
    return f"""
    <w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="SemestaTable">
      <w:name w:val="{TABLE_STYLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>
      <w:tblPr>
        <w:tblBorders>
          <w:bottom w:val="single" w:sz="4" w:space="0" w:color="{fine}"/>
          <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{fine}"/>
        </w:tblBorders>
        <w:tblCellMar>
          <w:top w:w="50" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>
          <w:bottom w:w="50" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>
        </w:tblCellMar>
      </w:tblPr>
      <w:tblStylePr w:type="firstRow">
        <w:rPr><w:b/></w:rPr>
        <w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{firm}"/></w:tcBorders></w:tcPr>
      </w:tblStylePr>
      <w:tblStylePr w:type="lastRow">
        <w:rPr><w:b/></w:rPr>
        <w:tcPr>
          <w:tcBorders>
            <w:top w:val="single" w:sz="8" w:space="0" w:color="{firm}"/>
            <w:bottom w:val="single" w:sz="8" w:space="0" w:color="{firm}"/>
          </w:tcBorders>
          <w:shd w:val="clear" w:color="auto" w:fill="{colours["ground_soft"]}"/>
        </w:tcPr>
      </w:tblStylePr>
    </w:style>"""
