"""The text of a scenario as the office takes it: read with care, since anybody who plans may write anything into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import yaml

from semesta.basics import nik
from semesta.basics.words import Words
from semesta.planning.faults import PlanFault, Unplannable
from semesta.planning.plan import made
from semesta.planning.scenario import Scenario, read_scenario
from semesta.web.places import office_places

LONGEST = 60_000
"""Characters; the example has a twelfth of it."""
MOST_VALUES = 20_000
"""Counted as often as they are referred to: references to references would otherwise fill the memory."""
_FILE = "rencana.yaml"


@dataclass(frozen=True)
class Read:
    """What a text says, and all that is wrong with it; without `content` not even its fields can be told apart."""

    content: Mapping[str, Any] | None
    scenario: Scenario | None
    faults: tuple[PlanFault, ...]


def read(text: str) -> Read:
    """The text with everything that is wrong with it, at once."""
    if fault := _unfit(text):
        return Read(None, None, (fault,))
    places = office_places()
    try:
        scenario = read_scenario(text, places=places)
        made(replace(scenario, asked={}))  # what only shows when prices are known; the parts take longer, and a job
    except Unplannable as wrong:
        return Read(_content(text), None, wrong.faults)
    return Read(_content(text), scenario, ())


def place_of(text: str) -> str:
    """The code of the place that a kept text is of; "" where it names none that is known."""
    found = office_places().find(str((_content(text) or {}).get("place") or ""))
    return found.code if found else ""


def _unfit(text: str) -> PlanFault | None:
    """What would make reading it a danger, or the text no business of ours."""
    if len(text) > LONGEST:
        return _whole(f"lebih dari {LONGEST} huruf", f"longer than {LONGEST} letters", "bagi skenarionya", "divide it")
    if nik.IN_A_TEXT.search(text):
        number = "memuat nomor 16 angka seperti NIK", "holds a number of 16 digits, as a NIK"
        return _whole(*number, "hapus nomor orang dari skenario", "take numbers of people out")
    try:
        root = yaml.compose(text, yaml.SafeLoader)
        if root is not None and _values(root, {}) > MOST_VALUES:
            return _whole("terlalu banyak isian", "too many values", "bagi skenarionya", "divide it")
    except RecursionError:
        return _whole("terlalu dalam bersusun", "nested too deep", "tulis lebih datar", "write it flatter")
    except (ValueError, yaml.YAMLError):
        pass  # told with its line by the reader
    return None


def _whole(id: str, en: str, fix: str, fix_en: str) -> PlanFault:
    return PlanFault(_FILE, "", Words(id, en), Words(fix, fix_en))


def _values(node: yaml.Node, known: dict[int, int]) -> int:
    """The number of values in a node; one that holds itself counts as endless."""
    if isinstance(node, yaml.ScalarNode):
        return 1
    if id(node) not in known:
        known[id(node)] = MOST_VALUES + 1
        each = [one for pair in node.value for one in (pair if isinstance(pair, tuple) else (pair,))]
        known[id(node)] = 1 + sum(_values(one, known) for one in each)
    return known[id(node)]


def _content(text: str) -> Mapping[str, Any] | None:
    try:
        found = yaml.safe_load(text)
    except (ValueError, yaml.YAMLError):
        return None
    return found if isinstance(found, Mapping) else None
