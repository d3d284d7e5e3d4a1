"""Wrong options, commands and arguments: told in the language asked for, all at once, with what is alike."""

from __future__ import annotations

import pytest
from asking import semesta

WRONG = [
    (
        ["contribution", "--segmnt", "PU", "--wge", "5"],
        ["pilihan --segmnt tidak dikenal; yang mirip: --segment", "pilihan --wge tidak dikenal; yang mirip: --wage"],
        ["option --segmnt is unknown; did you mean --segment", "option --wge is unknown; did you mean --wage"],
    ),
    (
        ["compute", "jkm_benefit"],
        ["belum diisi: PEOPLE, --date, --out"],
        ["not given: PEOPLE, --date, --out"],
    ),
    (["law", "shw"], ["perintah shw tidak dikenal; yang mirip: show"], ["command shw is unknown; did you mean show?"]),
    (["contribution", "--month"], ["--month: belum diisi"], None),
    (["contribution", "--json=3"], ["--json: tidak memakai isi"], ["--json: takes no value"]),
    (["law", "show", "jkm_grant", "lagi"], ["kelebihan: lagi"], ["too much: lagi"]),
    (["pool", "x", "--years", "0"], ["--years: paling sedikit 1"], ["--years: at least 1"]),
    (["pool", "x", "--years", "51"], ["--years: paling banyak 50"], ["--years: at most 50"]),
    (["pool", "x", "--seed", "dua"], ["--seed: perlu bilangan bulat"], ["--seed: a whole number is needed"]),
    (
        ["plan", "prioritise", "--workers", "a.csv", "b.csv", "--budget", "5", "--year", "2026", "--out", "x"],
        ["kelebihan: b.csv; satu isian tiap kali: --workers A --workers B"],
        ["too much: b.csv; one value each time: --workers A --workers B"],
    ),
    (
        ["compute", "a", "b", "--date", "c", "--out", "d", "--engine", "duck"],
        ["--engine: duck tidak dikenal; yang boleh: polars, duckdb, spark"],
        ["--engine: duck is unknown; allowed: polars, duckdb, spark"],
    ),
]


@pytest.mark.parametrize(("arguments", "indonesian", "english"), WRONG, ids=[" ".join(found[0]) for found in WRONG])
def test_wrong_use_is_told_in_the_language_asked_for(arguments, indonesian, english):
    for lang, lines in (("id", indonesian), ("en", english)):
        if lines is None:
            continue
        said = semesta(*arguments, "--lang", lang) if lang == "en" else semesta(*arguments)
        assert (said.exit_code, said.out) == (2, "")
        for line in lines:
            assert line in said.err
        assert "Error" not in said.err


def test_how_to_use_the_command_is_named():
    assert "Cara memakainya: semesta law show --help" in semesta("law", "show").err
    assert "How to use it: semesta law show --help" in semesta("law", "show", "--lang", "en").err


def test_a_language_that_is_none_is_told_in_indonesian():
    assert "--lang: de tidak dikenal; yang boleh: id, en" in semesta("contribution", "--lang", "de").err
