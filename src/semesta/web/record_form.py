"""The form of a record, made of its table's columns: types become kinds of field, code lists choices, helps hints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from semesta.basics import shown
from semesta.basics.codes import CodeList
from semesta.basics.groups import GROUPS
from semesta.basics.problem import Fault
from semesta.basics.words import Lang, Words, capital
from semesta.files.row_faults import MISSING_VALUE
from semesta.monev.registry import INDICATORS
from semesta.report.laporan import naming
from semesta.tables import causes
from semesta.tables.table import Column
from semesta.tables.types import DAY, YES_NO, Coded, PlaceType
from semesta.web import chapters
from semesta.web.access import Somebody, allowed, in_subtrees, places_of
from semesta.web.kept import Kept
from semesta.web.models import Record, Round, Snapshot
from semesta.web.places import office_places
from semesta.web.roles import Permission

MOST_CHOICES = 150
"""A list with more entries is typed with suggestions instead of chosen from."""
MOST_LINES = 100

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field; kind is "choice", "day", "long" or "line". wrong: what is the matter with it, and how it is mended."""

    name: str
    kind: str
    title: Words
    help: Words
    is_required: bool
    value: str
    choices: Choices = ()
    known: tuple[str, ...] = ()
    wrong: Words | None = None
    is_first: bool = True
    """Whether it stands before what is seldom filled in."""


def fields_of(
    kept: Kept,
    typed: Mapping[str, str],
    faults: Mapping[str, Fault],
    user: Somebody,
    lang: Lang,
    *,
    fixed: frozenset[str],
) -> list[Field]:
    """The fields of a table's form as far as they are typed.

    Args:
        fixed: columns that are known already and not asked for.
    """
    first = {*kept.what, kept.who, kept.due, kept.status, *kept.listed, "place"}
    made = []
    for column in kept.table.columns:
        if column.name in fixed or not column.in_template:
            continue
        value = typed.get(column.name, "")
        wrong = _wrong(faults.get(column.name), value)
        choices = _choices(column, user, lang)
        if not choices and isinstance(column.type, PlaceType):
            value = naming.name(office_places(), value, lang)
        made.append(
            Field(
                column.name,
                _kind(column, kept, choices),
                column.title,
                column.help,
                column.required,
                value,
                choices,
                _known(kept, column, user, lang) if not choices else (),
                wrong,
                column.required or column.name in first or wrong is not None,
            )
        )
    return made


def _wrong(fault: Fault | None, value: str) -> Words | None:
    """What is wrong and how it is mended, in one; a form speaks of fields and suggestions where files have cells and codes."""
    if fault is None:
        return None
    if fault.cause == MISSING_VALUE.cause:
        return Words("Wajib diisi.", "This must be filled in.")
    if fault.cause == causes.PLACE_UNKNOWN:
        places = office_places()
        near = places.named(place.code for place in places.nearest(value))
        meant = Words(f" Mungkin maksudnya {near.id}?", f" Perhaps {near.en}?") if near.id else Words("", "")
        return Words("Wilayah tidak dikenal.", "Unknown place.") + meant
    what = fault.title if fault.title.id else fault.expected
    return Words(f"{capital(what.id)}. {fault.how_to_fix.id}", f"{capital(what.en)}. {fault.how_to_fix.en}")


def _kind(column: Column, kept: Kept, choices: Choices) -> str:
    if choices:
        return "choice"
    if column.type is DAY:
        return "day"
    return "long" if column.name in kept.long else "line"


def _choices(column: Column, user: Somebody, lang: Lang) -> Choices:
    if column.name == "indicator":
        return indicator_choices(lang)
    if isinstance(column.type, PlaceType):
        found = place_choices(user, lang)
        return found if len(found) <= MOST_CHOICES else ()
    if isinstance(column.type, Coded):
        return _coded(column.type.codelist, lang)
    if column.type is YES_NO:
        return (("ya", Words("Ya", "Yes").said(lang)), ("tidak", Words("Tidak", "No").said(lang)))
    return ()


def _coded(codes: CodeList, lang: Lang) -> Choices:
    """Codes by name; those of a tree stand under what they are part of."""
    depth = (lambda code: len(codes.path(code)) - 1) if codes is GROUPS else (lambda code: 0)
    return tuple((one.code, "– " * depth(one.code) + one.title.said(lang)) for one in codes)


def place_choices(user: Somebody, lang: Lang) -> Choices:
    """The places somebody works for and the regions below them, down to regencies; below a regency its districts."""
    places = office_places()
    held = sorted(places_of(user, Permission.WORK), key=lambda code: (len(places.path(code)), code))
    codes = [code for place in held for code in (place, *_below(place))]
    return tuple((code, naming.name(places, code, lang)) for code in dict.fromkeys(codes))


def _below(place: str) -> list[str]:
    places = office_places()
    regions = [region.code for region in places.regions(place)]
    return (
        [code for one in regions for code in (one, *(r.code for r in places.regions(one)))]
        if place == "ID"
        else regions
    )


def first_place(user: Somebody) -> str:
    """The place a new record is most likely about: of the latest round somebody works for, otherwise their own."""
    rounds = allowed(Round.objects.order_by("-as_of", "-id"), user, Permission.WORK).values_list("place", flat=True)
    return rounds.first() or min(places_of(user, Permission.WORK), default="")


def indicator_choices(lang: Lang) -> Choices:
    return tuple((name, one.title.said(lang)) for name, one in INDICATORS.items())


def _known(kept: Kept, column: Column, user: Somebody, lang: Lang) -> tuple[str, ...]:
    """What was written before where institutions and offices are named, to be taken again; places by name."""
    if isinstance(column.type, PlaceType):
        return tuple(title for _, title in place_choices(user, lang))
    if column.name != kept.who:
        return ()
    rows = allowed(Record.objects.filter(ended_at=None).exclude(who=""), user, Permission.READ)
    return tuple(rows.order_by("who").values_list("who", flat=True).distinct()[:MOST_CHOICES])


def latest_snapshot(place: str) -> Snapshot | None:
    """The latest measurement of a place."""
    return Snapshot.objects.filter(is_current=True, round__place=place).order_by("-as_of", "-id").first()


def budget_choices(place: str, lang: Lang) -> Choices:
    """The lines of the budget in the latest measurement of a place, as they are named there."""
    snapshot = latest_snapshot(place)
    frame = chapters.measured(snapshot.sha256).dataset.frame("budgets") if snapshot else None
    if frame is None:
        return ()
    lines = []
    for row in frame.to_dicts()[:MOST_LINES]:
        group = naming.part("group", row["group"] or "", lang, office_places()) if row["group"] else ""
        amount = shown.rupiah(row["allocated"], lang) if row["allocated"] is not None else ""
        named = (str(row["year"]), row["account"], row["subkegiatan"], row["opd"], row["document_no"], group, amount)
        lines.append(" · ".join(part for part in named if part)[:300])
    return tuple((line, line) for line in dict.fromkeys(lines))


def meeting_choices(place: str, lang: Lang) -> Choices:
    """The meetings of a place whose minutes are not signed yet."""
    held = Record.objects.filter(in_subtrees([place]), table="meeting", ended_at=None, is_open=True).order_by("-due")
    return tuple((str(one.pk), f"{one.data.get('title') or ''} {_day(one, lang)}".strip()) for one in held)


def _day(meeting: Record, lang: Lang) -> str:
    return shown.day(meeting.due, lang) if meeting.due else ""
