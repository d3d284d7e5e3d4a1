"""semesta link: which participant each worker is, which rows are one person, and how sure that is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from semesta.basics.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    import polars as pl

    from semesta.basics.places import PlaceList
    from semesta.basics.words import Lang
    from semesta.cli.linkable import Linkable
    from semesta.people.link import Linked


def link(
    workers: Annotated[
        list[str],
        typer.Argument(
            metavar="PEKERJA...",
            help="Daftar pekerja: XLSX, XLS, ODS, CSV, Parquet; pada Spark folder dan s3a:// juga.",
        ),
    ],
    participants: Annotated[list[str], typer.Option("--with", help="Daftar peserta; boleh diulang.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder hasil.")],
    sample: Annotated[
        int, typer.Option(min=0, help="Tulis sampel sekian pasangan untuk diperiksa orang: DIR/sampel.xlsx.")
    ] = 0,
    reviewed: Annotated[
        Path | None,
        typer.Option(help="sampel.xlsx yang sudah diisi; putusannya dipakai dan batas kemiripan disesuaikan."),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(help="model.json dari hasil semesta link lain, atau “bawaan”; tanpa ini dilatih dari daftar ini."),
    ] = None,
    place: Annotated[str | None, typer.Option(help="Wilayah daftar, misalnya 36.72.")] = None,
    lists: Annotated[
        bool, typer.Option("--lists", help="Tulis juga daftar untuk ditindaklanjuti, identitas disamarkan: DIR/daftar.")
    ] = False,
    engine: Annotated[
        Literal["duckdb", "spark"], typer.Option(help="Mesin hitung; Spark untuk klaster, dengan --model.")
    ] = "duckdb",
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            help="Keadaan per tanggal: bagi --lists, bawaan tanggal terakhir dalam daftar; pada Spark tulis juga tabel rekap.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Ringkasan sebagai JSON.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Padankan daftar pekerja dengan daftar peserta: siapa sudah peserta, dan seberapa pasti. (Link workers with participants.)

    Hasil: pasangan.parquet, orang.parquet, alasan.parquet, model.json, ringkasan.json. Alasan satu baris: semesta explain-pair.

    Contoh: semesta link pekerja.xlsx --with peserta.csv --out hasil
    """
    from semesta.cli.link_lists import day_of_lists, written_lists
    from semesta.cli.link_masked import are_masked, linked_masked
    from semesta.cli.link_on_spark import Asked, link_there
    from semesta.cli.outputs import spare_inputs
    from semesta.cli.shown import places_of, stopped
    from semesta.people.link import LinkError
    from semesta.people.link.kept import keep

    outputs = _may_be_written(out, sample=sample, lists=lists, is_spark=engine == "spark")
    spare_inputs([*workers, *participants, reviewed, model], outputs, lang)
    try:
        if engine == "spark":
            if lists:
                raise LinkError(Words("--lists tidak ada pada Spark", "Spark makes no --lists"))
            asked = Asked(workers, participants, model, reviewed, sample, place, as_of)
            link_there(asked, out, _step_shown(lang), lang)
        else:
            ours, theirs = _paths(workers), _paths(participants)
            if as_of and not lists:
                raise LinkError(Words("--as-of memerlukan --lists", "--as-of needs --lists"))
            if are_masked(
                [*ours, *theirs], {"--sample": sample, "--lists": lists, "--reviewed": reviewed, "--model": model}
            ):
                found, seconds = linked_masked(ours, theirs)
                keep(found, out, seconds=seconds)
            else:
                places = places_of([*ours, *theirs], lang)
                read = _read(ours, theirs, place, places, lang, as_json=as_json)
                day = day_of_lists(read, as_of) if lists else None
                found, seconds = _linked(read, reviewed, model, lang)
                frames = {table: one.frame for table, one in read.items()}
                if _seem_swapped(frames):
                    typer.echo(SWAPPED.said(lang), err=True)
                _keep(found, frames, out, sample, seconds)
                if day:
                    written = written_lists(found, frames, out, place, places, day, lang)
                    typer.echo(written.said(lang), err=as_json)
    except LinkError as wrong:
        raise stopped(wrong.said.said(lang)) from None
    _tell(out, as_json=as_json, lang=lang)


SWAPPED = Words(
    "⚠ Apakah kedua daftar tertukar? Yang diberikan sesudah --with tidak memuat kolom kepesertaan apa pun (KPJ, program, status, "
    "lunas sampai), sedangkan daftar pekerja memuatnya. Daftar peserta BPJS ditulis sesudah --with.",
    "⚠ Are the two lists swapped? What was given after --with has no column of membership at all (KPJ, programmes, status, "
    "paid through), and the list of workers has. The list of participants goes after --with.",
)
MEMBERSHIP = ("kpj", "programmes", "status", "bpjs_status", "registered_on", "active_until", "ended_on")


def _seem_swapped(frames: Mapping[str, pl.DataFrame]) -> bool:
    """Whether the workers say something of memberships and the participants nothing."""

    def says(table: str) -> bool:
        frame = frames[table]
        return any(c in frame.columns and frame[c].null_count() < frame.height for c in MEMBERSHIP)

    return says("workers") and not says("participants")


def _may_be_written(out: Path, *, sample: int, lists: bool, is_spark: bool) -> list[Path]:
    from semesta.people.link import kept
    from semesta.tables.registry import TABLES

    names = [kept.PAIRS, kept.PERSONS, kept.REASONS, kept.MODEL, kept.SUMMARY, kept.ASIDE]
    names += ["sampel.xlsx"] * bool(sample) + ["daftar"] * lists + [f"{name}.csv" for name in TABLES] * is_spark
    return [out / name for name in names]


def _paths(given: list[str]) -> list[Path]:
    return [Path(path) for path in given]


def _read(
    workers: list[Path], participants: list[Path], place: str | None, places: PlaceList, lang: Lang, *, as_json: bool
) -> dict[str, Linkable]:
    """The lists by table."""
    from semesta.cli.linkable import linkable

    given = {"workers": workers, "participants": participants}
    return {table: linkable(table, files, place, places, lang, as_json=as_json) for table, files in given.items()}


def _linked(
    lists: Mapping[str, Linkable], reviewed: Path | None, model: str | None, lang: Lang
) -> tuple[Linked, float]:
    """What linking found, and the seconds it took beside reading the lists."""
    import time

    from semesta.people.link import link as linked
    from semesta.people.link import model_named
    from semesta.people.link.sample import decisions_in

    known = None if model is None else model_named(model)
    decisions = decisions_in(reviewed) if reviewed else []
    workers, participants = lists["workers"].frame, lists["participants"].frame
    started = time.perf_counter()
    with _step_shown(lang) as told:
        found = linked(workers, participants, model=known, decisions=decisions, progress=told)
    return _with_reading(found, lists), time.perf_counter() - started


def _with_reading(found: Linked, lists: Mapping[str, Linkable]) -> Linked:
    """The linking with what is to be said of the reading of its lists: rows set aside, first among the notes."""
    from dataclasses import replace

    aside = {table: one.set_aside for table, one in lists.items()}
    notes = [{"id": said.id, "en": said.en} for one in lists.values() for said in one.notes]
    summary = found.summary | {"rows_set_aside": aside, "notes": [*notes, *found.summary["notes"]]}
    return replace(found, summary=summary)


def _step_shown(lang: Lang) -> Any:
    """The step at hand in the terminal; nothing where the output goes elsewhere."""
    from contextlib import contextmanager

    from rich.console import Console

    @contextmanager
    def shown() -> Any:
        console = Console(stderr=True)
        with console.status("") as status:
            yield lambda step: status.update(step.said(lang))

    return shown()


def _keep(found: Linked, frames: dict[str, pl.DataFrame], out: Path, sample: int, seconds: float) -> None:
    import tempfile

    from semesta.people.link.kept import keep
    from semesta.people.link.sample import sampled, write_sample

    if not sample:
        keep(found, out, seconds=seconds)
        return
    with tempfile.TemporaryDirectory(prefix="semesta-") as folder:
        path = Path(folder) / "sampel.xlsx"
        write_sample(path, sampled(found, sample), frames["workers"], frames["participants"])
        keep(found, out, seconds=seconds, more={path.name: path})


def _tell(out: Path, *, as_json: bool, lang: Lang) -> None:
    from semesta.people.link.kept import summary_in

    summary = summary_in(out)
    if as_json:
        from semesta.cli.printed import print_json

        print_json(summary)
        return
    for line in _lines(summary, lang):
        typer.echo(line)
    typer.echo(f"Hasil: {out}" if lang == "id" else f"Written: {out}")


def _lines(summary: dict[str, Any], lang: Lang) -> list[str]:
    from semesta.basics.shown import count

    def number(name: str) -> str:
        return count(summary[name], lang)

    lines = [
        f"{number('workers')} baris pekerja, {number('persons')} orang; {number('matched')} di antaranya peserta"
        if lang == "id"
        else f"{number('workers')} worker rows, {number('persons')} persons; {number('matched')} of them are participants"
    ]
    if summary["matched"]:
        nik, model = (count(summary["stages"][stage], lang) for stage in ("nik", "model"))
        lines.append(
            f"Baris yang padan: {nik} lewat NIK yang sama, {model} lewat kemiripan"
            if lang == "id"
            else f"Rows matched: {nik} by the same NIK, {model} by likeness"
        )
    if summary["coverage"] is not None:
        low, point, high = (f"{100 * summary[name]:.1f}" for name in ("coverage_low", "coverage", "coverage_high"))
        # Participants of an office alone are seen: others may be registered elsewhere. And registered is not active.
        least = ("paling sedikit ", "at least ") if summary["basis"] == "office" else ("", "")
        lines.append(
            f"Terdaftar sebagai peserta: {least[0]}{point} % (antara {low} dan {high} %); ".replace(".", ",")
            + "aktif atau tidaknya tidak dilihat di sini"
            if lang == "id"
            else f"Registered as participants: {least[1]}{point}% (between {low}% and {high}%); whether active is not looked at here"
        )
    return [*lines, *(f"- {note[lang]}" for note in summary["notes"])]


COMMAND = ("link", link)
