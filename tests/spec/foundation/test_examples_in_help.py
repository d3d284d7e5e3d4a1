"""The help of each command, with its examples on lines of their own."""

import re

import pytest
import typer
from typer.testing import CliRunner

from semesta.cli.main import app

APP = app()


def paths(command, before=()):
    """The words of every command, those of groups among them."""
    yield before
    for name, below in getattr(command, "commands", {}).items():
        yield from paths(below, (*before, name))


@pytest.mark.parametrize("words", list(paths(typer.main.get_command(APP))), ids=" ".join)
def test_each_example_begins_a_line_of_its_own(words):
    shown = CliRunner().invoke(APP, [*words, "--help"])
    assert shown.exit_code == 0
    within = [
        found
        for found in re.findall(r"(?m)^.*Contoh: semesta.*$", shown.stdout)
        if not re.match(r"\s*Contoh: \S+(?:(?!Contoh).)*$", found)
    ]
    assert within == []
