"""Templates of an office as the command line takes them, and what is said of them before anything is written."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from semesta.basics.words import Words

if TYPE_CHECKING:
    from semesta.basics.problem import Problem
    from semesta.basics.words import Lang
    from semesta.report.own.template import OwnTemplate

BROKEN = Words(
    "Templat harus diperbaiki; tidak ada yang ditulis.", "The template has to be mended; nothing was written."
)


def own_templates(written: Sequence[str], asked: Sequence[str], lang: Lang) -> Mapping[str, OwnTemplate]:
    """The templates by name of their paper; what is wrong with any of them is said at once, and stops the command."""
    from semesta.cli.shown import stopped
    from semesta.report.own.template import own_template, problems

    found: dict[str, OwnTemplate] = {}
    for paper, path in (_pair(text, asked, lang) for text in written):
        try:
            found[paper] = own_template(paper, path)
        except OSError as error:
            raise stopped(_unread(path, error, lang)) from None
    all_problems = [problem for template in found.values() for problem in problems(template)]
    tell_problems(all_problems, lang)
    if any(problem.is_error for problem in all_problems):
        raise stopped(BROKEN.said(lang))
    return found


def _unread(path: Path, error: OSError, lang: Lang) -> str:
    if isinstance(error, FileNotFoundError):
        return Words(f"berkas templat tidak ada: {path}", f"there is no such template file: {path}").said(lang)
    reason = error.strerror or type(error).__name__
    told = Words(
        f"berkas templat tidak dapat dibaca: {path} ({reason})", f"cannot read the template: {path} ({reason})"
    )
    return told.said(lang)


def _pair(text: str, asked: Sequence[str], lang: Lang) -> tuple[str, Path]:
    """Paper and file of "nota-dinas=punya-kami.docx"."""
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped
    from semesta.report.papers.registry import papers

    paper, sign, path = (part.strip() for part in text.partition("="))
    if not sign or not paper or not path:
        told = Words(
            f"templat ditulis NASKAH=BERKAS, misalnya nota-dinas=punya-kami.docx; bukan {text!r}",
            f"a template is written DOCUMENT=FILE, such as nota-dinas=ours.docx; not {text!r}",
        )
        raise stopped(told.said(lang))
    if paper.lower() not in papers():
        there_are = ", ".join(papers())
        told = Words(
            f"naskah tidak dikenal: {paper}; yang ada: {there_are}",
            f"unknown document: {paper}; there are: {there_are}",
        )
        raise stopped(told.said(lang))
    if paper.lower() not in asked:
        told = Words(
            f"templat untuk {paper}, tetapi naskah itu tidak diminta; tambahkan --documents {paper}",
            f"a template for {paper}, which is not asked for; add --documents {paper}",
        )
        raise stopped(told.said(lang))
    return paper.lower(), Path(path)


def tell_problems(problems: Sequence[Problem], lang: Lang) -> None:
    """Every problem with how to mend it, on the error output."""
    from rich.console import Console

    from semesta.cli.problems import print_groups
    from semesta.tables.dataset import Dataset

    if problems:
        print_groups(Console(stderr=True, highlight=False), Dataset({}, tuple(problems)), lang)


def tell_edited(manifest: Path, lang: Lang) -> None:
    """The files that somebody edited or brought, which were left as they are, and what the new ones beside them are called."""
    said = json.loads(manifest.read_text(encoding="utf-8"))
    beside = {name: new for name, new in said["beside"].items() if (manifest.parent / name).exists()}
    for name, new in beside.items():
        told = Words(
            f"{name} sudah diubah orang, jadi dibiarkan. Yang baru: {new}.",
            f"{name} has been edited, and is left as it is. The new one: {new}.",
        )
        typer.echo(told.said(lang), err=True)
    for name in (name for name in said["edited"] if name not in beside):
        told = Words(
            f"{name} dari pengolahan sebelumnya sudah diubah orang, jadi dibiarkan.",
            f"{name} of an earlier run has been edited since, and is left as it is.",
        )
        typer.echo(told.said(lang), err=True)
