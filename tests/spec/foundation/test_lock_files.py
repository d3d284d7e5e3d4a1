"""What is installed: exact versions with hashes, from nowhere in particular, and nothing that is not used."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LOCKS = ("base", "build", "dev")
PIN = re.compile(r"([a-z0-9][a-z0-9.-]*)==(\S+)( ; [^\\]+)? \\")
MODULE = re.compile(r"^([a-z_]+)(?:\.[A-Za-z_.]+)?$")
"""What settings name in text: "whitenoise.middleware.WhiteNoiseMiddleware"."""
CHOSEN_BY_THE_USER = {"psycopg"}
"""The driver of DATABASE_URL, which no code imports."""
HASH = re.compile(r"    --hash=sha256:([0-9a-f]{64})( \\)?")


def lines(name: str) -> list[str]:
    return (ROOT / "lock" / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def pins(name: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Version and hashes by package."""
    found: dict[str, tuple[str, set[str]]] = {}
    package = ""
    for line in lines(name):
        if pin := PIN.fullmatch(line):
            package = pin[1]
            found[package] = (pin[2], set())
        elif digest := HASH.fullmatch(line):
            found[package][1].add(digest[1])
    return {package: (version, frozenset(hashes)) for package, (version, hashes) in found.items()}


def declared(*groups: str) -> set[str]:
    """The packages that pyproject.toml names, as lock files write them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [w for g in groups for w in project["dependency-groups"][g]] or project["project"]["dependencies"]
    return {normal(re.split(r"[\[<>=!~ ]", written)[0]) for written in wanted}


def extras() -> set[str]:
    """The packages that only those install who ask for them, such as Spark."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = project["project"].get("optional-dependencies", {})
    return {normal(re.split(r"[<>=!~ ]", written)[0]) for group in named.values() for written in group}


def normal(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def imported(folder: str) -> set[str]:
    """The packages from outside that the code of a folder imports, as lock files write them."""
    modules: set[str] = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules.add(node.module.partition(".")[0])
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "web" in path.parts:
                modules |= set(MODULE.findall(node.value))
    known = packages_distributions()
    outside = {m for m in modules if m not in sys.stdlib_module_names and m != "semesta" and m in known}
    return {normal(known[module][0]) for module in outside}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_holds_versions_and_hashes_and_names_no_index(name: str) -> None:
    assert [line for line in lines(name) if not PIN.fullmatch(line) and not HASH.fullmatch(line)] == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash(name: str) -> None:
    assert [package for package, (_, hashes) in pins(name).items() if not hashes] == []


@pytest.mark.parametrize("narrow", ["base", "build"])
def test_what_tests_run_on_is_what_users_run_on(narrow: str) -> None:
    wide = pins("dev")
    assert {package: pin for package, pin in pins(narrow).items() if wide.get(package) != pin} == {}


def test_every_declared_dependency_is_pinned() -> None:
    assert declared() - set(pins("base")) == set()
    assert declared("build") - set(pins("build")) == set()
    assert declared("dev") - set(pins("dev")) == set()


def test_the_package_imports_what_it_declares_and_nothing_else() -> None:
    assert imported("src") - extras() | CHOSEN_BY_THE_USER == declared()


def test_tests_import_only_what_is_declared() -> None:
    assert imported("tests") - declared() - declared("build", "dev", "browser", "api") - extras() == set()
