"""semesta explain-pair: why a worker row is, or is not, one person with a participant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

if TYPE_CHECKING:
    from semesta.basics.words import Lang
    from semesta.people.link.explain import Candidate, Explanation


def explain_pair(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder hasil semesta link.")],
    worker_row: Annotated[
        str,
        typer.Argument(
            metavar="WORKER_ROW", help="Id baris pekerja; dari beberapa daftar daftar.baris, misalnya 2.15."
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Alasan sebagai JSON.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Mengapa dua baris dianggap, atau tidak dianggap, orang yang sama. (Why a pair is, or is not, one person.)

    Contoh: semesta explain-pair hasil 17
    """
    from semesta.cli.shown import stopped
    from semesta.people.link import LinkError
    from semesta.people.link.explain import explanation

    if (folder / "manifest.json").exists() and not (folder / "pasangan.parquet").exists():
        raise stopped(OF_A_ROUND[lang])
    try:
        found = explanation(folder, worker_row)
    except LinkError as wrong:
        raise stopped(wrong.said.said(lang)) from None
    if as_json:
        from semesta.cli.printed import print_json

        print_json(_described(found, lang))
    else:
        _show(found, lang)


OF_A_ROUND: dict[Lang, str] = {
    "id": "Ini folder hasil semesta monev, yang tidak menyimpan pasangan orang. Jalankan semesta link DAFTAR --with PESERTA "
    "--out FOLDER dengan daftar yang sama, lalu semesta explain-pair FOLDER BARIS.",
    "en": "This folder is of semesta monev, which keeps no pairs of people. Run semesta link LIST --with PARTICIPANTS "
    "--out FOLDER with the same lists, then semesta explain-pair FOLDER ROW.",
}


def _show(found: Explanation, lang: Lang) -> None:
    from rich.console import Console
    from rich.text import Text

    from semesta.people.link.explain import MASKED, NO_CANDIDATE, NO_EQUAL_HASH, WEIGHTS

    console = Console(highlight=False)
    if not found.candidates:
        console.print(Text((NO_EQUAL_HASH if found.is_masked else NO_CANDIDATE).said(lang)))
    for candidate in found.candidates:
        console.print(Text(("Peserta " if lang == "id" else "Participant ") + candidate.participant_id, style="bold"))
        console.print(Text(candidate.verdict.said(lang)))
        if candidate.compared:
            console.print(_table(candidate, lang))
    if any(candidate.compared for candidate in found.candidates):
        console.print(Text(WEIGHTS.said(lang), style="dim"))
    if found.is_masked:
        console.print(Text(MASKED.said(lang)))
    if found.same_person:
        rows = ", ".join(found.same_person)
        console.print(Text(f"Baris lain orang ini: {rows}" if lang == "id" else f"Other rows of this person: {rows}"))


def _table(candidate: Candidate, lang: Lang) -> Any:
    from rich.table import Table

    heads = ("Yang dibandingkan", "Hasil", "Bobot") if lang == "id" else ("Compared", "Result", "Weight")
    table = Table(*heads, box=None, pad_edge=False)
    for each in candidate.compared:
        weight = "" if each.bits is None else f"{each.bits:+.1f}".replace(".", "," if lang == "id" else ".")
        table.add_row(each.title.said(lang), each.level.said(lang), weight)
    table.columns[-1].justify = "right"
    return table


def _described(found: Explanation, lang: Lang) -> dict[str, Any]:
    return {
        "worker_id": found.worker_id,
        "same_person": list(found.same_person),
        "masked": found.is_masked,
        "candidates": [
            {
                "participant_id": each.participant_id,
                "probability": each.probability,
                "accepted": each.accepted,
                "stage": each.stage,
                "verdict": each.verdict.said(lang),
                "compared": [
                    {"title": one.title.said(lang), "level": one.level.said(lang), "bits": one.bits}
                    for one in each.compared
                ],
            }
            for each in found.candidates
        ],
    }


COMMAND = ("explain-pair", explain_pair)
