"""The formula of a rule in words, read from the function itself, so that it never says something else than is computed."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Mapping
from typing import TypeAlias

from semesta.basics.shown import count
from semesta.basics.words import Words, joined, same
from semesta.law.rule import Rule

_Named: TypeAlias = Mapping[str, Words]
"""Words that stand for a name."""


INLINE = 200
"""A longer formula is told in steps."""


class _NoWords(Exception):
    """Code that the grammar in words does not know."""


def formula(rule: Rule) -> Words:
    """What a rule computes, with the names of what it needs; empty where the function has no words here."""
    function = ast.parse(textwrap.dedent(inspect.getsource(rule.function))).body[0]
    steps = _with_tables(function.body) if isinstance(function, ast.FunctionDef) else []
    constants = {n: _constant(v) for n, v in rule.function.__globals__.items() if type(v) is int and n not in _NAMES}
    try:
        whole = _result(steps, constants, inline=True)
        return whole if len(whole.id) <= INLINE else _result(steps, constants, inline=False)
    except _NoWords:
        return same("")


def _with_tables(steps: list[ast.stmt]) -> list[ast.stmt]:
    """The steps with the tables that were given a name in the place of the name."""
    tables = {
        step.targets[0].id: step.value
        for step in steps
        if isinstance(step, ast.Assign)
        and isinstance(step.targets[0], ast.Name)
        and isinstance(step.value, ast.Dict | ast.DictComp)
    }

    class InPlace(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.AST:
            return tables.get(node.id, node)

    others = [s for s in steps if not (isinstance(s, ast.Assign) and s.value in tables.values())]
    return [InPlace().visit(step) for step in others]


def _result(steps: list[ast.stmt], constants: _Named, *, inline: bool) -> Words:
    """The words of what is returned; named steps stand in it, or after it."""
    named, after = dict(constants), list[Words]()
    for step in steps:
        if isinstance(step, ast.Assign) and isinstance(step.targets[0], ast.Name):
            name = step.targets[0].id
            if inline:
                named[name] = _said(step.value, named, inner=True)
            else:
                after.append(same(f"{name} = ") + _said(step.value, named))
        if isinstance(step, ast.Return) and step.value is not None:
            given = [Words("dengan ", "with ") + joined(after, "; ")] if after else []
            return joined([_said(step.value, named), *given], "; ")
    raise _NoWords


def _said(node: ast.expr, named: _Named, *, inner: bool = False) -> Words:
    """The words of an expression; `inner` ones of several parts stand in brackets."""
    match node:
        case ast.Name(id=name):
            return named.get(name) or _NAMES.get(name) or same(name)
        case ast.Constant(value=value):
            return _constant(value)
        case ast.Call(func=ast.Name(id=name), args=args) if name in _CALLS:
            return _bracketed(_CALLS[name](args, named), inner and name in _OPEN)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _SIGNS:
            return _bracketed(_between(left, _SIGNS[type(op)], right, named, chained=type(op)), inner)
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARED:
            return _bracketed(_between(left, same(_COMPARED[type(op)]), right, named), inner)
        case _:
            raise _NoWords


def _constant(value: object) -> Words:
    if isinstance(value, bool):
        return Words("ya", "yes") if value else Words("tidak", "no")
    return Words(count(value, "id"), count(value, "en")) if isinstance(value, int) else same(str(value))


def _between(
    left: ast.expr, sign: Words, right: ast.expr, named: _Named, *, chained: type[ast.operator] | None = None
) -> Words:
    """Two sides of a sign; a left one with the same sign needs no brackets, as in a + b + c."""
    same_sign = isinstance(left, ast.BinOp) and type(left.op) is chained
    return joined([_said(left, named, inner=not same_sign), sign, _said(right, named, inner=True)])


def _bracketed(said: Words, inner: bool) -> Words:
    return same("(") + said + same(")") if inner else said


# ---- the grammar of rules in words

_Args = list[ast.expr]


def _when(args: _Args, named: _Named) -> Words:
    condition, then, otherwise = (_said(arg, named) for arg in args)
    parts = (Words("bila ", "if "), condition, same(": "), then, Words("; selain itu: ", "; otherwise: "), otherwise)
    return joined(list(parts), "")


def _share(args: _Args, named: _Named) -> Words:
    return _between(args[0], same("×"), args[1], named)


def _lookup(args: _Args, named: _Named) -> Words:
    key = _said(args[0], named)
    if isinstance(args[1], ast.Dict):
        entries = [
            _said(at, named) + same(" → ") + _said(entry, named)
            for at, entry in zip(args[1].keys, args[1].values, strict=True)
            if at is not None
        ]
        return Words("menurut ", "by ") + key + same(": ") + joined(entries, "; ")
    if isinstance(args[1], ast.DictComp) and isinstance(of_each := args[1].generators[0].target, ast.Name):
        # A table made of one expression for every key is that expression at the key.
        return _said(args[1].value, {**named, of_each.id: key})
    return _said(args[1], named) + Words(" menurut ", " by ") + key


def _onward(args: _Args, named: _Named) -> Words:
    level, per_year, years = (_said(arg, named) for arg in args)
    start = Words("jumlah semua jenjang mulai ", "sum over all levels from ") + level
    return start + same(": ") + per_year + same(" × ") + years


def _of(id: str, en: str) -> Callable[[_Args, _Named], Words]:
    def said(args: _Args, named: _Named) -> Words:
        return Words(f"{id} (", f"{en} (") + joined([_said(arg, named) for arg in args], "; ") + same(")")

    return said


_CALLS: Mapping[str, Callable[[_Args, _Named], Words]] = {
    "when": _when,
    "share": _share,
    "lookup": _lookup,
    "least": _of("yang terkecil dari", "the least of"),
    "greatest": _of("yang terbesar dari", "the greatest of"),
    "onward": _onward,
    "mirrored": _of("sisi seberang", "other side"),
    "band": _of("isi golongan", "entry of the band"),
    "band_start": _of("awal golongan", "start of the band"),
    "below_band": _of("jumlah golongan di bawahnya", "sum of the bands below"),
}
_OPEN = ("when", "share", "lookup", "onward")
"""Calls whose words have no end of their own."""

_SIGNS: Mapping[type, Words] = {
    ast.Add: same("+"),
    ast.Sub: same("−"),
    ast.Mult: same("×"),
    ast.FloorDiv: same("÷"),
    ast.BitAnd: Words("dan", "and"),
    ast.BitOr: Words("atau", "or"),
}
_COMPARED: Mapping[type, str] = {ast.Eq: "=", ast.NotEq: "≠", ast.Lt: "<", ast.LtE: "≤", ast.Gt: ">", ast.GtE: "≥"}
_NAMES: Mapping[str, Words] = {"MILLION": Words("100 %", "100%"), "MISSING": Words("tidak diketahui", "not known")}
