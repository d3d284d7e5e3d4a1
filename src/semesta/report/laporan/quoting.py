"""What the office wrote in its own words stands in an English paper as it was written, and the paper says so."""

from __future__ import annotations

from semesta.basics.words import capital
from semesta.report.laporan.draft import Draft

REPEATED = {"commitments": "requests and commitments", "obstacles": "obstacles", "inpres_actions": "actions"}
"""The tables whose texts papers repeat, and what English papers call these."""


def quoted_note(draft: Draft, *tables: str) -> str:
    """What a reader of English is told once of texts in Indonesian; empty where none is repeated, and in Indonesian.

    Args:
        tables: those of which texts are repeated, all of them when none is named.
    """
    names = [name for table, name in REPEATED.items() if table in (tables or REPEATED) and draft.rows(table)]
    if draft.lang == "id" or not names:
        return ""
    listed = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if len(names) > 1 else names[0]
    return f"{capital(listed)} are quoted as the office wrote them, in Indonesian."


def quoted(draft: Draft, text: str) -> str:
    """A sentence of the office within one of ours: in an English paper in quotation marks."""
    return draft.say(text, f"“{text}”")
