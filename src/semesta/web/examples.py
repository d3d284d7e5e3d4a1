"""The examples as rounds and a plan, so that a first look finds something; they are marked, and loaded once."""

from __future__ import annotations

import shutil
from pathlib import Path

from django.utils import timezone

from semesta.files.read import TABLE_SUFFIXES
from semesta.rounds.lists import kept_until
from semesta.tables.origin import PURPOSE
from semesta.web.actions.accounts import grant
from semesta.web.actions.rounds import ask_measurement, make_round
from semesta.web.actions.scenarios import ask_plan, make_scenario
from semesta.web.actions.uploads import add_upload
from semesta.web.models import Round, User
from semesta.web.places import invented_file
from semesta.web.roles import Role

EXAMPLES = (
    ("cilegon-2024", "36.72", "Monev Cilegon 2024"),
    ("banten-2022", "36", "Monev Banten 2022"),
    ("banten-2025", "36", "Monev Banten 2025"),
)
PLAN = "rencana-cilegon/rencana.yaml"
OF_PEOPLE = ("kota-contoh", "36.79", "Monev Kota Contoh")
"""A city that does not exist, with lists of people who do not: measured last, so that the other rounds are there at once."""
PLACES_FILE = "places.csv"
WITHOUT_PEOPLE = ("rekap monev.xlsx",)
"""Of its files those that hold no list of people."""
INVENTED = "contoh: semua orang dalam daftar ini rekaan"


def load_examples(by: User) -> None:
    """Makes a round of each example and asks for it to be measured, and for the plan to be run, where there is no round yet."""
    folder = _folder()
    if folder is None or Round.objects.exists():
        return
    for name, place, title in EXAMPLES:
        _load(folder / name, place, title, by)
    if (folder / OF_PEOPLE[0]).is_dir():
        shutil.copyfile(folder / OF_PEOPLE[0] / PLACES_FILE, invented_file())
        # Of invented people even this page may show who they are, so that it can be tried.
        grant(by=None, to=by, role=Role.OFFICER, place=OF_PEOPLE[1], sees_identity=True)
        _load(folder / OF_PEOPLE[0], *OF_PEOPLE[1:], by, holds_people=True)
    plan = make_scenario(by=by, text=(folder / PLAN).read_text(encoding="utf-8"), is_example=True)
    ask_plan(plan, None, by=by, lang="id")


def _load(folder: Path, place: str, title: str, by: User, *, holds_people: bool = False) -> None:
    made = make_round(by=by, place=place, title=title, kind="meeting", is_example=True)
    declared = {"purpose": PURPOSE.id, "legal_basis": INVENTED, "delete_on": kept_until(timezone.localdate())}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in TABLE_SUFFIXES and path.name != PLACES_FILE:
            told = {"holds_people": True, **declared} if holds_people and path.name not in WITHOUT_PEOPLE else {}
            add_upload(made, by=by, name=path.name, content=[path.read_bytes()], **told)
    ask_measurement(made, by=by)


def _folder() -> Path | None:
    """The examples beside the source, or in the installed package."""
    for parent in Path(__file__).resolve().parents:
        if (parent / "examples" / EXAMPLES[0][0]).is_dir():
            return parent / "examples"
    return None
