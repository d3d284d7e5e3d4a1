"""The command line as tests ask it."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from typer.testing import CliRunner

from semesta.cli.main import app


class Said(NamedTuple):
    exit_code: int
    out: str
    err: str


def semesta(*arguments: object, columns: int = 200) -> Said:
    runner = CliRunner(env={"COLUMNS": str(columns)})
    result = runner.invoke(app(), [str(argument) for argument in arguments], prog_name="semesta")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return Said(result.exit_code, result.stdout, result.stderr)


def asked(*arguments: object) -> Any:
    said = semesta(*arguments, "--json")
    assert said.exit_code == 0, said.err
    return json.loads(said.out)
