"""Cases of the law as options and files say them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from semesta.basics.words import Lang

MONEY = ("wage_per_month", "income_per_month", "project_value")


def case_of(options: Mapping[str, Any]) -> dict[str, Any]:
    """What options say, by the names of inputs. Text that is no number stays text: the law tells what is wrong with it."""
    said = {name: value for name, value in options.items() if value not in (None, [])}
    return {name: _amount(value) if name in MONEY else _whole(value) for name, value in said.items()}


def cases_in(file: Path | None, options: Mapping[str, Any], lang: Lang) -> tuple[list[dict[str, Any]], bool]:
    """The cases of a file, and whether it is a list; options say what a case of the file does not."""
    given = case_of(options)
    if file is None:
        return [given], False
    content = _content(file, lang)
    many = isinstance(content, list)
    return [given | case for case in _mappings(file, content if many else [content], lang)], many


def _amount(text: str) -> int | str:
    """Whole rupiah from 10000000, 10.000.000, "Rp10 juta"."""
    from semesta.basics.numbers import NumberError
    from semesta.basics.rupiah import RupiahError, rupiah

    try:
        return int(rupiah(text).value)
    except (NumberError, RupiahError):
        return text


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value


def _content(file: Path, lang: Lang) -> Any:
    import json

    import yaml

    from semesta.cli.shown import stopped

    try:
        text = file.read_text(encoding="utf-8-sig")
        return json.loads(text) if file.suffix.lower() == ".json" else yaml.safe_load(text)
    except OSError as error:
        said = "tidak dapat dibaca" if lang == "id" else "cannot be read"
        raise stopped(f"{file}: {said}: {error.strerror}") from None
    except (ValueError, yaml.YAMLError) as error:
        said = "bukan YAML atau JSON" if lang == "id" else "is neither YAML nor JSON"
        raise stopped(f"{file}: {said}: {' '.join(str(error).split())}") from None


def _mappings(file: Path, found: list[Any], lang: Lang) -> list[dict[str, Any]]:
    from semesta.cli.shown import stopped

    if found and all(isinstance(case, dict) for case in found):
        return found
    raise stopped(
        f"{file}: harus berisi satu kasus (nama: nilai) atau daftar kasus"
        if lang == "id"
        else f"{file}: must hold one case (name: value) or a list of cases"
    )
