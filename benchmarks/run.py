"""Runs every benchmark of this folder and writes what they print into docs/benchmarks.md.

    python benchmarks/run.py

Each benchmark is a script that prints a table; adding one is adding its file.
"""

from __future__ import annotations

import ast
import datetime as dt
import os
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "benchmarks.md"
PACKAGES = ("polars", "python-calamine", "openpyxl", "altair", "vl-convert-python", "typst", "python-docx", "typer")
HEAD = """# Ukuran kecepatan · Benchmarks

Ditulis oleh `make bench` dari yang dicetak oleh tiap berkas di `benchmarks/`. Mesin yang sibuk memperlambat: percayai perbandingannya,
bukan detiknya. Waktu tidak pernah menjadi uji.

*Written by `make bench` from what each file of `benchmarks/` prints. A busy machine is slower: trust the ratios, not the seconds. Timings are
never tests.*
"""


def machine() -> str:
    """What it was measured on and with, without naming the machine."""
    day = dt.date.today().isoformat()  # noqa: DTZ011
    cores = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"{day}; {cores}; Python {platform.python_version()}; {packages}."


def section(script: Path) -> str:
    """A benchmark's first line as heading, and what it printed."""
    title = (ast.get_docstring(ast.parse(script.read_text(encoding="utf-8"))) or script.stem).splitlines()[0]
    printed = subprocess.run([sys.executable, str(script)], check=True, capture_output=True, text=True).stdout
    return f"## {script.stem}\n\n{title}\n\n```\n{printed.rstrip()}\n```\n"


def main() -> None:
    scripts = sorted(path for path in HERE.glob("*.py") if path.name != Path(__file__).name)
    PAGE.write_text("\n".join([HEAD, machine() + "\n", *map(section, scripts)]), encoding="utf-8", newline="\n")
    print(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
