"""The workbooks to fill in, by the name that commands and pages give them."""

from __future__ import annotations

from semesta.basics.words import Lang, Words
from semesta.files.short_form_sheet import short_form_workbook
from semesta.files.template import template
from semesta.tables.registry import people_table

SHORT, FULL = "monev-ringkas", "monev"
LISTS = ("pekerja", "peserta", "pembayaran", "klaim", "kematian", "keluarga", "anak")
"""Of people, one table each; the word is an alias of the table."""
OF_FIGURES = {
    SHORT: Words("Isian ringkas: satu lembar, 25 isian", "Short form: one sheet, 25 cells"),
    FULL: Words("Buku kerja lengkap", "Full workbook"),
}


def to_fill_in(name: str, lang: Lang) -> bytes:
    """The workbook as XLSX.

    Raises:
        KeyError: no workbook of that name.
    """
    if name in OF_FIGURES:
        return short_form_workbook(lang) if name == SHORT else template(lang=lang)
    table = people_table(name) if name in LISTS else None
    if table is None:
        raise KeyError(name)
    return template({table.name: table}, lang)


def titles() -> dict[str, Words]:
    """Every workbook with what it is, those of figures first."""
    of_people = {name: people_table(name) for name in LISTS}
    return OF_FIGURES | {name: table.title for name, table in of_people.items() if table}
