"""The two founding articles, by their numbers."""

from pathlib import Path

import pytest
from small_rounds import findings, head, healed, measured_folder, notes

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module")
def banten():
    return measured_folder(EXAMPLES / "banten-2022")


@pytest.fixture(scope="module")
def cilegon():
    return measured_folder(EXAMPLES / "cilegon-2024")


def test_banten_is_the_province_on_the_day_of_the_meeting(banten):
    assert (banten.place, banten.as_of.isoformat()) == ("36", "2022-11-23")


def test_banten_has_377_162_people_by_its_parts_and_the_printed_total_contradicts_it(banten):
    value = head(banten, "population")
    assert (value.value, value.status) == (377_162, ("contradicted",))
    [finding] = findings(banten, "figures.parts_total")
    assert (finding.stated, finding.computed, finding.difference) == (376_162, 377_162, -1_000)
    assert healed(finding) == {377_162, 158_219, 216_943}
    assert "Tidak satu pun dipilih" in finding.message.id


def test_banten_s_122_019_are_registered_and_nobody_is_known_to_be_covered(banten):
    assert head(banten, "registered").value == 122_019
    assert head(banten, "registration").value == pytest.approx(0.3235, abs=0.00005)
    assert head(banten, "unregistered").value == 255_143
    for indicator in ("active", "coverage", "gap"):
        assert head(banten, indicator).value is None
        assert "missing" in head(banten, indicator).status


def test_banten_s_claims_are_of_three_years_and_mixed_programmes(banten):
    paid, cases = head(banten, "claims_paid"), head(banten, "claim_cases")
    assert (paid.value, paid.node.period) == (8_590_000_000_000, "2019/2021")
    assert (cases.value, cases.node.period) == (674_798, "2019/2021")
    assert paid.step == 10_000_000_000
    assert (head(banten, "average_claim").value, head(banten, "average_claim").status) == (None, ("mixed",))


def test_banten_handed_over_to_three_heirs(banten):
    assert head(banten, "handovers").value == 3


def test_banten_does_not_say_who_has_not_budgeted(banten):
    assert head(banten, "places_not_budgeted").value is None
    assert head(banten, "budgeted").value is None


def test_banten_has_a_regulation_planned_and_none_in_force(banten):
    assert head(banten, "regulations_in_force").value == 0


def test_cilegon_s_period_has_no_stated_start(cilegon):
    for indicator in ("contributions", "claims_paid", "balance", "claims_ratio"):
        assert head(cilegon, indicator).node.period == "../2024-07-17"
        assert head(cilegon, indicator).node.funding == "apbd.kabkota"


def test_cilegon_received_480_457_660_and_paid_790_million(cilegon):
    assert head(cilegon, "contributions").value == 480_457_660
    assert head(cilegon, "claims_paid").value == 790_000_000
    assert head(cilegon, "balance").value == -309_542_340
    assert head(cilegon, "takes").value == 309_542_340
    assert head(cilegon, "gives").value == 0


def test_cilegon_s_ratio_is_kept_as_mixed_and_cannot_be_judged(cilegon):
    value = head(cilegon, "claims_ratio")
    assert value.value == pytest.approx(1.644, abs=0.0005)
    assert "mixed" in value.status
    assert "campuran program, tidak dapat dinilai" in notes(value)
    assert "jumlah kasus tidak diketahui" in notes(value)
    assert "bukan utang pemerintah daerah" in notes(value)


def test_minus_200_million_and_more_is_true_but_loose(cilegon):
    [finding] = cilegon.findings
    assert (finding.kind, finding.severity) == ("figures.loose", "info")
    assert (finding.stated, finding.computed) == (-200_000_000, -309_542_340)
    assert "sekitar" in finding.message.id
    assert "309,5 juta" in finding.message.id
    assert "contradicted" not in head(cilegon, "balance").status


def test_cilegon_alone_is_no_pool(cilegon):
    assert head(cilegon, "pool_result").value is None


def test_cilegon_promises_are_open_and_none_is_overdue(cilegon):
    assert head(cilegon, "commitments_done").value == 0
    assert head(cilegon, "commitments_overdue").value == 0
