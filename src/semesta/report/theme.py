"""The tokens of theme.toml: colours, scales, sizes and papers, the same for chart, PDF and DOCX."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours are `#rrggbb`, type sizes points, chart sizes pixels, papers and margins millimetres."""

    colours: dict[str, str]
    programmes: dict[str, str]
    categories: tuple[str, ...]
    shares: tuple[str, ...]
    above_zero: str
    below_zero: str
    gap: str
    type: dict[str, float]
    headings: tuple[float, ...]
    family: str
    chart: dict[str, float]
    papers: dict[str, tuple[float, float]]
    margins: dict[str, float]

    def page(self, paper: str, *, landscape: bool = False) -> tuple[float, float]:
        """Width and height of the page in millimetres."""
        width, height = self.papers[paper]
        return (height, width) if landscape else (width, height)

    def text_width(self, paper: str, *, landscape: bool = False) -> float:
        """Points between the left and the right margin."""
        width, _ = self.page(paper, landscape=landscape)
        return (width - self.margins["left"] - self.margins["right"]) * POINTS_PER_MM

    def text_height(self, paper: str, *, landscape: bool = False) -> float:
        """Points between the top and the bottom margin."""
        _, height = self.page(paper, landscape=landscape)
        return (height - self.margins["top"] - self.margins["bottom"]) * POINTS_PER_MM


@cache
def theme() -> Theme:
    """The theme, read once."""
    raw = tomllib.loads(Path(__file__).with_name("theme.toml").read_text(encoding="utf-8"))
    sizes = raw["type"]
    return Theme(
        colours=raw["colours"],
        programmes=raw["programmes"],
        categories=tuple(raw["scales"]["categories"]),
        shares=tuple(raw["scales"]["shares"]),
        above_zero=raw["scales"]["above_zero"],
        below_zero=raw["scales"]["below_zero"],
        gap=raw["scales"]["gap"],
        type={name: value for name, value in sizes.items() if isinstance(value, int | float)},
        headings=tuple(sizes["headings"]),
        family=sizes["family"],
        chart=raw["chart"],
        papers={name: (width, height) for name, (width, height) in raw["papers"].items()},
        margins=raw["margins"],
    )


def fonts() -> Path:
    """The folder of the embedded typeface; no other font of the machine is ever used."""
    import font_roboto

    return Path(font_roboto.font_directory)
