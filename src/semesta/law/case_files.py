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
    return entries(text, file)


def entries(text: str, file: Path) -> tuple[list[Any], bool]:
    """The entries of a text, and whether it is a list; of one that cannot be read the Words that say why, with the file's name."""
    try:
        documents = [json.loads(text)] if file.suffix.lower() == ".json" else list(yaml.load_all(text, _Once))
    except json.JSONDecodeError as error:
        return [_malformed(file, error.lineno, same(error.msg))], False
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return [_malformed(file, line, _TWICE if error.note == _DOUBLED else same(error.problem or ""))], False
    except (ValueError, yaml.YAMLError):
        return [same(f"{file}: ") + _NO_TEXT], False
    is_list = len(documents) != 1 or isinstance(documents[0], list)
    cases = [case for document in documents for case in (document if isinstance(document, list) else [document])]
    return cases or [None], is_list and bool(cases)


def _unreadable(error: OSError) -> Words:
    if isinstance(error, FileNotFoundError):
        return Words("tidak ada", "there is no such file")
    if isinstance(error, IsADirectoryError):
        return Words("sebuah folder, bukan berkas kasus", "is a folder, no file of cases")
    return Words("tidak dapat dibaca: ", "cannot be read: ") + same(error.strerror or str(error))


def _malformed(file: Path, line: int, why: Words) -> Words:
    where = Words(f"bukan YAML atau JSON yang benar, baris {line}: ", f"is no well-formed YAML or JSON, line {line}: ")
    return same(f"{file}: ") + where + why


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
