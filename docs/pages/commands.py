"""The commands, from what --help says."""

from __future__ import annotations

from typer.testing import CliRunner

from pages.markdown import page
from semesta.basics.discover import defined_in
from semesta.cli.main import app


def pages() -> dict[str, str]:
    names = [name for name, _ in defined_in("semesta.cli", "COMMAND")]  # type: ignore[misc]
    parts = [part for name in names for part in (f"## semesta {name}", _help([name, "--help"]))]
    return {
        "commands.md": page(
            "# Perintah · Commands",
            "Keluaran 0 berarti berhasil, 2 berarti tidak ada yang dapat dikerjakan dan sebabnya disebut. "
            "Perintah dengan `--json` berbicara kepada program lain.",
            "*Exit 0 is success; 2 means that nothing could be done, and why is said. With `--json` a command speaks to programs.*",
            _help(["--help"]),
            *parts,
        )
    }


def _help(arguments: list[str]) -> str:
    said = CliRunner().invoke(app(), arguments, prog_name="semesta")
    return f"```\n{said.stdout.strip()}\n```"
