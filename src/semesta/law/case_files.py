"""What a file of cases holds: YAML, also of several documents, or JSON; or why it cannot be read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from semesta.basics.words import Words, same


def content(file: Path) -> tuple[list[Any], bool]:
    """The entries of a file, one a case, and whether it is a list; of a file that cannot be read the Words that say why."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        return [same(f"{file}: ") + _unreadable(error)], False
    except ValueError:
        return [same(f"{file}: ") + _NO_TEXT], False
    found, is_list = entries(text, file)
    return [same(f"{file}: ") + one if isinstance(one, Words) else one for one in found], is_list


def entries(text: str, file: Path) -> tuple[list[Any], bool]:
    """The entries of a text, and whether it is a list; of one that cannot be read the Words that say why."""
    try:
        documents = [json.loads(text)] if file.suffix.lower() == ".json" else list(yaml.load_all(text, _Once))
    except json.JSONDecodeError as error:
        return [_malformed(error.lineno, same(error.msg))], False
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return [_malformed(line, _TWICE if error.note == _DOUBLED else _why(error.problem or ""))], False
    except (ValueError, yaml.YAMLError):
        return [_NO_TEXT], False
    is_list = len(documents) != 1 or isinstance(documents[0], list)
    cases = [case for document in documents for case in (document if isinstance(document, list) else [document])]
    return cases or [None], is_list and bool(cases)


def _unreadable(error: OSError) -> Words:
    if isinstance(error, FileNotFoundError):
        return Words("tidak ada", "there is no such file")
    if isinstance(error, IsADirectoryError):
        return Words("sebuah folder, bukan berkas kasus", "is a folder, no file of cases")
    return Words("tidak dapat dibaca: ", "cannot be read: ") + same(error.strerror or str(error))


def _malformed(line: int, why: Words) -> Words:
    where = Words(f"bukan YAML atau JSON yang benar, baris {line}: ", f"is no well-formed YAML or JSON, line {line}: ")
    return where + why


def _why(problem: str) -> Words:
    """What the library says of a line, in words of who writes it."""
    return next((said for told, said in _PROBLEMS.items() if told in problem), same(problem))


_INDENTED = Words(
    "jarak di awal baris tidak sama dengan baris di sekitarnya",
    "its distance from the margin is not that of the lines around it",
)
_OPEN = Words("tanda kurung belum ditutup, atau kurang koma", "a bracket is not closed, or a comma is missing")
_PROBLEMS = {
    "sequence entries are not allowed": Words(
        "tanda - tidak boleh di sini; yang belum diketahui tidak ditulis, nol ditulis 0",
        "no - may stand here; what is not known is left out, none is written 0",
    ),
    "mapping values are not allowed": Words(
        "titik dua tidak boleh di sini; periksa jarak di awal baris, atau beri tanda kutip",
        "no colon may stand here; check the distance from the margin, or put the text in quotes",
    ),
    "could not find expected ':'": Words("kurang titik dua sesudah nama", "a colon is missing after a name"),
    "cannot start any token": Words(
        "ada tanda yang tidak boleh di awal, misalnya tab; pakai spasi, atau beri tanda kutip",
        "a sign that nothing may begin with, as a tab; use spaces, or put the text in quotes",
    ),
    "expected ',' or": _OPEN,
    "expected the node content": _OPEN,
    "expected <block end>": _INDENTED,
    "unindent": _INDENTED,
    "unexpected end of stream": Words("tanda kutip belum ditutup", "a quotation mark is not closed"),
}
"""By what PyYAML says."""


_NO_TEXT = Words("bukan teks YAML atau JSON", "is no text of YAML or JSON")
_DOUBLED = "doubled"
_TWICE = Words("satu nama tertulis dua kali", "a name is given twice")


class _Once(yaml.SafeLoader):
    """A name given twice is an error: the second would silently replace the first."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        names: list[Any] = []
        for key, _ in node.value:
            name = self.construct_object(key, deep=True)
            if name in names:
                raise yaml.MarkedYAMLError(problem=f"{name} 2×", problem_mark=key.start_mark, note=_DOUBLED)
            names.append(name)
        return super().construct_mapping(node, deep)
