"""The text of a scenario with other values: what is the same stays as it was written, its comments too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import yaml

Edit: TypeAlias = tuple[int, int, str]
"""From, to, and what stands there instead."""


def rewritten(text: str, wanted: Mapping[str, Any]) -> str:
    """A text that says `wanted`. Where the text as it is cannot be mended value by value, it is written anew, without comments."""
    root = yaml.compose(text, yaml.SafeLoader)
    if isinstance(root, yaml.MappingNode) and not root.flow_style:
        mended = text
        edits = _mended(root, yaml.safe_load(text), wanted, text)
        for start, end, put in sorted(edits, key=lambda edit: edit[:2], reverse=True):
            mended = mended[:start] + put + mended[end:]
        if _says(mended, wanted):
            return mended
    return yaml.dump(wanted, Dumper=_Plain, sort_keys=False, allow_unicode=True, default_flow_style=None, width=120)


class _Plain(yaml.SafeDumper):
    """Every value in its place: one that stands twice is written twice."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _says(text: str, wanted: Mapping[str, Any]) -> bool:
    try:
        return bool(yaml.safe_load(text) == wanted)
    except yaml.YAMLError:
        return False


def _mended(node: yaml.Node, old: Any, new: Any, text: str) -> Iterator[Edit]:
    """What to change so that the node says the new value."""
    if old == new:
        return
    if isinstance(node, yaml.MappingNode) and isinstance(new, Mapping) and new and not _is_flow(node):
        yield from _mapping(node, old, new, text)
    elif isinstance(node, yaml.SequenceNode) and isinstance(new, list) and new and not _is_flow(node):
        yield from _sequence(node, old, new, text)
    else:
        start, end = node.start_mark.index, _end(node)
        yield start, end, f" {_flow(new)}" if start == end else _flow(new)


def _mapping(node: yaml.MappingNode, old: Mapping[Any, Any], new: Mapping[Any, Any], text: str) -> Iterator[Edit]:
    for (name, value), key in zip(node.value, old, strict=True):
        if key in new:
            yield from _mended(value, old[key], new[key], text)
        else:
            yield text.rfind("\n", 0, name.start_mark.index) + 1, _line_end(text, _end(value)) + 1, ""
    indent = " " * node.start_mark.column
    added = "".join(f"\n{indent}{_flow(key)}: {_flow(new[key])}" for key in new if key not in old)
    if added:
        at = _line_end(text, _end(node))
        yield at, at, added


def _sequence(node: yaml.SequenceNode, old: Sequence[Any], new: Sequence[Any], text: str) -> Iterator[Edit]:
    gone = _taken_out(old, new)
    kept = [pair for n, pair in enumerate(zip(node.value, old, strict=True)) if n not in gone]
    for n, item in enumerate(node.value):
        if n in gone:
            dash = text.rfind("-", 0, item.start_mark.index)
            yield text.rfind("\n", 0, dash) + 1, _line_end(text, _end(item)) + 1, ""
    for (item, before), after in zip(kept, new, strict=False):
        yield from _mended(item, before, after, text)
    indent = " " * node.start_mark.column
    added = "".join(f"\n{indent}- {_flow(one)}" for one in new[len(kept) :])
    if added:
        at = _line_end(text, _end(node))
        yield at, at, added


def _taken_out(old: Sequence[Any], new: Sequence[Any]) -> set[int]:
    """Which entries of the old list are no more where the new one is shorter: those not found again, by what they begin with."""
    missing = len(old) - len(new)
    names = [_name(one) for one in new]
    for gone in (
        [n for n, one in enumerate(old) if one not in new],
        [n for n, one in enumerate(old) if _name(one) not in names],
    ):
        if len(gone) == missing:
            return set(gone)
    return set(range(len(new), len(old)))


def _name(entry: Any) -> Any:
    return next(iter(entry.values()), None) if isinstance(entry, Mapping) else entry


def _is_flow(node: yaml.Node) -> bool:
    return bool(getattr(node, "flow_style", False))


def _end(node: yaml.Node) -> int:
    """Where a value ends; a block's own mark would stand after the comments that follow it."""
    if isinstance(node, yaml.ScalarNode) or _is_flow(node):
        return int(node.end_mark.index)
    inner = [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else node.value
    return max((_end(one) for one in inner), default=int(node.end_mark.index))


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _flow(value: Any) -> str:
    """A value on one line, fit to stand within braces too."""
    written = yaml.dump(
        [value], Dumper=_Plain, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6
    )
    return str(written).strip()[1:-1]
