"""Who was covered, for how long after entry, unpaid and how old, and who of them died: counts that hold nobody."""

import datetime as dt

from lists_made import people

from semesta.people.exposures import exposures


def member(number, **also):
    born = dt.date(1984, 5, 1)
    row = {
        "id": str(number),
        "name": f"ORANG {number}",
        "birth_date": born,
        "sex": "L",
        "segment": "BPU",
        "office": "Cabang",
    }
    return {**row, "nik": f"367201010584{number:04}", "registered_on": dt.date(2020, 1, 1), **also}


def paid(number, *months, **also):
    return [{"participant_id": str(number), "month": f"2024-{month:02}", "amount": 16_800, **also} for month in months]


def told(**tables):
    (found,) = exposures(people(**tables))
    return found


def test_each_person_and_month_is_counted_once():
    found = told(participants=[member(1), member(2)], payments=[*paid(1, 1, 2), *paid(1, 2), *paid(2, 3)])
    assert (found.year, found.office, found.segment, found.paid) == (2024, "Cabang", "BPU", 3)
    assert (found.first, found.last) == (2024 * 12 + 1, 2024 * 12 + 3)


def test_cover_goes_on_unpaid_for_the_months_of_the_law_and_no_longer():
    # Of nine months between, three are covered; after the last one paid, none is known to be within the list.
    found = told(participants=[member(1), member(2)], payments=[*paid(1, 1, 11, 12), *paid(2, *range(1, 13))])
    assert (found.paid, found.unpaid) == (15, 3)


def test_who_stopped_paying_is_covered_until_it_lapses_unless_the_membership_ended():
    still = [member(1), member(2)]
    assert told(participants=still, payments=[*paid(1, 1), *paid(2, 12)]).unpaid == 3
    ended = [member(1, ended_on=dt.date(2024, 2, 15)), member(2)]
    assert told(participants=ended, payments=[*paid(1, 1), *paid(2, 12)]).unpaid == 1


def test_an_employer_in_arrears_leaves_its_people_covered_until_it_pays():
    found = told(participants=[member(1, segment="PU")], payments=paid(1, 1, 7))
    assert (found.paid, found.unpaid) == (2, 5)


def test_ages_are_told_in_bands_at_the_month_paid():
    found = told(participants=[member(1), member(2, sex="P", birth_date=None)], payments=[*paid(1, 4, 5), *paid(2, 5)])
    assert found.ages == (("L", 35, 1), ("L", 40, 1))  # forty in May


def test_months_since_entry_begin_with_that_of_entry_and_the_thirteenth_holds_all_later():
    new = member(1, registered_on=dt.date(2024, 3, 20))
    found = told(participants=[new, member(2)], payments=[*paid(1, 3, 4, 5), *paid(2, 1)])
    assert found.since_entry == (1, 1, 1, *([0] * 9), 1)


def claim(number, day, **also):
    return {"id": f"k{number}", "participant_id": str(number), "programme": "JKM", "event_date": day, **also}


def test_deaths_are_those_claimed_for_under_jkm_each_member_once():
    tables = {
        "participants": [member(1, registered_on=dt.date(2024, 2, 1)), member(2)],
        "payments": [*paid(1, 2, 3), *paid(2, 1)],
    }
    death = dt.date(2024, 3, 9)
    found = told(**tables, claim_cases=[claim(1, death), claim(1, death, id="k9"), claim(2, death, programme="JKK")])
    assert found.deaths == (0, 1, *([0] * 11))
    assert told(**tables, claim_cases=[claim(1, death, status="rejected")]).deaths == (0,) * 13
    assert told(**tables).deaths == ()


def test_nobody_is_covered_unpaid_after_death():
    tables = {"participants": [member(1), member(2)], "payments": [*paid(1, 1), *paid(2, 12)]}
    assert told(**tables, claim_cases=[claim(1, dt.date(2024, 2, 3))]).unpaid == 1


def test_without_payments_the_ages_of_the_active_are_all_that_is_told():
    active = member(1, status="active")
    found = told(participants=[active, member(2, status="inactive")])
    assert (found.paid, found.since_entry, found.unpaid, found.deaths) == (None, (), 0, ())
    assert sum(number for _, _, number in found.ages) == 1


def test_without_participants_there_is_nothing():
    assert exposures(people(workers=[{"id": "1", "name": "A"}])) == ()
