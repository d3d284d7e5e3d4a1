"""How long the full set of papers takes, against bare Typst and python-docx on the same words, and what 100 rounds do to memory."""

from __future__ import annotations

import gc
import io
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import docx as python_docx
import typst

from semesta.monev.measured import Measured
from semesta.report.content import Block, Document, Listed, Paragraph, Table
from semesta.report.papers.registry import papers
from semesta.report.theme import fonts
from semesta.report.typeset import Pdf, Word
from semesta.rounds.run import counted_round, measured_round, read_round

EXAMPLES = Path(__file__).parents[1] / "examples"
ONE, MANY = EXAMPLES / "cilegon-2024", EXAMPLES / "isian-ringkas"
ROUNDS = 100
TOLD = (1, 10, 25, 50, 75, 100)
ALLOWED, GROWTH = 12.0, 15
"""Times the bare render; and MB of memory that may be held more after the last round than after the tenth."""


def measured(example: Path) -> Measured:
    import datetime as dt

    today = dt.date.today()  # noqa: DTZ011
    dataset = read_round([example], today=today)
    return measured_round(counted_round(dataset, today=today).dataset, today=today)


def full_set(one: Measured) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every file of every paper that the round can have, by name, with what makes it."""
    for paper in papers().values():
        if paper.lacking(one) is None:
            yield from paper.files(one, "id").items()


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The words of a document, cell by cell, without any form."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case Listed():
                yield from block.items
            case Table():
                yield from (cell for row in block.rows for cell in row)


def bare_pdf(document: Document) -> bytes:
    """The words as paragraphs in Typst, in the same typeface and with no other form."""
    source = "#for text in json(bytes(sys.inputs.texts)) [#text #parbreak()]"
    said = {"texts": json.dumps(list(texts(document.blocks)))}
    return typst.compile(source.encode(), format="pdf", font_paths=[fonts()], ignore_system_fonts=True, sys_inputs=said)


def bare_docx(document: Document) -> bytes:
    """The words as paragraphs of python-docx, with no other form."""
    word = python_docx.Document()
    for text in texts(document.blocks):
        word.add_paragraph(text)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def one_round() -> None:
    """Each file made twice: first as a user waits for it, imports included; then what typesetting alone takes."""
    one = measured(ONE)
    files = list(full_set(one))
    first: dict[str, list[float]] = {}
    again: dict[str, float] = {}
    bare: dict[str, float] = {}
    for name, make in files:
        kind = name.rpartition(".")[2]
        first.setdefault(kind, []).append(seconds(make))
        again[kind] = again.get(kind, 0.0) + seconds(make)
        if isinstance(make, Word | Pdf):
            render = bare_docx if isinstance(make, Word) else bare_pdf
            bare[kind] = bare.get(kind, 0.0) + seconds(partial(render, make.document()))
    print(f"{ONE.name}, every paper  files  seconds  again s  bare s  ratio  allowed")
    for kind, times in sorted(first.items()):
        against = f"{bare[kind]:8.2f}{again[kind] / bare[kind]:7.1f}{ALLOWED:9.1f}" if kind in bare else ""
        print(f"{kind:<25}{len(times):>6}{sum(times):>9.2f}{again[kind]:>9.2f}{against}")
    print(f"{'all':<25}{len(files):>6}{sum(map(sum, first.values())):>9.2f}{sum(again.values()):>9.2f}\n")


def many_rounds(rounds: int) -> None:
    """Reads, measures and makes every paper, round after round in one process."""
    print(f"{MANY.name}, rounds in one run  seconds  MB held  peak MB")
    start = time.perf_counter()
    for number in range(1, rounds + 1):
        for _, make in full_set(measured(MANY)):
            make()
        if number in TOLD:
            gc.collect()
            print(f"{number:>28}{time.perf_counter() - start:>9.0f}{held():>9.0f}{peak():>9.0f}", flush=True)
    print(f"allowed: {GROWTH} MB more after the last round than after the tenth")


def held() -> float:
    """Megabytes of memory that the process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    one_round()
    many_rounds(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
