"""Writes docs/reference from the declarations in the code.

python docs/generate.py            write the pages
python docs/generate.py --check    say which pages are out of date, and end with 1 if any is
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

# Before anything imports the command line: its help without frames and at one width gives the same page on every machine.
os.environ |= {"TYPER_USE_RICH": "0", "COLUMNS": "80"}

from pages import commands, indicators, law, papers, people_findings, tables, vocabularies

REFERENCE = Path(__file__).with_name("reference")
KINDS = (tables, indicators, people_findings, papers, vocabularies, commands, law)
CONTENTS = """# Rujukan · Reference

Halaman-halaman ini ditulis dari deklarasi dalam kode oleh `make docs`; `make check` gagal bila ada yang tertinggal.

*These pages are written from the declarations in the code by `make docs`; `make check` fails when one is out of date.*

- [Tabel · Tables](tables/README.md)
- [Indikator · Indicators](indicators/README.md)
- [Daftar untuk ditindaklanjuti · Lists to act on](people/README.md)
- [Naskah · Papers](documents.md)
- [Wilayah · Places](places.md), [kelompok pekerja · groups of workers](groups.md), [daftar kode · code lists](lists.md)
- [Hukum · Law](law/README.md)
- [Perintah · Commands](commands.md)
"""


def reference() -> dict[str, str]:
    """The text of every page by its path within docs/reference."""
    made = {"README.md": CONTENTS}
    for kind in KINDS:
        made |= kind.pages()
    return made


def outdated(made: Mapping[str, str]) -> list[str]:
    """The pages whose file differs, is missing, or is no longer made."""
    found = {path.relative_to(REFERENCE).as_posix() for path in REFERENCE.rglob("*.md")}
    stale = [name for name, text in made.items() if name not in found or _read(name) != text]
    return sorted([*stale, *(found - set(made))])


def write(made: Mapping[str, str]) -> None:
    for name in outdated(made):
        path = REFERENCE / name
        if name in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made[name], encoding="utf-8", newline="\n")
        else:
            path.unlink()


def _read(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


def main() -> int:
    made = reference()
    late = outdated(made)
    if "--check" not in sys.argv[1:]:
        write(made)
        print(f"docs/reference: {len(made)} pages, {len(late)} written anew")
        return 0
    for name in late:
        print(f"docs/reference/{name} is out of date: run make docs")
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
