"""What the cells of a cube say place by place: where figures are asked for, without a look at every cell again."""

import gc

from small_rounds import people, round_of

from semesta.basics.groups import GROUPS
from semesta.basics.places import PLACES
from semesta.monev.cube import Cell, Cube, Flat, common_code

SERANG, CILEGON = "36.73", "36.72"


def cube(*rows: tuple[tuple[str, str, str], str]) -> Cube:
    cells = [Cell(codes, 1, 1, (("members", n),), labels=(label,)) for n, (codes, label) in enumerate(rows)]
    return Cube({"place": PLACES, "group": GROUPS, "segment": Flat()}, cells)


GIVEN = cube(
    ((SERANG, "rentan", "BPU"), "list"), ((SERANG, "rentan", "PU"), "list"), ((CILEGON, "non_asn", "PU"), "pemda")
)


def test_a_place_says_what_the_places_within_it_say_each_once():
    assert GIVEN.said(SERANG, "group") == {("rentan",)}
    assert GIVEN.said("36", "group") == {("rentan",), ("non_asn",)}
    assert GIVEN.said("36", "group", "segment") == {("rentan", "BPU"), ("rentan", "PU"), ("non_asn", "PU")}


def test_a_place_without_cells_says_nothing():
    assert not GIVEN.speaks_of("32")
    assert GIVEN.said("32", "group") == frozenset()


def test_the_labels_of_a_place_are_its_own_and_those_within_it_are_told_apart():
    assert GIVEN.labels(CILEGON) == {("pemda",)}
    assert GIVEN.labels("36") == set()
    assert GIVEN.labels_within("36") == {("list",), ("pemda",)}


def test_the_code_that_holds_several_is_the_deepest_above_all_of_them():
    assert common_code(PLACES, [SERANG, CILEGON]) == "36"
    assert common_code(PLACES, [SERANG]) == SERANG
    assert common_code(GROUPS, ["rentan", ""]) == ""


def test_garbage_is_collected_again_after_a_round_was_measured():
    round_of(population=[people(1000)])
    assert gc.isenabled()
