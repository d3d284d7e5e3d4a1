"""Need and shortfall belong to the government that pays, and to people each once."""

from small_rounds import round_of

from semesta.monev.value import Value

DAY, NEXT = "2025-06-30", 2026
PRICE = 100


def first(measured, indicator, **codes) -> Value:
    return next(measured.of(indicator, **codes))


def notes(value) -> str:
    return " ".join(note.id for note in value.notes)


def active(persons, **codes):
    return {"place": "36.01", "active": persons, "as_of": DAY, "source": "BPJS", **codes}


def line(persons, allocated=None, **codes):
    codes = {"place": "36.01", "year": NEXT, "months": 12, "price": PRICE, "status": "apbd", **codes}
    return {**codes, "persons": persons, "allocated": allocated, "source": "DPA"}


def test_whom_another_government_pays_for_is_its_need():
    measured = round_of(
        members=[active(1000, group="rentan", funding="apbd.provinsi", payer="36.00")],
        budgets=[line(1200, place="36.00", group="rentan", funding="apbd.provinsi")],
    )
    assert first(measured, "need", place="36", period=str(NEXT)).numerator == 1200


def test_budget_without_a_known_need_is_no_surplus():
    measured = round_of(
        budgets=[
            line(100, 100_000, group="rentan", funding="apbd.kabkota"),
            line(None, 50_000_000, group="non_asn", funding="apbd.kabkota"),
        ],
        as_of=DAY,
    )
    value = first(measured, "shortfall", place="36.01", period=str(NEXT))
    assert (value.value, value.status) == (100 * 12 * PRICE - 100_000, ("partial",))


def test_offices_pay_for_people_of_their_own():
    measured = round_of(
        budgets=[
            line(100, group="rentan", funding="apbd.kabkota", opd="Dinas A"),
            line(40, group="rentan", funding="apbd.kabkota", opd="Dinas B"),
        ],
        as_of=DAY,
    )
    value = first(measured, "need", place="36.01", period=str(NEXT))
    assert (value.numerator, value.value) == (140, 140 * 12 * PRICE)


def test_two_accounts_of_one_office_hold_the_same_people():
    measured = round_of(
        budgets=[
            line(333, group="rentan", funding="apbd.kabkota", opd="Dinas A", account="5.1.02.02.02.0006"),
            line(333, group="rentan", funding="apbd.kabkota", opd="Dinas A", account="5.1.02.02.02.0007"),
        ],
        as_of=DAY,
    )
    assert first(measured, "need", place="36.01", period=str(NEXT)).numerator == 333


def test_targets_of_one_document_are_told_apart_by_its_codes():
    def target(code, value):
        return {
            "place": "36.01",
            "year": 2025,
            "indicator": "active",
            "document": "RPJMD",
            "code": code,
            "value": value,
        }

    measured = round_of(members=[active(500)], targets=[target("1.1", 1000), target("1.2", 2000)])
    documents = {v.node.document: v.value for v in measured.of("target_attainment")}
    assert documents == {"RPJMD:active:1.1": 0.5, "RPJMD:active:1.2": 0.25}


def test_contributions_say_whether_they_are_gross_or_net():
    rows = [
        {"place": "36.01", "period": "2024", "programme": p, "amount": 10, "amount_basis": b, "source": "BPJS"}
        for p, b in (("JKK", "net"), ("JKM", "gross"))
    ]
    measured = round_of(contributions=rows)
    assert "bersih" in notes(first(measured, "contributions", place="36.01", programme="JKK"))
    assert "mencampur" in notes(first(measured, "contributions", place="36.01", programme=""))


def test_a_stated_zero_counts_in_the_shortfall_of_a_province():
    measured = round_of(
        members=[active(100, place="36.02", group="rentan", funding="apbd.kabkota")],
        budgets=[
            line(100, 100_000, group="rentan", funding="apbd.kabkota"),
            {"place": "36.02", "year": NEXT, "status": "not_budgeted", "source": "Bappeda"},
        ],
        place="36",
    )
    whole = first(measured, "shortfall", place="36", period=str(NEXT))
    parts = [first(measured, "shortfall", place=p, period=str(NEXT)).value for p in ("36.01", "36.02")]
    assert whole.value == sum(parts)


def test_the_need_of_a_province_names_the_regions_without_one():
    measured = round_of(budgets=[line(100, group="rentan"), line(50, place="36.02", group="rentan")], as_of=DAY)
    value = first(measured, "need", place="36", period=str(NEXT))
    assert "partial" in value.status
    assert "Kota Cilegon" in notes(value)


def test_members_of_unknown_payers_leave_open_who_is_kept():
    measured = round_of(members=[active(500)], budgets=[line(100, status="proposed", funding="apbd.kabkota")])
    value = first(measured, "need", place="36.01", period=str(NEXT))
    assert "partial" in value.status
    assert "belum diketahui" in notes(value)


def test_members_of_a_round_s_groups_are_no_share_of_all_who_work():
    population = [{"place": "36.01", "universe": "employed", "persons": 900_000, "as_of": DAY, "source": "BPS"}]
    rows = [active(20_000, group="non_asn", funding="apbd"), active(16_000, group="rentan", funding="apbd")]
    value = first(round_of(population=population, members=rows), "coverage", place="36.01", universe="employed")
    assert (value.value, value.status) == (None, ("scope_mismatch",))


BPU_YEAR = 16_800 * 12
"""What JKK and JKM of somebody without wage cost a year by law, outside the months of a discount."""


def kept(persons, **codes):
    return active(persons, funding="apbd.kabkota", **codes)


def test_the_need_of_each_region_and_group_is_told_beside_that_of_a_given_total():
    measured = round_of(
        members=[
            active(90, place="36"),
            *(kept(persons, place=place) for place, persons in (("36", 90), ("36.01", 60), ("36.02", 30))),
            kept(40, group="rentan"),
            kept(25, group="rentan.nelayan"),
        ],
        as_of=DAY,
    )
    told = {
        (value.node.place, value.node.group): (value.numerator, value.value)
        for value in measured.of("need", period=str(NEXT), funding="apbd.kabkota")
    }
    persons = {("36", ""): 90, ("36.01", ""): 60, ("36.02", ""): 30, ("36.01", "rentan"): 40, ("36.01", "rentan.nelayan"): 25}  # fmt: skip
    assert {node: told[node] for node in persons} == {node: (n, n * BPU_YEAR) for node, n in persons.items()}


def test_a_total_of_members_whose_payers_are_all_told_leaves_nobody_unknown():
    members = [active(90), kept(60), active(30, funding="mandiri")]
    assert "siapa yang membayar" not in notes(first(round_of(members=members, as_of=DAY), "need", place="36.01"))
    more = [active(91), *members[1:]]
    assert "siapa yang membayar" in notes(first(round_of(members=more, as_of=DAY), "need", place="36.01"))


def test_a_need_that_cannot_be_made_says_why():
    nobody = round_of(members=[active(30, funding="mandiri")], budgets=[line(None, 5_000_000)], as_of=DAY)
    assert "tidak ada baris anggaran yang menyebut jumlah orang" in notes(first(nobody, "need", period=str(NEXT)))
    past = round_of(budgets=[line(None, 5_000_000, year=2023)], as_of=DAY)
    assert "tidak menyebut untuk berapa orang" in notes(first(past, "need", period="2023"))
    wider = round_of(members=[kept(40, group="rentan")], budgets=[line(50, funding="apbd.kabkota")], as_of=DAY)
    assert first(wider, "need", place="36.01", period=str(NEXT), group="").numerator == 50
    assert "kelompok atau sumber yang lebih luas" in notes(first(wider, "need", period=str(NEXT), group="rentan"))
