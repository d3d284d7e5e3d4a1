"""Everything a round gives, written aside and put in place one by one, the manifest last."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from semesta import __version__
from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report import machine
from semesta.tables.origin import Origin

Progress = Callable[[Words, float], None]
MANIFEST = "manifest.json"


def written_report(
    measured: Measured, out: Path, lang: Lang = "id", progress: Progress | None = None
) -> dict[str, Path]:
    """The files of the report by name, all in place in `out`.

    Everything is made before anything is written, and nothing is put in place before everything is written: a run that is
    cancelled or fails leaves what stood there before.

    Raises:
        OSError: `out` cannot be made or written.
    """
    contents: dict[str, bytes] = {}
    steps = _steps(measured, lang)
    for n, (name, (title, make)) in enumerate(steps.items()):
        if progress is not None:
            progress(title, n / len(steps))
        contents[name] = make()
    contents[MANIFEST] = machine.as_json(manifest(measured, lang, contents))
    out.mkdir(parents=True, exist_ok=True)
    with _written_aside(out, contents) as aside:
        for name, path in aside.items():
            os.replace(path, out / name)
    return {name: out / name for name in contents}


def _steps(measured: Measured, lang: Lang) -> dict[str, tuple[Words, Callable[[], bytes]]]:
    from semesta.report.annex import annex
    from semesta.report.laporan.content import laporan
    from semesta.report.typeset_docx import docx
    from semesta.report.typeset_pdf import pdf

    document = laporan(measured, lang)
    return {
        "indikator.json": (
            Words("menulis indikator", "writing indicators"),
            lambda: machine.as_json(machine.indicators(measured, lang)),
        ),
        "temuan.json": (
            Words("menulis temuan", "writing findings"),
            lambda: machine.as_json(machine.findings(measured, lang)),
        ),
        "laporan.xlsx": (Words("menyusun lampiran XLSX", "making the XLSX annex"), lambda: annex(measured, lang)),
        "laporan.docx": (Words("menyusun laporan DOCX", "making the DOCX report"), lambda: docx(document)),
        "laporan.pdf": (Words("menyusun laporan PDF", "making the PDF report"), lambda: pdf(document)),
    }


def manifest(measured: Measured, lang: Lang, contents: Mapping[str, bytes]) -> dict[str, Any]:
    """What was made of what: hashes of inputs and outputs, place, day, and the rows read and set aside."""
    dataset = measured.dataset
    return {
        "semesta": __version__,
        "place": measured.place,
        "as_of": measured.as_of.isoformat(),
        "lang": lang,
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()},
        "inputs": [{"name": f.name, "sha256": f.sha256, "rows": dict(f.rows)} for f in dataset.files],
        "rows_read": dict(dataset.read),
        "rows_set_aside": dict(dataset.set_aside),
        **_of_lists(dataset.origin),
    }


def _of_lists(origin: Origin | None) -> dict[str, Any]:
    """What was made of lists of people, and for each of them its purpose and the day by which it is to be deleted."""
    if origin is None:
        return {}
    return {
        "members_known_by": origin.level,
        "rows_counted_from_lists": dict(origin.derived),
        "link": None if origin.link is None else asdict(origin.link),
        "lists": [
            {
                "name": kept.file,
                "table": kept.table,
                "rows": kept.rows,
                "sha256": kept.sha256,
                "senders": list(kept.senders),
                "purpose": kept.purpose.id,
                "delete_on": kept.delete_on.isoformat(),
            }
            for kept in origin.lists
        ],
    }


@contextmanager
def _written_aside(out: Path, contents: Mapping[str, bytes]) -> Iterator[dict[str, Path]]:
    """The contents in a folder beside their place, on the same disk, so that putting them in place is a rename."""
    with tempfile.TemporaryDirectory(prefix=".semesta-", dir=out) as folder:
        aside = {name: Path(folder) / name for name in contents}
        for name, content in contents.items():
            aside[name].write_bytes(content)
        yield aside
