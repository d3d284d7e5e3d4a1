"""The commands, from what --help says."""

from __future__ import annotations

import typer
from typer.testing import CliRunner

from pages.markdown import page
from semesta.basics.discover import defined_in
from semesta.cli.main import app


def pages() -> dict[str, str]:
    parts = [part for name, command in defined_in("semesta.cli", "COMMAND") for part in _parts(name, command)]  # type: ignore[misc]
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


def _parts(name: str, command: object) -> list[str]:
    """The help of a command, and below it that of the commands it has itself."""
    parts = [f"## semesta {name}", _help([name, "--help"])]
    for below in command.registered_commands if isinstance(command, typer.Typer) else ():
        own = below.name or below.callback.__name__
        parts += [f"### semesta {name} {own}", _help([name, own, "--help"])]
    return parts


def _help(arguments: list[str]) -> str:
    said = CliRunner().invoke(app(), arguments, prog_name="semesta")
    return f"```\n{said.stdout.strip()}\n```"
