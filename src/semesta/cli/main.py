"""The command semesta: finds its commands in the files beside this one."""

from __future__ import annotations

import inspect
import os
import re
import sys
from collections.abc import Callable

import typer

from semesta.basics.discover import defined_in
from semesta.cli.usage import Commands

SUMMARY = """Semesta: pemantauan, evaluasi dan perencanaan jaminan sosial ketenagakerjaan.

(Monitoring, evaluation and planning of employment social security.)"""


def app() -> typer.Typer:
    """The application with every command of this folder: each file defines COMMAND = (name, function or sub-application)."""
    commands = typer.Typer(
        cls=Commands,
        help=SUMMARY,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    for name, command in defined_in("semesta.cli", "COMMAND"):  # type: ignore[misc]
        if isinstance(command, typer.Typer):
            commands.add_typer(command, name=name)
        else:
            commands.command(name, help=_help(command))(command)
    return commands


def _help(command: Callable[..., None]) -> str:
    """The command's docstring with a paragraph for each example: lines of one paragraph are run together."""
    return re.sub(r"\n+(?=Contoh: )", "\n\n", inspect.getdoc(command) or "")


def run() -> None:
    """Runs the command line; characters that a terminal cannot show are replaced, not raised."""
    # What Spark starts must have what this Python has; on a cluster the setting names another.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    app()()


if __name__ == "__main__":
    run()
