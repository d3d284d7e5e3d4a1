"""semesta plan: a scenario to begin with, and what it comes to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from semesta.basics.places import PlaceList
    from semesta.basics.words import Lang
    from semesta.monev.measured import Measured
    from semesta.planning.compared import Compared
    from semesta.planning.plan import Plan
    from semesta.rounds.planned import Beside

app = typer.Typer(
    help="""Rencana: biaya perlindungan, dana yang tersedia, jalan menuju target. (A plan: cost, money, the way to the target.)

Contoh: semesta plan new -o rencana.yaml""",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("new", short_help="Skenario contoh, atau dari angka putaran. (Begin.)")
def new(
    output: Annotated[Path, typer.Option("-o", "--output", help="Berkas skenario yang ditulis.")] = Path(
        "rencana.yaml"
    ),
    begin_with: Annotated[
        list[Path] | None,
        typer.Option(
            "--from", help="Folder atau berkas putaran yang angkanya dipakai; boleh diulang.", metavar="INPUT"
        ),
    ] = None,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Skenario contoh dengan penjelasan tiap isian, atau dari angka putaran. (An example scenario, or one from a round.)

    Contoh: semesta plan new -o rencana.yaml
    """
    from semesta.basics.os_errors import not_written
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped
    from semesta.planning.scenario import template

    if output.exists():
        said = Words(f"{output} sudah ada; pilih nama lain.", f"{output} is there already; choose another name.")
        raise stopped(said.said(lang))
    text = _begun(begin_with, lang) if begin_with else template()
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise stopped(not_written(output, error).said(lang)) from None
    typer.echo(output)


def _begun(inputs: Sequence[Path], lang: Lang) -> str:
    """A scenario with the figures of a round; ends the command where the round does not hold them."""
    from semesta.basics.words import Words
    from semesta.cli.measuring import measured_of
    from semesta.cli.shown import places_of, stopped
    from semesta.planning.begun import begun

    text = begun(measured_of(inputs, places_of(inputs, lang), lang))
    if text is None:
        said = Words(
            "Putaran ini tidak menyebut siapa yang dibayar di wilayahnya sendiri (lembar anggaran atau peserta dengan sumber dana). "
            "Mulai dari contoh: semesta plan new",
            "This round does not say who is paid for in its own place (sheet of budgets, or members with who pays). "
            "Begin with the example: semesta plan new",
        )
        raise stopped(said.said(lang))
    return text


@app.command("run", short_help="Hitung rencana dan tulis naskahnya. (Reckon.)")
def run(
    scenario: Annotated[Path, typer.Argument(metavar="RENCANA", help="Skenario YAML (semesta plan new).")],
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Folder hasil: PDF, DOCX, XLSX, JSON.")] = None,
    compare: Annotated[Path | None, typer.Option("--compare", help="Skenario lain untuk dibandingkan.")] = None,
    of_round: Annotated[
        list[Path] | None,
        typer.Option(
            "--round", help="Putaran yang datanya dipakai, misalnya klaimnya; boleh diulang.", metavar="INPUT"
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Keluaran JSON.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Hitung satu rencana dan tulis naskahnya. (Reckon a plan and write its papers.)

    Contoh: semesta plan run rencana.yaml --out hasil
    """
    import datetime as dt

    from semesta.cli.measuring import measured_of
    from semesta.cli.outputs import spare_inputs, written
    from semesta.cli.shown import places_of
    from semesta.report import machine as machine_files
    from semesta.report.rencana.files import NAMES, files
    from semesta.report.rencana.machine import as_data

    if out is not None:
        spare_inputs([scenario, compare, *(of_round or [])], [out / name for name in NAMES], lang)
    places = places_of([scenario.parent, *(of_round or [])], lang)
    measured = measured_of(of_round, places, lang) if of_round else None
    plan = _made(scenario, places, measured, lang)
    beside = _compared(plan, compare, places, measured, lang) if compare else None
    if out is not None:
        today = dt.date.today()  # noqa: DTZ011
        paths = written(files(plan, lang, today=today, places=places, compared=beside), out, lang)
    if as_json:
        typer.echo(machine_files.as_json(as_data(plan, lang, beside)).decode(), nl=False)
        return
    _show(plan, beside, places, lang)
    for path in paths if out is not None else ():
        typer.echo(path)


def _show(plan: Plan, beside: Compared | None, places: PlaceList, lang: Lang) -> None:
    from rich.console import Console

    from semesta.report.rencana.terminal import compared_shown, summary

    console = Console(highlight=False)
    console.print(summary(plan, lang, places))
    if beside is not None:
        console.print(compared_shown(beside, lang))


def _compared(plan: Plan, other: Path, places: PlaceList, measured: Measured | None, lang: Lang) -> Compared:
    from semesta.cli.shown import stopped_by
    from semesta.planning.compared import compared
    from semesta.planning.faults import Unplannable

    try:
        return compared(plan, _made(other, places, measured, lang))
    except Unplannable as wrong:
        raise stopped_by(wrong, lang, other) from None


def _made(scenario: Path, places: PlaceList, measured: Measured | None, lang: Lang) -> Plan:
    from semesta.cli.shown import stopped_by
    from semesta.planning.faults import Unplannable
    from semesta.planning.plan import made
    from semesta.planning.scenario import read_scenario

    try:
        return made(read_scenario(scenario, places=places), measured)
    except Unplannable as wrong:
        raise stopped_by(wrong, lang, scenario) from None


def scenario_of_round(inputs: Sequence[Path], places: PlaceList, lang: Lang) -> Beside | None:
    """The scenario beside the data of a round; ends the command where it cannot be used."""
    from semesta.cli.shown import stopped_by
    from semesta.planning.faults import Unplannable
    from semesta.rounds.planned import PLAN_FILE, scenario_beside

    try:
        return scenario_beside(inputs, places=places)
    except Unplannable as wrong:
        raise stopped_by(wrong, lang, Path(PLAN_FILE)) from None


def with_plan_of_round(measured: Measured, beside: Beside, lang: Lang) -> Measured:
    """The round with its plan; ends the command where the plan cannot be made."""
    from semesta.cli.shown import stopped_by
    from semesta.planning.faults import Unplannable
    from semesta.rounds.planned import with_plan

    try:
        return with_plan(measured, beside)
    except Unplannable as wrong:
        raise stopped_by(wrong, lang, beside.file) from None


COMMAND = ("plan", app)
