"""Codes of the budget system: what a code of a sub-activity says of what lies above it, and accounts that may be meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from semesta.basics.groups import GROUPS
from semesta.basics.words import Words

_SUBACTIVITY = re.compile(r"(?<![\d.])((\d\.\d{2}\.\d{2})\.\d\.\d{2})\.\d{4}(?!\d)")


def activity_of(subactivity: str) -> str:
    """The code of the activity of which the sub-activity is part, "2.07.05.2.02"; empty where no code is written."""
    found = _SUBACTIVITY.search(subactivity)
    return found.group(1) if found else ""


def programme_of(subactivity: str) -> str:
    """The code of the budget's programme, "2.07.05"; empty where no code is written."""
    found = _SUBACTIVITY.search(subactivity)
    return found.group(2) if found else ""


@dataclass(frozen=True, slots=True)
class Account:
    """An account that is used for the contributions of one programme of social security for a group of workers."""

    code: str
    programme: str
    group: str
    name: Words


@dataclass(frozen=True, slots=True)
class Subactivity:
    code: str
    name: Words


@cache
def accounts() -> tuple[Account, ...]:
    return tuple(Account(a["code"], a["programme"], a["group"], Words(**a["name"])) for a in _written()["accounts"])


@cache
def subactivities() -> tuple[Subactivity, ...]:
    return tuple(Subactivity(s["code"], Words(**s["name"])) for s in _written()["subactivities"])


def is_verified() -> bool:
    return bool(_written()["verified"])


def check_against() -> Words:
    """What the codes are to be held against before anybody uses them."""
    return Words(**_written()["check_against"])


def programme_on(account: str) -> str:
    """The programme of social security that an account is for; empty where the list does not know it."""
    return next((known.programme for known in accounts() if known.code == account.strip()), "")


def offered(group: str, programme: str) -> Account | None:
    """The account that is used for a programme of a group, where the list knows one."""
    fitting = (a for a in accounts() if a.programme == programme and GROUPS.is_within(group, a.group))
    return next(fitting, None)


@cache
def _written() -> dict[str, Any]:
    text = files("semesta.report.usulan").joinpath("codes.yaml").read_text(encoding="utf-8")
    written: dict[str, Any] = yaml.safe_load(text)
    return written
