"""The numbers of a trained model: how often a level is met among pairs of one person (m) and among others (u)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from semesta.basics.words import Words
from semesta.people.link.comparisons import COMPARISONS, Comparison, Numbers
from semesta.people.link.faults import LinkError

DEFAULT = Path(__file__).with_name("default.json")
VERSION = 1


@dataclass(frozen=True)
class Model:
    """m and u by comparison and level, where they came from, and the share of workers met in the other list.

    `shift` is what a clerical review found: bits to be added to each weight.
    """

    numbers: Numbers
    trained_on: str
    found: float
    shift: float = 0.0

    def saved(self) -> str:
        """As JSON, the same for the same numbers."""
        rounded = {
            name: {level: [_rounded(m), _rounded(u)] for level, (m, u) in levels.items()}
            for name, levels in self.numbers.items()
        }
        content = {"version": VERSION, "trained_on": self.trained_on, "found": _rounded(self.found),
                   "shift": _rounded(self.shift), "levels": rounded}  # fmt: skip
        return json.dumps(content, indent=1) + "\n"

    def rounded(self) -> Model:
        """As it will be read back, so that scores do not hang on the last bits of a sum made in parallel."""
        return _read(json.loads(self.saved()))


def _rounded(number: float) -> float:
    """To six significant digits."""
    return float(f"{number:.6g}")


def default_model() -> Model:
    """What was trained on made-up lists: for lists too small to train on."""
    return saved_model(DEFAULT)


def saved_model(path: Path) -> Model:
    """The model in a file.

    Raises:
        LinkError: no such file, or none of ours.
    """
    try:
        return _read(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        said = f"{path}: {error.strerror or error}"
    except (ValueError, KeyError, TypeError, AttributeError):
        said = f"{path}"
    raise LinkError(Words(f"bukan model.json dari semesta link: {said}", f"not a model.json of semesta link: {said}"))


def _read(content: Mapping[str, object]) -> Model:
    levels = content["levels"]
    if content["version"] != VERSION or not isinstance(levels, dict):
        raise ValueError("version")
    numbers = {each.name: _levels(each, levels[each.name]) for each in COMPARISONS if each.name in levels}
    if not numbers:
        raise ValueError("levels")
    return Model(numbers, str(content["trained_on"]), _share(content["found"]), _number(content.get("shift", 0.0)))


def _levels(comparison: Comparison, given: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    return {level.name: (_share(given[level.name][0]), _share(given[level.name][1])) for level in comparison.levels}


def _number(given: object) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise TypeError("number")
    return float(given)


def _share(given: object) -> float:
    number = _number(given)
    if not 0 < number < 1:
        raise ValueError("share")
    return number


def model_named(name: str) -> Model:
    """The model in a file, or by "bawaan" the built-in one.

    Raises:
        LinkError: no such file, or none of ours.
    """
    return default_model() if name in ("bawaan", "default") else saved_model(Path(name))
