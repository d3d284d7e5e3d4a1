"""The tile map: every region has its own square, near where it lies, and says when there is nothing to compare."""

from __future__ import annotations

import re

import pytest

from semesta.basics.places import PLACES
from semesta.report.drawing import svg, svg_size
from semesta.report.theme import theme
from semesta.report.tiles import Tile, positions, step_of, tile_map

PROVINCES = [place.code for place in PLACES.regions("ID")]
BANTEN = [place.code for place in PLACES.regions("36")]
CILEGON = [place.code for place in PLACES.regions("36.72")]


def placed(codes: list[str]) -> dict[str, tuple[int, int]]:
    found = positions({code: PLACES.short_name(code) for code in codes})
    return {code: (place.column, place.row) for code, place in found.items()}


def tiles_of(codes: list[str], *, missing: str = "", reason: str = "") -> list[Tile]:
    return [
        {
            "code": code,
            "name": PLACES.short_name(code),
            "share": None if code == missing else 0.3235,
            "label": "32,35 %",
            **({"reason": reason} if reason else {}),
        }
        for code in codes
    ]


def words_in(drawn: str) -> list[str]:
    return re.findall(r">([^<>]+)</text>", drawn)


@pytest.mark.parametrize(("codes", "count"), [(PROVINCES, 38), (BANTEN, 8), (CILEGON, 8)])
def test_every_region_has_a_square_of_its_own(codes, count):
    assert len(set(placed(codes).values())) == len(codes) == count


def test_banten_lies_as_on_the_map():
    at = placed(BANTEN)
    pandeglang, lebak, kab_tangerang, kab_serang, tangerang, cilegon, serang, tangsel = (at[code] for code in BANTEN)
    assert cilegon == (0, 0)
    assert lebak[1] == pandeglang[1] == max(row for _, row in at.values())
    assert pandeglang[0] < lebak[0]
    assert kab_serang[0] < kab_tangerang[0] < tangerang[0] == tangsel[0]
    assert serang[1] > kab_serang[1]
    assert tangsel[1] > tangerang[1]


def test_the_islands_lie_from_west_to_east():
    at = placed(PROVINCES)
    aceh, banten, jatim, sulsel, papua = (at[code][0] for code in ("11", "36", "35", "73", "91"))
    assert aceh < banten < jatim < sulsel < papua
    kalsel, kaltara = at["63"], at["65"]
    assert kaltara[1] < kalsel[1] < at["35"][1]


def test_other_regions_stand_in_the_order_of_their_codes():
    in_reading_order = sorted(placed(CILEGON).items(), key=lambda item: (item[1][1], item[1][0]))
    assert [code for code, _ in in_reading_order] == sorted(CILEGON)


@pytest.mark.parametrize("codes", [PROVINCES, BANTEN, CILEGON])
def test_a_map_fits_the_text_and_shows_every_code_and_a_name(codes):
    drawn = svg(tile_map(tiles_of(codes)))
    assert svg_size(drawn)[0] <= theme().chart["width"] + 6
    assert set(codes) <= set(words_in(drawn))
    assert words_in(drawn).count("32,35 %") == len(codes)


def test_a_region_without_comparable_data_is_hatched_and_the_legend_says_why():
    drawn = svg(tile_map(tiles_of(BANTEN, missing="36.02", reason="periode berbeda")))
    assert "linearGradient" in drawn
    assert "periode berbeda" in words_in(drawn)
    assert words_in(drawn).count("32,35 %") == 7


def test_nothing_is_hatched_and_no_reason_given_where_all_is_known():
    drawn = svg(tile_map(tiles_of(BANTEN)))
    assert "linearGradient" not in drawn
    assert "belum ada data yang sebanding" not in words_in(drawn)


def test_missing_is_not_zero():
    zero: list[Tile] = [{"code": "36.72.01", "name": "Cibeber", "share": 0.0, "label": "0 %"}]
    assert "0 %" in words_in(svg(tile_map(zero)))
    assert "linearGradient" not in svg(tile_map(zero))


@pytest.mark.parametrize(("share", "step"), [(0.0, 0), (0.1999, 0), (0.2, 1), (0.5, 2), (0.8, 4), (1.0, 4), (1.3, 4)])
def test_a_share_on_a_limit_belongs_to_the_step_above(share, step):
    assert step_of(share, (0.2, 0.4, 0.6, 0.8)) == step


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("id", ["kurang dari 12,5 %", "12,5–40 %", "80 % atau lebih", "belum ada data yang sebanding"]),
        ("en", ["less than 12.5 %", "12.5–40 %", "80 % or more", "no comparable data"]),
    ],
)
def test_the_legend_says_the_steps_in_words_of_the_language(lang, said):
    drawn = svg(tile_map(tiles_of(BANTEN, missing="36.01"), steps=(0.125, 0.4, 0.6, 0.8), lang=lang), lang=lang)
    assert set(said) <= set(words_in(drawn))


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("step", range(5))
def test_words_on_a_tile_can_be_read_on_its_colour(step):
    tile: Tile = {"code": "36.72", "name": "Cilegon", "share": step / 5 + 0.1, "label": "x"}
    spec = tile_map([tile])
    (words,) = [rows for rows in spec["datasets"].values() if rows and rows[0].get("text") == "36.72"]
    bright, dark = sorted((luminance(words[0]["colour"]), luminance(theme().shares[step])), reverse=True)
    assert (bright + 0.05) / (dark + 0.05) >= 4.5
