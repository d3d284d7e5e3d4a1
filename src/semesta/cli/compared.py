"""How one person as PU and as BPU is shown side by side: what each way costs, and what each buys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from semesta.basics.words import Lang
    from semesta.law.answers import Compared
    from semesta.law.law import Law


def show_compared(case: Mapping[str, Any], law: Law, lang: Lang, *, as_json: bool, explain: bool) -> None:
    """The same person registered either way, side by side: what each costs, and what each buys."""
    from semesta.cli.printed import print_json
    from semesta.law.answers import compared
    from semesta.law.described import described

    found = compared(case, law)
    if as_json:
        buys = {name: {side: result.value for side, result in both.items()} for name, both in found.buys.items()}
        sides = {side: described(answer, lang) for side, answer in found.sides.items()}
        print_json(sides | {"difference": found.difference, "buys": buys})
    problems = {side: answer.problems for side, answer in found.sides.items()}
    if len(set(problems.values())) == 1:  # what is wrong either way is told once
        problems = {"": next(iter(problems.values()))}
    for side, told in problems.items():
        for problem in told:
            typer.echo(f"{side}{': ' if side else ''}{problem.said(lang)}", err=True)
    if any(answer.problems for answer in found.sides.values()):
        raise typer.Exit(2)
    if not as_json:
        _print_compared(found, lang, explain=explain)


def _print_compared(found: Compared, lang: Lang, *, explain: bool) -> None:
    from rich.console import Console
    from rich.table import Table

    from semesta.cli.answer import show_reasons
    from semesta.cli.printed import words

    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column(words("Sebulan", "Per month", lang))
    for side in found.sides:
        table.add_column(words(f"Sebagai {side}", f"As {side}", lang), justify="right")
    for title, amounts in _rows(found, lang):
        table.add_row(title, *(_rupiah(amount, lang) for amount in amounts))
    for title, told in _times(found, lang):
        table.add_row(title, *told)
    console = Console(highlight=False)
    console.print(table)
    for side, answer in found.sides.items():
        for item in answer.items:
            if explain or item.amount is None:
                show_reasons(console, item, lang, label=f"{side}: ")


def _rows(found: Compared, lang: Lang) -> Iterator[tuple[str, list[int | None]]]:
    """By programme, the whole bill, then what the two ways pay when something happens."""
    from semesta.cli.printed import words

    sides = list(found.sides.values())
    for programme in dict.fromkeys(item.programme for answer in sides for item in answer.items):
        yield words(f"Iuran {programme}", f"Contribution {programme}", lang), [a.of(programme) for a in sides]
    yield words("Seluruh iuran", "Whole bill", lang), [answer.total for answer in sides]
    for both in found.buys.values():
        title = next(iter(both.values())).because.title.said(lang)
        yield title, [None if result.value is None else int(result.value) for result in both.values()]


def _times(found: Compared, lang: Lang) -> Iterator[tuple[str, list[str]]]:
    """Until when the bill is paid either way, and what becomes of cover when it is not."""
    from semesta.basics.shown import day
    from semesta.cli.printed import words

    besides = [answer.beside for answer in found.sides.values()]
    if not all(besides):
        return
    told = [beside for beside in besides if beside]
    days = [day(b.due.day, lang) if b.due.day else words("belum diketahui", "not known", lang) for b in told]
    yield words("Dibayar paling lambat", "To be paid by", lang), days
    never = words("tidak gugur", "does not lapse", lang)
    months = [words(f"{b.lapses.value} bulan", f"{b.lapses.value} months", lang) for b in told]
    lapses = [never if b.lapses.value is None else said for b, said in zip(told, months, strict=True)]
    yield words("Gugur bila tidak dibayar", "Lapses when unpaid for", lang), lapses


def _rupiah(amount: int | None, lang: Lang) -> str:
    from semesta.basics.shown import rupiah
    from semesta.cli.printed import words

    return words("belum diketahui", "not known", lang) if amount is None else rupiah(amount, lang)
