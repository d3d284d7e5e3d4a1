"""What a paper of a monev is: something an office sends, signs or shows, made from a measured round."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured

Making = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper. A file in papers/ that defines PAPER is all it takes: it is then asked for, made and listed."""

    name: str
    """How it is asked for and what its files are called: "nota-dinas"."""
    title: Words
    what: Words
    """What it is for and who gets it, in a sentence."""
    tables: tuple[str, ...]
    """The tables it is made from, by name; those without rows leave their part out."""
    files: Callable[[Measured, Lang], Mapping[str, Making]]
    """Its files by name, such as "nota-dinas.docx", each with what makes it; the same round gives the same bytes."""
    lacking: Callable[[Measured], Words | None] = lambda _: None
    """Why this round cannot have it, and what would mend that; None where it can."""
