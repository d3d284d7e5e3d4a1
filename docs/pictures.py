"""Draws the pictures of README.md from a real example: a page of the report, and the terminal.

    python docs/pictures.py

They are drawn when the look has changed, not checked: fonts and pages change with every release of a library.
"""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import typst
from rich.console import Console
from rich.segment import Segment

from semesta.monev.measured import Measured
from semesta.report.terminal import summary
from semesta.report.theme import fonts, theme
from semesta.rounds.report import written_report
from semesta.rounds.run import measured_round, read_round

EXAMPLE = Path("examples/banten-2022")
ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "img"
LARGEST = 150_000
COLUMNS = 88
COLOURS = {"red": "#ff7b72", "yellow": "#e3b341", "blue": "#79c0ff"}
GROUND, TEXT, DIM = "#0d1117", "#e6edf3", "#9198a1"


def main() -> None:
    measured = measured_round(read_round([ROOT / EXAMPLE], today=dt.date.today()))  # noqa: DTZ011
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page = written_report(measured, Path(folder))["laporan.pdf"]
        _draw(Path(folder), "laporan.png", _page(page.name), ppi=72)
        _draw(Path(folder), "terminal.png", _terminal(measured), ppi=96)


def _draw(folder: Path, name: str, source: str, ppi: int) -> None:
    """One picture. Raises ValueError when it is too large for a README."""
    (folder / "picture.typ").write_text(source, encoding="utf-8")
    image = typst.compile(folder / "picture.typ", format="png", ppi=ppi, font_paths=[fonts()])
    if len(image) > LARGEST:
        raise ValueError(f"{name} has {len(image)} bytes, more than {LARGEST}")
    (IMAGES / name).write_bytes(image)
    print(f"docs/img/{name}: {len(image):,} bytes")


def _page(pdf: str) -> str:
    """The first page, with a thin frame so that it stands out from a white screen."""
    line = theme().colours["line"]
    framed = f'block(stroke: 0.75pt + rgb("{line}"), image("{pdf}", page: 1, width: 560pt))'
    return f"#set page(width: auto, height: auto, margin: 1pt)\n#{framed}"


def _terminal(measured: Measured) -> str:
    """The command and what it says, as in a terminal of `COLUMNS` columns."""
    console = Console(width=COLUMNS, force_terminal=True, color_system="truecolor", highlight=False)
    lines = console.render_lines(summary(measured, "id"), pad=False)
    asked = _text(f"$ semesta monev {EXAMPLE.as_posix()} --out hasil", TEXT, bold=True)
    shown = [asked, "[]", *(" + ".join(_pieces(line)) or "[]" for line in lines)]
    body = " + linebreak() + ".join(shown)
    return (
        f'#set page(width: auto, height: auto, margin: 14pt, fill: rgb("{GROUND}"))\n'
        f'#set text(font: "DejaVu Sans Mono", size: 9pt)\n#set par(leading: 0.5em)\n#({body})'
    )


def _pieces(line: list[Segment]) -> Iterator[str]:
    for segment in line:
        style = segment.style
        colour = TEXT
        if style and style.color and style.color.name in COLOURS:
            colour = COLOURS[style.color.name]
        elif style and style.dim:
            colour = DIM
        yield _text(segment.text, colour, bold=bool(style and style.bold))


def _text(said: str, colour: str, *, bold: bool) -> str:
    """A piece of text in Typst; no-break spaces keep the columns."""
    weight = "bold" if bold else "regular"
    quoted = json.dumps(said.replace(" ", "\u00a0"), ensure_ascii=False)
    return f'text(fill: rgb("{colour}"), weight: "{weight}", {quoted})'


if __name__ == "__main__":
    main()
