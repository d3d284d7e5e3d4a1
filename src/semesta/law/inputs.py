"""What rules may be told about a person or a case: each input with type, unit, allowed values and titles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import narwhals as nw

from semesta.basics.lists import FUNDINGS, SEGMENTS
from semesta.basics.words import Words, same
from semesta.law.faults import nearest

Kind = Literal["whole", "text", "yes_no"]
DTYPES: Mapping[Kind, nw.dtypes.DType] = {"whole": nw.Int64(), "text": nw.String(), "yes_no": nw.Boolean()}


@dataclass(frozen=True)
class Input:
    """One thing that a rule may ask for. Empty `values` allows every value of the kind that is not below zero.

    `otherwise` names the parameter that stands in when nothing is given at all; a given but missing value stays missing.
    """

    name: str
    title: Words
    kind: Kind
    unit: str
    values: Mapping[int | str, Words] = field(default_factory=dict)
    otherwise: str | None = None

    def fault(self, value: object) -> Words | None:
        """What is wrong with a plain value, with the nearest allowed ones; None when nothing is."""
        expected = {"whole": int, "text": str, "yes_no": bool}[self.kind]
        if type(value) is not expected:  # True is an int to Python, and a float is never exact money
            kinds = Words("bilangan bulat, teks, atau ya/tidak", "a whole number, text, or yes/no")
            return self._said(value, Words(f" bukan {self.kind}: {kinds.id}", f" is not {self.kind}: {kinds.en}"))
        if self.values and value not in self.values:
            allowed = ", ".join(map(str, self.values))
            near = nearest(str(value), map(str, self.values))
            return self._said(
                value, Words(f" tidak dikenal; yang boleh: {allowed}", f" is unknown; allowed: {allowed}") + near
            )
        if isinstance(value, int) and value < 0:
            return self._said(value, Words(" di bawah nol", " is below zero"))
        return None

    def _said(self, value: object, fault: Words) -> Words:
        return same(f"{self.name} = {value!r}") + fault


def _codes(titles: Mapping[str, tuple[str, str]]) -> dict[int | str, Words]:
    return {code: Words(*title) for code, title in titles.items()}


INPUTS = (
    Input(
        "segment",
        Words("Segmen", "Segment"),
        "text",
        "code",
        {code: SEGMENTS[code].title for code in ("PU", "BPU")},
    ),
    Input(
        "package",
        Words("Paket program", "Package of programmes"),
        "text",
        "code",
        _codes({"JKK+JKM": ("JKK dan JKM", "JKK and JKM"), "JKK+JKM+JHT": ("JKK, JKM, dan JHT", "JKK, JKM and JHT")}),
    ),
    Input("wage_per_month", Words("Upah sebulan", "Wage per month"), "whole", "rupiah"),
    Input(
        "income_per_month",
        Words("Penghasilan sebulan", "Income per month"),
        "whole",
        "rupiah",
        otherwise="bpu_basis_min",
    ),
    Input(
        "risk_class",
        Words("Kelompok risiko kerja", "Class of work risk"),
        "whole",
        "code",
        {
            1: Words("sangat rendah", "very low"),
            2: Words("rendah", "low"),
            3: Words("sedang", "medium"),
            4: Words("tinggi", "high"),
            5: Words("sangat tinggi", "very high"),
        },
    ),
    Input(
        "funding",
        Words("Sumber pendanaan iuran", "Who pays the contribution"),
        "text",
        "code",
        {code.code: code.title for code in FUNDINGS},
    ),
    Input(
        "sector",
        Words("Sektor pekerjaan", "Sector of work"),
        "text",
        "code",
        _codes(
            {
                "transport": ("pengangkutan: ojek, pengemudi, kurir", "transport: motorcycle taxi, driver, courier"),
                "other": ("selain pengangkutan", "other than transport"),
            }
        ),
    ),
    Input("months_paid", Words("Bulan iuran yang telah dibayar", "Months of contribution paid"), "whole", "months"),
)
