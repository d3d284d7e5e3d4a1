"""Markdown as the reference pages use it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from semesta.basics.words import Words


def heading(title: Words, code: str = "") -> str:
    """The first line of a page: Indonesian title, English title, and the code in which programs name it."""
    named = f" (`{code}`)" if code else ""
    english = "" if title.en == title.id else f" · {title.en}"
    return f"# {title.id}{english}{named}"


def both(words: Words) -> str:
    """A paragraph in Indonesian, then in English in italics."""
    return words.id if words.id == words.en else f"{words.id}\n\n*{words.en}*"


def in_cell(words: Words) -> str:
    """Both languages in one cell."""
    return words.id if words.id == words.en else f"{words.id} · *{words.en}*"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(_cell(text) for text in line) + " |" for line in lines)


def code(text: str) -> str:
    return f"`{text}`" if text else ""


def page(*parts: str) -> str:
    """The parts with an empty line between them; empty ones are left out."""
    return "\n\n".join(part for part in parts if part) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").strip()
