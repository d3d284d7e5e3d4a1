"""The full workbook to be filled in: contents, one sheet per table, lists to choose from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from semesta.basics.codes import CodeList
from semesta.basics.places import PLACES, PlaceList
from semesta.basics.words import Lang, Words
from semesta.tables.registry import FIRST, TABLES
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded, PlaceType

ROWS_WITH_LISTS = 5_000
"""So many rows below the header offer lists to choose from."""

_DAY_UNKNOWN = dt.datetime(2000, 1, 1)
"""A workbook must carry some day of its making; the clock would give each copy other bytes."""
_TITLE_ROW, _WHAT_ROW, _BACK_ROW, _MARK_ROW, _HEADER_ROW = range(5)
_INK, _MUTED, _LINE, _BRAND, _GROUND = "#1b2733", "#5b6b7a", "#d8dfe6", "#0b5c7a", "#f5f7f9"
_CONTENTS = Words("Daftar isi", "Contents")
_LISTS = Words("Daftar pilihan", "Lists")
_REQUIRED, _OPTIONAL = Words("wajib", "required"), Words("bila ada", "if known")
_SHAPES = {
    # Text keeps what was typed: Excel would make 36.1 of 36.10, and a date of 2024-07.
    "count": "#,##0",
    "rupiah": "#,##0",
    "rupiah_signed": "#,##0",
    "day": "d mmmm yyyy",
    "birth_date": "dd/mm/yyyy",
    "year": "0",
    "month": "0",
    "share": "0.00%",
}
_WIDTHS = {"text": 32, "place": 28, "rupiah": 20, "count": 14, "year": 10, "month": 10, "day": 20, "yes_no": 14}
_WIDTHS |= {"birth_date": 16, "nik": 20, "kk": 20, "name": 32, "phone": 18, "kpj": 16, "sexes": 14}
_HOW_OF_PEOPLE = Words(
    "Kolom NIK sudah berformat Teks: tempel dengan Tempel Khusus › Nilai, agar angkanya tidak rusak.",
    "The NIK column is set to Text: paste with Paste Special › Values, so that its digits are not damaged.",
)
_HOW = (
    Words(
        "Isi lembar yang datanya ada; yang lain biarkan kosong. Mulailah dari lembar dengan tanda ●.",
        "Fill in the sheets for which there are data and leave the others empty. Begin with those marked ●.",
    ),
    Words(
        "Satu baris satu hal. Jangan menggabungkan sel dan jangan menambah baris jumlah.",
        "One matter per row. Do not merge cells, and do not add totals rows.",
    ),
    Words(
        "Kosong berarti belum diketahui; tulis 0 hanya bila memang nol.",
        "Empty means not known; write 0 only when it truly is nought.",
    ),
    Words(
        "Arahkan penunjuk ke judul kolom untuk melihat penjelasan dan contohnya.",
        "Point at a header to see what it means, with an example.",
    ),
)


def template(tables: Mapping[str, Table] = TABLES, lang: Lang = "id", places: PlaceList = PLACES) -> bytes:
    """The workbook of these tables as XLSX, those that one begins with first. Read back empty it gives no rows."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"title": _CONTENTS.said(lang), "comments": "semesta template", "created": _DAY_UNKNOWN})
        _Writer(book, lang, places).write(list(tables.values()))
    return buffer.getvalue()


class _Writer:
    def __init__(self, book: xlsxwriter.Workbook, lang: Lang, places: PlaceList) -> None:
        self.book, self.lang, self.places = book, lang, places
        self.lists: dict[str, list[str]] = {}
        self.title = self._format(bold=True, font_size=15, font_color=_BRAND)
        self.muted = self._format(font_color=_MUTED)
        self.wrapped = self._format(text_wrap=True, valign="top", bottom=1, bottom_color=_LINE)
        self.link = self._format(font_color=_BRAND, underline=1)
        self.link_top = self._format(font_color=_BRAND, underline=1, valign="top", bottom=1, bottom_color=_LINE)
        self.head = self._format(bold=True, bg_color=_GROUND, bottom=1, bottom_color=_LINE)
        self.required = self._format(bold=True, font_color="#ffffff", bg_color=_BRAND, text_wrap=True, valign="vcenter")
        self.optional = self._format(bold=True, bg_color=_LINE, text_wrap=True, valign="vcenter")
        self.mark = self._format(italic=True, font_size=9, font_color=_MUTED)

    def _format(self, **properties: object) -> Format:
        return self.book.add_format({"font_name": "Calibri", "font_size": 11, "font_color": _INK, **properties})

    def write(self, tables: list[Table]) -> None:
        contents = self.book.add_worksheet(_CONTENTS.said(self.lang))
        for table in tables:
            self._table(table)
        self._contents(contents, tables)
        self._write_lists()

    # ---- contents

    def _contents(self, sheet: Worksheet, tables: list[Table]) -> None:
        of_people = all(table.of_people for table in tables)
        title = Words("Data monev jaminan sosial ketenagakerjaan", "Monitoring data, employment social security")
        if of_people:
            title = Words("Daftar orang untuk monev", "Lists of people for monitoring")
        sheet.write_string(0, 0, title.said(self.lang), self.title)
        for row, line in enumerate((*_HOW[1:], _HOW_OF_PEOPLE) if of_people else _HOW, start=1):
            sheet.write_string(row, 0, line.said(self.lang), self.muted)
        heads = (
            Words("Lembar", "Sheet"),
            Words("Isi", "What it holds"),
            Words("Untuk apa", "What for"),
            Words("Siapa yang memegang data", "Who has the data"),
            Words("Baris terisi", "Rows filled in"),
        )
        first = len(_HOW) + 2
        for index, (head, width) in enumerate(zip(heads, (26, 52, 52, 36, 14), strict=True)):
            sheet.set_column(index, index, width)
            sheet.write_string(first, index, head.said(self.lang), self.head)
        for row, table in enumerate(tables, start=first + 1):
            self._contents_row(sheet, row, table)
        sheet.freeze_panes(first + 1, 0)
        sheet.hide_gridlines(2)
        self._page(sheet)

    def _contents_row(self, sheet: Worksheet, row: int, table: Table) -> None:
        name = self._sheet_name(table)
        # Programs other than Excel do not make rows as high as their wrapped text.
        sheet.set_row(row, 34)
        begins = "● " if table.name in FIRST else ""
        sheet.write_url(row, 0, f"internal:'{name}'!A{_HEADER_ROW + 2}", self.link_top, begins + name)
        for index, words in enumerate((table.what, table.why, table.holder), start=1):
            sheet.write_string(row, index, words.said(self.lang), self.wrapped)
        rows = f"'{name}'!A{_HEADER_ROW + 2}:A{_HEADER_ROW + 1 + ROWS_WITH_LISTS}"
        sheet.write_formula(row, 4, f"=COUNTA({rows})", self.wrapped, 0)

    # ---- tables

    def _sheet_name(self, table: Table) -> str:
        return table.title.said(self.lang)[:31]

    def _table(self, table: Table) -> None:
        sheet = self.book.add_worksheet(self._sheet_name(table))
        sheet.set_tab_color(_BRAND if table.name in FIRST else _LINE)
        sheet.set_row(_HEADER_ROW, 32)
        for index, column in enumerate(c for c in table.columns if c.in_template):
            self._column(sheet, index, column)
        # Written last: the formats of columns are for the rows below.
        plain = self._format()
        for row in (_TITLE_ROW, _WHAT_ROW, _BACK_ROW):
            sheet.set_row(row, 20, plain)
        sheet.write_string(_TITLE_ROW, 0, table.title.said(self.lang), self.title)
        sheet.write_string(_WHAT_ROW, 0, self._what(table), self.muted)
        back = _CONTENTS.said(self.lang)
        sheet.write_url(_BACK_ROW, 0, f"internal:'{back}'!A1", self.link, f"‹ {back}")
        sheet.freeze_panes(_HEADER_ROW + 1, 1)
        sheet.set_selection(_HEADER_ROW + 1, 0, _HEADER_ROW + 1, 0)
        sheet.repeat_rows(_HEADER_ROW)
        self._page(sheet)

    def _what(self, table: Table) -> str:
        holder = Words(f"Dipegang: {table.holder.id}.", f"Held by: {table.holder.en}.")
        return f"{table.what.said(self.lang)} {holder.said(self.lang)}"

    def _column(self, sheet: Worksheet, index: int, column: Column) -> None:
        sheet.set_column(index, index, _width(column), self._format(num_format=_SHAPES.get(column.type.name, "@")))
        mark = _REQUIRED if column.required else _OPTIONAL
        sheet.write_string(_MARK_ROW, index, mark.said(self.lang), self.mark)
        title = column.title.said(self.lang)
        sheet.write_string(_HEADER_ROW, index, title, self.required if column.required else self.optional)
        sheet.write_comment(
            _HEADER_ROW, index, self._comment(column), {"author": "Semesta", "x_scale": 2, "y_scale": 1.6}
        )
        choices = self._choices(column)
        if choices:
            # Offered, not enforced: the reader knows more names than a list can hold.
            options = {"validate": "list", "source": choices, "error_type": "information"}
            sheet.data_validation(_HEADER_ROW + 1, index, _HEADER_ROW + ROWS_WITH_LISTS, index, options)

    def _comment(self, column: Column) -> str:
        expected = getattr(column.type, "expected", Words("", ""))
        form = Words(f"Bentuk: {expected.id}.", f"Form: {expected.en}.") if expected else Words("", "")
        needed = _REQUIRED if column.required else _OPTIONAL
        lines = (column.help.said(self.lang), form.said(self.lang), f"({needed.said(self.lang)})")
        return "\n".join(line for line in lines if line)

    def _page(self, sheet: Worksheet) -> None:
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.4, 0.4, 0.6, 0.6)
        sheet.set_footer("&L&A&R&P/&N")

    # ---- lists

    def _choices(self, column: Column) -> str | list[str] | None:
        """Where the names to choose from stand, or the names themselves; None for columns of free content."""
        if column.type.name == "yes_no":
            return [w.said(self.lang) for w in (Words("ya", "yes"), Words("tidak", "no"))]
        if isinstance(column.type, PlaceType):
            upper = (p for p in self.places if self.places.level(p.code) in ("province", "regency", "government"))
            return self._listed("places", _names(self.places, (p.code for p in upper), self.lang))
        if isinstance(column.type, Coded):
            codes = column.type.codelist
            return self._listed(codes.name, _names(codes, (c.code for c in codes), self.lang))
        return None

    def _listed(self, name: str, names: list[str]) -> str:
        self.lists.setdefault(name, names)
        letter = _letter(list(self.lists).index(name))
        return f"='{_LISTS.said(self.lang)}'!${letter}$2:${letter}${len(names) + 1}"

    def _write_lists(self) -> None:
        sheet = self.book.add_worksheet(_LISTS.said(self.lang))
        sheet.hide()
        for index, (name, names) in enumerate(self.lists.items()):
            sheet.write_column(0, index, [name, *names])


def _letter(index: int) -> str:
    return chr(65 + index) if index < 26 else chr(64 + index // 26) + chr(65 + index % 26)


def _names(codes: CodeList, wanted: Iterable[str], lang: Lang) -> list[str]:
    """The names of codes; the code itself where its name alone would be read as something else."""
    names = []
    for code in wanted:
        name = codes[code].title.said(lang)
        found = codes.find(name)
        names.append(name if found and found.code == code else code)
    return names


def _width(column: Column) -> int:
    return _WIDTHS.get(column.type.name, 24 if isinstance(column.type, Coded) else 18)
