"""Runs the benchmarks of this folder and writes what they print into docs/benchmarks.md.

    python benchmarks/run.py
    python benchmarks/run.py law [rows ...]

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
PACKAGES = ("polars", "python-calamine", "openpyxl", "altair", "vl-convert-python", "typst", "python-docx", "typer")
HEAD = """# Ukuran kecepatan · Benchmarks

Ditulis oleh `make bench` dan `make bench-law` dari yang dicetak oleh tiap berkas di `benchmarks/`. Mesin yang sibuk memperlambat:
percayai perbandingannya, bukan detiknya. Waktu tidak pernah menjadi uji.

*Written by `make bench` and `make bench-law` from what each file of `benchmarks/` prints. A busy machine is slower: trust the ratios, not
the seconds. Timings are never tests.*
"""


def machine() -> str:
    """What it was measured on, without naming the machine."""
    day = dt.date.today().isoformat()  # noqa: DTZ011
    return (
        f"{day}; {os.cpu_count()} cores, {platform.system()} {platform.machine()}; Python {platform.python_version()}"
    )


def section(name: str, script: Path, *arguments: str) -> str:
    """The description of a benchmark as heading, and what it printed."""
    described = ast.get_docstring(ast.parse(script.read_text(encoding="utf-8"))) or name
    command = [sys.executable, str(script), *arguments]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip()
    return f"## {name}\n\n{described.splitlines()[0]}\n\n```\n{printed}\n```\n"


def standing() -> list[str]:
    """The page as it is: what stands before the first section, and each section."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEAD
    return [part.rstrip() + "\n" for part in re.split(r"^(?=## )", page, flags=re.MULTILINE)]


def main(asked: list[str]) -> None:
    head, *sections = standing()
    of_law = [part for part in sections if part.startswith("## law\n")]
    if asked[:1] == ["law"]:
        others = [part for part in sections if part not in of_law]
        parts = [head, *others, section("law", LAW, machine(), *asked[1:])]
    else:
        scripts = sorted(path for path in HERE.glob("*.py") if path.name != Path(__file__).name)
        packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
        parts = [HEAD, f"{machine()}; {packages}.\n", *(section(path.stem, path) for path in scripts), *of_law]
    PAGE.write_text("\n".join(parts), encoding="utf-8", newline="\n")
    print(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
