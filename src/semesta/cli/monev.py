"""semesta monev: from workbooks, lists of people and folders to the report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from semesta.basics.words import Words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from semesta.basics.places import PlaceList
    from semesta.basics.words import Lang
    from semesta.monev.measured import Measured
    from semesta.report.own.template import OwnTemplate
    from semesta.report.registration import Profile
    from semesta.rounds.report import ToAct
    from semesta.tables.dataset import Dataset


def monev(
    inputs: Annotated[
        list[Path],
        typer.Argument(help="Buku kerja, daftar orang, CSV, Parquet, atau folder berisi semuanya.", metavar="INPUT…"),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder hasil.")],
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Keadaan per tanggal; bawaan: tanggal terakhir dalam data.")
    ] = None,
    place: Annotated[
        str | None,
        typer.Option("--place", help="Kode atau nama wilayah; bawaan: wilayah terkecil yang memuat semua baris."),
    ] = None,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa laporan: id atau en.")] = "id",
    strict: Annotated[bool, typer.Option("--strict", help="Berhenti bila ada baris yang disisihkan.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Ringkasan sebagai JSON.")] = False,
    show_identity: Annotated[
        bool,
        typer.Option("--show-identity", help="Tulis NIK dan nama utuh dalam daftar orang, beserta berkas pendaftaran."),
    ] = False,
    documents: Annotated[
        str,
        typer.Option(
            "--documents", help="Naskah yang dibuat, dipisahkan koma, atau semua; daftarnya: semesta documents."
        ),
    ] = "laporan",
    template: Annotated[
        list[str] | None,
        typer.Option(
            "--template",
            help="Templat Word kantor sendiri untuk satu naskah; boleh diulang. Contoh: nota-dinas=punya-kami.docx.",
            metavar="NASKAH=BERKAS",
        ),
    ] = None,
    form: Annotated[
        Path | None, typer.Option("--form", help="Susunan berkas pendaftaran (YAML); bawaan: susunan umum.")
    ] = None,
) -> None:
    """Ukur satu putaran monev dan tulis laporannya. (Measure a round and write its report.)

    Contoh: semesta monev monev.xlsx --out hasil
    """
    import datetime as dt

    from rich.console import Console

    from semesta.cli.outputs import spare_inputs
    from semesta.cli.own_templates import BROKEN, own_templates, tell_edited, tell_problems
    from semesta.cli.plan import scenario_of_round, with_plan_of_round
    from semesta.cli.problems import stopped_with_problems
    from semesta.cli.shown import places_of, stopped
    from semesta.monev.measure import NoDay, NothingThere
    from semesta.people.link.faults import LinkError
    from semesta.report.own.template import TemplateFault
    from semesta.rounds.lists import NoPlace
    from semesta.rounds.report import ToAct, may_be_written
    from semesta.rounds.run import Unusable, counted_round, measured_round, read_round

    asked = _asked(documents, lang)
    own = [text.partition("=")[2].strip() or None for text in template or []]
    spare_inputs([*inputs, form, *own], may_be_written(out, asked), lang)
    places = places_of(inputs, lang)
    where = _place(place, places, lang)
    day = _day(as_of, lang)
    registration = _form(form, lang)
    templates = own_templates(template or [], asked, lang)
    plan = scenario_of_round(inputs, places, lang)
    with _progress(Console(stderr=True), lang, quiet=as_json) as told:
        told(Words("membaca berkas", "reading files"), 0.0)
        today = dt.date.today()  # noqa: DTZ011
        dataset = read_round(inputs, today=today, places=places, place=where or "")
        if strict and any(dataset.set_aside.values()):
            raise stopped_with_problems(dataset, lang, as_json=as_json, why=STRICT)
        try:
            counted = counted_round(
                dataset,
                place=where,
                as_of=day,
                places=places,
                today=today,
                progress=lambda title, done: told(title, 0.1 + 0.3 * done),
            )
            measured = measured_round(
                counted.dataset,
                place=where,
                as_of=day,
                places=places,
                today=today,
                progress=lambda name, done: told(Words(f"mengukur {name}", f"measuring {name}"), 0.4 + 0.2 * done),
            )
        except NothingThere as other:
            there = places[other.elsewhere].title
            told_where = Words(
                f"Tidak ada data untuk wilayah itu; data hanya memuat {there.id}. Tidak ada yang ditulis.",
                f"No data of that place; the data hold {there.en} only. Nothing was written.",
            )
            raise stopped(told_where.said(lang)) from None
        except NoDay:
            raise stopped(_no_day(dataset).said(lang)) from None
        except LinkError as error:
            raise stopped(error.said.said(lang)) from None
        except NoPlace:
            raise stopped(NO_PLACE.said(lang)) from None
        except Unusable as nothing:
            raise stopped_with_problems(nothing.dataset, lang, as_json=as_json, why=NOTHING) from None
        if plan is not None:
            measured = with_plan_of_round(measured, plan, lang)
        to_act = ToAct(counted, show_identity, registration)
        try:
            writing = _Writing(out, lang, lambda title, done: told(title, 0.6 + 0.4 * done), asked, templates)
            files = _written(measured, to_act, writing)
        except TemplateFault as fault:
            tell_problems([fault.problem], lang)
            raise stopped(BROKEN.said(lang)) from None
    _tell(measured, files, lang, as_json=as_json)
    _tell_lacking(measured, asked, lang)
    tell_edited(files["manifest.json"], lang)


STRICT = (
    "Ada baris yang disisihkan; dengan --strict tidak ada yang ditulis.",
    "Rows were set aside; with --strict nothing is written.",
)
NO_DAY = Words(
    "Data tidak menyebut tanggal apa pun; tambahkan --as-of TANGGAL. Tidak ada yang ditulis.",
    "The data name no day at all; add --as-of DAY. Nothing was written.",
)
NO_DAY_OF_LISTS = Words(
    "Daftar orang tidak menyebut keadaannya per tanggal berapa, dan tanggal hari ini tidak dipakai sebagai gantinya. "
    "Tambahkan --as-of TANGGAL, yaitu tanggal data ditarik, atau kolom “per tanggal” dalam daftar. ",
    "The lists of people do not say on which day this was so, and the day of today is not taken instead. "
    "Add --as-of DAY, the day of the extract, or a column “per tanggal” to the lists. ",
)
NOT_WRITTEN = Words("Tidak ada yang ditulis.", "Nothing was written.")
NO_PLACE = Words(
    "Data tidak menyebut wilayah apa pun; tambahkan --place WILAYAH. Tidak ada yang ditulis.",
    "The data name no place at all; add --place PLACE. Nothing was written.",
)
NOTHING = ("Tidak ada baris yang dapat dipakai; tidak ada yang ditulis.", "No row can be used; nothing was written.")
"""Why a run stopped, in both languages."""


def _no_day(dataset: Dataset) -> Words:
    """That a day must be given; of lists of people also what the day is, and which it cannot precede."""
    from semesta.basics import shown
    from semesta.tables.registry import PEOPLE

    if not any(dataset.frame(name) is not None for name in PEOPLE):
        return NO_DAY
    members = dataset.frame("participants")
    latest = members["registered_on"].max() if members is not None else None
    known = (
        Words(
            f"Yang terdaftar terakhir: {shown.day(latest, 'id')}, jadi tanggalnya tidak lebih awal. ",
            f"The last to be registered: {shown.day(latest, 'en')}, so the day is not earlier. ",
        )
        if latest
        else Words("", "")
    )
    return NO_DAY_OF_LISTS + known + NOT_WRITTEN


def _place(text: str | None, places: PlaceList, lang: Lang) -> str | None:
    from semesta.cli.shown import stopped

    if text is None:
        return None
    found = places.find(text)
    if found is not None:
        return found.code
    near = ", ".join(f"{c.title.said(lang)} ({c.code})" for c in places.nearest(text))
    raise stopped(
        Words(f"wilayah tidak dikenal: {text}. Mungkin: {near}", f"unknown place: {text}. Perhaps: {near}").said(lang)
    )


def _day(text: str | None, lang: Lang) -> dt.date | None:
    from semesta.basics.day import DayError, day
    from semesta.cli.shown import stopped

    if text is None:
        return None
    try:
        return day(text).value
    except DayError:
        raise stopped(
            Words(f"bukan tanggal: {text}. Contoh: 2024-07-17", f"not a date: {text}. Example: 2024-07-17").said(lang)
        ) from None


def _form(path: Path | None, lang: Lang) -> Profile | None:
    from semesta.cli.shown import stopped
    from semesta.report.registration import ProfileError, profile

    if path is None:
        return None
    try:
        return profile(path)
    except ProfileError as error:
        raise stopped(f"{path}: {error.said.said(lang)}") from None
    except OSError as error:
        raise stopped(f"{path}: {error.strerror}") from None


def _asked(text: str, lang: Lang) -> tuple[str, ...]:
    """The names of the papers asked for, each once; all unknown ones are told of at once."""
    from semesta.cli.shown import nearest, stopped
    from semesta.report.papers.registry import papers

    names = list(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))
    if names in (["semua"], ["all"]):
        return tuple(papers())
    unknown = [name for name in names if name not in papers()]
    if not unknown and names:
        return tuple(names)
    near = "; ".join(f"{name} → {nearest(name, {n: n for n in papers()})}" for name in unknown)
    known = ", ".join(papers())
    told = Words(
        f"naskah tidak dikenal: {near or text!r}. Yang ada: {known}",
        f"unknown document: {near or text!r}. There are: {known}",
    )
    raise stopped(told.said(lang))


def _tell_lacking(measured: Measured, documents: Sequence[str], lang: Lang) -> None:
    """The papers asked for that this round cannot have, and why."""
    from semesta.report.papers.registry import papers

    for paper in (papers()[name] for name in documents):
        if (why := paper.lacking(measured)) is not None:
            told = Words(f"{paper.title.id} tidak dibuat: {why.id}", f"{paper.title.en} was not made: {why.en}")
            typer.echo(told.said(lang), err=True)


def _progress(console, lang, *, quiet):  # type: ignore[no-untyped-def]
    """A bar that says what is being done; silent where nobody looks."""
    from contextlib import contextmanager

    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    @contextmanager
    def bar():  # type: ignore[no-untyped-def]
        columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        with Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal) as progress:
            task = progress.add_task("", total=1.0)
            yield lambda title, done: progress.update(task, description=title.said(lang), completed=done)

    return bar()


@dataclass(frozen=True)
class _Writing:
    """Where to write which papers, in what language and in whose templates; `told` hears how far it is."""

    out: Path
    lang: Lang
    told: Callable[[Words, float], None]
    documents: Sequence[str]
    templates: Mapping[str, OwnTemplate]


def _written(measured: Measured, to_act: ToAct, to: _Writing) -> dict[str, Path]:
    from semesta.cli.shown import stopped
    from semesta.rounds.report import written_report

    try:
        return written_report(measured, to.out, to.lang, to.told, to_act, to.documents, to.templates)
    except OSError as error:
        told = Words(
            f"tidak dapat menulis ke {to.out}: {error.strerror}", f"cannot write to {to.out}: {error.strerror}"
        )
        raise stopped(told.said(to.lang)) from None


def _tell(measured: Measured, files: dict[str, Path], lang: Lang, *, as_json: bool) -> None:
    if as_json:
        from semesta.files.said import said_of_reading
        from semesta.report import machine
        from semesta.rounds.report import people_told

        dataset = measured.dataset
        content = {
            "place": measured.place,
            "as_of": measured.as_of.isoformat(),
            "files": {name: str(path) for name, path in files.items()},
            "rows_read": dict(dataset.read),
            "rows_set_aside": dict(dataset.set_aside),
            "notes": [note.said(lang) for note in said_of_reading(dataset.problems)],
            "indicators": machine.indicators(measured, lang),
            "findings": machine.findings(measured, lang),
            "people": people_told(dataset.origin, lang),
        }
        typer.echo(machine.as_json(content).decode(), nl=False)
        return
    from rich.console import Console

    from semesta.report.terminal import summary

    console = Console(highlight=False)
    console.print(summary(measured, lang))
    for path in files.values():
        console.print(f"  {path}", markup=False, soft_wrap=True)


COMMAND = ("monev", monev)
