"""Text that a spreadsheet would run as a formula, kept text: cells given away come from files of unknown hands."""

from __future__ import annotations

SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that spreadsheets take for a formula."""


def no_formula(cell: object) -> object:
    """The cell, with an apostrophe before text that begins like a formula; numbers and days as they are."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in SIGNS else cell
