"""What governments paid of what they had allocated, where both are known."""

from small_rounds import budget, findings, head, round_of


def test_what_was_realised_of_an_unknown_budget_is_no_part_of_the_share():
    rows = [budget(account="X", realised=40), budget(account="Y", allocated=100, realised=10)]
    value = head(round_of(budgets=rows), "realised_share")
    assert (value.value, value.numerator, value.status) == (0.1, 10, ("partial",))


def test_a_group_that_is_not_budgeted_leaves_the_realised_share_of_the_others_whole():
    rows = [budget(allocated=100, realised=40, group="rentan"), budget(group="non_asn", status="not_budgeted")]
    value = head(round_of(budgets=rows), "realised_share")
    assert (value.value, value.status) == (0.4, ("ok",))


def test_a_share_over_governments_is_of_those_that_told_both():
    rows = [budget(allocated=100, realised=40), budget("36.71", allocated=900)]
    value = head(round_of(budgets=rows), "realised_share")
    assert (value.value, value.denominator) == (0.4, 100)
    assert "partial" in value.status


def test_two_amounts_of_one_budget_line_are_two_sources():
    rows = [budget(allocated=100, source="A"), budget(allocated=110, source="B")]
    measured = round_of(budgets=rows)
    [finding] = findings(measured, "figures.two_sources")
    assert (finding.quantity, {finding.stated, finding.computed}, set(finding.sources)) == (
        "budgeted",
        {100, 110},
        {"A", "B"},
    )
    assert head(measured, "budgeted").value == 100
    assert "contradicted" in head(measured, "budgeted").status


def test_two_stages_or_two_documents_of_one_line_are_no_two_sources():
    rows = [
        budget(allocated=100, status="rapbd"),
        budget(allocated=110, document_no="1"),
        budget(allocated=90, document_no="2"),
    ]
    assert findings(round_of(budgets=rows)) == []
