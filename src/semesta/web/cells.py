"""Cells of records in words: what the reader takes, said as the reader of a page expects it."""

from __future__ import annotations

import datetime as dt

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.monev.registry import INDICATORS
from semesta.report.laporan import naming
from semesta.tables.table import Column
from semesta.tables.types import PERIOD, RUPIAH, SHARE, Coded, PlaceType, Reading
from semesta.web.kept import KEPT
from semesta.web.models import Record
from semesta.web.places import office_places


def cell_said(column: Column, text: str, lang: Lang) -> str:
    """The cell as a page shows it: names for codes, days in words, amounts with Rp; what nobody can read stays as it is."""
    if not text:
        return ""
    if isinstance(column.type, PlaceType):
        found = office_places().find(text)
        return naming.name(office_places(), found.code, lang) if found else text
    read = column.type.read(text)
    if not isinstance(read, Reading):
        return text
    value = read.value
    if column.name == "indicator" and value in INDICATORS:
        return INDICATORS[str(value)].title.said(lang)
    if isinstance(column.type, Coded):
        return naming.name(column.type.codelist, str(value), lang)
    if column.type is PERIOD:
        return naming.when(str(value), lang)
    if isinstance(value, bool):
        return Words("ya", "yes").said(lang) if value else Words("tidak", "no").said(lang)
    if isinstance(value, dt.date):
        return shown.day(value, lang)
    if column.type is SHARE and isinstance(value, int | float):
        return shown.share(value, lang)
    if isinstance(value, int):
        return shown.rupiah(value, lang) if column.type is RUPIAH else shown.count(value, lang)
    return text


def is_number(column: Column) -> bool:
    return column.type.keeps_step


def name_of(record: Record, lang: Lang) -> str:
    """What a record is called: the first filled of the columns that say it, otherwise its table."""
    kept = KEPT[record.table]
    filled = (name for name in kept.what if record.data.get(name))
    named = next(filled, "")
    return cell_said(kept.table.column(named), record.data[named], lang) if named else kept.title.said(lang)
