"""What a template may write: a field, a condition, and a loop over a given list. All else could run on or reach beyond the fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

if TYPE_CHECKING:
    from jinja2.nodes import Node

ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.CondExpr,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Slice,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Concat,
    nodes.Add,
    nodes.Sub,
    nodes.Neg,
    nodes.Tuple,
    nodes.List,
)
FILTERS = ("upper", "lower", "title", "capitalize", "trim", "default", "d", "first", "last", "length", "count", "join")
"""None of them makes much of little, or reads its text as code."""
FEW = ("join", "default", "d")
"""Once for a text: one that takes what another made could double it each time."""


class NotAllowed(TemplateSyntaxError):
    """A template writes what may not stand in one; `found` has each by its sign and its line."""

    def __init__(self, found: list[tuple[str, int]]) -> None:
        super().__init__(", ".join(sign for sign, _ in found), found[0][1])
        self.found = found


class OnlyFields(ImmutableSandboxedEnvironment):
    """Jinja that reaches nothing but the fields, refuses all that `not_allowed` names before it runs, and says when a field is not there."""

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True)
        self.globals.clear()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        found = list(not_allowed(tree))
        if found:
            raise NotAllowed(found)
        return tree


def environment() -> Environment:
    return OnlyFields()


def not_allowed(node: Node, item: str = "") -> Iterator[tuple[str, int]]:
    """Every sign that may not stand in a template, with its line.

    Args:
        item: the name of the innermost loop, whose parts alone a loop within it may go through: loops over the same
            list within each other multiply.
    """
    sign = _sign(node, item)
    if sign:
        yield sign, node.lineno or 1
        return
    inner = node.target.name if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name) else item
    for child in node.iter_child_nodes():
        yield from not_allowed(child, inner)


def _sign(node: Node, item: str) -> str:
    """How what is not allowed is written; empty where it is."""
    match node:
        case nodes.For():
            over = _root(node.iter)
            fits = isinstance(node.target, nodes.Name) and not node.recursive and over and (not item or over == item)
            return "" if fits else f"for … in {over or '…'}"
        case nodes.Filter():
            doubled = node.name in FEW and isinstance(node.node, nodes.Filter)
            return "" if node.name in FILTERS and not doubled else f"|{node.name}"
        case _ if isinstance(node, ALLOWED):
            return ""
    return SIGNS.get(type(node).__name__, type(node).__name__.lower())


SIGNS = {
    "Assign": "set",
    "AssignBlock": "set",
    "FromImport": "import",
    "CallBlock": "call",
    "FilterBlock": "filter",
    "Scope": "autoescape",
    "Call": "(…)",
    "Mul": "*",
    "Pow": "**",
    "Div": "/",
    "FloorDiv": "//",
    "Mod": "%",
    "Dict": "{…}",
}


def _root(node: Node) -> str:
    """The name that a list is reached by, "baris" of `baris.sel[0:3]`; empty where it is not a field."""
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        node = node.node
    return node.name if isinstance(node, nodes.Name) else ""
