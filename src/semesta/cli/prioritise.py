"""semesta plan prioritise: whom a sum covers first, and the drafts that make it official."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from semesta.cli.plan import app

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import polars as pl

    from semesta.basics.places import PlaceList
    from semesta.basics.words import Lang
    from semesta.planning.fields import Assumed, Fields
    from semesta.planning.priority.choice import Choice
    from semesta.planning.priority.chosen import Floor


@app.command("prioritise")
def prioritise(
    workers: Annotated[list[Path], typer.Option("--workers", help="Daftar pekerja; boleh beberapa berkas.")],
    budget: Annotated[str, typer.Option(help="Pagu, misalnya 2200000000 atau 'Rp2,2 miliar'.")],
    year: Annotated[int, typer.Option(help="Tahun anggaran.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder hasil.")],
    months: Annotated[int, typer.Option(min=1, max=12, help="Bulan yang dibayar, yang terakhir dalam tahun itu.")] = 12,
    by: Annotated[
        Literal["rules", "benefit", "poverty", "persons"],
        typer.Option(help="rules: urutan kriteria; lainnya: terbanyak menurut tujuan itu."),
    ] = "rules",
    rules: Annotated[
        str, typer.Option(help="Kriteria berurutan: lapsed, decile, risk, dependants, oldest, youngest.")
    ] = "lapsed,decile,dependants,oldest",
    risk: Annotated[
        list[str] | None, typer.Option(help="Kelompok berisiko tertinggi, yang paling dahulu; dapat diulang.")
    ] = None,
    group: Annotated[
        str | None, typer.Option(help="Kelompok orang yang kelompoknya tidak disebut daftar, misalnya nelayan.")
    ] = None,
    floor: Annotated[
        list[str] | None,
        typer.Option(help="Paling sedikit: group=rentan.nelayan:100 atau district=36.72.01:50; dapat diulang."),
    ] = None,
    families: Annotated[
        list[Path] | None, typer.Option("--families", help="Daftar keluarga: tanggungan tiap calon menurut No. KK.")
    ] = None,
    funding: Annotated[str, typer.Option(help="Sumber dana.")] = "apbd.kabkota",
    assumptions: Annotated[
        Path | None, typer.Option(help="Asumsi sendiri: YAML dengan assumptions, atau rencana yang memuatnya.")
    ] = None,
    place: Annotated[str | None, typer.Option(help="Wilayah yang menetapkan.")] = None,
    seed: Annotated[int, typer.Option(min=0, help="Benih undian bagi yang sama urutannya.")] = 1,
    show_identity: Annotated[
        bool, typer.Option("--show-identity", help="Tampilkan NIK dan nama; juga berkas pendaftaran.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Keluaran JSON.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Siapa yang didahulukan dengan pagu tertentu, dan alasannya. (Whom a sum covers first, and why.)

    Contoh: semesta plan prioritise --workers nelayan.xlsx --budget 2200000000 --year 2026 --out hasil
    """
    import datetime as dt

    from semesta.basics.words import Words, same
    from semesta.cli.linkable import linkable
    from semesta.cli.outputs import spare_inputs, written
    from semesta.cli.shown import places_of
    from semesta.report import machine
    from semesta.report.priority.choice import summary
    from semesta.report.priority.papers import NAMES, papers
    from semesta.report.priority.workbook import as_data

    spare_inputs([*workers, *(families or []), assumptions], [out / name for name in NAMES], lang)
    places = places_of([*workers, *(families or [])], lang)
    asked = _asked(
        budget=budget,
        rules=rules,
        risks=risk or [],
        group=group,
        floors=floor or [],
        funding=funding,
        assumptions=assumptions,
        place=place,
        places=places,
        lang=lang,
    )
    read = linkable("workers", workers, place, places, lang, as_json=as_json)
    households = linkable("households", families, place, places, lang, as_json=as_json).frame if families else None
    today = dt.date.today()  # noqa: DTZ011
    if year < today.year:
        past = Words(f"--year {year}: tahun itu sudah lewat.", f"--year {year}: that year is over.")
        typer.echo(past.said(lang), err=True)
    whose = _place(place, read.frame, places, lang)
    choice = _chosen(
        _grouped(read.frame, asked.group, lang),
        households,
        asked,
        by=by,
        year=year,
        months=months,
        seed=seed,
        place=whose,
        lang=lang,
    )
    paths = written(papers(choice, lang, today=today, places=places, show_identity=show_identity), out, lang)
    for note in read.notes:
        typer.echo(note.said(lang), err=True)
    if as_json:
        typer.echo(machine.as_json(as_data(choice, lang, places)).decode(), nl=False)
        return
    for said in (*summary(choice, today, places), *map(same, map(str, paths))):
        typer.echo(said.said(lang))


@dataclass(frozen=True)
class _Asked:
    """The options, read."""

    budget: int
    rules: tuple[str, ...]
    risks: tuple[str, ...]
    group: str | None
    floors: tuple[Floor, ...]
    funding: str
    assumptions: Mapping[str, Assumed]


def _asked(
    *,
    budget: str,
    rules: str,
    risks: Sequence[str],
    group: str | None,
    floors: Sequence[str],
    funding: str,
    assumptions: Path | None,
    place: str | None,
    places: PlaceList,
    lang: Lang,
) -> _Asked:
    """The options, read; ends the command with all that is wrong with them at once."""
    from semesta.basics.lists import FUNDINGS
    from semesta.basics.words import Words
    from semesta.cli.shown import of_file, stopped_by
    from semesta.planning.assumptions_file import read_assumptions
    from semesta.planning.faults import Unplannable
    from semesta.planning.fields import Fields
    from semesta.planning.priority.rules import RULES

    fields = Fields({"--budget": budget, "--funding": funding})
    names, known = tuple(name.strip() for name in rules.split(",") if name.strip()), (*RULES, "risk")
    for name in names:
        if name not in known:
            all_of_them = ", ".join(known)
            fix = Words(f"pilih: {all_of_them}", f"one of: {all_of_them}")
            fields.fault("--rules", name, Words("tidak dikenal", "is unknown"), fix)
    if "risk" in names and not risks:
        fields.fault(
            "--rules", "risk", Words("perlu --risk", "needs --risk"), Words("sebut kelompoknya", "name the groups")
        )
    above = places.find(place) if place else None
    asked = _Asked(
        fields.rupiah("--budget"),
        names,
        tuple(_group("--risk", text, fields) for text in risks),
        _group("--group", group, fields) if group else None,
        tuple(_floor(text, above.code if above else "", places, fields) for text in floors),
        fields.code("--funding", FUNDINGS),
        of_file(assumptions, read_assumptions, lang),
    )
    if fields.faults:
        raise stopped_by(Unplannable(fields.faults), lang)
    return asked


def _group(option: str, text: str, fields: Fields) -> str:
    """The code of a group; one that is not known is a fault."""
    from semesta.basics.groups import GROUPS
    from semesta.basics.words import Words

    entry = GROUPS.find(text)
    if entry is None:
        all_of_them = Words("lihat semesta groups", "see semesta groups")
        fields.fault(option, text, Words("kelompok tidak dikenal", "unknown group"), all_of_them)
    return entry.code if entry else ""


def _floor(text: str, above: str, places: PlaceList, fields: Fields) -> Floor:
    """A floor of a group or of a district, which by its name alone is one within `above`, the place that decrees."""
    from semesta.basics.words import Words
    from semesta.planning.priority.chosen import Floor

    column, _, rest = text.partition("=")
    name, _, number = rest.rpartition(":")
    if column not in ("group", "district") or not number.isdigit() or not name:
        example = Words(
            "group=KELOMPOK:ORANG atau district=KECAMATAN:ORANG", "group=GROUP:PERSONS or district=DISTRICT:PERSONS"
        )
        fields.fault("--floor", text, Words("bukan batas", "is no floor"), Words("tulis ", "write ") + example)
        return Floor("", "", 0)
    if column == "group":
        return Floor(column, _group("--floor", name, fields), int(number))
    within = places.named_within(name, above, "district") if above else []
    code = within[0] if len(within) == 1 else places.find(name)
    if code is None:
        unclear = Words(
            "kecamatan tidak dikenal, atau ada beberapa yang bernama demikian", "no district of that name, or several"
        )
        fix = Words(
            "tulis kodenya (semesta places KOTA) atau sebut --place",
            "write its code (semesta places CITY) or give --place",
        )
        fields.fault("--floor", text, unclear, fix)
    return Floor(column, code.code if code else "", int(number))


def _place(text: str | None, workers: pl.DataFrame, places: PlaceList, lang: Lang) -> str:
    """The place asked for, else that of most rows; ends the command where none says one, since a decree is somebody's."""
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped

    found = places.find(text) if text else None
    if found is not None:
        return found.code
    named = workers["place"].drop_nulls() if "place" in workers.columns else None
    if named is not None and named.len():
        return str(named.value_counts(sort=True)["place"][0])
    said = Words(
        "--place: wilayah yang menetapkan tidak disebut dalam daftar; tambahkan, misalnya --place 36.72 atau --place 'Kota Cilegon'. "
        "Tidak ada yang ditulis.",
        "--place: the list does not say whose it is; add it, as --place 36.72 or --place 'Kota Cilegon'. Nothing was written.",
    )
    raise stopped(said.said(lang))


def _grouped(workers: pl.DataFrame, group: str | None, lang: Lang) -> pl.DataFrame:
    """The workers, of that group where their list says none."""
    import polars as pl

    from semesta.basics.groups import GROUPS
    from semesta.basics.words import Words
    from semesta.planning.in_words import count

    if group is None:
        return workers
    said = pl.col("group") if "group" in workers.columns else pl.lit(None, pl.String)
    lacking = int(workers.select(said.is_null().sum()).item()) if "group" in workers.columns else workers.height
    if lacking:
        persons, title = count(lacking), GROUPS[group].title
        told = Words(
            f"--group: {persons.id} orang tanpa kelompok menjadi {title.id}.",
            f"--group: {persons.en} persons without a group become {title.en}.",
        )
        typer.echo(told.said(lang), err=True)
    return workers.with_columns(group=said.fill_null(group))


def _chosen(
    workers: pl.DataFrame,
    households: pl.DataFrame | None,
    asked: _Asked,
    *,
    by: str,
    year: int,
    months: int,
    seed: int,
    place: str,
    lang: Lang,
) -> Choice:
    """Whom the sum covers; ends the command where it can cover nobody, or not as it was asked to."""
    from dataclasses import replace

    from semesta.cli.shown import stopped, stopped_by
    from semesta.law.faults import NoLawOnDate
    from semesta.planning.faults import Unplannable
    from semesta.planning.priority.choice import choose

    try:
        return choose(
            workers,
            households,
            budget=asked.budget,
            rules=asked.rules,
            risks=asked.risks,
            floors=asked.floors,
            funding=asked.funding,
            by=by,
            year=year,
            months=months,
            seed=seed,
            place=place,
            replaced=asked.assumptions,
        )
    except NoLawOnDate as absent:
        raise stopped(f"--year {year}: {absent.said(lang)}.") from None
    except Unplannable as none:
        options = [replace(fault, field=f"--{fault.field}") for fault in none.faults]
        raise stopped_by(Unplannable(options), lang) from None
