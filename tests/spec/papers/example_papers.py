"""The rounds of the examples, their papers as files, and the text of those files as a reader sees it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from lxml import etree

from semesta.basics.places import PLACES
from semesta.basics.words import Lang
from semesta.files.read import places_files
from semesta.monev.measured import Measured
from semesta.report.papers.registry import papers
from semesta.rounds.run import counted_round, measured_round, read_round

FOLDER = Path(__file__).parents[3] / "examples"
EXAMPLES = tuple(sorted(path.name for path in FOLDER.iterdir() if any((*path.glob("*.csv"), *path.glob("*.xlsx")))))
"""Those that are rounds: a folder with rows of tables in it."""
TODAY = dt.date(2026, 11, 21)

_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SLIDES = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PARTS = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_CHARTS = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@cache
def example(name: str) -> Measured:
    """An example as the command measures it, with its own places."""
    places = PLACES
    for path in places_files([FOLDER / name]):
        places = places.with_file(path)
    dataset = read_round([FOLDER / name], today=TODAY, places=places)
    counted = counted_round(dataset, places=places, today=TODAY)
    return measured_round(counted.dataset, places=places, today=TODAY)


@cache
def made(name: str, paper: str, lang: Lang = "id") -> Mapping[str, bytes]:
    """The files of a paper of an example; none where the round cannot have it."""
    return files_of(example(name), paper, lang)


def files_of(measured: Measured, paper: str, lang: Lang = "id") -> Mapping[str, bytes]:
    one = papers()[paper]
    if one.lacking(measured) is not None:
        return {}
    return {name: make() for name, make in one.files(measured, lang).items()}


def is_read(name: str) -> bool:
    """Whether a file is one whose text can be had as it is read: a PDF says the same as the Word document beside it."""
    return name.endswith((".docx", ".pptx"))


def text_of(content: bytes) -> str:
    """Every paragraph of a Word document or of slides, heads, feet and charts included, a line each."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = [part for part in packed.namelist() if part.endswith(".xml") and part.startswith(("word/", "ppt/"))]
        return "\n".join(line for part in sorted(parts) for line in _lines(packed.read(part), part))


def _lines(xml: bytes, part: str) -> Iterator[str]:
    if "/slideLayout" in part or "styles" in part or "theme" in part:
        return
    tree = etree.fromstring(xml)
    if "/slideMaster" in part:
        # The mark, the foot and the number are seen on every slide; what says where to write is not.
        for prompt in [shape for shape in tree.iter(f"{_PARTS}sp") if shape.find(f".//{_PARTS}ph") is not None]:
            prompt.getparent().remove(prompt)
    for paragraph in tree.iter(f"{_WORDS}p", f"{_SLIDES}p"):
        text = "".join(piece.text or "" for piece in paragraph.iter(f"{_WORDS}t", f"{_SLIDES}t"))
        if text.strip():
            yield text
    for value in tree.iter(f"{_CHARTS}v"):
        if value.text:
            yield value.text
