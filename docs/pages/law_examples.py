"""Worked examples of the law: what officials and the press published, each with its command and its source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from pages.markdown import in_cell, page
from semesta.basics.shown import rupiah
from semesta.basics.words import Words

EXAMPLES = Path(__file__).parents[2] / "tests" / "spec" / "law" / "examples.yaml"
"""The same examples that the tests hold the commands to."""

OF_SEGMENT = {"JAKON": "jakon", "PMI": "pmi"}


@cache
def examples() -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
    return found


def page_of_all() -> str:
    return page(
        "# Contoh terhitung · Worked examples",
        "Hasil yang diumumkan pejabat dan pers, masing-masing dengan sumbernya; setiap uji mengulang perintahnya sampai rupiahnya sama.",
        "*Amounts that officials and the press published, each with its source; the tests repeat every command to the rupiah.*",
        *[example_shown(example, "##") for example in examples()],
    )


def examples_of(part: str) -> list[Mapping[str, Any]]:
    """The examples of a part of the law: of a programme those that ask for it, of construction and migrants their bills."""
    return [example for example in examples() if part in _parts(example)]


def _parts(example: Mapping[str, Any]) -> list[str]:
    case = example.get("case", {})
    segment = _option(example["command"], "segment") or case.get("segment", "")
    if segment in OF_SEGMENT:
        return [OF_SEGMENT[segment]]
    named = _option(example["command"], "programmes?") or case.get("programme", "")
    return [programme.lower() for programme in named.split(",")]


def _option(command: str, name: str) -> str:
    found = re.search(rf"--{name} (\S+)", command)
    return found[1] if found else ""


def example_shown(example: Mapping[str, Any], level: str) -> str:
    command = f"semesta {example['command']}" + (" kasus.yaml" if "case" in example else "")
    case = yaml.safe_dump(example["case"], sort_keys=False, allow_unicode=True) if "case" in example else ""
    derived = (
        "dihitung dari nilai yang diumumkan · *computed from published values*; " if example.get("derived") else ""
    )
    parts = " + ".join(rupiah(amount, "id") for amount in example["amounts"])
    summed = f" = {parts}" if len(example["amounts"]) > 1 else ""
    return page(
        f"{level} {in_cell(Words(**example['title']))}",
        f"```\n{command}\n```",
        f"```yaml\n# kasus.yaml\n{case}```" if case else "",
        f"**{rupiah(example['total'], 'id')}**{summed} ({derived}{example['source']})",
    ).rstrip()
