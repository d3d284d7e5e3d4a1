"""The content of a paparan: a cover and slides of blocks, already said in one language. What does not fit goes into the notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from semesta.basics.words import Lang
from semesta.report.content import Box, KeyFigures, Letterhead, Listed, Paragraph, Table


@dataclass(frozen=True, slots=True)
class Series:
    """Bars of one colour (`#rrggbb`), a value for each name of the chart."""

    title: str
    values: tuple[int | float, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart that the reader's own program draws: every name has a value in every series."""

    caption: str
    names: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: str
    """As a spreadsheet has it: labels follow the values, so that one that is mended is shown mended."""
    text: str
    """The alternative for those who cannot see it."""
    source: str = ""
    colours: tuple[str, ...] = ()
    """A colour for each name, where one series has several."""


SlideBlock = Paragraph | Listed | KeyFigures | Table | Box | Bars


@dataclass(frozen=True, slots=True)
class Slide:
    """What one slide says: its topic, the finding as a sentence, and blocks, those `beside` in a narrower column to the right."""

    topic: str
    title: str
    main: tuple[SlideBlock, ...]
    beside: tuple[SlideBlock, ...] = ()
    beside_part: float = 0.36
    """The part of the width that the column to the right takes."""
    below: Box | None = None
    """A sentence under both columns that must not be overlooked."""
    notes: tuple[str, ...] = ()
    """What the speaker has beside the slide."""


@dataclass(frozen=True, slots=True)
class Deck:
    """A cover and the slides after it. `mark` stands on every slide until a person removes it from the master."""

    lang: Lang
    title: str
    subtitle: str
    letterhead: Letterhead
    slides: tuple[Slide, ...]
    mark: str = ""
    footer: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    made_on: date | None = None
