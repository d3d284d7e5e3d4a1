"""How answers of the law are shown: a table with rupiah, the reasons as an indented tree, or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from semesta.cli.after import show_after
from semesta.cli.beside import show_beside
from semesta.cli.printed import UNVERIFIED, print_json, print_lines, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rich.console import Console

    from semesta.basics.words import Lang
    from semesta.cli.cases import Given
    from semesta.law.answers import Answer
    from semesta.law.items import Due


def show_answers(
    cases: Sequence[Given],
    answered: Callable[[Mapping[str, Any]], Answer],
    *,
    many: bool,
    lang: Lang,
    as_json: bool,
    explain: bool,
) -> None:
    """Shows each answer under the label of its case; ends the command with 2 when any case could not be answered."""
    from semesta.law.answers import Answer

    answers = [Answer((), (given.problem,)) if given.problem else answered(given.case) for given in cases]
    if as_json:
        from semesta.law.described import described

        found = [_labelled(given) | described(answer, lang) for given, answer in zip(cases, answers, strict=True)]
        print_json(found if many else found[0])
    for given, answer in zip(cases, answers, strict=True):
        tell_problems(answer, lang, given.before_problem)
        if not as_json and not answer.problems:
            _show_whole(answer, lang, label=given.label, explain=explain)
    if any(answer.problems for answer in answers):
        raise typer.Exit(2)


def _show_whole(answer: Answer, lang: Lang, *, label: str, explain: bool) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    if label:
        console.print(Text(f"\n{label}", style="bold"))
    show_answer(console, answer, lang, explain=explain)
    if answer.assumed:
        console.print(Text(answer.assumed.said(lang), style="yellow"))
    if answer.beside:
        show_beside(console, answer.beside, lang)
    if answer.after:
        show_after(console, answer.after, lang)


def _labelled(given: Given) -> dict[str, Any]:
    return {"case": given.case["case"]} if "case" in given.case else {}


def tell_problems(answer: Answer, lang: Lang, label: str = "") -> None:
    """Every problem on a line of its own, beside what a program reads."""
    for problem in answer.problems:
        typer.echo(f"{label}{problem.said(lang)}", err=True)


def show_answer(console: Console, answer: Answer, lang: Lang, *, explain: bool) -> None:
    """The lines, the total, who pays it, and on request the reasons of each line."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for heading in HEADINGS[lang]:
        table.add_column(heading, justify="right" if heading in AMOUNTS else "left")
    for item in answer.items:
        title = Text(item.title.said(lang) + ("" if item.verified else words(*UNVERIFIED, lang)))
        table.add_row(item.programme, title, amount_shown(item, lang), payer(item, lang), Text(item.law))
    console.print(table)
    console.print(Text(total_shown(answer, lang), style="bold"))
    for item in answer.items:
        if explain or not item.amount:  # nothing and nobody knows are both told why
            show_reasons(console, item, lang)


def show_reasons(console: Console, item: Due, lang: Lang, label: str = "") -> None:
    """A line with its amount, and below it the tree of reasons."""
    from rich.text import Text

    console.print(Text(f"\n{label}{item.title.said(lang)}: {amount_shown(item, lang)}", style="bold"))
    print_lines(console, item.because.said(lang).splitlines())


def amount_shown(item: Due, lang: Lang) -> str:
    from semesta.basics.shown import rupiah

    return words("belum diketahui", "not known", lang) if item.amount is None else rupiah(item.amount, lang)


def payer(item: Due, lang: Lang) -> str:
    return words(*PAYERS[item.payer], lang)


def total_shown(answer: Answer, lang: Lang) -> str:
    """ "Jumlah Rp989.000 (pemberi kerja Rp689.000; pekerja Rp300.000)"; a total with unknown lines says "paling sedikit"."""
    from semesta.basics.shown import rupiah

    said = words("Jumlah", "Total", lang)
    if answer.total is None:
        said = words("Jumlah belum diketahui; paling sedikit", "The total is not known; at least", lang)
    parts: dict[str, int] = {}
    for item in answer.items:
        if item.amount is not None:
            parts[payer(item, lang)] = parts.get(payer(item, lang), 0) + item.amount
    shared = "; ".join(f"{who} {rupiah(amount, lang)}" for who, amount in parts.items())
    return f"{said} {rupiah(answer.at_least, lang)}" + (f" ({shared})" if len(parts) > 1 else "")


HEADINGS = {
    "id": ("Program", "Rincian", "Jumlah", "Pembayar", "Dasar"),
    "en": ("Programme", "Line", "Amount", "Paid by", "Law"),
}
AMOUNTS = ("Jumlah", "Amount")
PAYERS = {
    "employer": ("pemberi kerja", "employer"),
    "worker": ("pekerja", "worker"),
    "member": ("peserta", "member"),
    "government": ("pemerintah", "government"),
    "fund": ("BPJS Ketenagakerjaan", "BPJS Ketenagakerjaan"),
}
