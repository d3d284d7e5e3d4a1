"""Vega-Lite specs turned into pictures, in the theme's typeface and the reader's numbers, without a browser or network."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from semesta.basics.words import Lang
from semesta.report.theme import fonts, theme

Spec = Mapping[str, object]

_MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}
_DAYS = {
    "id": "Minggu Senin Selasa Rabu Kamis Jumat Sabtu",
    "en": "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
}
_SHORT = {
    "id": "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}


def svg(spec: Spec, *, lang: Lang = "id") -> str:
    """The chart as SVG with real text."""
    drawn: str = _converter().vegalite_to_svg(dict(spec), **_locale(lang))
    return _renumbered(drawn)


def _renumbered(drawn: str) -> str:
    """The SVG with ids counted from 0: the converter counts on from one chart to the next, and no two runs were equal."""
    numbers: dict[str, int] = {}
    return re.sub(
        r"\b(gradient_|clip)(\d+)\b", lambda found: f"{found[1]}{numbers.setdefault(found[0], len(numbers))}", drawn
    )


def png(spec: Spec, *, lang: Lang = "id", scale: float = 2.0) -> bytes:
    """The chart as PNG; `scale` 2 is sharp enough in print."""
    drawn: bytes = _converter().vegalite_to_png(dict(spec), scale=scale, **_locale(lang))
    return drawn


def svg_size(drawn: str) -> tuple[float, float]:
    """Width and height of an SVG in its own pixels."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawn)
    if not found:
        raise ValueError("an SVG of a chart has a viewBox")
    return float(found[1]), float(found[2])


@cache
def _converter() -> Any:
    """The converter, which knows our typeface from its first use on."""
    import vl_convert

    vl_convert.register_font_directory(str(fonts()))
    return vl_convert


def _locale(lang: Lang) -> dict[str, Any]:
    """What the converter needs for numbers and dates; no address is ever allowed as a source of data."""
    decimal, thousands = (",", ".") if lang == "id" else (".", ",")
    numbers = {"decimal": decimal, "thousands": thousands, "grouping": [3], "currency": ["Rp", ""]}
    times = {
        "dateTime": "%A, %e %B %Y %X",
        "date": "%d/%m/%Y",
        "time": "%H.%M.%S" if lang == "id" else "%H:%M:%S",
        "periods": ["AM", "PM"],
        "days": _DAYS[lang].split(),
        "shortDays": [day[:3] for day in _DAYS[lang].split()],
        "months": _MONTHS[lang].split(),
        "shortMonths": _SHORT[lang].split(),
    }
    return {
        "format_locale": numbers,
        "time_format_locale": times,
        "allowed_base_urls": [],
        "config": vega_config(),
    }


def vega_config() -> dict[str, Any]:
    """The theme as a Vega-Lite config: quiet axes, no frame, the documents' typeface."""
    tokens = theme()
    colours, chart = tokens.colours, tokens.chart
    return {
        "font": tokens.family,
        "background": None,
        "padding": 2,
        "view": {"stroke": None},
        "axis": {
            "labelFontSize": chart["small"],
            "titleFontSize": chart["small"],
            "labelColor": colours["text"],
            "titleColor": colours["muted"],
            "titleFontWeight": "normal",
            "gridColor": colours["line"],
            "domainColor": colours["muted"],
            "tickColor": colours["line"],
            "labelLimit": 230,
        },
        "text": {"fontSize": chart["small"], "color": colours["text"]},
        "header": {
            "labelFontSize": chart["text"],
            "labelColor": colours["text"],
            "labelFontWeight": "bold",
            "titleColor": colours["muted"],
        },
        "legend": {
            "labelColor": colours["text"],
            "labelFontSize": chart["small"],
            "titleFontSize": chart["small"],
            "labelLimit": 300,
        },
        "range": {"category": list(tokens.categories)},
    }
