"""The wheel carries everything that the package reads beside its code."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built as a user's installer would build it, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_every_file_of_the_package_travels_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    source = ROOT / "src"
    files = {
        p.relative_to(source).as_posix() for p in source.rglob("*") if p.is_file() and "__pycache__" not in p.parts
    }
    assert {name for name in files if Path(name).suffix in (".yaml", ".csv", ".toml", ".typ")}
    assert files - set(wheel.namelist()) == set()


def test_the_wheel_carries_its_licence_and_no_tests(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert [name for name in names if not name.startswith("semesta")] == []


def test_the_wheel_carries_the_examples_with_which_an_office_begins(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    for name in ("cilegon-2024/contributions.csv", "banten-2025/members.csv", "kota-contoh/places.csv"):
        assert f"semesta/examples/{name}" in names
