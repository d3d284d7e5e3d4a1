"""Which fields the text of a template uses, which of them nobody knows, and which lists it writes as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from semesta.basics.words import Words
from semesta.report.own.fields import Field

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

ANYTHING = Field("", Words("", ""))
"""A name that the template makes itself, of which nothing is known."""
OF_JINJA = ("loop", "self", "caller", "varargs", "kwargs")

Scope = Mapping[str, Field]


@dataclass
class Used:
    """Names as they are written, "komitmen.uraian" for a field of an item; each once, in reading order."""

    known: dict[str, None] = field(default_factory=dict)
    unknown: dict[str, None] = field(default_factory=dict)
    printed_lists: dict[str, None] = field(default_factory=dict)
    broken: list[tuple[str, str]] = field(default_factory=list)
    """What Jinja says of text it cannot read, and the words near it."""
    refused: dict[str, None] = field(default_factory=dict)
    """Signs that may not stand in a template, with the words near each."""


def used(parts: Iterable[str], environment: Environment, fields: Sequence[Field]) -> Used:
    """What the parts of a template (body, heads, feet) use of the fields."""
    from jinja2 import TemplateSyntaxError

    from semesta.report.own.grammar import NotAllowed

    found = Used()
    scope = {one.name: one for one in fields}
    scope |= dict.fromkeys((*environment.globals, *OF_JINJA), ANYTHING)
    for text in parts:
        try:
            tree = environment.parse(text)
        except NotAllowed as error:
            found.refused |= dict.fromkeys(f"{sign}: {_near(text, line)}" for sign, line in error.found)
            continue
        except TemplateSyntaxError as error:
            found.broken.append((error.message or "", _near(text, error.lineno)))
            continue
        except RecursionError:
            found.broken.append(("…((((…", ""))
            continue
        _look(tree, scope | {name: ANYTHING for name in _made(tree) if name not in scope}, found)
    return found


def _made(tree: nodes.Node) -> Iterator[str]:
    """The names that the template gives itself, in loops."""
    from jinja2 import nodes

    yield from (name.name for name in tree.find_all(nodes.Name) if name.ctx in ("store", "param"))


def _look(node: nodes.Node, scope: Scope, found: Used) -> None:
    from jinja2 import nodes

    match node:
        case nodes.For():
            _look(node.iter, scope, found)
            inner = dict(scope)
            if isinstance(node.target, nodes.Name):
                inner[node.target.name] = _item(_meant(node.iter, scope))
            for child in (*([node.test] if node.test else []), *node.body, *node.else_):
                _look(child, inner, found)
            return
        case nodes.Output():
            _note_lists(node, scope, found)
        case nodes.Name(ctx="load"):
            (found.known if node.name in scope else found.unknown)[node.name] = None
        case nodes.Getattr():
            _note_part(node, scope, found)
    for child in node.iter_child_nodes():
        _look(child, scope, found)


def _note_part(node: nodes.Getattr, scope: Scope, found: Used) -> None:
    """A field of an item that the item does not have."""
    whole = _meant(node.node, scope)
    if whole is None or whole is ANYTHING:
        return
    if node.attr not in {part.name for part in whole.parts}:
        found.unknown[f"{whole.name}.{node.attr}"] = None


def _note_lists(node: nodes.Output, scope: Scope, found: Used) -> None:
    for piece in node.nodes:
        meant = _meant(piece, scope)
        if meant is not None and (meant.is_list or meant.parts):
            found.printed_lists[meant.name] = None


def _meant(node: nodes.Node, scope: Scope) -> Field | None:
    """The field that an expression stands for; None where it is something made from fields."""
    from jinja2 import nodes

    match node:
        case nodes.Name():
            return scope.get(node.name)
        case nodes.Getattr():
            whole = _meant(node.node, scope)
            if whole is None or whole is ANYTHING or whole.is_list:
                return None
            return next((part for part in whole.parts if part.name == node.attr), None)
        case nodes.Getitem(arg=nodes.Slice()):
            return _meant(node.node, scope)
        case nodes.Getitem(arg=nodes.Const(value=int())):
            return _item(_meant(node.node, scope))
    return None


def _item(whole: Field | None) -> Field:
    """One item of a list; of a list of plain texts nothing more is known."""
    if whole is None or not whole.is_list or not whole.parts:
        return ANYTHING
    return Field(whole.name, whole.what, whole.parts)


def _near(text: str, line: int) -> str:
    """The words of the paragraph in which the reading stopped."""
    lines = text.splitlines()
    words = re.sub(r"<[^>]+>", "", lines[min(line, len(lines)) - 1]) if lines else ""
    return words.strip()[:80]
