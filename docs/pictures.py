"""Draws the pictures of README.md, docs/naskah.md and docs/rencana.md from the examples: a page of each paper, and the terminal.

    python docs/pictures.py           all of them; slides need LibreOffice
    python docs/pictures.py papers    those of docs/naskah.md alone
    python docs/pictures.py plan      that of docs/rencana.md alone

They are drawn when the look has changed, not checked: fonts and pages change with every release of a library.
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import typst
from rich.console import Console
from rich.segment import Segment

from semesta.basics.places import PLACES
from semesta.files.read import places_files
from semesta.monev.measured import Measured
from semesta.planning.plan import made
from semesta.planning.scenario import read_scenario
from semesta.report.paper import Making
from semesta.report.papers.registry import papers
from semesta.report.rencana.files import files
from semesta.report.terminal import summary
from semesta.report.theme import fonts, theme
from semesta.rounds.report import written_report
from semesta.rounds.run import counted_round, measured_round, read_round

EXAMPLE = Path("examples/banten-2022")
ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "img"
PAPERS = IMAGES / "naskah"
OF_PAPERS = (Path("examples/cilegon-2024"), Path("examples/banten-2025"), Path("examples/kota-contoh"))
LARGEST = 150_000
COLUMNS = 88
COLOURS = {"red": "#ff7b72", "yellow": "#e3b341", "blue": "#79c0ff"}
GROUND, TEXT, DIM = "#0d1117", "#e6edf3", "#9198a1"


def main() -> None:
    PAPERS.mkdir(parents=True, exist_ok=True)
    draw_plan()
    if "plan" in sys.argv[1:]:
        return
    draw_papers()
    if "papers" in sys.argv[1:]:
        return
    measured = _measured(EXAMPLE)
    with tempfile.TemporaryDirectory() as folder:
        page = written_report(measured, Path(folder))["laporan.pdf"]
        _draw(Path(folder), "laporan.png", _page(page.name), ppi=72)
        _draw(Path(folder), "terminal.png", _terminal(measured), ppi=96)


def draw_plan() -> None:
    """The first page of the example plan, as of a day on which its budget can still be asked for."""
    plan = made(read_scenario(ROOT / "examples" / "rencana-cilegon" / "rencana.yaml"))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "rencana.pdf"
        page.write_bytes(files(plan, "id", today=dt.date(2026, 11, 21))[page.name]())
        _draw(Path(folder), "rencana.png", _page(page.name), ppi=66)


def draw_papers() -> None:
    """The first page of each paper, from the first example that has it."""
    rounds = [_measured(example) for example in OF_PAPERS]
    for paper in papers().values():
        measured = next((one for one in rounds if paper.lacking(one) is None), None)
        if measured is None:
            print(f"{paper.name}: no example has it")
            continue
        made_of = paper.files(measured, "id")
        with tempfile.TemporaryDirectory() as folder:
            page = _as_pdf(Path(folder), {name: make for name, make in made_of.items() if not name.endswith(".xlsx")})
            if page is None:
                print(f"{paper.name}: LibreOffice is needed to draw it")
                continue
            _draw(Path(folder), f"naskah/{paper.name}.png", _page(page.name), ppi=48)


def _as_pdf(folder: Path, files: Mapping[str, Making]) -> Path | None:
    """The first PDF among the files; otherwise what LibreOffice makes of the first file, None where it is not there."""
    name = next((name for name in files if name.endswith(".pdf")), next(iter(files)))
    path = folder / Path(name).name
    path.write_bytes(files[name]())
    if path.suffix == ".pdf":
        return path
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return None
    command = [office, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), str(path)], check=True, capture_output=True)
    return path.with_suffix(".pdf")


def _measured(example: Path) -> Measured:
    """An example as the command measures it, with its own places."""
    today, places = dt.date.today(), PLACES  # noqa: DTZ011
    for path in places_files([ROOT / example]):
        places = places.with_file(path)
    counted = counted_round(read_round([ROOT / example], today=today, places=places), places=places, today=today)
    return measured_round(counted.dataset, places=places, today=today)


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
