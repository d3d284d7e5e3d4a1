"""Everything a round gives, written aside and put in place one by one, the manifest last."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from semesta import __version__
from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.people.findings.finding import Finding, Found
from semesta.people.findings.registry import FINDINGS
from semesta.people.people import People
from semesta.planning.planned import Planned
from semesta.report import machine
from semesta.report.own.template import OwnTemplate, set_in
from semesta.report.registration import Profile
from semesta.report.rencana.files import NAME as PLAN
from semesta.rounds.leftover import beside, left_over, take_away
from semesta.rounds.lists import Counted
from semesta.tables.origin import Origin, Step

Progress = Callable[[Words, float], None]
MANIFEST = "manifest.json"
_SUFFIXES = (".docx", ".pdf", ".pptx", ".xlsx")
"""What papers are written as; a paper of several letters is a folder of its own name."""


@dataclass(frozen=True)
class ToAct:
    """The lists to act on that go with a report. Without `show_identity` people are masked and nobody can be registered."""

    counted: Counted
    show_identity: bool = False
    form: Profile | None = None


def written_report(
    measured: Measured,
    out: Path,
    lang: Lang = "id",
    progress: Progress | None = None,
    to_act: ToAct | None = None,
    documents: Sequence[str] = ("laporan",),
    templates: Mapping[str, OwnTemplate] | None = None,
) -> dict[str, Path]:
    """The files of the report by name, all in place in `out`; what an earlier run made and this one does not is taken away.

    What somebody has edited since stays; the manifest names it under `edited`, and under `beside` the new name of a paper that
    would have taken its place. Lists of people are always written anew: what they show of a person is decided by each run.

    Everything is made before anything is written, and nothing is put in place before everything is written: a run that is
    cancelled or fails leaves what stood there before.

    Args:
        templates: by name of the paper, an office's own template for it.

    Raises:
        OSError: `out` cannot be made or written.
        TemplateFault: a template cannot be filled.
    """
    contents: dict[str, bytes] = {}
    steps = _steps(measured, lang, documents, templates or {}) | (_lists(to_act, lang) if to_act else {})
    for n, (name, (title, make)) in enumerate(steps.items()):
        if progress is not None:
            progress(title, n / len(steps))
        contents[name] = make()
    aside = beside(out, MANIFEST, {name: content for name, content in contents.items() if _may_be_edited(name)})
    contents = {aside.get(name, name): content for name, content in contents.items()}
    old = left_over(out, MANIFEST, {*contents, *LIST_NAMES})
    kept = {"edited": dict(old.edited), "beside": aside}
    told = manifest(measured, lang, contents, to_act) | kept | _of_templates(templates or {})
    contents[MANIFEST] = machine.as_json(told)
    put_in_place(out, contents)
    take_away(out, old.untouched)
    return {name: out / name for name in contents}


def may_be_written(out: Path, documents: Sequence[str]) -> list[Path]:
    """The files and folders that a run with these papers may write or take away in `out`, told before it."""
    of_papers = [f"{name}{suffix}" for name in documents for suffix in ("", *_SUFFIXES)]
    of_plan = [f"{PLAN}.json", f"{PLAN}.xlsx"]
    names = [
        "indikator.json",
        "temuan.json",
        MANIFEST,
        LISTS,
        *of_papers,
        *of_plan,
        *left_over(out, MANIFEST, ()).untouched,
    ]
    return [out / name for name in names]


def put_in_place(out: Path, contents: Mapping[str, bytes]) -> None:
    """Writes files beside their place, then renames them one by one in their order, and takes away lists that are no longer made.

    Raises:
        OSError: `out` cannot be made or written.
    """
    out.mkdir(parents=True, exist_ok=True)
    with _written_aside(out, contents) as aside:
        for name, path in aside.items():
            (out / name).parent.mkdir(exist_ok=True)
            os.replace(path, out / name)
    for name in {*LIST_NAMES} - set(contents):
        (out / name).unlink(missing_ok=True)


def _may_be_edited(name: str) -> bool:
    """Whether people work in the file: not in those for machines; and lists of people go by the run that made them."""
    return not name.endswith(".json") and not name.startswith(f"{LISTS}/")


def _of_templates(templates: Mapping[str, OwnTemplate]) -> dict[str, Any]:
    made = {
        paper: {"file": own.file, "sha256": hashlib.sha256(own.content).hexdigest()} for paper, own in templates.items()
    }
    return {"templates": made} if made else {}


def _steps(
    measured: Measured, lang: Lang, names: Sequence[str], templates: Mapping[str, OwnTemplate]
) -> dict[str, tuple[Words, Callable[[], bytes]]]:
    """By file what is being done and what does it: figures and findings for machines, then each paper that is asked for."""
    from semesta.report.papers.registry import papers

    steps: dict[str, tuple[Words, Callable[[], bytes]]] = {
        "indikator.json": (
            Words("menulis indikator", "writing indicators"),
            lambda: machine.as_json(machine.indicators(measured, lang)),
        ),
        "temuan.json": (
            Words("menulis temuan", "writing findings"),
            lambda: machine.as_json(machine.findings(measured, lang)),
        ),
    }
    for paper in (papers()[name] for name in names):
        if paper.lacking(measured) is None:
            files = paper.files(measured, lang)
            own = templates.get(paper.name)
            for name, make in (set_in(files, own, measured) if own else files).items():
                steps[name] = (Words(f"menyusun {name}", f"making {name}"), make)
    return steps


LISTS = "daftar"
REGISTRATION = f"{LISTS}/pendaftaran.xlsx"


def list_name(finding: Finding) -> str:
    """The file of a list, named as officers call it: "daftar/belum-terdaftar.xlsx"."""
    return f"{LISTS}/{re.sub('[^a-z0-9]+', '-', finding.title.id.lower()).strip('-')}.xlsx"


def whole_list_name(finding: Finding) -> str:
    """The file of all rows of a list that a workbook cannot hold."""
    return list_name(finding).removesuffix(".xlsx") + ".csv"


LIST_NAMES = (*map(list_name, FINDINGS.values()), *map(whole_list_name, FINDINGS.values()), REGISTRATION)
"""The files that lists to act on may be written to."""


def _lists(to_act: ToAct, lang: Lang) -> dict[str, tuple[Words, Callable[[], bytes]]]:
    """Each list that has rows; and where identity is shown, those not registered as the form takes them."""
    from semesta.report.registration import profile, registration

    people, origin = to_act.counted.people, to_act.counted.dataset.origin
    if people is None or origin is None or not origin.lists:
        return {}
    purpose, until = origin.lists[0].purpose, min(kept.delete_on for kept in origin.lists)
    made = list_steps(
        people,
        to_act.counted.found,
        purpose,
        until,
        lang,
        show_identity=to_act.show_identity,
        reckonings=origin.reckonings,
    )
    if to_act.show_identity and list_name(FINDINGS["unregistered"]) in made:
        title = Words("menulis berkas pendaftaran", "writing the form of registration")
        made[REGISTRATION] = (title, partial(registration, people, to_act.form or profile(), lang))
    return made


def list_steps(
    people: People,
    found: Sequence[Found],
    purpose: Words,
    until: dt.date,
    lang: Lang,
    *,
    show_identity: bool = False,
    reckonings: Mapping[str, Sequence[Step]] | None = None,
) -> dict[str, tuple[Words, Callable[[], bytes]]]:
    """By file the name of each list that has rows, and what makes it; one that a workbook cannot hold has two files."""
    from semesta.report.person_lists import Keeping, is_too_long, person_csv, person_list

    book = partial(person_list, people=people, lang=lang, keep=Keeping(purpose, until), show_identity=show_identity)
    whole = partial(person_csv, people=people, lang=lang, show_identity=show_identity)
    made: dict[str, tuple[Words, Callable[[], bytes]]] = {}
    for one in (one for one in found if one.count):
        reckoned = (reckonings or {}).get(one.finding.name, ())
        made[list_name(one.finding)] = (one.finding.title, partial(book, one, reckoned=reckoned))
        if is_too_long(one):
            made[whole_list_name(one.finding)] = (one.finding.title, partial(whole, one))
    return made


def manifest(
    measured: Measured, lang: Lang, contents: Mapping[str, bytes], to_act: ToAct | None = None
) -> dict[str, Any]:
    """What was made of what: hashes of inputs and outputs, place, day, and the rows read and set aside."""
    dataset = measured.dataset
    return {
        "semesta": __version__,
        "place": measured.place,
        "as_of": measured.as_of.isoformat(),
        "lang": lang,
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()},
        "inputs": [{"name": f.name, "sha256": f.sha256, "rows": dict(f.rows)} for f in dataset.files],
        "rows_read": dict(dataset.read),
        "rows_set_aside": dict(dataset.set_aside),
        **_of_plan(measured),
        **_of_lists(dataset.origin, lang, shows_identity=to_act is not None and to_act.show_identity),
    }


def _of_plan(measured: Measured) -> dict[str, Any]:
    return {"plan": {"name": measured.file, "sha256": measured.sha256}} if isinstance(measured, Planned) else {}


def people_told(origin: Origin | None, lang: Lang) -> dict[str, Any] | None:
    """What came of the lists of people, in numbers: how members are known, the lists to act on, and how figures come to them.

    None for a round without lists.
    """
    if origin is None:
        return None
    lists = [(FINDINGS[name], rows) for name, rows in origin.to_act.items()]
    return {
        "level": origin.level,
        "link": None if origin.link is None else asdict(origin.link),
        "to_act": {
            finding.name: {
                "title": finding.title.said(lang),
                "rows": rows,
                "counts": finding.counts.said(lang),
                "next_step": finding.next_step.said(lang),
                "file": list_name(finding) if rows else None,
                "lacking": list(origin.not_looked_at.get(finding.name, ())),
            }
            for finding, rows in lists
        },
        "reckonings": _reckonings(origin, lang),
    }


def _reckonings(origin: Origin, lang: Lang) -> dict[str, list[dict[str, Any]]]:
    return {
        name: [{"what": step.what.said(lang), "number": step.number, "is_sum": step.is_sum} for step in steps]
        for name, steps in origin.reckonings.items()
    }


def _of_lists(origin: Origin | None, lang: Lang, *, shows_identity: bool) -> dict[str, Any]:
    """What was made of lists of people, and for each of them its purpose and the day by which it is to be deleted."""
    if origin is None:
        return {}
    return {
        "members_known_by": origin.level,
        "rows_counted_from_lists": dict(origin.derived),
        "identity_shown": shows_identity,
        "to_act": dict(origin.to_act),
        "reckonings": _reckonings(origin, lang),
        "not_looked_at": {name: list(tables) for name, tables in origin.not_looked_at.items()},
        "link": None if origin.link is None else asdict(origin.link),
        "lists": [
            {
                "name": kept.file,
                "table": kept.table,
                "rows": kept.rows,
                "sha256": kept.sha256,
                "senders": list(kept.senders),
                "purpose": kept.purpose.said(lang),
                "delete_on": kept.delete_on.isoformat(),
            }
            for kept in origin.lists
        ],
    }


@contextmanager
def _written_aside(out: Path, contents: Mapping[str, bytes]) -> Iterator[dict[str, Path]]:
    """The contents in a folder beside their place, on the same disk, so that putting them in place is a rename."""
    with tempfile.TemporaryDirectory(prefix=".semesta-", dir=out) as folder:
        aside = {name: Path(folder) / name for name in contents}
        for name, content in contents.items():
            aside[name].parent.mkdir(exist_ok=True)
            aside[name].write_bytes(content)
        yield aside
