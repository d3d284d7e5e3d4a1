"""What people type into forms and addresses."""

from __future__ import annotations

import datetime as dt

from django.http import QueryDict

from semesta.basics.words import Words

NO_DAY = Words("Tulis tanggal, misalnya 2024-07-17.", "Write a day, such as 2024-07-17.")


def day_typed(text: str, wrong: dict[str, Words], field: str) -> dt.date | None:
    """The day of a field; None where it is empty, or no day, which is then said in `wrong`."""
    try:
        return dt.date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        wrong[field] = NO_DAY
        return None


def without(asked: QueryDict, *names: str) -> str:
    """The query of an address without some of its fields, for links that change them."""
    left = asked.copy()
    for name in names:
        left.pop(name, None)
    return left.urlencode()


def number_typed(text: str | None) -> int:
    """The id that was written; 0, which nothing has, for anything else."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 19 else 0
