"""Ctrl-C while lists are linked: said in a line, nothing left behind, and the next run is as if nothing had been."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

from semesta.synth.making import Wish, made

LONG_QUERY = """
import duckdb, typer
from semesta.cli.usage import Commands
app = typer.Typer(cls=Commands)
@app.callback()
def main() -> None: ...
@app.command()
def count(lang: str = 'id') -> None:
    print("begun", flush=True)
    duckdb.execute("select count(*) from range(9000000) a join range(9000000) b on a.range % 99 = b.range % 99 where hash(a.range) = b.range")
app()
"""


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with workers and participants, enough of them for linking to take seconds."""
    kept: dict[str, list[pl.DataFrame]] = {}
    for name, frame in made(Wish("36.72", 15_000, 3, months=1)):
        if name in ("workers", "participants"):
            kept.setdefault(name, []).append(frame)
    folder = tmp_path_factory.mktemp("lists")
    for name, frames in kept.items():
        pl.concat(frames).write_parquet(folder / f"{name}.parquet")
    return folder


def interrupted(command: list[str], spill: Path) -> tuple[int, str]:
    """How the command ends, and what it says, when Ctrl-C comes after it has begun to link."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=os.environ | {"TMPDIR": str(spill)}
    )
    while process.poll() is None and not list(spill.iterdir()):
        time.sleep(0.02)
    time.sleep(0.4)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    return process.returncode, err


@pytest.mark.parametrize(("lang", "said"), [("id", "Dihentikan"), ("en", "Stopped")])
def test_a_query_that_is_interrupted_ends_the_command_as_ctrl_c_does(lang, said):
    command = [sys.executable, "-c", LONG_QUERY, "count", "--lang", lang]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)

    assert (process.returncode, "Traceback" in err) == (130, False)
    assert said in err


@pytest.mark.parametrize("command", ["link", "monev"])
def test_a_linking_that_is_interrupted_leaves_nothing_and_says_so(command, lists, tmp_path):
    out, spill = tmp_path / "hasil", tmp_path / "tmp"
    spill.mkdir()
    given = {
        "link": [lists / "workers.parquet", "--with", lists / "participants.parquet"],
        "monev": [lists, "--as-of", "2025-12-31", "--place", "36.72"],
    }[command]
    code, err = interrupted([sys.executable, "-m", "semesta", command, *map(str, given), "--out", str(out)], spill)

    assert (code, "Traceback" in err) == (130, False)
    assert "Dihentikan" in err
    assert not out.exists()
    assert not list(spill.iterdir())
