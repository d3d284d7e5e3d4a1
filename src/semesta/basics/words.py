"""One thing said in Indonesian and in English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Lang = Literal["id", "en"]
LANGS: tuple[Lang, Lang] = ("id", "en")
"""In the order of `Words`."""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence or a title in both languages; Indonesian comes first."""

    id: str
    en: str

    def said(self, lang: Lang) -> str:
        return self.id if lang == "id" else self.en

    def __add__(self, other: Words) -> Words:
        return Words(self.id + other.id, self.en + other.en)

    def __bool__(self) -> bool:
        return bool(self.id or self.en)


def same(text: str) -> Words:
    """What needs no translation: a code, a number, a quotation."""
    return Words(text, text)


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def joined(parts: Sequence[Words], separator: str = " ") -> Words:
    return Words(separator.join(p.id for p in parts), separator.join(p.en for p in parts))
