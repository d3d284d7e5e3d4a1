"""The command starts at once: help loads nothing heavy, and each command explains itself with an example."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner

from semesta.basics.discover import defined_in
from semesta.cli.main import app

HEAVY = ("altair", "django", "docx", "duckdb", "narwhals", "openpyxl", "polars", "python_calamine")
HEAVY += ("splink", "typst", "vl_convert", "xlsxwriter", "yaml")
COMMANDS = [name for name, _ in defined_in("semesta.cli", "COMMAND")]  # type: ignore[misc]
LOADED_BY_HELP = """
import sys
from semesta.cli.main import run
sys.argv = ["semesta", *sys.argv[1:]]
try:
    run()
finally:
    print("LOADED", *sorted(m for m in sys.modules if "." not in m))
"""


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a new process has loaded after the command."""
    told = subprocess.run(
        [sys.executable, "-c", LOADED_BY_HELP, *arguments], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return set(told.stdout.rpartition("LOADED")[2].split())


@pytest.mark.parametrize("arguments", [["--help"], ["monev", "--help"]], ids=" ".join)
def test_help_loads_no_engine_no_drawing_and_no_document_library(arguments: list[str]) -> None:
    assert loaded_by(*arguments) & set(HEAVY) == set()


def test_a_command_that_needs_a_library_does_load_it() -> None:
    assert "yaml" in loaded_by("groups", "rentan")


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself_with_an_example(name: str) -> None:
    said = CliRunner().invoke(app(), [name, "--help"], env={"COLUMNS": "100"})
    assert said.exit_code == 0
    assert re.search(rf"Contoh:\s+semesta {name}\b", said.stdout)


def test_no_command_stands_alone_without_help_in_both_languages() -> None:
    for name, function in defined_in("semesta.cli", "COMMAND"):  # type: ignore[misc]
        told = function.info.help if isinstance(function, typer.Typer) else function.__doc__
        first = told.splitlines()[0]
        assert re.fullmatch(r".+\. \(.+\.\)", first), f"{name}: {first}"
