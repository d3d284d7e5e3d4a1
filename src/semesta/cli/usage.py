"""What is said of a wrong option, command or argument: in the language asked for, all that is missing at once, with names alike.

Typer tells these in English only. Its own classes of errors are not public, so they are known by their names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from typer import TyperException
from typer.core import TyperGroup

from semesta.basics.words import Words, joined, same

if TYPE_CHECKING:
    from semesta.basics.words import Lang

HELPED = Words("Cara memakainya: ", "How to use it: ")
STOPPED = Words("Dihentikan; yang belum selesai tidak ditulis.", "Stopped; nothing unfinished was written.")
_CHOICES = re.compile(r"'(?P<given>.*)' is not (?:one of )?(?P<known>'.*')")
_QUOTED = re.compile(r"'([^']*)'")
_BOUNDS: Mapping[str, Callable[[re.Match[str]], Words]] = {
    r"Input should be less than or equal to (\S+)": lambda told: Words(
        f"paling banyak {told[1]}", f"at most {told[1]}"
    ),
    r"Input should be greater than or equal to (\S+)": lambda told: Words(
        f"paling sedikit {told[1]}", f"at least {told[1]}"
    ),
    r"Input should be a valid integer": lambda told: Words("perlu bilangan bulat", "a whole number is needed"),
    r"Input should be a valid number": lambda told: Words("perlu angka", "a number is needed"),
}
"""What Typer says of a value out of bounds."""
_INTERRUPTED = 130
_STOPPED_QUERY = "Query interrupted"


class Commands(TyperGroup):
    """Commands that tell wrong use in two languages and end with exit code 2."""

    def main(self, args: Sequence[str] | None = None, *, standalone_mode: bool = True, **extra: Any) -> Any:
        import sys

        given = list(sys.argv[1:] if args is None else args)
        lang = asked_language(given)
        try:
            code = super().main(given, standalone_mode=False, **extra)
        except TyperException as wrong:
            if not standalone_mode:
                raise
            _tell(wrong, given, lang)
            sys.exit(wrong.exit_code)
        if code == _INTERRUPTED:
            _echo(STOPPED.said(lang))
        if standalone_mode:
            sys.exit(code or 0)
        return code

    def invoke(self, ctx: Any) -> Any:
        with _Stoppable():
            return super().invoke(ctx)


class _Stoppable:
    """Ctrl-C is Ctrl-C: DuckDB, and Splink after it, tell it as an error of a query."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is not None and _STOPPED_QUERY in str(error):
            raise KeyboardInterrupt from None


def asked_language(args: Sequence[str]) -> Lang:
    """English where `--lang en` stands anywhere, even before what is wrong."""
    return "en" if re.search(r"--lang[= ]en\b", " ".join(args)) else "id"


def _tell(wrong: TyperException, args: Sequence[str], lang: Lang) -> None:
    if type(wrong).__name__ == "NoArgsIsHelpError":
        _echo(wrong.format_message())
        return
    _echo(said(wrong, args).said(lang))
    context = getattr(wrong, "ctx", None)
    if context is not None:
        _echo(f"{HELPED.said(lang)}{context.command_path} --help")


def _echo(text: str) -> None:
    import typer

    typer.echo(text, err=True)


def said(wrong: Any, args: Sequence[str]) -> Words:
    """What is wrong, a line for each thing."""
    tell = SAID.get(type(wrong).__name__, _other)
    return tell(wrong, args)


def _no_such_option(wrong: Any, args: Sequence[str]) -> Words:
    """Every option that is none, not only the first."""
    known = [name for param in wrong.ctx.command.get_params(wrong.ctx) for name in param.opts if name.startswith("-")]
    given = [word.split("=")[0] for word in args if word.startswith("--") and word != "--"]
    unknown = dict.fromkeys([wrong.option_name, *(name for name in given if name not in known)])
    return joined([_unknown(Words("pilihan", "option"), name, known) for name in unknown], "\n")


def _no_such_command(name: str, known: Sequence[str]) -> Words:
    there = ", ".join(known)
    return _unknown(Words("perintah", "command"), name, known) + Words(f"; yang ada: {there}", f"; there are: {there}")


def _unknown(kind: Words, name: str, known: Sequence[str]) -> Words:
    close = ", ".join(get_close_matches(name, known, n=3))
    near = Words(f"; yang mirip: {close}", f"; did you mean {close}?") if close else same("")
    return kind + same(f" {name}") + Words(" tidak dikenal", " is unknown") + near


def _missing(wrong: Any, args: Sequence[str]) -> Words:
    """Everything that must be given and is not."""
    params = [p for p in wrong.ctx.command.get_params(wrong.ctx) if p.required and wrong.ctx.params.get(p.name) is None]
    names = ", ".join(_name(param) for param in params or [wrong.param])
    return Words(f"belum diisi: {names}", f"not given: {names}")


def _name(param: Any) -> str:
    return str(max(param.opts, key=len)) if param.param_type_name == "option" else str(param.metavar or param.name)


def _bad_value(wrong: Any, args: Sequence[str]) -> Words:
    found = _CHOICES.search(wrong.message)
    if found is None:
        bounds = ((tell, match) for told, tell in _BOUNDS.items() if (match := re.search(told, wrong.message)))
        said = next((tell(match) for tell, match in bounds), same(wrong.message))
        return same(f"{_name(wrong.param)}: ") + said
    known = _QUOTED.findall(found["known"])
    return same(f"{_name(wrong.param)}: ") + _no_such_value(found["given"], known)


def _no_such_value(given: str, known: Sequence[str]) -> Words:
    there = ", ".join(known)
    return same(given) + Words(f" tidak dikenal; yang boleh: {there}", f" is unknown; allowed: {there}")


def _bad_option_use(wrong: Any, args: Sequence[str]) -> Words:
    if "does not take a value" in wrong.message:
        return same(wrong.option_name) + Words(": tidak memakai isi", ": takes no value")
    return same(wrong.option_name) + Words(": belum diisi", ": needs a value")


def _other(wrong: Any, args: Sequence[str]) -> Words:
    message = str(wrong.message)
    if match := re.match(r"No such command '(.*?)'", message):
        return _no_such_command(match[1], list(wrong.ctx.command.commands))
    if match := re.match(r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", message):
        return Words(f"kelebihan: {match[1]}", f"too much: {match[1]}") + _repeated(wrong.ctx)
    return same(message)


def _repeated(context: Any) -> Words:
    """Which options take several values, one each time: a shell's `*` gives all of them to the first."""
    names = [_name(p) for p in context.command.get_params(context) if p.param_type_name == "option" and p.multiple]
    if not names:
        return same("")
    return Words(
        f"; satu isian tiap kali: {names[0]} A {names[0]} B", f"; one value each time: {names[0]} A {names[0]} B"
    )


SAID: Mapping[str, Callable[[Any, Sequence[str]], Words]] = {
    "NoSuchOption": _no_such_option,
    "MissingParameter": _missing,
    "BadParameter": _bad_value,
    "BadOptionUsage": _bad_option_use,
}
