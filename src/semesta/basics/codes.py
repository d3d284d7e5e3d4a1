"""A code list: codes with names, aliases and a tree by dotted prefix."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from semesta.basics.words import Words

OPEN_ENDED = re.compile(r"^[<>≤≥]=?\s*[0-9]|[0-9]\s*\+$")
"""A number and all above or below it, as "5+": with the sign taken for a mere sign it would be that number alone."""
LIKE, LONG = 0.85, 4
"""How much of a name is the same where it was meant; a shorter word is like too many others."""


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of a code list."""

    code: str
    title: Words
    aliases: tuple[str, ...] = ()
    tags: frozenset[str] = frozenset()
    note: Words = Words("", "")


def plain(text: str) -> str:
    """A name as it is compared: lower case, no accents, signs as single spaces."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", ascii_only.lower()).split())


class CodeList:
    """Codes that form a tree: `rentan.nelayan` lies within `rentan`, and everything within the empty code."""

    def __init__(self, name: str, title: Words, entries: Iterable[Code] | Callable[[], Iterable[Code]]) -> None:
        """`entries` may be a function, called on first use, so that importing a list reads no file."""
        self.name = name
        self.title = title
        self._entries = entries

    @cached_property
    def _codes(self) -> dict[str, Code]:
        entries = self._entries() if callable(self._entries) else self._entries
        return {entry.code: entry for entry in entries}

    def __iter__(self) -> Iterator[Code]:
        return iter(self._codes.values())

    def __contains__(self, code: object) -> bool:
        return code in self._codes

    def __getitem__(self, code: str) -> Code:
        return self._codes[code]

    def get(self, code: str) -> Code | None:
        return self._codes.get(code)

    @cached_property
    def _path_of(self) -> dict[str, list[str]]:
        return {}

    @cached_property
    def _by_name(self) -> dict[str, Code]:
        names: dict[str, Code] = {}
        for entry in self:
            for name in (entry.code, entry.title.id, entry.title.en, *entry.aliases):
                names.setdefault(plain(name), entry)
        return names

    def find(self, text: str) -> Code | None:
        """The entry that a code, a name or an alias means; None when nothing does."""
        stripped = text.strip()
        if OPEN_ENDED.search(stripped):
            return None
        return self._codes.get(stripped) or self._by_name.get(plain(stripped))

    def nearest(self, text: str, most: int = 3) -> list[Code]:
        """The entries whose code or name looks most like `text`, best first."""
        close = difflib.get_close_matches(plain(text), list(self._by_name), n=most * 2, cutoff=0.6)
        return list(dict.fromkeys(self._by_name[name] for name in close))[:most]

    def is_like(self, text: str) -> bool:
        """Whether `text` is a code or a name but for a slip of the pen."""
        return bool(difflib.get_close_matches(plain(text[:100]), list(self._by_name), n=1, cutoff=LIKE))

    def has_word_like(self, word: str) -> bool:
        """Whether a word is one of a code or a name, longer ones also but for a slip of the pen."""
        written = plain(word)
        if written not in self._like:  # few words make many names, and looking for near ones is slow
            near = difflib.get_close_matches(written, self._words, n=1, cutoff=LIKE) if len(written) >= LONG else []
            self._like[written] = bool(near) or written in self._words
        return self._like[written]

    @cached_property
    def _like(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for name in self._by_name for word in (*name.split(), name.replace(" ", "")))

    def parent(self, code: str) -> str:
        """The code above; the empty code above the topmost."""
        return code.rpartition(".")[0]

    def is_within(self, code: str, ancestor: str) -> bool:
        """Whether `code` is `ancestor` or lies below it; everything lies within the empty code."""
        return ancestor in ("", code) or code.startswith(ancestor + ".")

    def path(self, code: str) -> list[str]:
        """The code and all above it, the topmost first, without the empty one. Not to be changed: it is kept."""
        if code not in self._path_of:
            parent = self.parent(code) if code else ""
            self._path_of[code] = [*self.path(parent), code] if code else []
        return self._path_of[code]

    def children(self, code: str) -> list[Code]:
        return [entry for entry in self if self.parent(entry.code) == code and entry.code != code]
