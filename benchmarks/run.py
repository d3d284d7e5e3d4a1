"""Runs the benchmarks of this folder and writes what they print into docs/benchmarks.md.

    python benchmarks/run.py
    python benchmarks/run.py law [rows ...]
    python benchmarks/run.py people|web|plan [name ...]

Each benchmark is a script that prints a table; adding one is adding its file. That of the law needs other engines, so it is
run alone and its section stays as it is in between.
"""

from __future__ import annotations

import ast
import datetime as dt
import os
import platform
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "benchmarks.md"
LAW = HERE / "law" / "compare.py"
APART = {"people": HERE / "people", "web": HERE / "web", "plan": HERE / "planning"}
"""Folders of benchmarks that take long and are run by name."""
PACKAGES = ("polars", "python-calamine", "openpyxl", "altair", "vl-convert-python", "typst", "python-docx", "typer")
HEAD = """# Ukuran kecepatan · Benchmarks

Ditulis oleh `make bench`, `make bench-law`, `make bench-people`, `make bench-web` dan `make bench-plan` dari yang dicetak oleh tiap berkas di `benchmarks/`. Mesin yang sibuk memperlambat:
percayai perbandingannya, bukan detiknya. Waktu tidak pernah menjadi uji.

*Written by `make bench`, `make bench-law`, `make bench-people`, `make bench-web` and `make bench-plan` from what each file of `benchmarks/` prints. A busy machine is slower: trust the ratios, not
the seconds. Timings are never tests.*
"""


def machine() -> str:
    """What it was measured on, without naming the machine, and how busy it was with other work just before."""
    day = dt.date.today().isoformat()  # noqa: DTZ011
    busy = f" (load before {os.getloadavg()[1]:.1f})" if hasattr(os, "getloadavg") else ""
    system = f"{os.cpu_count()} cores{busy}, {platform.system()} {platform.machine()}"
    return f"{day}; {system}; Python {platform.python_version()}"


def section(name: str, script: Path, *arguments: str) -> str:
    """The description of a benchmark as heading, and what it printed."""
    described = ast.get_docstring(ast.parse(script.read_text(encoding="utf-8"))) or name
    command = [sys.executable, str(script), *arguments]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip()
    picture = f"\n![{name}](img/{name}.svg)\n" if (PAGE.parent / "img" / f"{name}.svg").exists() else ""
    return f"## {name}\n\n{described.splitlines()[0]}\n\n```\n{printed}\n```\n{picture}"


def standing() -> list[str]:
    """The page as it is: what stands before the first section, and each section."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEAD
    return [part.rstrip() + "\n" for part in re.split(r"^(?=## )", page, flags=re.MULTILINE)]


def scripts(folder: Path) -> dict[str, Path]:
    """The benchmarks of a folder by name: the files that can be run, without those that others import."""
    found = (path for path in sorted(folder.glob("*.py")) if path != Path(__file__))
    return {path.stem: path for path in found if '__name__ == "__main__"' in path.read_text(encoding="utf-8")}


def main(asked: list[str]) -> None:
    head, *sections = standing()
    kind, *arguments = asked or [""]
    if kind == "law":
        made = {"law": section("law", LAW, machine(), *arguments)}
    else:
        chosen = scripts(APART.get(kind, HERE))
        made = {name: section(name, path) for name, path in chosen.items() if name in (arguments or chosen)}
    if not kind:
        packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
        head = f"{HEAD}\n{machine()}; {packages}.\n"
    elif kind in APART:
        made = {name: part.replace("\n\n```", f"\n{machine()}.\n\n```", 1) for name, part in made.items()}
    PAGE.write_text("\n".join([head, *_in_place(sections, made)]), encoding="utf-8", newline="\n")
    print(PAGE.read_text(encoding="utf-8"))


def _in_place(sections: list[str], made: dict[str, str]) -> list[str]:
    """The sections with the new ones in the places of the old, and those that had none behind them."""
    names = [part.splitlines()[0].removeprefix("## ") for part in sections]
    kept = [made.get(name, part) for name, part in zip(names, sections, strict=True)]
    return [*kept, *(part for name, part in made.items() if name not in names)]


if __name__ == "__main__":
    main(sys.argv[1:])
