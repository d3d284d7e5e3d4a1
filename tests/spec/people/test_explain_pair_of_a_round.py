"""The folder of a round keeps no pairs: explain-pair says what to run instead."""

from pathlib import Path

from typer.testing import CliRunner

from semesta.cli.main import app


def test_explain_pair_on_the_folder_of_a_round_says_to_link(tmp_path: Path):
    (tmp_path / "manifest.json").write_text("{}")
    told = CliRunner().invoke(app(), ["explain-pair", str(tmp_path), "1"])
    assert told.exit_code != 0
    assert "semesta link" in " ".join(told.output.split())
