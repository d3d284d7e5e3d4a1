"""Finds the objects that files of one folder define, so that adding a file is all it takes."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType


def modules_in(package: str) -> list[ModuleType]:
    """The modules directly in a package, by name; imports them."""
    found = importlib.import_module(package)
    return [importlib.import_module(f"{package}.{m.name}") for m in pkgutil.iter_modules(found.__path__)]


def defined_in(package: str, name: str) -> list[object]:
    """The object called `name` of every module of the package that defines one, in the order of the module names."""
    return [getattr(m, name) for m in modules_in(package) if hasattr(m, name)]
