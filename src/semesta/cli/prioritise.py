"""semesta plan prioritise: whom a sum covers first, and the drafts that make it official."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from semesta.cli.plan import app

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    import polars as pl

    from semesta.basics.places import PlaceList
    from semesta.basics.words import Lang, Words
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

    from semesta.cli.linkable import linkable
    from semesta.cli.outputs import spare_inputs, written
    from semesta.cli.shown import places_of
    from semesta.report import machine
    from semesta.report.priority.papers import NAMES, papers
    from semesta.report.priority.workbook import as_data

    spare_inputs([*workers, *(families or [])], [out / name for name in NAMES], lang)
    places = places_of([*workers, *(families or [])], lang)
    asked = _Asked.of(budget, rules, risk or [], group, floor or [], funding, place, places, lang)
    read = linkable("workers", workers, place, places, lang, as_json=as_json)
    households = linkable("households", families, place, places, lang, as_json=as_json).frame if families else None
    today = dt.date.today()  # noqa: DTZ011
    choice = _chosen(
        _grouped(read.frame, asked.group),
        households,
        asked,
        by,
        year,
        months,
        seed,
        _place(place, read.frame, places, lang),
        lang,
    )
    paths = written(papers(choice, lang, today=today, places=places, show_identity=show_identity), out, lang)
    for note in read.notes:
        typer.echo(note.said(lang), err=True)
    if as_json:
        typer.echo(machine.as_json(as_data(choice, lang, places)).decode(), nl=False)
        return
    _show(choice, today, places, lang)
    for path in paths:
        typer.echo(path)


class _Asked:
    """The options, read; all that is wrong with them is told at once."""

    def __init__(
        self,
        budget: int,
        rules: tuple[str, ...],
        risks: tuple[str, ...],
        group: str | None,
        floors: tuple[Floor, ...],
        funding: str,
    ):
        self.budget, self.rules, self.risks, self.group, self.floors, self.funding = (
            budget,
            rules,
            risks,
            group,
            floors,
            funding,
        )

    @classmethod
    def of(
        cls,
        budget: str,
        rules: str,
        risks: Sequence[str],
        group: str | None,
        floors: Sequence[str],
        funding: str,
        place: str | None,
        places: PlaceList,
        lang: Lang,
    ) -> _Asked:
        from semesta.basics.groups import GROUPS
        from semesta.basics.lists import FUNDINGS
        from semesta.basics.words import Words
        from semesta.cli.shown import stopped
        from semesta.planning.fields import rupiah_of
        from semesta.planning.priority.rules import RULES

        wrong: list[Words] = []
        amount = rupiah_of(budget)
        if amount is None:
            wrong.append(
                Words(
                    f"--budget {budget}: tulis rupiah utuh, misalnya 2200000000 atau 'Rp2,2 miliar'",
                    f"--budget {budget}: write whole rupiah, as 2200000000 or 'Rp2.2 billion'",
                )
            )
        names = tuple(name.strip() for name in rules.split(",") if name.strip())
        known = [*RULES, "risk"]
        for name in names:
            if name not in known:
                wrong.append(
                    Words(
                        f"--rules {name}: pilih dari {', '.join(known)}",
                        f"--rules {name}: choose from {', '.join(known)}",
                    )
                )
        groups = {text: GROUPS.find(text) for text in risks}
        own = GROUPS.find(group) if group else None
        unknown = [f"--risk {text}" for text, entry in groups.items() if entry is None]
        unknown += [f"--group {group}"] if group and own is None else []
        wrong += [
            Words(f"{said}: kelompok tidak dikenal (semesta groups)", f"{said}: unknown group (semesta groups)")
            for said in unknown
        ]
        if "risk" in names and not risks:
            wrong.append(Words("--rules risk perlu --risk KELOMPOK", "--rules risk needs --risk GROUP"))
        above = places.find(place) if place else None
        asked = [_floor(text, above.code if above else "", places) for text in floors]
        wrong += [one for one in asked if isinstance(one, Words)]
        source = FUNDINGS.find(funding)
        if source is None:
            wrong.append(
                Words(f"--funding {funding}: sumber dana tidak dikenal", f"--funding {funding}: unknown funding")
            )
        if wrong or amount is None or source is None:
            for said in wrong[:-1]:
                typer.echo(said.said(lang), err=True)
            nothing = Words(". Tidak ada yang ditulis.", ". Nothing was written.")
            raise stopped((wrong[-1] + nothing).said(lang))
        ordered = tuple(entry.code for entry in groups.values() if entry)
        return cls(
            amount,
            names,
            ordered,
            own.code if own else None,
            tuple(one for one in asked if not isinstance(one, Words)),
            source.code,
        )


def _floor(text: str, above: str, places: PlaceList) -> Floor | Words:
    """A floor of a group or of a district, which by its name alone is one within `above`, the place that decrees."""
    from semesta.basics.groups import GROUPS
    from semesta.basics.words import Words
    from semesta.planning.priority.chosen import Floor

    column, _, rest = text.partition("=")
    name, _, number = rest.rpartition(":")
    if column not in ("group", "district") or not number.isdigit() or not name:
        return Words(
            f"--floor {text}: tulis group=KELOMPOK:ORANG atau district=KECAMATAN:ORANG",
            f"--floor {text}: write group=GROUP:PERSONS or district=DISTRICT:PERSONS",
        )
    if column == "group":
        entry = GROUPS.find(name)
        unknown = Words(f"--floor {text}: kelompok tidak dikenal (semesta groups)", f"--floor {text}: unknown group")
        return Floor(column, entry.code, int(number)) if entry else unknown
    within = places.named_within(name, above, "district") if above else []
    code = within[0] if len(within) == 1 else places.find(name)
    unclear = Words(
        f"--floor {text}: kecamatan tidak dikenal, atau ada beberapa yang bernama demikian; tulis kodenya (semesta places KOTA) atau sebut "
        "--place",
        f"--floor {text}: no district of that name, or several; write its code (semesta places CITY) or give --place",
    )
    return Floor(column, code.code, int(number)) if code else unclear


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


def _grouped(workers: pl.DataFrame, group: str | None) -> pl.DataFrame:
    """The workers, of that group where their list says none."""
    import polars as pl

    if group is None:
        return workers
    said = pl.col("group") if "group" in workers.columns else pl.lit(None, pl.String)
    return workers.with_columns(group=said.fill_null(group))


def _chosen(
    workers: pl.DataFrame,
    households: pl.DataFrame | None,
    asked: _Asked,
    by: str,
    year: int,
    months: int,
    seed: int,
    place: str,
    lang: Lang,
) -> Choice:
    from semesta.cli.shown import stopped
    from semesta.law.faults import NoLawOnDate
    from semesta.planning.priority.choice import Impossible, choose

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
        )
    except NoLawOnDate as absent:
        raise stopped(f"--year {year}: {absent.said(lang)}.") from None
    except Impossible as none:
        raise stopped(none.said.said(lang)) from None


def _show(choice: Choice, today: dt.date, places: PlaceList, lang: Lang) -> None:
    from semesta.basics import shown
    from semesta.basics.groups import GROUPS
    from semesta.basics.words import Words, joined, same
    from semesta.planning.priority.candidates import not_asked
    from semesta.report.priority.choice import faulty_niks_told, price_told

    found = choice.chosen
    said = Words(
        f"{shown.count(found.persons, 'id')} dari {shown.count(choice.candidates, 'id')} calon terlindungi; terpakai "
        f"{shown.rupiah(found.spent, 'id')} dari {shown.rupiah(found.budget, 'id')}",
        f"{shown.count(found.persons, 'en')} of {shown.count(choice.candidates, 'en')} candidates covered; "
        f"{shown.rupiah(found.spent, 'en')} of {shown.rupiah(found.budget, 'en')} used",
    )
    typer.echo(said.said(lang))
    for floor, reached in found.unmet:
        entry = (GROUPS if floor.column == "group" else places).get(floor.code)
        title = entry.title if entry else same(floor.code)
        told = Words(
            f"{title.id}: paling sedikit {shown.count(floor.persons, 'id')} orang diminta, {shown.count(reached, 'id')} tercapai",
            f"{title.en}: at least {shown.count(floor.persons, 'en')} persons were asked for, {shown.count(reached, 'en')} reached",
        )
        typer.echo(told.said(lang))
    typer.echo(price_told(choice).said(lang))
    if early := not_asked(choice.others):
        typer.echo(Words("Bukan calon: ", "No candidates: ").said(lang) + joined(early, "; ").said(lang))
    for note in (*faulty_niks_told(choice, today), *choice.notes):
        typer.echo(note.said(lang))
