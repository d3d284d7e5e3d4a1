"""Cases of the law as options and files say them, and the law that a scenario supposes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from semesta.basics.words import Lang, Words
    from semesta.law.law import Law


@dataclass(frozen=True)
class Given:
    """One case as it was given. With `problem` nothing could be read, and the other cases go on without it.

    `where` tells several cases apart: the number of the case, after the name of its file where there are several.
    """

    case: Mapping[str, Any]
    where: str = ""
    problem: Words | None = None

    @property
    def label(self) -> str:
        """The number and what its reader calls it: "2. Keluarga B"; nothing where there is one case."""
        return f"{self.where} {self.case.get('case', '')}".strip() if self.where else ""

    @property
    def before_problem(self) -> str:
        """What stands before each of its problems."""
        return f"{self.label}{': ' if 'case' in self.case else ' '}" if self.where else ""


def case_of(options: Mapping[str, Any], further: Sequence[str], lang: Lang) -> dict[str, Any]:
    """What options say, by the names of inputs; `further` are NAME=VALUE for inputs that have no option of their own."""
    from semesta.cli.shown import stopped

    said = {name: value for name, value in options.items() if value not in (None, [], "")}
    for pair in further:
        name, equals, value = pair.partition("=")
        if not (equals and name.strip() and value.strip()):
            wanted = "harus NAMA=ISI, misalnya" if lang == "id" else "must be NAME=VALUE, as"
            raise stopped(f"--set {pair}: {wanted} --set jht_balance=50000000")
        said[name.strip()] = value.strip()
    return said


def cases_in(files: Sequence[Path], options: Mapping[str, Any]) -> tuple[list[Given], bool]:
    """The cases of the files, and whether there may be many; options say what a case of a file does not."""
    from semesta.law.case_files import content

    if not files:
        return [Given(options)], False
    found = [(file, *content(file)) for file in files]
    many = len(files) > 1 or any(is_list for _, _, is_list in found)
    return [given for file, read, _ in found for given in _of_file(file, read, options, files, many)], many


def _of_file(
    file: Path, content: list[Any], options: Mapping[str, Any], files: Sequence[Path], many: bool
) -> Iterator[Given]:
    from semesta.basics.words import Words

    for number, case in enumerate(content, 1):
        where = f"{number}." if many else ""
        where = f"{file.name} {where}" if len(files) > 1 else where
        if isinstance(case, dict):
            yield Given({**options, **{str(name): value for name, value in case.items()}}, where)
        elif isinstance(case, Words):
            yield Given({}, "", case)  # the file could not be read: its problem names it
        else:
            yield Given({}, where, _no_case(file))


def _no_case(file: Path) -> Words:
    from semesta.basics.words import Words

    return Words(
        f"{file}: harus berisi satu kasus (nama: nilai) atau daftar kasus",
        f"{file}: must hold one case (name: value) or a list of cases",
    )


def template_of(folder: str | None, lang: Lang) -> str:
    """The example file of cases that a folder of the law holds, commented in both languages; without a name all of benefits."""
    from importlib.resources import files

    from semesta.basics.lists import PROGRAMMES
    from semesta.cli.shown import stopped
    from semesta.law.faults import nearest

    known = {code.code.lower(): files("semesta.law").joinpath(code.code.lower(), "cases.yaml") for code in PROGRAMMES}
    known["basis"] = files("semesta.law").joinpath("basis", "cases.yaml")
    written = {name: file.read_text(encoding="utf-8") for name, file in known.items() if file.is_file()}
    if folder is None:
        return "\n".join(text for name, text in written.items() if name != "basis")
    if folder.lower() in written:
        return written[folder.lower()]
    codes = [name.upper() for name in written if name != "basis"]
    there = ", ".join(codes)
    said = (
        f"programme = {folder} tidak dikenal; yang ada: {there}"
        if lang == "id"
        else f"programme = {folder} is unknown; there are: {there}"
    )
    raise stopped(said + nearest(folder.upper(), codes).said(lang))


def law_of(scenario: Path | None, lang: Lang) -> Law:
    """The law, or what a scenario supposes of it; stops the command with everything that is wrong in the scenario."""
    from semesta.cli.shown import stopped
    from semesta.law.faults import InputError
    from semesta.law.law import LAW
    from semesta.law.scenario import supposed

    if scenario is None:
        return LAW
    given, _ = cases_in([scenario], {})
    if problems := [entry.problem for entry in given if entry.problem]:
        raise stopped("\n".join(problem.said(lang) for problem in problems))
    try:
        return supposed(LAW, [entry.case for entry in given])
    except InputError as wrong:
        raise stopped("\n".join(f"{scenario}: {problem.said(lang)}" for problem in wrong.problems)) from None
