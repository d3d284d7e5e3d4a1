"""What the command line shows of a round."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console
from rounds_made import rich, round_of, small

from semesta.basics.words import Lang
from semesta.monev.measured import Measured
from semesta.report.terminal import summary


def shown(measured: Measured, lang: Lang = "id", width: int = 80) -> str:
    """The summary as plain text, as it comes into a file."""
    held = StringIO()
    Console(file=held, width=width, force_terminal=False, color_system=None).print(summary(measured, lang))
    return held.getvalue()


def test_it_says_place_day_five_figures_and_rows_set_aside() -> None:
    text = shown(round_of(small(), {"members": 1}))
    assert text.startswith("Kota Cilegon · keadaan data 17 Juli 2024")
    for figure in ("Cakupan", "29,2\u00a0%", "2.900 dari 9.932 orang", "−Rp309,5 juta"):
        assert figure in text
    assert "1 dari 16 baris disisihkan dan tidak masuk hitungan" in text


def test_severity_is_a_sign_and_a_word_without_colour() -> None:
    text = shown(round_of(rich()))
    assert "✗ bertentangan" in text
    assert "\x1b[" not in text


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_line_is_wider_than_the_screen_and_none_is_cut(width: int, lang: Lang) -> None:
    measured = round_of(rich())
    text = shown(measured, lang, width)
    assert max(len(line) for line in text.splitlines()) <= width
    assert "…" not in text
    joined = " ".join(text.split())
    for finding in measured.findings:
        assert finding.message.said(lang).split()[-1] in joined
