"""What was typed into the form of a scenario, put back among all the rest of it."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from typing import Any

from semesta.basics.words import Lang
from semesta.web.plan_fields import path_of
from semesta.web.plan_form import Form, form

_WHOLE = re.compile(r"0|[1-9][0-9]{0,17}")


def typed(content: Mapping[str, Any], posted: Mapping[str, str], lang: Lang) -> dict[str, Any]:
    """The content with what was typed otherwise than it was shown; everything that has no field stays."""
    wanted: dict[str, Any] = copy.deepcopy(dict(content))
    shown = form(content, (), lang)
    by_year = _by_year(shown)
    for one in shown.every_field():
        given = posted.get(one.name)
        if given is not None and given.strip() != one.value:
            _put(wanted, path_of(one.name), given.strip(), by_year.get(one.name.rpartition(".")[0], {}))
    gone = [p.name for p in shown.every_part() if posted.get(f"hapus:{p.name}")]
    for name in sorted(gone, key=path_of, reverse=True):
        _take_out(wanted, path_of(name))
    return {key: value for key, value in wanted.items() if value not in ({}, []) or content.get(key) == value}


def typed_over(
    before: Mapping[str, Any], now: Mapping[str, Any], posted: Mapping[str, str], lang: Lang
) -> dict[str, Any] | None:
    """What somebody else made of the content meanwhile, with what was typed into the form of the content before.

    None where rows came or went, so that a field may no longer be the one that was seen.
    """
    seen = {one.name: one.value for one in form(before, (), lang).every_field()}
    if seen.keys() != {one.name for one in form(now, (), lang).every_field()}:
        return None
    own = {name: text for name, text in posted.items() if name not in seen or text.strip() != seen[name]}
    return typed(now, own, lang)


def _by_year(shown: Form) -> dict[str, dict[int, str]]:
    """By path of a value the years shown of it: where one value stood for all, they become each its own."""
    found: dict[str, dict[int, str]] = {}
    for one in shown.every_field():
        path, _, year = one.name.rpartition(".")
        if year.isdecimal() and one.value:
            found.setdefault(path, {})[int(year)] = one.value
    return found


def _put(content: Any, path: list[str | int], text: str, by_year: Mapping[int, str]) -> None:
    """Puts what was typed at its path, making what is not there yet; an empty text takes the value out."""
    *before, last = path
    at = content
    for step, following in zip(before, path[1:], strict=True):
        inner = at[step] if isinstance(step, int) and isinstance(at, list) and step < len(at) else None
        inner = at.get(step) if isinstance(at, dict) else inner
        is_list, is_year = _is_index(following, step), isinstance(following, int) and not _is_index(following, step)
        if not isinstance(inner, list if is_list else dict):
            held = {year: _value(value) for year, value in by_year.items()} if is_year and inner is not None else {}
            inner = [] if is_list else held
            if isinstance(at, list):
                at.append(inner)
            else:
                at[step] = inner
        at = inner
    key = next((one for one in at if str(one) == str(last)), last)  # a year may be written as a text
    if text:
        at[key] = _value(text)
    else:
        at.pop(key, None)


def _is_index(step: str | int, of: str | int) -> bool:
    return isinstance(step, int) and of in ("groups", "payers", "money", "targets", "mix")


def _take_out(content: Any, path: list[str | int]) -> None:
    *before, last = path
    at = content
    for step in before:
        at = at[step]
    if isinstance(at, list) and isinstance(last, int) and last < len(at):
        del at[last]


def _value(text: str) -> Any:
    """Digits are a number; all else stays as it was typed, and is read as in a file."""
    return int(text) if _WHOLE.fullmatch(text) else text
